import type { Reading } from '@jiannuo/reader'
import { identityOf, namedOf } from '../decompose/index.ts'
import type { Dictionary } from '../indicators/index.ts'
import type { Figure } from './types.ts'

/**
 * Every figure of a document, ready to be compared, in the order of the text.
 *
 * @param reading what the reader made of the text; its meta tells the place
 * @param dictionary the indicators
 */
export function figuresOf(reading: Reading, dictionary: Dictionary): readonly Figure[] {
  const { place } = reading.meta
  return reading.statements.map((s) => ({
    id: s.id,
    ...(place === undefined ? {} : { place }),
    ...(s.year === undefined ? {} : { year: s.year }),
    modality: s.modality,
    ...(s.modality === 'target'
      ? {}
      : { version: s.modality === 'forecast' ? ('forecast' as const) : ('preliminary' as const) }),
    indicator: namedOf(identityOf(s, dictionary)),
    kind: s.kind,
    value: s.value,
    unit: s.unit,
    comparator: s.comparator,
    ...(s.action === undefined ? {} : { action: s.action }),
    quote: s.quote,
  }))
}

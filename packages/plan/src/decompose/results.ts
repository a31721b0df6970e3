import type { Reading } from '@jiannuo/reader'
import type { Dictionary } from '../indicators/index.ts'
import { identityOf, namedOf } from './named.ts'
import type { StatedResult } from './types.ts'

/**
 * What a document says was reached or is expected, in the order of the text: 预计 makes a forecast; a figure stated as done is
 * preliminary, since no report waits for the final accounts (domain.md 15, systems.md 7).
 *
 * @param reading what the reader made of the text
 * @param dictionary the indicators
 */
export function results(reading: Reading, dictionary: Dictionary): readonly StatedResult[] {
  return reading.statements.flatMap((s): readonly StatedResult[] => {
    if (s.modality === 'target') return []
    return [
      {
        statement: s.id,
        clause: s.clause,
        start: s.start,
        end: s.end,
        quote: s.quote,
        indicator: namedOf(identityOf(s, dictionary)),
        kind: s.kind,
        modality: s.modality,
        version: s.modality === 'forecast' ? 'forecast' : 'preliminary',
        value: s.value,
        unit: s.unit,
        comparator: s.comparator,
        ...(s.year === undefined ? {} : { year: s.year }),
        ...(s.action === undefined ? {} : { action: s.action }),
      },
    ]
  })
}

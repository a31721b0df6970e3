import type { Formula, MeasureDefinition } from '@jiannuo/engine'
import { ledgerSources } from './sources.ts'

/** A counter as a formula. */
export const of = (id: string): Formula => ({ counter: id })

/** Something counted, in the month of what decides it. */
export const count =
  (unit: string) =>
  (id: string, title: string, says: string): MeasureDefinition => ({
    id,
    title,
    unit,
    additivity: 'additive',
    direction: 'none',
    formula: of(id),
    decimals: 0,
    says,
    source: ledgerSources.counting,
  })

/** How many there are at this moment. */
export const stock =
  (unit: string) =>
  (id: string, title: string, says: string): MeasureDefinition => ({
    ...count(unit)(id, title, says),
    additivity: 'stock',
  })

/** A part of a whole, with its base in words. */
export const rate = (id: string, title: string, part: Formula, base: Formula, says: string): MeasureDefinition => ({
  id,
  title,
  unit: '%',
  additivity: 'recomputed',
  direction: 'up',
  formula: { ratio: [part, base] },
  decimals: 1,
  says,
  source: ledgerSources.counting,
})

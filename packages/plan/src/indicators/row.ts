import type { StatementKind } from '@jiannuo/reader'
import type { Adding } from '../model.ts'
import type { Indicator } from './types.ts'

/**
 * What sort of quantity an indicator is; it decides the kinds asserted and how values add up (domain.md 15).
 *
 * - `flow`: money or output of a year (地区生产总值): parts of a year add up
 * - `stock`: what is there at a moment (市场主体, 贷款余额): the last value stands, additions add up
 * - `output`: things done in a year (老旧小区改造): a bare count is the year's count, and counts add up
 * - `mean`: an average or an index value (PM2.5, 人均收入): the last value stands
 * - `ratio`: a proportion (失业率): worked out again from its counts
 * - `growth`: a rate by nature (居民消费价格)
 */
export type Shape = 'flow' | 'stock' | 'output' | 'mean' | 'ratio' | 'growth'

type Additions = Readonly<Partial<Record<StatementKind, Adding>>>

const NEVER = { rate: 'never', rank: 'never', multiple: 'never' } as const

const ADDING: Readonly<Record<Shape, Additions>> = {
  flow: { level: 'increments', increase: 'increments', ...NEVER },
  stock: { level: 'last', increase: 'increments', ...NEVER },
  output: { level: 'increments', increase: 'increments', ...NEVER },
  mean: { level: 'last', increase: 'increments', ...NEVER },
  ratio: { share: 'recomputed', increase: 'never', rate: 'never', rank: 'never' },
  growth: { rate: 'never', level: 'last', increase: 'never', rank: 'never' },
}

const KINDS: readonly StatementKind[] = ['level', 'increase', 'rate', 'share', 'multiple', 'rank']

/** Marks of a row: `down` less is better, `none` neither; `headline`; `narrowed` (see `Indicator.narrowed`). */
export type Mark = 'down' | 'none' | 'headline' | 'narrowed'

/**
 * One indicator of the dictionary, in the short form of its tables.
 *
 * @param id stable id
 * @param name canonical name
 * @param aliases other wordings, parted by spaces
 * @param shape what sort of quantity it is
 * @param units groups parted by spaces, members of a group by `=`: `家=户=个 money`
 * @param department the usual lead
 * @param marks more is better unless a mark says otherwise
 */
export function row(
  id: string,
  name: string,
  aliases: string,
  shape: Shape,
  units: string,
  department: string,
  ...marks: readonly Mark[]
): Indicator {
  const adding = ADDING[shape]
  return {
    id,
    name,
    aliases: aliases.split(' ').filter((alias) => alias !== ''),
    units: units.split(' ').map((group) => group.split('=')),
    kinds: KINDS.filter((kind) => adding[kind] !== undefined),
    direction: marks.includes('down') ? 'down' : marks.includes('none') ? 'none' : 'up',
    adding,
    department,
    ...(marks.includes('headline') ? { headline: true as const } : {}),
    ...(marks.includes('narrowed') ? { narrowed: true as const } : {}),
  }
}

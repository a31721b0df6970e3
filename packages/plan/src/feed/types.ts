import type { Direction, Reason, Target } from '../model.ts'

/** How values of a measure make a whole (the engine's `Additivity`): counts add up, of stocks the last stands, rates are worked out again. */
export type MeasureAdds = 'additive' | 'stock' | 'recomputed'

/**
 * How a measure becomes readings month by month: what came in since the year began, how many there are at the moment, or numerator and
 * denominator since the year began.
 */
export type FedBy = 'toDate' | 'moment' | 'ratio'

/** A measure that could feed a commitment. */
export interface OfferedMeasure {
  /** `machine.measure` */
  readonly id: string
  readonly title: string
  /** What one record of its machine is called: 工单, 企业. */
  readonly noun: string
  /** The machine's title: 市民热线. */
  readonly machine: string
  readonly unit: string
  readonly adds: MeasureAdds
  readonly direction: Direction
}

/** What a commitment looks for in a measure. */
export interface FeedWanted {
  readonly target: Pick<Target, 'kind' | 'unit' | 'adding' | 'direction' | 'comparator'>
  /** Name and aliases of its indicator; its title where it has none. */
  readonly words: readonly string[]
  /** Units that mean the same of this indicator (家 户 个 of firms), where a dictionary knows it. */
  readonly alike?: readonly string[]
}

/** Whether a measure fits a commitment, with every reason. */
export interface MeasureFit {
  readonly id: string
  readonly fits: boolean
  readonly by: FedBy
  /** The unit in which its values are written down, where the classifier is another than the measure's own: 户 as 家. */
  readonly as?: string
  /** How alike its words and the indicator's are, 0 to 1. It orders, and never decides. */
  readonly likeness: number
  /** Why it fits, or why not: what stands against it first. */
  readonly reasons: readonly Reason[]
}

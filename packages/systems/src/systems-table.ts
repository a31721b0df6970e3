/** How a system works, as the mission's table says: cases under clocks, kept lists, scores, networks … */
export type SystemShape = 'plan' | 'loop' | 'register' | 'index' | 'network' | 'forum' | 'portal' | 'document' | 'map'

/** One row of the mission's table of systems. */
export interface SystemRow {
  /** S01 to S70. */
  readonly id: string
  readonly title: string
  /** The seed document that names it: H the work report, W the yearly plan. */
  readonly seed: 'H' | 'W' | 'H/W'
  readonly shape: readonly SystemShape[]
  /** `declared` once its machines stand in this package. */
  readonly status: 'declared'
}

/** Systems that are declared. A row is added with the folder that declares it. */
export const systemsTable: readonly SystemRow[] = [
  { id: 'S05', title: '市民热线案件办理闭环', seed: 'H', shape: ['loop', 'map'], status: 'declared' },
  {
    id: 'S29',
    title: '“四上”企业纳统培育库、重点库、达标库（含小进规、小进限）',
    seed: 'H/W',
    shape: ['register'],
    status: 'declared',
  },
]

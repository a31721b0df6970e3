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
  {
    id: 'S01',
    title: '目标任务台账（政府工作报告与年度计划的分解、督办、销号）',
    seed: 'H/W',
    shape: ['plan', 'document'],
    status: 'declared',
  },
  {
    id: 'S02',
    title: '经济运行调度（主要预期指标月度监测）',
    seed: 'H',
    shape: ['plan', 'index'],
    status: 'declared',
  },
  { id: 'S05', title: '市民热线案件办理闭环', seed: 'H', shape: ['loop', 'map'], status: 'declared' },
  {
    id: 'S29',
    title: '“四上”企业纳统培育库、重点库、达标库（含小进规、小进限）',
    seed: 'H/W',
    shape: ['register'],
    status: 'declared',
  },
]

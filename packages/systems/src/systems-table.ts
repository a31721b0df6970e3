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
  {
    id: 'S03',
    title: '重大项目全链条闭环跟踪服务（周盘点、月调度）',
    seed: 'H',
    shape: ['loop', 'plan'],
    status: 'declared',
  },
  { id: 'S05', title: '市民热线案件办理闭环', seed: 'H', shape: ['loop', 'map'], status: 'declared' },
  { id: 'S06', title: '“民呼我应”工作平台', seed: 'W', shape: ['loop', 'portal', 'network'], status: 'declared' },
  { id: 'S07', title: '企业诉求收集办理', seed: 'H', shape: ['loop'], status: 'declared' },
  { id: 'S08', title: '征收争议闭环调解（社保费争议调解中心）', seed: 'H', shape: ['loop'], status: 'declared' },
  { id: 'S09', title: '“1+5+N”矛盾纠纷多元化解机制', seed: 'H', shape: ['loop', 'network'], status: 'declared' },
  {
    id: 'S10',
    title: '“研交办督结”工作闭环（风险隐患动态发现、滚动排查）',
    seed: 'W',
    shape: ['loop'],
    status: 'declared',
  },
  {
    id: 'S12',
    title: '安全生产隐患“闭环管理”（治本攻坚三年行动）',
    seed: 'H/W',
    shape: ['loop', 'map'],
    status: 'declared',
  },
  { id: 'S14', title: '人大议案建议、政协建议案提案办理', seed: 'H', shape: ['loop', 'document'], status: 'declared' },
  {
    id: 'S15',
    title: '多证齐发、分阶段施工、开工一张证、多审多管多验融合',
    seed: 'H',
    shape: ['loop'],
    status: 'declared',
  },
  {
    id: 'S26',
    title: '投资项目“三库”管理与资金争取储备',
    seed: 'H/W',
    shape: ['register', 'plan', 'map'],
    status: 'declared',
  },
  {
    id: 'S29',
    title: '“四上”企业纳统培育库、重点库、达标库（含小进规、小进限）',
    seed: 'H/W',
    shape: ['register'],
    status: 'declared',
  },
  {
    id: 'S31',
    title: '创新企业梯队库（科小、高企、瞪羚、专精特新、小巨人、新物种）',
    seed: 'H',
    shape: ['register'],
    status: 'declared',
  },
  {
    id: 'S32',
    title: '“先投后股”改革',
    seed: 'H',
    shape: ['register', 'loop'],
    status: 'declared',
  },
  {
    id: 'S36',
    title: '楼宇经济库（楼宇群、满仓工程、扫楼行动）',
    seed: 'H/W',
    shape: ['register', 'index', 'map'],
    status: 'declared',
  },
  { id: 'S46', title: '“无废城市细胞”名录', seed: 'H', shape: ['register'], status: 'declared' },
  { id: 'S50', title: '平安指数', seed: 'W', shape: ['index', 'loop', 'map'], status: 'declared' },
  {
    id: 'S55',
    title: '微网格与平安合伙人',
    seed: 'W',
    shape: ['network', 'map'],
    status: 'declared',
  },
]

import type { Json } from '@jiannuo/engine'

/** One industry of the 四上 statistics: its line, and what else a firm must have. */
interface Industry {
  readonly title: string
  /** Revenue of a year from which a firm is counted, in 万元; absent where size does not matter. */
  readonly revenue?: number
  /** Whether a firm needs a contracting qualification. */
  readonly qualification?: true
  /** Whether a firm needs to develop property. */
  readonly development?: true
  /** How offices call the step over the line. */
  readonly step: string
}

/** Where the lines stand: the reporting rules as a statistics bureau explains them (domain.md 7). */
export const thresholdSource = '国家统计局“四上”企业划分标准（楚雄市统计局2023年公布的说明）'

/** Lines by industry (domain.md 7), in 万元 of revenue a year. A district lays the table of the year over them. */
export const industries = {
  industry: { title: '工业', revenue: 2000, step: '小进规' },
  construction: { title: '建筑业', qualification: true, step: '资质入库' },
  wholesale: { title: '批发业', revenue: 2000, step: '小进限' },
  retail: { title: '零售业', revenue: 500, step: '小进限' },
  lodging: { title: '住宿和餐饮业', revenue: 200, step: '小进限' },
  estate: { title: '房地产开发经营', development: true, step: '开发入库' },
  serviceA: { title: '交通运输、信息传输、水利环境、卫生等服务业', revenue: 2000, step: '服务业升规' },
  serviceB: { title: '租赁商务、科研、教育、物业管理、房地产中介等服务业', revenue: 1000, step: '服务业升规' },
  serviceC: { title: '居民服务、文体娱乐、社会工作等服务业', revenue: 500, step: '服务业升规' },
} as const satisfies Readonly<Record<string, Industry>>

/** The lines as the default of the setting. */
export const defaultThresholds: Json = industries

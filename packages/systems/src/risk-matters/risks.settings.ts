import type { Json, SettingDefinition } from '@jiannuo/engine'
import { riskSources as sources } from './risks.sources.ts'

const categories = {
  housing: { title: '房屋交付和物业' },
  labour: { title: '劳资和欠薪' },
  expropriation: { title: '征收安置' },
  finance: { title: '涉众金融和预付消费' },
  neighbour: { title: '邻里和家庭矛盾激化' },
  education: { title: '教育和就学' },
  medical: { title: '医疗' },
  ecology: { title: '环境和邻避' },
  traffic: { title: '交通和停车' },
  veterans: { title: '政策待遇诉求' },
  online: { title: '网络舆情' },
  other: { title: '其他' },
} as const

const limit = (title: string, value: number, unit: 'workday' | 'day'): SettingDefinition => ({
  title,
  type: 'limit',
  default: { value, unit },
  source: `${sources.loop}；时长为${sources.proposal}`,
})

const days = (blue: number, yellow: number, orange: number, red: number): Json => ({
  blue: { value: blue, unit: 'day' },
  yellow: { value: yellow, unit: 'day' },
  orange: { value: orange, unit: 'day' },
  red: { value: red, unit: 'day' },
})

const byLevel = (title: string, table: Json): SettingDefinition => ({
  title,
  type: 'table',
  default: table,
  source: `${sources.loop}；时长为${sources.proposal}`,
})

/** Everything of the loop of risks that a district may set, with defaults and where they come from. */
export const riskSettings: Readonly<Record<string, SettingDefinition>> = {
  categories: { title: '风险类别', type: 'table', default: categories, source: sources.counting },
  assessLimit: limit('研判时限', 1, 'workday'),
  assignLimit: limit('交办时限', 1, 'workday'),
  answerLimit: limit('首次反馈时限', 3, 'workday'),
  handlingLimit: byLevel('办结时限（按等级）', days(30, 30, 15, 15)),
  reviewLimit: limit('办结复核时限', 3, 'workday'),
  observeLimit: limit('办结后观察期', 30, 'day'),
  rollingLimit: byLevel('滚动排查周期（按等级）', days(30, 15, 7, 3)),
  extensionTimes: { title: '可延期次数', type: 'number', default: 1, source: sources.proposal },
  extensionTotal: { title: '延期合计上限（自然日）', type: 'number', default: 30, source: sources.proposal },
}

import type { SettingDefinition } from '@jiannuo/engine'
import { defaultStandards } from './cells.standards.ts'

/** What the list rests on. */
export const cellSources = {
  law: '《中华人民共和国固体废物污染环境防治法》（2020年修订）',
  plan: '《“十四五”时期“无废城市”建设工作方案》（环固体〔2021〕114号）',
  shanghai:
    '《上海市“无废细胞”建设评估管理规程（试行）》（沪生建办〔2023〕14号）第2条（单元种类）、第6条（自愿申报、承诺书）、第7条（不得申报）',
  civilCode: '《民法典》第200条至第203条',
  proposal: '本项目建议值，请按本地规定核定',
} as const

const { proposal, shanghai } = cellSources
const days = (title: string, value: number): SettingDefinition => ({
  title,
  type: 'limit',
  default: { value, unit: 'workday' },
  source: proposal,
})

/** What a district may set about its cells. */
export const cellSettings: Readonly<Record<string, SettingDefinition>> = {
  standards: {
    title: '创建标准（百分制）',
    type: 'table',
    default: defaultStandards,
    source: `类别参照${shanghai}；分值、达标线、必备条件为${proposal}`,
  },
  leastReviewers: { title: '现场核查最少人数（不少于2）', type: 'number', default: 2, source: proposal },
  gapLimit: { title: '自评高出核查多少分即提示', type: 'number', default: 10, source: proposal },
  selfCheckLimit: days('自评时限', 20),
  auditLimit: days('初审时限', 10),
  siteLimit: days('现场核查时限', 20),
  publicityLimit: days('公示时间', 5),
  namingLimit: days('公示后命名时限', 10),
  recheckLimits: {
    title: '复核周期（按类别）',
    type: 'table',
    default: {
      hospital: { value: 180, unit: 'day' },
      factory: { value: 180, unit: 'day' },
      '*': { value: 365, unit: 'day' },
    },
    source: `有医疗废物、危险废物的从紧；时长为${proposal}`,
  },
  earlyLimit: days('提前复核时限', 10),
  mendLimit: { title: '限期整改时限', type: 'limit', default: { value: 30, unit: 'day' }, source: proposal },
}

import type { Json, SettingDefinition } from '@jiannuo/engine'
import { CHINA_OFFSET, parseInstant } from '@jiannuo/kernel'

/** Where the lines and rhythms of the buildings come from. */
export const buildingSources = {
  cangqian: '杭州市余杭区仓前街道楼宇（园区）企业台账',
  use: '各地楼宇经济通行口径（未见政府公布的计算公式）',
  shanghai: '上海、深圳、杭州等地楼宇单位面积税收公开报道',
  civilCode: '《民法典》第200条至第203条',
  secrecy: '《税收征收管理法》第8条（为纳税人的情况保密）',
  proposal: '本项目建议口径，请按本地规定核定',
} as const

const { use, proposal, cangqian } = buildingSources

/** The last noon of a year, local time: counts of a tax year lie in its December. */
function endOfYear(year: number): number {
  const at = parseInstant(`${year}-12-31 12:00`, CHINA_OFFSET)
  if (!at.ok) throw new RangeError(`no such year: ${year}`)
  return at.value
}

const years: Json = Object.fromEntries(
  Array.from({ length: 16 }, (_, index) => 2020 + index).map((year) => [
    String(year),
    { title: `${year}年`, at: endOfYear(year) },
  ]),
)

/** What a district may set about its buildings. */
export const buildingSettings: Readonly<Record<string, SettingDefinition>> = {
  kinds: {
    title: '楼宇类型',
    type: 'table',
    default: {
      office: { title: '商务写字楼' },
      complex: { title: '商业综合体' },
      headquarters: { title: '总部楼宇' },
      incubator: { title: '孵化器、众创楼宇' },
      factory: { title: '工业上楼、研发楼' },
    },
    source: proposal,
  },
  specialties: {
    title: '专业楼宇类别',
    type: 'table',
    default: {
      digital: { title: '数字经济专业楼宇' },
      carbon: { title: '双碳专业楼宇' },
      culture: { title: '文创专业楼宇' },
      finance: { title: '金融专业楼宇' },
    },
    source: proposal,
  },
  tiers: {
    title: '亿元楼宇档次（年税收，万元）',
    type: 'table',
    default: {
      one: { title: '亿元楼宇', from: 10_000 },
      five: { title: '五亿元楼宇', from: 50_000 },
      ten: { title: '十亿元楼宇', from: 100_000 },
    },
    source: `${use}：楼内企业年税收1亿元以上；按注册地还是实际办公地归集由本地规定`,
  },
  taxYears: { title: '税收年度', type: 'table', default: years, source: `公历年度；${proposal}` },
  operatingShare: { title: '转入运营的入驻率', type: 'number', default: 0.5, source: proposal },
  fullShare: { title: '满仓的入驻率', type: 'number', default: 0.95, source: proposal },
  specialtyShare: { title: '认定专业楼宇的产业集聚度（%）', type: 'number', default: 60, source: proposal },
  buildLimit: { title: '在建楼宇跟踪周期', type: 'limit', default: { value: 90, unit: 'day' }, source: proposal },
  sweepLimit: {
    title: '扫楼周期',
    type: 'limit',
    default: { value: 90, unit: 'day' },
    source: `每季度一次；${cangqian}；${proposal}`,
  },
  keySweepLimit: {
    title: '亿元楼宇扫楼周期',
    type: 'limit',
    default: { value: 30, unit: 'day' },
    source: `重点楼宇每月一次；${proposal}`,
  },
  renewalLimit: { title: '提质更新进度周期', type: 'limit', default: { value: 90, unit: 'day' }, source: proposal },
  retentionLimit: {
    title: '迁出预警走访时限',
    type: 'limit',
    default: { value: 5, unit: 'workday' },
    source: proposal,
  },
}

import type { Json, SettingDefinition } from '@jiannuo/engine'
import { limitSetting, listSetting, numberSetting, PROPOSAL } from './form.ts'
import { whistleSources as sources } from './whistle.sources.ts'

type Settings = Readonly<Record<string, SettingDefinition>>

const hours = (value: number): Json => ({ value, unit: 'hour' })
const workdays = (value: number): Json => ({ value, unit: 'workday' })

const row = (urgent: Json, ordinary: number, complex: number): Json => ({
  urgent,
  ordinary: workdays(ordinary),
  complex: workdays(complex),
})

const tables: Settings = {
  categories: listSetting('报事分类', {
    environment: '环境卫生',
    facility: '公共设施',
    property: '物业管理',
    building: '违法建设',
    order: '市容秩序',
    safety: '安全隐患',
    drainage: '排水渍水',
    neighbour: '邻里矛盾',
    welfare: '帮扶求助',
    other: '其他',
  }),
  whistleKinds: listSetting('哨型', {
    enforcement: '综合执法哨',
    keyWork: '重点工作哨',
    emergency: '应急处置哨',
  }),
  levelLimits: {
    title: '处置时限（按层级和紧急程度）',
    type: 'table',
    default: {
      grid: row(hours(2), 1, 2),
      community: row(hours(4), 3, 5),
      street: row(hours(8), 5, 10),
      whistle: row(hours(24), 5, 15),
      district: row(hours(24), 5, 15),
    },
    source: `${sources.levels}；时长为${PROPOSAL}`,
  },
  arrivalLimits: {
    title: '应哨到场时限（按哨型）',
    type: 'table',
    default: { emergency: hours(0.5), enforcement: workdays(1), '*': workdays(2) },
    source: `${sources.beijing(16)}；时长为${PROPOSAL}`,
  },
}

const limits: Settings = {
  intakeLimit: limitSetting('接件时限', 1, 'workday', `${sources.levels}；时长为${PROPOSAL}`),
  orderedArrivalLimit: limitSetting('责令到场时限', 4, 'hour'),
  rulingLimit: limitSetting('督查室裁定时限', 1, 'workday', `${sources.beijing(12)}；时长为${PROPOSAL}`),
  verifyingLimit: limitSetting('核实销号时限', 2, 'workday'),
  feedbackLimit: limitSetting('居民评价时限', 3, 'workday', `${sources.beijing(23)}；时长为${PROPOSAL}`),
  scoringLimit: limitSetting('互评时限', 3, 'workday', `${sources.beijing(33)}；时长为${PROPOSAL}`),
  objectingLimit: limitSetting('评分异议期', 3, 'workday'),
}

const rules: Settings = {
  maxRedo: numberSetting('居民不满意返工次数上限', 2, `${sources.jinan(27)}；次数为${PROPOSAL}`),
  missedCalls: numberSetting('评价几次联系不上后归档', 3),
  lowScore: numberSetting('评分低于多少分须说明', 60),
  extensionTimes: numberSetting('可延期次数', 1, `${sources.beijing(15)}；次数为${PROPOSAL}`),
  extensionTotal: numberSetting('延期合计上限（与处置时限同单位）', 10),
}

/** Everything of the loop that a district may set. */
export const whistleSettings: Settings = { ...tables, ...limits, ...rules }

import type { FieldDefinition } from '@jiannuo/engine'
import { versions } from '../commitments/choices.ts'

type Fields = Readonly<Record<string, FieldDefinition>>

/** Which figure this is: indicator, period, place. It never changes. */
const subject: Fields = {
  indicator: { title: '指标编号', type: 'text', required: true, maxLength: 200, facet: true },
  indicatorName: { title: '指标', type: 'text', maxLength: 200, search: true, column: 1 },
  period: {
    title: '时期',
    type: 'text',
    required: true,
    facet: true,
    column: 2,
    pattern: {
      regex: '\\d{4}|\\d{4}-H[12]|\\d{4}-Q[1-4]|\\d{4}-(0[1-9]|1[0-2])',
      says: '年（2026）、半年（2026-H1）、季（2026-Q1）或月（2026-03）',
    },
  },
  place: { title: '地方', type: 'text', required: true, maxLength: 80 },
  department: { title: '责任单位', type: 'unit', column: 5 },
}

/** The figure itself in its latest version; the ones before stand in the readings and in the log. */
const figure: Fields = {
  version: { title: '数据版本', type: 'choice', choices: versions, column: 4 },
  value: { title: '数值', type: 'number', column: 3 },
  unit: { title: '计量单位', type: 'text', maxLength: 40 },
  comparableGrowth: {
    title: '可比价增速',
    type: 'number',
    unit: '%',
    help: '地区生产总值、规上工业增加值按可比价。不能由现价推算。',
  },
  nominalGrowth: { title: '现价增速', type: 'number', unit: '%' },
  yearTarget: { title: '年度目标', type: 'number' },
  cityTarget: { title: '市下达目标', type: 'number' },
  rankCity: { title: '全市位次', type: 'number', min: 1 },
  rankCentral: { title: '中心城区位次', type: 'number', min: 1 },
  note: { title: '发布口径说明', type: 'longText', maxLength: 2000 },
  secrecy: { title: '数据密级', type: 'choice', choices: { internal: '内部', public: '可公开' } },
  releasedOn: { title: '统计部门发布日期', type: 'date' },
}

const course: Fields = {
  collectedBy: { title: '采集人', type: 'person' },
  revisedAt: { title: '最近修订时间', type: 'instant' },
  usableAt: { title: '可内部使用时间', type: 'instant' },
  publishedAt: { title: '公开时间', type: 'instant' },
}

/** Fields of a monthly figure (systems.md S02; domain.md 15). */
export const economyFields: Fields = { ...subject, ...figure, ...course }

export const collectInput = [...Object.keys(subject), ...Object.keys(figure)]

const versioned = ['version', 'value', 'comparableGrowth', 'nominalGrowth', 'rankCity', 'rankCentral', 'note']

/** What a unit gives; targets, secrecy and the day of release are not its to change. */
export const returnedInput = [...versioned, 'unit']

/** What a revision gives anew. */
export const revisionInput = [...versioned, 'releasedOn']

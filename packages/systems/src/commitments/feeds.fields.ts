import type { FieldDefinition } from '@jiannuo/engine'
import { coverages, versions } from './choices.ts'

type Fields = Readonly<Record<string, FieldDefinition>>

/** How a measure becomes readings month by month. */
export const fedBys = { toDate: '年初至今累计', moment: '时点数', ratio: '按分子分母重算' } as const

/** Which figure is taken, so that it can be worked out again from this record alone. */
const subject: Fields = {
  title: { title: '取数名称', type: 'text', required: true, maxLength: 300, search: true, column: 1 },
  address: { title: '取数地址', type: 'text', required: true, maxLength: 200, column: 2 },
  series: { title: '实绩序列', type: 'text', required: true, maxLength: 300 },
  by: { title: '累计方式', type: 'choice', required: true, choices: fedBys, column: 3 },
  source: { title: '测度说明', type: 'longText', maxLength: 1000 },
}

/** What was taken last; every value stands in the readings and in the log. */
const last: Fields = {
  lastPeriod: { title: '最近取数时期', type: 'text', maxLength: 20, column: 4 },
  lastValue: { title: '最近取数', type: 'number', column: 5 },
  takenAt: { title: '最近取数时间', type: 'instant', column: 6 },
}

/** Fields of a feed (取数; systems.md S01). */
export const feedFields: Fields = { ...subject, ...last }

export const startInput = Object.keys(subject)

/** A figure of one month, as the machine worked it out. */
export const countedFields: Fields = {
  period: { title: '时期', type: 'text', required: true, maxLength: 20 },
  version: { title: '数据版本', type: 'choice', required: true, choices: versions },
  covers: { title: '覆盖时段', type: 'choice', required: true, choices: coverages },
  value: { title: '数值', type: 'number', required: true },
  unit: { title: '计量单位', type: 'text', required: true, maxLength: 40 },
  numerator: { title: '分子', type: 'number' },
  denominator: { title: '分母', type: 'number' },
}

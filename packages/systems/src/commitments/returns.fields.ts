import type { FieldDefinition } from '@jiannuo/engine'
import { coverages, versions } from './choices.ts'

type Fields = Readonly<Record<string, FieldDefinition>>

const PERIOD = '\\d{4}-(0[1-9]|1[0-2])|\\d{4}-Q[1-4]|\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])'

/** What is reported on: taken from the commitment as the return is drafted. */
const subject: Fields = {
  commitment: { title: '目标任务', type: 'record', required: true, facet: true },
  commitmentTitle: { title: '任务标题', type: 'text', maxLength: 300, search: true, column: 1 },
  period: {
    title: '报送时期',
    type: 'text',
    required: true,
    facet: true,
    column: 2,
    pattern: { regex: PERIOD, says: '月（2026-03）、季（2026-Q1）或日（2026-03-27）' },
  },
  leadUnit: { title: '牵头单位', type: 'unit', required: true, column: 3 },
  series: { title: '实绩序列', type: 'text', maxLength: 200 },
  needsValue: { title: '须填数', type: 'boolean' },
  unit: { title: '计量单位', type: 'text', maxLength: 40 },
  covers: { title: '覆盖时段', type: 'choice', choices: coverages },
}

/** What the unit says. */
const content: Fields = {
  value: { title: '完成数', type: 'number', column: 4 },
  numerator: { title: '分子', type: 'number', help: '比率类指标填写，以便与其他单位合计。' },
  denominator: { title: '分母', type: 'number' },
  version: { title: '数据版本', type: 'choice', choices: versions, help: '不填按快报。' },
  progress: { title: '进展情况', type: 'longText', maxLength: 4000, search: true },
  problem: { title: '存在问题', type: 'longText', maxLength: 2000 },
  help: { title: '需要协调解决的事项', type: 'longText', maxLength: 2000 },
  evidence: { title: '佐证材料', type: 'files' },
}

const course: Fields = {
  lateDays: { title: '迟报天数', type: 'number', min: 0, help: '由系统按报送节奏算出。' },
  submittedBy: { title: '报送人', type: 'person' },
  submittedAt: { title: '首次报送时间', type: 'instant', column: 5 },
  sentBackAt: { title: '退回时间', type: 'instant' },
  approvedAt: { title: '批准时间', type: 'instant' },
  overdueAt: { title: '填报逾期时间', type: 'instant' },
}

/** Fields of a return (月报; systems.md S01, domain.md 1.2). */
export const returnFields: Fields = { ...subject, ...content, ...course }

export const contentInput = Object.keys(content)
export const draftInput = [...Object.keys(subject), ...contentInput, 'lateDays']

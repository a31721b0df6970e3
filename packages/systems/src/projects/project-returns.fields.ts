import type { FieldDefinition } from '@jiannuo/engine'
import { versions } from '../commitments/choices.ts'
import { levels } from './choices.ts'

type Fields = Readonly<Record<string, FieldDefinition>>

const money = (title: string, more: Partial<FieldDefinition> = {}): FieldDefinition => ({
  title,
  type: 'money',
  unit: '万元',
  ...more,
})

/** Which project and which month: taken from the project as the return is drafted. */
const subject: Fields = {
  project: { title: '项目', type: 'record', required: true, facet: true },
  projectName: { title: '项目名称', type: 'text', required: true, maxLength: 120, search: true, column: 1 },
  period: { title: '月份', type: 'choice', required: true, choicesFrom: 'months', facet: true, column: 2 },
  leadUnit: { title: '责任单位', type: 'unit', required: true, column: 3 },
  kind: { title: '项目类别', type: 'choice', choicesFrom: 'kinds', facet: true },
  level: { title: '级别', type: 'choice', choices: levels, facet: true },
  planned: money('当月计划投资', { min: 0 }),
  enteredOn: { title: '项目入统日期', type: 'date', help: '未入统的不填；审核时由区项目办核对。' },
}

/** What the unit says. */
const content: Fields = {
  monthDone: money('当月完成投资', { column: 4, help: '核减时可填负数。' }),
  yearDone: money('自年初累计完成投资', { min: 0, column: 5 }),
  totalDone: money('自开工累计完成投资', { min: 0 }),
  imageProgress: { title: '形象进度', type: 'longText', maxLength: 1000, search: true },
  problem: { title: '存在问题', type: 'longText', maxLength: 1000, help: '需要协调的请另报周盘点问题。' },
  evidence: { title: '佐证材料', type: 'files', help: '支付凭证、监理月报、现场照片。' },
}

const course: Fields = {
  version: { title: '数据版本', type: 'choice', choices: versions },
  monthAt: { title: '计入的时间', type: 'instant' },
  submittedBy: { title: '报送人', type: 'person' },
  submittedAt: { title: '首次报送时间', type: 'instant' },
  overdueAt: { title: '逾期时间', type: 'instant' },
  approvedAt: { title: '采用时间', type: 'instant' },
}

/** Fields of a project's monthly return (systems.md S26; domain.md 5). */
export const projectReturnFields: Fields = { ...subject, ...content, ...course }
export const contentInput = Object.keys(content)
export const subjectInput = Object.keys(subject)

import type { FieldDefinition } from '@jiannuo/engine'
import { decisionsTable } from './rows.ts'

type Fields = Readonly<Record<string, FieldDefinition>>

/** What is known of a document, and what the reader made of it. */
const given: Fields = {
  title: { title: '标题', type: 'text', required: true, maxLength: 300, search: true, column: 1 },
  kind: {
    title: '文件种类',
    type: 'choice',
    facet: true,
    column: 2,
    choices: { report: '政府工作报告', plan: '计划', bulletin: '公报', other: '其他' },
  },
  place: { title: '地方', type: 'text', maxLength: 80, facet: true, column: 3 },
  own: { title: '本区文件', type: 'boolean', facet: true },
  year: { title: '计划年度', type: 'number', facet: true, column: 4, min: 1949, max: 2199 },
  reviewYear: { title: '回顾年度', type: 'number', min: 1949, max: 2199 },
  publisher: { title: '发布机构', type: 'text', maxLength: 200 },
  indexNumber: { title: '索引号', type: 'text', maxLength: 200 },
  documentNumber: { title: '文号', type: 'text', maxLength: 200 },
  date: { title: '成文日期', type: 'date' },
  original: { title: '原件', type: 'files' },
  text: { title: '提取的文本', type: 'files' },
  reading: { title: '读数', type: 'files', help: '读取程序从文本中读出的全部内容。' },
  readerVersion: { title: '读取程序版本', type: 'text', maxLength: 40 },
  mediaType: { title: '文件格式', type: 'text', maxLength: 200 },
  statements: { title: '陈述数', type: 'number', min: 0 },
  tasks: { title: '任务数', type: 'number', min: 0 },
  problems: { title: '问题数', type: 'number', min: 0 },
}

const course: Fields = {
  decisions: decisionsTable('逐条决定'),
  decidedCount: { title: '已决定条数', type: 'number', min: 0, column: 5 },
}

/** Fields of a document (systems.md S01; domain.md 3). */
export const documentFields: Fields = { ...given, ...course }

/** What a document is taken in with. */
export const importInput = Object.keys(given)

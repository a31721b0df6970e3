import type { FieldDefinition } from '@jiannuo/engine'

type Columns = Readonly<Record<string, FieldDefinition>>

const id = (title: string): FieldDefinition => ({ title, type: 'text', required: true, maxLength: 200 })

const DAY = '\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])'

/** A table of a form or a record: its title, the column that names a row, its columns. */
const table = (title: string, key: string, columns: Columns, more: Partial<FieldDefinition> = {}): FieldDefinition => ({
  title,
  type: 'rows',
  key,
  columns,
  ...more,
})

/** The numbers that a commitment names, one row each; strike-off asks for evidence of every one of them. */
export const numbersTable = (title: string): FieldDefinition =>
  table(title, 'item', {
    item: id('序号'),
    quote: { title: '原文', type: 'text' },
    value: { title: '目标数', type: 'number' },
    unit: { title: '计量单位', type: 'text' },
    indicator: { title: '指标', type: 'text' },
  })

/** Dated steps (季度节点, 形象进度). */
export const milestonesTable = (title: string): FieldDefinition =>
  table(title, 'id', {
    id: id('节点编号'),
    title: { title: '节点内容', type: 'text', required: true, maxLength: 200 },
    due: { title: '应完成日期', type: 'date', required: true },
    done: { title: '实际完成日期', type: 'date' },
  })

/** A planned curve: how much of the target should be reached by a day. */
export const curveTable = (title: string): FieldDefinition =>
  table(
    title,
    'by',
    {
      by: { ...id('截至日期'), pattern: { regex: DAY, says: '年月日，如2026-06-30' } },
      share: { title: '应完成的比例', type: 'number', required: true, min: 0, max: 1 },
    },
    { help: '比例填0到1之间的数；没有曲线的按时间匀速推算。' },
  )

/** Evidence of target numbers, one row a number. */
export const proofTable = (title: string): FieldDefinition =>
  table(title, 'item', {
    item: id('目标数序号'),
    source: { title: '数据来源', type: 'text', required: true, maxLength: 200 },
    value: { title: '完成数', type: 'number' },
    files: { title: '佐证材料', type: 'files' },
  })

/** Why a light shows what it shows, point by point. */
export const reasonsTable = (title: string): FieldDefinition =>
  table(title, 'no', {
    no: id('序'),
    code: { title: '规则代码', type: 'text' },
    words: { title: '说明', type: 'text' },
  })

/** What was decided about each thing that a document proposes. */
export const decisionsTable = (title: string): FieldDefinition =>
  table(title, 'item', {
    item: id('条目编号'),
    decision: {
      title: '决定',
      type: 'choice',
      required: true,
      choices: { confirmed: '确认', rejected: '不采用', merged: '合并', split: '拆分', reopened: '重新决定' },
    },
    commitment: { title: '目标任务', type: 'record' },
    note: { title: '说明', type: 'text', maxLength: 500 },
  })

/** Readings that stand in a document, one row each, named as the parts of a reading. */
export const resultsTable = (title: string): FieldDefinition =>
  table(title, 'id', {
    id: id('编号'),
    series: { title: '序列', type: 'text', required: true },
    period: { title: '时期', type: 'text', required: true },
    version: { title: '版本', type: 'text' },
    covers: { title: '覆盖时段', type: 'text' },
    value: { title: '数值', type: 'number', required: true },
    unit: { title: '计量单位', type: 'text' },
    source: { title: '来源', type: 'text' },
    numerator: { title: '分子', type: 'number' },
    denominator: { title: '分母', type: 'number' },
  })

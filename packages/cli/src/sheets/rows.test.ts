import { describe, expect, test } from 'vitest'
import { madeUpDocument } from '../../testing/document.ts'
import { sheetRows } from './rows.ts'
import { problemTable, splitTable, statementTable } from './tables.ts'

const rows = sheetRows(madeUpDocument())

describe('split table', () => {
  const table = splitTable(rows.split)
  const column = (title: string) => {
    const index = table.columns.findIndex((c) => c.title === title)
    return table.rows.map((row) => row[index])
  }

  test('has the columns of a published table', () => {
    expect(table.columns.map(({ title }) => title)).toEqual([
      '序号',
      '工作任务/量化目标',
      '指标',
      '目标值',
      '单位',
      '具体措施或建设内容',
      '牵头领导',
      '牵头单位',
      '配合/责任单位',
      '完成时限',
      '季度形象进度',
      '原文出处',
      '来源文件',
    ])
    for (const row of table.rows) expect(row).toHaveLength(table.columns.length)
  })

  test('each task has a number, its further targets a part of it; targets outside tasks stand for themselves', () => {
    expect(column('序号')).toEqual([1, 2, 3, '3.1'])
    expect(column('指标')).toEqual(['市场主体', '市场主体总量', '道路', '公园'])
    expect(column('工作任务/量化目标')).toEqual([
      '新增市场主体1.2万户以上',
      '新增市场主体1.2万户以上，总量突破8万户',
      '建成云溪路等3条道路',
      '开工2个公园',
    ])
  })

  test('what was reached, in the review or quoted in the plan, is no commitment', () => {
    expect(column('指标')).not.toContain('地区生产总值')
    expect(column('指标')).not.toContain('学校')
  })

  test('a plain target is a number, a bounded one says its bound', () => {
    expect(column('目标值')).toEqual(['≥1.2', '>8', 3, 2])
  })

  test('the deadline is that of the task, else the year', () => {
    expect(column('完成时限')).toEqual(['2025年', '2025年', '年底前（2025-12-31）', '年底前（2025-12-31）'])
  })

  test('leaders, lead, partners and steps are left to people', () => {
    for (const title of ['牵头领导', '牵头单位', '配合/责任单位', '季度形象进度']) {
      expect(column(title).every((cell) => cell === '')).toBe(true)
    }
  })

  test('the origin names path and characters', () => {
    expect(column('原文出处')[0]).toMatch(/^2025年工作安排，字符\d+–\d+$/)
  })

  test('numbers go on from the file before', () => {
    expect(splitTable(rows.split, 10).rows.map(([number]) => number)).toEqual([11, 12, 13, '13.1'])
  })
})

test('the sheet of statements holds every statement and a cell for each column', () => {
  const table = statementTable(rows.statements)
  expect(table.rows).toHaveLength(6)
  for (const row of table.rows) expect(row).toHaveLength(table.columns.length)
  expect(table.rows[1].slice(0, 6)).toEqual([2, '市场主体', '不低于', 1.2, null, '万户'])
})

test('the sheet of problems says line and wording', () => {
  const table = problemTable(rows.problems)
  expect(table.rows).toHaveLength(1)
  expect(table.rows[0]).toHaveLength(table.columns.length)
  expect(table.rows[0].slice(0, 3)).toEqual([1, '警告', 5])
  expect(table.rows[0][4]).toContain('2处字节')
})

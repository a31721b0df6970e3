import type { CellValue, Column, Table } from '@jiannuo/files'
import type { SplitRow } from './rows.ts'

const text = (title: string, width?: number): Column => (width === undefined ? { title } : { title, width })
const number = (title: string): Column => ({ title, kind: 'number' })

/** Columns of a 目标任务分解表 as offices publish it, and where each row comes from. */
const SPLIT: readonly Column[] = [
  text('序号', 8),
  text('工作任务/量化目标', 36),
  text('指标', 22),
  text('目标值', 12),
  text('单位', 10),
  text('具体措施或建设内容', 50),
  text('牵头领导', 12),
  text('牵头单位', 16),
  text('配合/责任单位', 20),
  text('完成时限', 12),
  text('季度形象进度', 24),
  text('原文出处', 40),
  text('来源文件', 24),
]

const STATEMENTS: readonly Column[] = [
  number('序号'),
  text('指标', 24),
  text('界限'),
  number('数值'),
  number('数值上限'),
  text('单位'),
  number('折合数值'),
  text('折合单位'),
  text('类型'),
  text('性质'),
  number('年份'),
  text('动作'),
  text('范围'),
  text('地点'),
  text('原文', 16),
  text('所在句', 50),
  text('标题路径', 30),
  text('部分'),
  text('条款类别'),
  text('页/表'),
  number('行号'),
  number('起'),
  number('止'),
  text('编号'),
  text('条款编号'),
  text('来源文件', 24),
]

const PROBLEMS: readonly Column[] = [
  number('序号'),
  text('级别'),
  number('行号'),
  text('位置'),
  text('说明', 60),
  text('代码', 24),
  number('起'),
  number('止'),
  text('来源文件', 24),
]

/**
 * The first sheet. A commitment has a whole number; further targets of a task with several are 3.1, 3.2.
 *
 * @param after number of the last commitment that is already written
 */
export function splitTable(rows: readonly SplitRow[], after = 0): Table {
  let main = after
  let further = 0
  const numbered = rows.map((row) => {
    further = row.further ? further + 1 : 0
    if (!row.further) main++
    return [row.further ? `${main}.${further}` : main, ...row.cells]
  })
  return { name: '目标任务分解表', columns: SPLIT, rows: numbered }
}

/** The sheet of all statements. */
export const statementTable = (rows: readonly (readonly CellValue[])[]): Table => ({
  name: '陈述',
  columns: STATEMENTS,
  rows: withNumbers(rows),
})

/** The sheet of problems. */
export const problemTable = (rows: readonly (readonly CellValue[])[]): Table => ({
  name: '问题',
  columns: PROBLEMS,
  rows: withNumbers(rows),
})

const withNumbers = (rows: readonly (readonly CellValue[])[]): CellValue[][] =>
  rows.map((row, index) => [index + 1, ...row])

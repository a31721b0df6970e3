import { renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { type Table, writeCsv, writeXlsx } from '@jiannuo/files'
import { eachFile } from '../batch/many-files.ts'
import { codeOf, exitCode, writeErr, writeOut, writeOutLater } from '../output.ts'
import { cliProblem } from '../cli-problem.ts'
import type { ReadArguments } from '../read/arguments.ts'
import { reasonOf } from '../read/document.ts'
import { reportProblems } from '../read/one-file.ts'
import type { SheetRows } from './rows.ts'
import { problemTable, splitTable, statementTable } from './tables.ts'

/** Writes the split table of all files as one CSV. */
export async function writeSplitCsv(given: ReadArguments): Promise<number> {
  let commitments = 0
  let begun = false
  const total = await eachFile(given, 'sheets', async (outcome) => {
    if (outcome.sheets === undefined) return true
    const { split } = outcome.sheets
    const options = begun ? { mark: false, header: false } : {}
    const more = await writeOutLater(writeCsv(splitTable(split, commitments), options))
    begun = true
    commitments += split.filter(({ further }) => !further).length
    return more
  })
  if (begun && commitments === 0) {
    writeErr('提示：没有读到计划部分的目标任务，表是空的。全部陈述请用 --xlsx 或 --json。\n')
  }
  return total.failed > 0 ? exitCode.failed : exitCode.read
}

/** Writes the split table, all statements and all problems as an XLSX workbook. */
export async function writeWorkbook(given: ReadArguments, path: string): Promise<number> {
  // Reading a folder takes a while; a target that cannot be written is said before.
  const blocked = whyNotWritable(path)
  if (blocked !== undefined) return refuseTarget(path, blocked)
  const all: { [K in keyof SheetRows]: SheetRows[K][number][] } = { split: [], statements: [], problems: [] }
  const total = await eachFile(given, 'sheets', async (outcome) => {
    const rows = outcome.sheets
    if (rows === undefined) return true
    for (const row of rows.split) all.split.push(row)
    for (const row of rows.statements) all.statements.push(row)
    for (const row of rows.problems) all.problems.push(row)
    return true
  })
  if (total.files === total.failed) return exitCode.failed
  const tables = [splitTable(all.split), statementTable(all.statements), problemTable(all.problems)]
  const failure = await replaceFile(path, tables)
  if (failure !== undefined) return refuseTarget(path, failure)
  const commitments = all.split.filter(({ further }) => !further).length
  writeOut(
    `已写入 ${path}：目标任务 ${commitments} 项，陈述 ${all.statements.length} 条，问题 ${all.problems.length} 个\n`,
  )
  return total.failed > 0 ? exitCode.failed : exitCode.read
}

function whyNotWritable(path: string): string | undefined {
  try {
    if (!statSync(dirname(path)).isDirectory()) return '上级不是文件夹'
  } catch (error) {
    return codeOf(error) === 'ENOENT' ? '文件夹不存在' : codeOf(error)
  }
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true ? '同名的是文件夹' : undefined
}

// Written beside and renamed, so that a full disk leaves the old file whole.
async function replaceFile(path: string, tables: readonly Table[]): Promise<string | undefined> {
  const draft = `${path}.${process.pid}.tmp`
  try {
    writeFileSync(draft, await writeXlsx(tables))
    renameSync(draft, path)
    return undefined
  } catch (error) {
    rmSync(draft, { force: true })
    return codeOf(error) || reasonOf(error)
  }
}

function refuseTarget(name: string, reason: string): number {
  reportProblems([cliProblem('cli/not-writable', { name, reason })])
  return exitCode.failed
}

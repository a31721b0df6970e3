import type { Problem, Result } from '@jiannuo/kernel'
import { exitCode, writeErr, writeOut } from '../output.ts'
import { cliProblem } from '../cli-problem.ts'
import { messageOf } from '../problems.ts'
import type { ReadArguments } from './arguments.ts'
import { type DocumentReading, documentJson, readDocument } from './document.ts'
import { describePath, nameOf, STANDARD_INPUT } from './load.ts'

/** Writes the whole reading of the one file as JSON. */
export async function writeJson(given: ReadArguments): Promise<number> {
  const document = await readOnly(given, '--json')
  if (!document.ok) return refuse(document.problems)
  writeOut(documentJson(document.value))
  return exitCode.read
}

/** Writes why one statement of the one file reads as it does. */
export async function writeExplanation(given: ReadArguments, number: number): Promise<number> {
  const document = await readOnly(given, '--explain', true)
  if (!document.ok) return refuse(document.problems)
  const { statements } = document.value.reading
  const statement = statements[number - 1]
  if (statement === undefined) {
    const name = nameOf(document.value.file)
    reportProblems([cliProblem('cli/explain-range', { number, name, count: statements.length })])
    return exitCode.usage
  }
  const { explainView } = await import('../view/explain.ts')
  writeOut(explainView(document.value, statement, await screen()))
  return exitCode.read
}

/** Writes each file as tables for the terminal. */
export async function writeTables(given: ReadArguments, tasks: boolean): Promise<number> {
  const { documentView } = await import('../view/document-view.ts')
  const shown = await screen()
  let failed = false
  let first = true
  for (const file of given.files) {
    announceStandardInput(file)
    const document = await readDocument(file, given.facts)
    if (!document.ok) {
      reportProblems(document.problems)
      failed = true
      continue
    }
    const between = first ? '' : `\n${'═'.repeat(Math.min(shown.width, 40))}\n\n`
    if (!writeOut(between + documentView(document.value, tasks, shown))) break
    first = false
  }
  return failed ? exitCode.failed : exitCode.read
}

async function readOnly(given: ReadArguments, option: string, explain = false): Promise<Result<DocumentReading>> {
  const file = given.files[0] ?? STANDARD_INPUT
  announceStandardInput(file)
  const document = await readDocument(file, given.facts, explain)
  if (document.ok || file === STANDARD_INPUT) return document
  // Asked only after a failure: a file that is there pays nothing for it.
  const stats = describePath(file)
  return stats.ok && stats.value.isDirectory()
    ? { ok: false, problems: [cliProblem('cli/one-file-folder', { option, name: file })] }
    : document
}

/** Who types `read -` by hand would otherwise wait for the program while it waits for them. */
export function announceStandardInput(file: string): void {
  if (file === STANDARD_INPUT && process.stdin.isTTY) writeErr('从标准输入读取，请粘贴文字，按 Ctrl-D 结束。\n')
}

function refuse(problems: readonly Problem[]): number {
  reportProblems(problems)
  return problems.some(({ code }) => code === 'cli/one-file-folder') ? exitCode.usage : exitCode.failed
}

/** Writes problems to the error stream, a line each. */
export function reportProblems(problems: readonly Problem[]): void {
  for (const problem of problems) writeErr(`${problem.severity === 'error' ? '错误' : '警告'}：${messageOf(problem)}\n`)
}

async function screen() {
  const { screenOf } = await import('../terminal/paint.ts')
  return screenOf(process.stdout, process.env)
}

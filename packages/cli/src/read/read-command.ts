import type { Problem } from '@jiannuo/kernel'
import { exitCode, writeErr, writeOut } from '../output.ts'
import { parseArguments, type ReadArguments } from './arguments.ts'

/** Runs `jiannuo read` and returns its exit code. Each kind of output is loaded when it is chosen. */
export async function readCommand(argv: readonly string[]): Promise<number> {
  const parsed = parseArguments(argv)
  if (!parsed.ok) return refuseUsage(parsed.problems)
  if (parsed.value === 'help') {
    const { readHelp } = await import('../help.zh.ts')
    writeOut(readHelp)
    return exitCode.read
  }
  return run(parsed.value)
}

async function run(given: ReadArguments): Promise<number> {
  const { output } = given
  if (output.to === 'json') return (await import('./one-file.ts')).writeJson(given)
  if (output.to === 'explain') return (await import('./one-file.ts')).writeExplanation(given, output.number)
  if (output.to === 'xlsx') return (await import('../sheets/write-sheets.ts')).writeWorkbook(given, output.path)
  if (output.to === 'jsonl') return (await import('../batch/many-files.ts')).writeLines(given)
  if (output.to === 'csv') return (await import('../sheets/write-sheets.ts')).writeSplitCsv(given)
  const { isFolder } = await import('../batch/walk.ts')
  return given.files.some(isFolder)
    ? (await import('../batch/many-files.ts')).writeOverview(given)
    : (await import('./one-file.ts')).writeTables(given, output.tasks)
}

async function refuseUsage(problems: readonly Problem[]): Promise<number> {
  const { messageOf } = await import('../problems.ts')
  writeErr(`${problems.map(messageOf).join('\n')}\n用法：jiannuo read 文件… [选项]，详见 jiannuo read --help\n`)
  return exitCode.usage
}

import type { Problem } from '@jiannuo/kernel'
import { type Arguments, type OptionTable, parseOptions } from '../options.ts'
import { exitCode, writeErr, writeOut } from '../output.ts'

/** A command besides `read`: its options, its help and what it does. */
export interface CommandSpec<Table extends OptionTable> {
  /** How it is called: `case do`. */
  readonly name: string
  readonly help: string
  readonly options: Table
  /** Does it and gives the exit code. */
  readonly run: (given: Arguments<Table>) => Promise<number>
}

/** Runs a command on its arguments: wrong ones are said all at once, `--help` shows the help. */
export async function runCommand<Table extends OptionTable>(
  spec: CommandSpec<Table>,
  argv: readonly string[],
): Promise<number> {
  const parsed = parseOptions(argv, spec.options, spec.name)
  if (!parsed.ok) return refuseUsage(spec.name, parsed.problems)
  if (parsed.value.values.help) {
    writeOut(spec.help)
    return exitCode.read
  }
  return spec.run(parsed.value)
}

/** Says what is wrong with the call and where to read how it is made. */
export async function refuseUsage(name: string, problems: readonly Problem[]): Promise<number> {
  await sayProblems(problems)
  writeErr(`用法见：jiannuo ${name} --help\n`)
  return exitCode.usage
}

/** Says why the work could not be done. */
export async function refuseWork(problems: readonly Problem[]): Promise<number> {
  await sayProblems(problems)
  return exitCode.failed
}

/** Problems in Chinese, a line each, on the error stream. */
export async function sayProblems(problems: readonly Problem[]): Promise<void> {
  if (problems.length === 0) return
  const { workMessageOf } = await import('./messages.ts')
  writeErr(`${problems.map(workMessageOf).join('\n')}\n`)
}

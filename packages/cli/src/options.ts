import { parseArgs } from 'node:util'
import { granted, type Problem, refused, type Result } from '@jiannuo/kernel'
import { cliProblem } from './cli-problem.ts'

/** Options of a command by their long names. */
export type OptionTable = Readonly<Record<string, { readonly type: 'boolean' | 'string'; readonly short?: string }>>

/** What was given: text for an option with a value, true for a switch. */
export type OptionValues<Table extends OptionTable> = {
  readonly [Name in keyof Table]?: Table[Name]['type'] extends 'boolean' ? true : string
}

/** The arguments of a command, with their options checked by name and value. */
export interface Arguments<Table extends OptionTable> {
  readonly words: readonly string[]
  readonly values: OptionValues<Table>
}

/** An option that every command has. */
export const helpOption = { help: { type: 'boolean', short: 'h' } } as const

/**
 * Splits the arguments of a command into words and options. Every fault is reported, with the nearest option there is.
 *
 * @param command how the command is called, for the hint: `read`, `case do`
 */
export function parseOptions<Table extends OptionTable>(
  argv: readonly string[],
  table: Table,
  command: string,
): Result<Arguments<Table>> {
  // Node's own checks speak English, so its parser is left lenient and the tokens are checked here.
  const { tokens } = parseArgs({ args: [...argv], options: table, strict: false, allowPositionals: true, tokens: true })
  const values: Record<string, string | true> = {}
  const words: string[] = []
  const problems: Problem[] = []
  for (const token of tokens) {
    if (token.kind === 'positional') words.push(token.value)
    if (token.kind !== 'option') continue
    const problem = checkOption(table, command, token)
    if (problem) problems.push(problem)
    else values[token.name] = token.value ?? true
  }
  // A wrong option does not stand in the way of help.
  if (problems.length > 0 && values.help !== true) return refused(...problems)
  if (!areValues(values, table)) throw new TypeError('an option has a value of the wrong kind')
  return granted({ words, values })
}

/** Switches are true, the others text: what the check of each option has made sure of. */
const areValues = <Table extends OptionTable>(values: object, table: Table): values is OptionValues<Table> =>
  Object.entries(values).every(([name, value]) => (table[name]?.type === 'boolean') === (value === true))

interface OptionToken {
  readonly name: string
  readonly rawName: string
  readonly value?: string | undefined
  readonly inlineValue?: boolean | undefined
}

function checkOption(table: OptionTable, command: string, token: OptionToken): Problem | undefined {
  const { name, rawName: option, value } = token
  const known = Object.hasOwn(table, name) ? table[name] : undefined
  if (known === undefined) return cliProblem('cli/unknown-option', { option, hint: hintFor(table, command, name) })
  if (known.type === 'boolean') {
    return value === undefined ? undefined : cliProblem('cli/unwanted-value', { option, value })
  }
  // `--xlsx --json`: the next option is not the name of a file. Written with “=”, it may be.
  const missing = value === undefined || value === '' || (token.inlineValue !== true && value.startsWith('-'))
  return missing ? cliProblem('cli/missing-value', { option, hint: `用法见 jiannuo ${command} --help。` }) : undefined
}

function hintFor(table: OptionTable, command: string, name: string): string {
  const near = Object.keys(table).find((known) => distanceAtMostTwo(known, name.toLowerCase()))
  return near === undefined ? `可用的选项见 jiannuo ${command} --help。` : `是不是想写“--${near}”？`
}

// One letter more, less or other on either side of a common beginning and end.
function distanceAtMostTwo(a: string, b: string): boolean {
  let head = 0
  while (head < a.length && a[head] === b[head]) head++
  let tail = 0
  while (tail < Math.min(a.length, b.length) - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++
  return head + tail >= 2 && Math.max(a.length, b.length) - head - tail <= 2
}

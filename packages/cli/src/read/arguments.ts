import { granted, type Problem, refused, type Result } from '@jiannuo/kernel'
import type { DocumentKind } from '@jiannuo/reader'
import { cliProblem } from '../cli-problem.ts'
import { helpOption, type OptionValues, parseOptions } from '../options.ts'

/** What the caller knows and the file may not say. */
export interface Facts {
  readonly encoding?: string
  readonly year?: number
  readonly kind?: DocumentKind
  readonly title?: string
}

/** Where the reading goes. */
export type Output =
  | { readonly to: 'table'; readonly tasks: boolean }
  | { readonly to: 'json' }
  | { readonly to: 'jsonl' }
  | { readonly to: 'csv' }
  | { readonly to: 'xlsx'; readonly path: string }
  | { readonly to: 'explain'; readonly number: number }

/** The arguments of `jiannuo read`, checked. */
export interface ReadArguments {
  readonly files: readonly string[]
  readonly output: Output
  readonly facts: Facts
}

const OPTIONS = {
  json: { type: 'boolean' },
  jsonl: { type: 'boolean' },
  csv: { type: 'boolean' },
  xlsx: { type: 'string' },
  explain: { type: 'string' },
  tasks: { type: 'boolean' },
  encoding: { type: 'string' },
  year: { type: 'string' },
  kind: { type: 'string' },
  title: { type: 'string' },
  ...helpOption,
} as const

type Values = OptionValues<typeof OPTIONS>

const KINDS: ReadonlyMap<string, DocumentKind> = new Map([
  ['report', 'report'],
  ['plan', 'plan'],
  ['bulletin', 'bulletin'],
  ['other', 'other'],
  ['报告', 'report'],
  ['计划', 'plan'],
  ['公报', 'bulletin'],
  ['其他', 'other'],
])

/** Options that choose where the reading goes; only one of them may be given. */
const OUTPUTS = ['json', 'jsonl', 'csv', 'xlsx', 'explain'] as const

/** Reads the arguments after `read`; `help` when help was asked for. */
export function parseArguments(argv: readonly string[]): Result<ReadArguments | 'help'> {
  const parsed = parseOptions(argv, OPTIONS, 'read')
  if (!parsed.ok) return parsed
  const { values, words } = parsed.value
  return values.help ? granted('help') : assemble(values, words)
}

function assemble(values: Values, files: readonly string[]): Result<ReadArguments> {
  const problems = [...checkFiles(files, values), ...checkValues(values)]
  if (problems.length > 0) return refused(...problems)
  const { encoding, title, year, kind } = values
  const known = typeof kind === 'string' ? KINDS.get(kind) : undefined
  return granted({
    files,
    output: outputOf(values),
    facts: {
      ...(typeof encoding === 'string' ? { encoding } : {}),
      ...(typeof title === 'string' ? { title } : {}),
      ...(typeof year === 'string' ? { year: Number(year) } : {}),
      ...(known === undefined ? {} : { kind: known }),
    },
  })
}

function outputOf(values: Values): Output {
  if (values.json) return { to: 'json' }
  if (values.jsonl) return { to: 'jsonl' }
  if (values.csv) return { to: 'csv' }
  if (typeof values.xlsx === 'string') return { to: 'xlsx', path: values.xlsx }
  if (typeof values.explain === 'string') return { to: 'explain', number: Number(values.explain.replace(/^s/, '')) }
  return { to: 'table', tasks: values.tasks === true }
}

function checkFiles(files: readonly string[], values: Values): Problem[] {
  if (files.length === 0) return [cliProblem('cli/no-files')]
  if (files.filter((file) => file === '-').length > 1) return [cliProblem('cli/stdin-twice')]
  if (files.length === 1) return []
  const single = (['json', 'explain', 'title'] as const).find((name) => values[name] !== undefined)
  return single === undefined ? [] : [cliProblem('cli/one-file-only', { option: `--${single}`, count: files.length })]
}

function checkValues(values: Values): Problem[] {
  const problems: Problem[] = []
  const { year, kind, explain, xlsx } = values
  const [first, second] = OUTPUTS.filter((name) => values[name] !== undefined)
  if (second !== undefined) {
    problems.push(cliProblem('cli/two-outputs', { first: `--${first}`, second: `--${second}` }))
  } else if (first !== undefined && values.tasks) {
    problems.push(cliProblem('cli/tasks-with', { option: `--${first}` }))
  }
  if (typeof year === 'string' && !/^(?:19|20)\d\d$/.test(year))
    problems.push(cliProblem('cli/bad-year', { value: year }))
  if (typeof kind === 'string' && !KINDS.has(kind)) problems.push(cliProblem('cli/bad-kind', { value: kind }))
  if (typeof explain === 'string' && !/^s?[1-9]\d{0,8}$/.test(explain)) {
    problems.push(cliProblem('cli/bad-number', { value: explain }))
  }
  // Without this, `--xlsx 报告.docx` would write over the report.
  if (typeof xlsx === 'string' && !/\.xlsx$/i.test(xlsx))
    problems.push(cliProblem('cli/xlsx-extension', { name: xlsx }))
  return problems
}

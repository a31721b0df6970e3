import type { Problem } from '@jiannuo/kernel'
import type { Reading } from '@jiannuo/reader'
import type { Facts } from '../read/arguments.ts'
import { type DocumentReading, problemJson, readDocument } from '../read/document.ts'
import type { SheetRows } from '../sheets/rows.ts'

/** What is made of each file of many: a line of JSON Lines, a row of the overview, or rows of the sheets. */
export type Product = 'jsonl' | 'overview' | 'sheets'

/** What came of one file. It crosses threads, so it holds the product, never a whole reading. */
export interface Outcome {
  readonly file: string
  readonly ok: boolean
  readonly statements: number
  /** Number of problems; of a failure, those that stood against it. */
  readonly problems: number
  /** Problems of a failure; empty for a file that was read. */
  readonly failure: readonly Problem[]
  /** For `jsonl`: the line in UTF-8, of a failure too. */
  readonly line?: Uint8Array
  /** For `overview`, when the file was read. */
  readonly row?: OverviewRow
  /** For `sheets`, when the file was read. */
  readonly sheets?: SheetRows
}

/** What one row of the overview holds. */
export interface OverviewRow {
  readonly title: string
  readonly kind: Reading['meta']['kind']
  readonly place: string
  readonly year: number | undefined
  readonly tasks: number
}

const encoder = new TextEncoder()

/** Reads one file and makes the product of it; whatever happens, there is an outcome. */
export async function processFile(file: string, product: Product, facts: Facts): Promise<Outcome> {
  const document = await readDocument(file, facts)
  if (!document.ok) return failedOutcome(file, product, document.problems)
  const { reading, problems } = document.value
  const counts = { statements: reading.statements.length, problems: problems.length }
  return { file, ok: true, ...counts, failure: [], ...(await make(document.value, product)) }
}

/** The outcome of a file that could not be read. */
export function failedOutcome(file: string, product: Product, failure: readonly Problem[]): Outcome {
  const line = { file, ok: false, problems: failure.map(problemJson) }
  const made = product === 'jsonl' ? { line: lineBytes(line) } : {}
  return { file, ok: false, statements: 0, problems: failure.length, failure, ...made }
}

async function make(document: DocumentReading, product: Product): Promise<Pick<Outcome, 'line' | 'row' | 'sheets'>> {
  if (product === 'jsonl') return { line: lineBytes(lineOf(document)) }
  if (product === 'overview') return { row: overviewRow(document.reading) }
  const { sheetRows } = await import('../sheets/rows.ts')
  return { sheets: sheetRows(document) }
}

const lineBytes = (line: object): Uint8Array => encoder.encode(`${JSON.stringify(line)}\n`)

function lineOf({ file, source, reading, problems }: DocumentReading) {
  const { meta, statements, tasks } = reading
  return {
    file,
    ok: true,
    format: source.format,
    meta,
    counts: countsOf(reading, problems),
    statements,
    tasks,
    problems: problems.map(problemJson),
  }
}

function countsOf({ clauses, statements, tasks, terms, coverage }: Reading, problems: readonly Problem[]) {
  return {
    characters: coverage.characters,
    clauses: { total: clauses.length, ...tally(clauses.map((clause) => clause.class)) },
    statements: { total: statements.length, ...tally(statements.map(({ modality }) => modality)) },
    kinds: tally(statements.map(({ kind }) => kind)),
    tasks: tasks.length,
    terms: terms.length,
    problems: problems.length,
  }
}

function tally<K extends string>(items: readonly K[]): Partial<Record<K, number>> {
  const counts: Partial<Record<K, number>> = {}
  for (const item of items) counts[item] = (counts[item] ?? 0) + 1
  return counts
}

const overviewRow = ({ meta, tasks }: Reading): OverviewRow => ({
  title: meta.title,
  kind: meta.kind,
  place: meta.place ?? '',
  year: meta.year ?? meta.reviewYear,
  tasks: tasks.length,
})

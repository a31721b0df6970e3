import { createHash } from 'node:crypto'
import { type Json, type RowReader, rowReader } from '@jiannuo/engine'
import { describeProblem, type Instant, parseInstant, type Problem, type Result } from '@jiannuo/kernel'
import type { Sheet, SheetRow } from '@jiannuo/files'
import type { Progress } from '@jiannuo/store'
import { performMany, type BatchItem } from '../command/batch.ts'
import { explainRefusal } from '../command/explain.ts'
import type { Office } from '../office/office.ts'
import { problem } from '../office/problem.ts'
import type { Session } from '../organisation/session.ts'
import { momentText } from '../reading/words.ts'
import { phrase } from '../wording.zh.ts'
import { type ColumnMapping, OPENED_AT } from './guess.ts'
import {
  checkMapping,
  columnField,
  guessFor,
  type ImportPlan,
  importPlan,
  savedMapping,
  saveMapping,
} from './mapping.ts'

/** How to import. */
export interface ImportOptions {
  /** Name of a saved mapping, or the mapping itself; guessed from the titles of the columns unless said. */
  readonly mapping?: string | ColumnMapping
  /** Saves the mapping that was used under this name. */
  readonly saveAs?: string
  /** Reads and checks every row, and writes nothing. */
  readonly dryRun?: boolean
  readonly progress?: Progress
}

/** What became of an import. */
export interface Imported {
  readonly rows: number
  /** Records that were opened. */
  readonly opened: number
  /** Rows that an earlier import had brought already. */
  readonly repeated: number
  /** What is wrong with the others, with row and column as `place`. */
  readonly problems: readonly Problem[]
  /** Rows that were not imported. */
  readonly failed: number
  readonly mapping: ColumnMapping
  /** Titles of the sheet that fill nothing. */
  readonly unused: readonly string[]
}

const AT_ONCE = 500

/**
 * Opens a record for each row of a sheet, as whoever imports. Good rows go in, the others are listed. A row that was imported
 * before changes nothing: it is known by its source number, or, where the machine has no such column, by all that it says.
 *
 * @returns what became of it, or `app/no-machine`, `app/no-import-action`, `app/no-mapping`, `app/columns-missing`,
 * `app/column-unknown`, `app/header-unknown`
 */
export async function importCases(
  office: Office,
  session: Session,
  machine: string,
  sheet: Sheet,
  options: ImportOptions = {},
): Promise<Result<Imported>> {
  const view = await office.districts.view(session.district)
  const plan = importPlan(office, view, machine)
  if (!plan.ok) return plan
  const mapping = await mappingFor(office, session, plan.value, sheet, options)
  if (!mapping.ok) return mapping
  const checked = checkMapping(plan.value, sheet.header, mapping.value)
  if (!checked.ok) return checked
  if (options.saveAs !== undefined) {
    const saved = await saveMapping(office, session, machine, options.saveAs, mapping.value)
    if (!saved.ok) return saved
  }
  const reader = readerOf(office, plan.value, sheet, mapping.value)
  const tally = { opened: 0, repeated: 0, problems: [] as Problem[], failed: 0 }
  for (let from = 0; from < sheet.rows.length; from += AT_ONCE) {
    const rows = sheet.rows.slice(from, from + AT_ONCE)
    await importRows(office, session, reader, rows, tally, options.dryRun === true)
    options.progress?.(Math.min(from + AT_ONCE, sheet.rows.length), sheet.rows.length, phrase('progress/import'))
  }
  const unused = sheet.header.filter((title) => title !== '' && mapping.value[title] === undefined)
  return { ok: true, value: { rows: sheet.rows.length, ...tally, mapping: mapping.value, unused } }
}

async function mappingFor(
  office: Office,
  session: Session,
  plan: ImportPlan,
  sheet: Sheet,
  { mapping }: ImportOptions,
): Promise<Result<ColumnMapping>> {
  if (typeof mapping === 'string') return savedMapping(office, session, plan.kit.machine.id, mapping)
  return { ok: true, value: mapping ?? guessFor(plan, sheet.header) }
}

interface Read {
  readonly key: string
  readonly input: Readonly<Record<string, Json>>
  readonly at: Instant
}

interface RowsReader {
  readonly plan: ImportPlan
  readonly read: (row: SheetRow) => Result<Read>
  /** Rows by their key, so that a row that says the same again is told. */
  readonly seen: Map<string, number>
}

function readerOf(office: Office, plan: ImportPlan, sheet: Sheet, mapping: ColumnMapping): RowsReader {
  const { kit, action, options } = plan
  const ids = sheet.header.map((title) => mapping[title] ?? '')
  const reader = rowReader(kit.machine, ids, options)
  const openedAt = ids.indexOf(OPENED_AT)
  const number = ids.findIndex((id) => id !== '' && isSourceNumber(plan, id))
  const cellsUsed = ids.flatMap((id, index) => (id === '' ? [] : [index]))
  return {
    plan,
    seen: new Map(),
    read: (row) => {
      const input = readCells(reader, row)
      if (!input.ok) return input
      const at = openedAtOf(office, row.cells[openedAt] ?? '')
      if (!at.ok) return at
      const source = row.cells[number] ?? ''
      const says = cellsUsed.map((index) => row.cells[index] ?? '').join('\t')
      const name = PLAIN.test(source)
        ? source
        : createHash('sha256')
            .update(source || says)
            .digest('hex')
            .slice(0, 32)
      return {
        ok: true,
        value: { key: `import:${kit.machine.id}.${action}:${name}`, input: input.value, at: at.value },
      }
    },
  }
}

/** The column that tells where a row comes from: a text that names a number and is no person's. */
function isSourceNumber(plan: ImportPlan, id: string): boolean {
  const field = columnField(plan, id)
  return field?.type === 'text' && field.personal === undefined && SOURCE_NUMBER.test(field.title)
}
/** What may stand in a key as it is. */
const PLAIN = /^[^\p{Cc}#]{1,100}$/u
const SOURCE_NUMBER = /工单号|工单编号|单号|来源编号|信用代码|编号$/

const readCells = (reader: RowReader, row: SheetRow): ReturnType<RowReader> => reader(row.cells)

function openedAtOf(office: Office, text: string): Result<Instant> {
  if (text === '') return { ok: true, value: office.now() }
  const normal = text.replaceAll('/', '-').replace(/年|月/g, '-').replace('日', '').trim()
  const [, year = '', month = '', day = '', time = '00:00'] =
    /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[ T](\d{1,2}:\d{2}(?::\d{2})?))?$/.exec(normal) ?? []
  const padded = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')} ${time.padStart(5, '0')}`
  const at = parseInstant(padded, office.calendar.utcOffset)
  if (!at.ok) return { ok: false, problems: [problem('app/row-time', { text: text.slice(0, 40) })] }
  if (at.value > office.now())
    return { ok: false, problems: [problem('app/row-time-ahead', { text: momentText(at.value) })] }
  return at
}

interface Tally {
  opened: number
  repeated: number
  failed: number
  readonly problems: Problem[]
}

async function importRows(
  office: Office,
  session: Session,
  reader: RowsReader,
  rows: readonly SheetRow[],
  tally: Tally,
  dryRun: boolean,
): Promise<void> {
  const { machine } = reader.plan.kit
  const items: { readonly row: SheetRow; readonly item: BatchItem }[] = []
  for (const row of rows) {
    const read = reader.read(row)
    if (!read.ok) {
      fail(tally, row, read.problems)
      continue
    }
    const { key, input, at } = read.value
    const before = reader.seen.get(key)
    if (before !== undefined) {
      fail(tally, row, [problem('app/row-repeated', { row: before })])
      continue
    }
    reader.seen.set(key, row.number)
    items.push({ row, item: { session, at, command: { machine: machine.id, action: reader.plan.action, input, key } } })
  }
  if (dryRun) return
  const performed = await performMany(
    office,
    session.district,
    items.map(({ item }) => item),
  )
  for (const [index, outcome] of performed.entries()) {
    const row = items[index]?.row
    if (outcome.ok) tally[outcome.value.repeated ? 'repeated' : 'opened']++
    // Keys of imports name the row alone: somebody else has imported it.
    else if (outcome.refusal.code === 'app/key-reused') tally.repeated++
    else if (row !== undefined)
      fail(tally, row, [problem('app/row-refused', { reason: explainRefusal(office, machine.id, outcome.refusal) })])
  }
}

function fail(tally: Tally, row: SheetRow, problems: readonly Problem[]): void {
  tally.failed++
  for (const one of problems)
    tally.problems.push({ ...one, place: phrase('place', { row: row.number, column: one.place ?? '' }) })
}

/** The problems of an import in words, one a line. */
export const importProblemText = (one: Problem, wording: Readonly<Record<string, string>>): string =>
  `${one.place ?? ''}：${describeProblem(one, wording)}`

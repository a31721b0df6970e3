import { type Json, replay, type RecordState, sameJson } from '@jiannuo/engine'
import type { Sheet, SheetRow } from '@jiannuo/files'
import type { Problem, Result } from '@jiannuo/kernel'
import { openBatch } from '../../command/batch.ts'
import { explainRefusal } from '../../command/explain.ts'
import { freshKey } from '../../office/ids.ts'
import type { Office } from '../../office/office.ts'
import { problem, refuse } from '../../office/problem.ts'
import type { Session } from '../../organisation/session.ts'
import { phrase } from '../../wording.zh.ts'
import { textField } from '../fields.ts'
import { COMMITMENTS } from '../machines.ts'
import { cellText, SPLIT_COLUMNS, type SplitColumn, type SplitContext } from './columns.ts'

/** One difference between the sheet and the ledger. */
export interface SplitDifference {
  /** Row of the sheet as it shows it. */
  readonly row: number
  readonly record: string
  readonly title: string
  readonly column: string
  readonly columnTitle: string
  /** In words: as it stood when the sheet was made, as it stands in the ledger, as the sheet wants it. */
  readonly before: string
  readonly now: string
  readonly wanted: string
  /** Why it cannot be taken; absent when it can. */
  readonly refused?: string
}

/** What a sheet would change. */
export interface SplitImport {
  readonly rows: number
  readonly differences: readonly SplitDifference[]
  /** What is wrong with rows or cells. */
  readonly problems: readonly Problem[]
  /** Differences that can be taken, and those that cannot. */
  readonly takeable: number
  readonly refused: number
  /** Written; always 0 for a preview. */
  readonly taken: number
}

interface Row {
  readonly number: number
  readonly record: string
  readonly version: number
  readonly cells: ReadonlyMap<string, string>
}

interface Change {
  readonly state: RecordState
  readonly values: Record<string, Json>
}

interface Work {
  readonly office: Office
  readonly session: Session
  readonly context: SplitContext
  readonly differences: SplitDifference[]
  readonly problems: Problem[]
  readonly changes: Change[]
}

/**
 * Holds a 任务分解表 that was changed in a spreadsheet against the ledger: each cell against what it was when the sheet was made and
 * against what it is now. What only the sheet has changed can be taken; what both have changed to different values is a conflict; what is
 * under way is changed by an adjustment with approval, not by a sheet. Nothing is written unless `take` says so, and then only what can be
 * taken.
 *
 * @returns the differences, or `app/split-header` for a sheet that is not such a table
 */
export async function importSplitTable(
  office: Office,
  session: Session,
  sheet: Sheet,
  options: { readonly take?: boolean } = {},
): Promise<Result<SplitImport>> {
  const kit = office.machines.kit(COMMITMENTS)
  if (kit === undefined) return refuse('app/no-machine', { machine: COMMITMENTS })
  const missing = SPLIT_COLUMNS.filter(({ id }) => id === 'id' || id === 'version').filter(
    ({ title }) => !sheet.header.includes(title),
  )
  if (missing.length > 0)
    return refuse('app/split-header', { columns: missing.map(({ title }) => title).join(phrase('list')) })
  const view = await office.districts.view(session.district)
  const work: Work = {
    office,
    session,
    context: { kit, view, at: office.now() },
    differences: [],
    problems: [],
    changes: [],
  }
  const rows = readRows(sheet, work)
  for (const row of rows) await compareRow(work, row)
  const taken = options.take === true ? await takeAll(work) : 0
  const refused = work.differences.filter((one) => one.refused !== undefined).length
  const takeable = work.differences.length - refused
  const { differences, problems } = work
  return { ok: true, value: { rows: rows.length, differences, problems, takeable, refused, taken } }
}

function readRows(sheet: Sheet, work: Work): readonly Row[] {
  const columns = sheet.header.map((title) => SPLIT_COLUMNS.find((column) => column.title === title)?.id)
  const seen = new Map<string, number>()
  return sheet.rows.flatMap((row): readonly Row[] => {
    const cells = new Map(columns.flatMap((id, at) => (id === undefined ? [] : [[id, row.cells[at] ?? ''] as const])))
    const record = cells.get('id') ?? ''
    const version = Number(cells.get('version') ?? '')
    const fault = rowFault(row, record, version, seen)
    if (fault !== undefined) {
      work.problems.push(fault)
      return []
    }
    seen.set(record, row.number)
    return [{ number: row.number, record, version, cells }]
  })
}

function rowFault(
  { number }: SheetRow,
  record: string,
  version: number,
  seen: ReadonlyMap<string, number>,
): Problem | undefined {
  const place = phrase('split/row', { row: number })
  if (record === '') return { ...problem('app/split-no-id'), place }
  const before = seen.get(record)
  if (before !== undefined) return { ...problem('app/split-twice', { row: before }), place }
  if (!Number.isInteger(version) || version < 1) return { ...problem('app/split-no-version'), place }
  return undefined
}

async function compareRow(work: Work, row: Row): Promise<void> {
  const { office, session, context } = work
  const history = await office.store.history(session.scope, row.record)
  const entries = history.map(({ entry }) => entry)
  const ids = { district: session.district, id: row.record }
  const state = entries.length === 0 ? undefined : replay(entries, ids)
  if (state === undefined || state.machine !== COMMITMENTS) {
    work.problems.push({ ...problem('app/no-record'), place: phrase('split/row', { row: row.number }) })
    return
  }
  const base = replay(entries.slice(0, row.version), ids) ?? state
  const change: Change = { state, values: {} }
  for (const column of SPLIT_COLUMNS) {
    const text = row.cells.get(column.id)
    if (text === undefined || column.read === undefined) continue
    const read = column.read(text.trim(), context)
    if ('value' in read) compareCell(work, row, column, { base, state, wanted: read.value }, change)
    else
      work.problems.push({
        ...problem(read.code, { text, column: column.title }),
        place: phrase('split/cell', { row: row.number, column: column.title }),
      })
  }
  if (Object.keys(change.values).length > 0) work.changes.push(change)
}

interface Three {
  readonly base: RecordState
  readonly state: RecordState
  readonly wanted: Json
}

/** What a sheet writes in its own way is no difference: line ends and blanks around. */
const same = (a: Json, b: Json): boolean =>
  sameJson(a, b) || (typeof a === 'string' && typeof b === 'string' && plainText(a) === plainText(b))
const plainText = (text: string): string => text.replace(/\r\n?/g, '\n').trim()

function compareCell(work: Work, row: Row, column: SplitColumn, { base, state, wanted }: Three, change: Change): void {
  const { context } = work
  const before = base.fields[column.id] ?? null
  const now = state.fields[column.id] ?? null
  if (same(wanted, before) || same(wanted, now)) return
  const refused = whyNot(state, same(before, now))
  if (refused === undefined) change.values[column.id] = wanted
  work.differences.push({
    row: row.number,
    record: row.record,
    title: textField(state.fields, 'title') ?? '',
    column: column.id,
    columnTitle: column.title,
    before: cellText(column, before, context),
    now: cellText(column, now, context),
    wanted: cellText(column, wanted, context),
    ...(refused === undefined ? {} : { refused: phrase(refused) }),
  })
}

const EDITABLE: readonly string[] = ['draft', 'consult']

function whyNot(
  state: RecordState,
  untouched: boolean,
): 'split/conflict' | 'split/closed' | 'split/adjust' | undefined {
  if (!untouched) return 'split/conflict'
  if (state.closedAt !== undefined) return 'split/closed'
  return EDITABLE.includes(state.state) ? undefined : 'split/adjust'
}

/** Each record is changed on the version that was compared; whoever came in between makes it a conflict after all. */
async function takeAll({ office, session, changes, differences, problems }: Work): Promise<number> {
  const batch = await openBatch(office, session.district)
  await batch.fetch(changes.map(({ state }) => state.id))
  for (const { state, values } of changes)
    await batch.add({
      session,
      command: {
        machine: COMMITMENTS,
        record: state.id,
        action: 'edit',
        input: values,
        key: freshKey(),
        expected: state.seq,
      },
      at: office.now(),
    })
  let taken = 0
  for (const [index, done] of (await batch.write()).entries()) {
    const change = changes[index]
    if (change === undefined) continue
    const mine = differences.filter(({ record, refused }) => record === change.state.id && refused === undefined)
    if (done.ok) taken += mine.length
    else
      problems.push(
        problem('app/split-refused', {
          title: mine[0]?.title ?? change.state.id,
          text: explainRefusal(office, COMMITMENTS, done.refusal),
        }),
      )
  }
  return taken
}

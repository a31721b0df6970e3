import { clockAt, type ClockReading, fieldsFor, listModel, mayRead, nextDue, type RecordState } from '@jiannuo/engine'
import type { Result } from '@jiannuo/kernel'
import type { CountFilter, ListedWhole, RecordListed, ValueCount } from '@jiannuo/store'
import type { DistrictView } from '../office/district-view.ts'
import type { Kit } from '../office/machines.ts'
import type { Office } from '../office/office.ts'
import { refuse } from '../office/problem.ts'
import type { Session } from '../organisation/session.ts'
import { type CaseQuery, countFilter, pageFilter } from './case-query.ts'
import { type InboxRow, inboxRow } from './inbox.ts'
import { readsMachine } from './seen.ts'
import { lacksOf } from './stages.ts'
import { waitsForSession } from './waiting.ts'
import { dueText, valueText } from './words.ts'

/** The clock of a row that runs out first. */
export interface RowClock {
  readonly title: string
  readonly reading: ClockReading
  /** Due moment in words; 24:00 belongs to its day. */
  readonly due?: string
}

/** A line of a list of cases: what its definition shows in columns, in words, and the clock that runs out first. */
export interface CaseRow extends InboxRow {
  /** By the columns that `listColumns` names. Nothing personal stands in them. */
  readonly cells: readonly string[]
  readonly clock?: RowClock
  readonly urgingTitle?: string
  /** It is for the session to move it on. */
  readonly mine: boolean
  /** What an entry of a register still lacks for the stage that comes next. */
  readonly lacks?: readonly string[]
}

/** A page of a list. It may be short, and still have a next one. */
export interface CasePage {
  readonly rows: readonly CaseRow[]
  readonly next?: string
  /** How many of the whole list stand in each state; on the first page of what is open. */
  readonly states?: readonly ValueCount[]
}

/** A column of a list besides title, state, lead and due. */
export interface CaseColumn {
  readonly id: string
  readonly title: string
  readonly type: string
}

const PAGE = 50
const LONGEST_PAGE = 200
const FOUND = 100

/** The fields that a machine's definition shows in lists, in their order, the title left out. */
export const listColumns = ({ machine }: Kit): readonly CaseColumn[] =>
  listModel(machine)
    .columns.filter(({ kind, id }) => kind === 'field' && id !== machine.titleField)
    .map(({ id, title, type }) => ({ id, title, type }))

/**
 * A page of a machine's records in sight, what is due first at the top.
 *
 * @returns the page, or `app/no-machine`, `app/no-unit`
 */
export async function caseList(office: Office, session: Session, query: CaseQuery): Promise<Result<CasePage>> {
  const kit = office.machines.kit(query.machine)
  if (kit === undefined) return refuse('app/no-machine', { machine: query.machine.slice(0, 80) })
  const view = await office.districts.view(session.district)
  for (const unit of [query.lead, query.area])
    if (unit !== undefined && view.tree.unit(unit) === undefined)
      return refuse('app/no-unit', { unit: unit.slice(0, 80) })
  const filter = countFilter(office, kit, session, view, query)
  if (!readsMachine(kit, session) || filter.states?.length === 0 || filter.leads?.length === 0)
    return { ok: true, value: { rows: [] } }
  const seeing = { office, kit, session, view, query }
  const words = query.words?.trim() ?? ''
  return { ok: true, value: words === '' ? await page(seeing, filter) : { rows: await found(seeing, filter, words) } }
}

interface Seeing {
  readonly office: Office
  readonly kit: Kit
  readonly session: Session
  readonly view: DistrictView
  readonly query: CaseQuery
}

async function page(seeing: Seeing, filter: CountFilter): Promise<CasePage> {
  const { office, kit, session, query } = seeing
  const limit = Math.min(Math.max(query.limit ?? PAGE, 1), LONGEST_PAGE)
  const counts = query.after === undefined && query.due === undefined && filter.open === true
  const [listed, states] = await Promise.all([
    office.store.listWhole(session.scope, { ...pageFilter(office, kit, filter, query), limit }),
    counts ? office.store.counts(session.scope, withoutStates(filter, query), 'state') : undefined,
  ])
  const next = listed.length < limit ? undefined : listed.at(-1)?.row.key
  return {
    rows: rowsOf(seeing, listed),
    ...(next === undefined ? {} : { next }),
    ...(states === undefined ? {} : { states }),
  }
}

/** Counts say what there is of every state, whichever is chosen; those that wait for somebody stay theirs. */
function withoutStates(filter: CountFilter, { mine }: CaseQuery): CountFilter {
  if (mine === true) return filter
  const { states: _states, ...rest } = filter
  return rest
}

/** Rows that the session may read, in words. Each is looked at whole, so that nothing more need be asked. */
export function rowsOf(seeing: Seeing, listed: readonly ListedWhole[]): readonly CaseRow[] {
  const { office, session, view, query } = seeing
  return listed.flatMap(({ row, state }) => {
    const kit = office.machines.kit(state.machine, state.version)
    if (kit === undefined || !mayRead(kit.machine, state, session.actor, view.tree)) return []
    const mine = waitsForSession(kit, session, view.tree, state)
    return query.mine === true && !mine ? [] : [caseRow({ ...seeing, kit }, row, state, mine)]
  })
}

function caseRow(seeing: Seeing, row: RecordListed, state: RecordState, mine: boolean): CaseRow {
  const { office, kit, view } = seeing
  const { machine } = kit
  const clock = clockOf(office, kit, row, state)
  const lacks = machine.kind === 'register' ? lacksOf(office, view, kit, state) : undefined
  return {
    ...inboxRow(office, kit, view, row),
    cells: cellsOf(seeing, state),
    mine,
    ...(row.urging === undefined ? {} : { urgingTitle: machine.urging[row.urging] ?? row.urging }),
    ...(clock === undefined ? {} : { clock }),
    ...(lacks === undefined ? {} : { lacks }),
  }
}

/** Columns come from the newest version, so that all rows of a list have the same. */
function cellsOf({ office, kit, view, session }: Seeing, state: RecordState): readonly string[] {
  const { machine } = kit
  const shown = listColumns(office.machines.kit(machine.id) ?? kit)
  const hidden = shown.some(({ id }) => machine.fields[id]?.personal !== undefined)
  // Without a key nothing personal is opened: it shows as stars.
  const values = hidden ? fieldsFor(machine, state, { actor: session.actor, units: view.tree }) : state.fields
  return shown.map(({ id }) => valueText(kit, view, machine.fields[id], values[id] ?? null, office.now()))
}

function clockOf(office: Office, { machine }: Kit, row: RecordListed, state: RecordState): RowClock | undefined {
  const id = row.dueClock ?? Object.entries(state.clocks).findLast(([, { run }]) => run.stoppedAt === undefined)?.[0]
  const run = id === undefined ? undefined : state.clocks[id]?.run
  const reading = run === undefined ? undefined : clockAt(run, office.calendar, office.now())
  if (id === undefined || reading === undefined) return undefined
  const title = machine.clocks[id]?.title ?? id
  return { title, reading, ...(reading.due === undefined ? {} : { due: dueText(reading.due) }) }
}

/** The best first. A record's own number finds it too. */
async function found(seeing: Seeing, filter: CountFilter, words: string): Promise<readonly CaseRow[]> {
  const { office, session, kit } = seeing
  const { id } = kit.machine
  const [rows, [named]] = await Promise.all([
    office.store.search(session.scope, { query: words, machine: id, limit: FOUND }),
    office.store.records(session.scope, [words.slice(0, 200)]),
  ])
  const states = new Map(
    (
      await office.store.records(
        session.scope,
        rows.map((row) => row.id),
      )
    ).map((s) => [s.id, s]),
  )
  const listed = rows.flatMap((row) => {
    const state = states.get(row.id)
    return state !== undefined && row.id !== named?.id && fits(filter, row, state) ? [{ row, state }] : []
  })
  const first = named?.machine === id ? [{ row: listedOf(office, kit, named), state: named }] : []
  return rowsOf(seeing, [...first, ...listed])
}

/** What a list says of a record that was asked for by its number. */
function listedOf(office: Office, kit: Kit, state: RecordState): RecordListed {
  const { titleField, categoryField = '' } = kit.machine
  const text = (field: string): string => {
    const value = state.fields[field]
    return typeof value === 'string' ? value : ''
  }
  const due = nextDue(state, office.calendar)
  return {
    id: state.id,
    title: text(titleField),
    category: text(categoryField),
    state: state.state,
    openedAt: state.openedAt,
    rounds: state.rounds.length,
    key: '',
    ...(state.lead === undefined ? {} : { lead: state.lead }),
    ...(state.area === undefined ? {} : { area: state.area }),
    ...(state.closedAt === undefined ? {} : { closedAt: state.closedAt }),
    ...(state.urging === undefined ? {} : { urging: state.urging }),
    ...(due === undefined ? {} : { dueAt: due.at, dueClock: due.clock }),
  }
}

const fits = (filter: CountFilter, row: RecordListed, { fields }: RecordState): boolean =>
  (filter.open === undefined || filter.open === (row.closedAt === undefined)) &&
  (filter.states === undefined || filter.states.includes(row.state)) &&
  (filter.leads === undefined || (row.lead !== undefined && filter.leads.includes(row.lead))) &&
  (filter.area === undefined || (row.area !== undefined && filter.area.includes(row.area))) &&
  (filter.category === undefined || filter.category === row.category) &&
  (filter.dueBefore === undefined || (row.dueAt !== undefined && row.dueAt < filter.dueBefore)) &&
  (filter.facets ?? []).every((group) =>
    group.some((facet) => {
      const at = facet.indexOf('=')
      const value = fields[facet.slice(0, at)]
      // Facets are of plain values alone.
      return typeof value !== 'object' && String(value ?? '') === facet.slice(at + 1)
    }),
  )

import type { Sheet, SheetRow } from '@jiannuo/files'
import type { Problem, Result } from '@jiannuo/kernel'
import type { UnitRow } from '@jiannuo/store'
import type { DistrictView } from '../office/district-view.ts'
import type { Office } from '../office/office.ts'
import { problem, refuse } from '../office/problem.ts'
import { phrase } from '../wording.zh.ts'
import { addPersons, appointAll, type NewPost } from './people.ts'
import { DISTRICT_ROLES, inForce } from './posts.ts'
import { administers, type Session } from './session.ts'
import { addUnits, type NewUnit } from './units.ts'

/** What a sheet of units and people brings. */
export interface OrganisationImport {
  readonly rows: number
  readonly units: number
  readonly people: number
  readonly posts: number
  /** Rows that say only what is known already. */
  readonly known: number
  /** What is wrong, with the row as `place`. With any of them nothing is written. */
  readonly problems: readonly Problem[]
}

const COLUMNS = {
  unit: 'org/unit',
  unitName: 'org/unitName',
  kind: 'org/kind',
  parent: 'org/parent',
  person: 'org/person',
  personName: 'org/personName',
  role: 'org/role',
  account: 'org/account',
} as const

type ColumnId = keyof typeof COLUMNS
const COLUMN_IDS = Object.keys(COLUMNS).filter((id): id is ColumnId => Object.hasOwn(COLUMNS, id))

interface Gathered {
  readonly view: DistrictView
  readonly units: Map<string, NewUnit>
  readonly people: Map<string, { id: string; name: string; account?: string }>
  readonly posts: NewPost[]
  readonly problems: Problem[]
  known: number
}

/**
 * Takes units and people from one sheet: a row names a unit (编号, 名称, 类别, 上级), a person with a post at it (人员编号, 姓名, 岗位), or
 * both. What is there already changes nothing, so the same sheet may come again. Every faulty row is told, and with one nothing is written.
 *
 * @param options `dryRun` writes nothing
 * @returns what it brings, or `app/not-administrator`, `app/org-header`
 */
export async function importOrganisation(
  office: Office,
  session: Session,
  sheet: Sheet,
  options: { readonly dryRun?: boolean } = {},
): Promise<Result<OrganisationImport>> {
  if (!administers(session)) return refuse('app/not-administrator')
  const columns = columnsOf(sheet)
  if (!columns.has('unit')) return refuse('app/org-header', { columns: COLUMN_IDS.map(title).join(phrase('list')) })
  const view = await office.districts.view(session.district)
  const gathered: Gathered = { view, units: new Map(), people: new Map(), posts: [], problems: [], known: 0 }
  for (const row of sheet.rows) gatherRow(office, gathered, row, columns)
  const { units, people, posts, problems, known } = gathered
  if (problems.length === 0 && options.dryRun !== true) {
    const written = await write(office, session, gathered)
    if (!written.ok) return written
  }
  const counts = { units: units.size, people: people.size, posts: posts.length }
  return { ok: true, value: { rows: sheet.rows.length, ...counts, known, problems } }
}

const title = (id: ColumnId): string => phrase(COLUMNS[id])

const columnsOf = ({ header }: Sheet): ReadonlyMap<ColumnId, number> =>
  new Map(
    COLUMN_IDS.flatMap((id) => {
      const at = header.findIndex((cell) => cell.replace(/\s/g, '') === title(id))
      return at < 0 ? [] : [[id, at] as const]
    }),
  )

const KINDS: Readonly<Record<string, NewUnit['kind']>> = {
  [phrase('kind/department')]: 'department',
  [phrase('kind/street')]: 'street',
  [phrase('kind/community')]: 'community',
  [phrase('kind/grid')]: 'grid',
}

function gatherRow(office: Office, gathered: Gathered, row: SheetRow, columns: ReadonlyMap<ColumnId, number>): void {
  const cell = (id: ColumnId): string => (row.cells[columns.get(id) ?? -1] ?? '').trim()
  const fail = (code: string, params: Problem['params'] = {}): void => {
    gathered.problems.push({ ...problem(code, params), place: phrase('split/row', { row: row.number }) })
  }
  const before = gathered.units.size + gathered.people.size + gathered.posts.length
  gatherUnit(gathered, cell, fail)
  if (cell('person') !== '') gatherPerson(office, gathered, cell, fail)
  if (gathered.units.size + gathered.people.size + gathered.posts.length === before) gathered.known++
}

type Cell = (id: ColumnId) => string
type Fail = (code: string, params?: Problem['params']) => void

/** A unit by its id or by its name, among those there are and those that the sheet brings. */
function unitOf({ view, units }: Gathered, words: string): string | undefined {
  if (view.tree.unit(words) !== undefined || units.has(words)) return words
  const named = [...view.tree.all, ...units.values()].filter(({ name }) => name === words)
  return named.length === 1 ? named[0]?.id : undefined
}

function gatherUnit(gathered: Gathered, cell: Cell, fail: Fail): void {
  const id = cell('unit')
  const name = cell('unitName')
  if (id === '') return fail('app/org-no-unit')
  if (unitOf(gathered, id) !== undefined) return renamed(gathered, id, name, fail)
  const kind = KINDS[cell('kind')]
  if (name === '') return fail('app/bad-name', { limit: 80 })
  if (kind === undefined) return fail('app/org-kind', { kind: cell('kind'), allowed: Object.keys(KINDS).join('、') })
  const parent = cell('parent') === '' ? gathered.view.tree.district : unitOf(gathered, cell('parent'))
  if (parent === undefined) return fail('app/no-unit', { unit: cell('parent') })
  gathered.units.set(id, { id, name, kind, parent })
}

/** A unit that is known keeps its name: a sheet does not rename by the way. */
function renamed({ view, units }: Gathered, id: string, name: string, fail: Fail): void {
  const known: Pick<UnitRow, 'name'> | undefined = view.tree.unit(id) ?? units.get(id)
  if (name !== '' && known !== undefined && known.name !== name) fail('app/org-renamed', { unit: id, name: known.name })
}

function gatherPerson(office: Office, gathered: Gathered, cell: Cell, fail: Fail): void {
  const { view, people } = gathered
  const id = cell('person')
  const name = cell('personName')
  const known = view.persons.get(id) ?? people.get(id)
  if (known === undefined) {
    if (name === '') return fail('app/bad-name', { limit: 80 })
    const account = cell('account')
    people.set(id, { id, name, ...(account === '' ? {} : { account }) })
  } else if (name !== '' && known.name !== name) return fail('app/org-renamed', { unit: id, name: known.name })
  const roleWords = cell('role')
  const unit = unitOf(gathered, cell('unit'))
  if (roleWords === '' || unit === undefined) return
  const role = roleOf(office, roleWords)
  if (role === undefined) return fail('app/unknown-role', { role: roleWords })
  const held = view.posts.some(
    (post) => post.person === id && post.role === role && post.unit === unit && inForce(post, office.now()),
  )
  if (!held) gathered.posts.push({ person: id, role, unit })
}

function roleOf(office: Office, words: string): string | undefined {
  const roles = { ...office.machines.roles, ...DISTRICT_ROLES }
  if (Object.hasOwn(roles, words)) return words
  const titled = Object.keys(roles).filter((id) => roles[id] === words)
  return titled.length === 1 ? titled[0] : undefined
}

async function write(office: Office, session: Session, { units, people, posts }: Gathered): Promise<Result<void>> {
  for (const step of [
    () => (units.size === 0 ? done : addUnits(office, session, [...units.values()])),
    () => (people.size === 0 ? done : addPersons(office, session, [...people.values()])),
    () => (posts.length === 0 ? done : appointAll(office, session, posts)),
  ]) {
    const result = await step()
    if (!result.ok) return result
  }
  return { ok: true, value: undefined }
}

const done: Promise<Result<void>> = Promise.resolve({ ok: true, value: undefined })

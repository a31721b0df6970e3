import { importAction, type FieldDefinition, type SheetColumn, type SheetOptions, xlsxColumns } from '@jiannuo/engine'
import type { Result } from '@jiannuo/kernel'
import type { DistrictView } from '../office/district-view.ts'
import type { Kit } from '../office/machines.ts'
import type { Office } from '../office/office.ts'
import { isPlainId } from '../office/ids.ts'
import { refuse } from '../office/problem.ts'
import { alterAs } from '../organisation/change.ts'
import type { Session } from '../organisation/session.ts'
import { phrase } from '../wording.zh.ts'
import { type ColumnMapping, guessMapping, OPENED_AT } from './guess.ts'

/** What an import of a machine's records goes by. */
export interface ImportPlan {
  readonly kit: Kit
  readonly action: string
  readonly options: SheetOptions
  /** Columns that may be filled, and the moment of receipt. */
  readonly columns: readonly SheetColumn[]
}

/** The plan of an import. @returns the plan, or `app/no-machine`, `app/no-import-action` */
export function importPlan(office: Office, view: DistrictView, machine: string): Result<ImportPlan> {
  const kit = office.machines.kit(machine)
  if (kit === undefined) return refuse('app/no-machine', { machine })
  const action = importAction(kit.machine)
  if (action === undefined) return refuse('app/no-import-action', { machine: kit.machine.title })
  const options: SheetOptions = {
    action,
    settings: view.settingsAt(machine, office.now()),
    units: new Map(view.tree.all.filter(({ closed }) => closed !== true).map(({ id, name }) => [id, name])),
  }
  const columns = xlsxColumns(kit.machine, options).filter(({ imported, id }) => imported || id === OPENED_AT)
  return { ok: true, value: { kit, action, options, columns } }
}

/** The field that a column fills: the action's own, or the record's. */
export const columnField = ({ kit, action }: ImportPlan, id: string): FieldDefinition | undefined =>
  kit.machine.actions[action]?.fields?.[id] ?? kit.machine.fields[id]

/** The mapping guessed from the titles of a sheet. */
export const guessFor = (plan: ImportPlan, header: readonly string[]): ColumnMapping =>
  guessMapping(plan.kit.machine, plan.columns, header, (id) => columnField(plan, id))

/** What a mapping says twice, wrongly, or not at all. @returns nothing, or `app/column-unknown`, `app/header-unknown`, `app/columns-missing` */
export function checkMapping(plan: ImportPlan, header: readonly string[], mapping: ColumnMapping): Result<void> {
  const known = new Set(plan.columns.map(({ id }) => id))
  for (const [title, id] of Object.entries(mapping)) {
    if (!known.has(id)) return refuse('app/column-unknown', { column: id })
    if (!header.includes(title)) return refuse('app/header-unknown', { header: title })
  }
  const filled = new Set(Object.values(mapping))
  const missing = plan.columns.filter(({ id, required }) => required && !filled.has(id)).map((column) => column.header)
  if (missing.length > 0) return refuse('app/columns-missing', { columns: missing.join(phrase('list')) })
  return { ok: true, value: undefined }
}

/** A mapping that was saved under a name. @returns the mapping, or `app/no-mapping` */
export async function savedMapping(
  office: Office,
  session: Session,
  machine: string,
  id: string,
): Promise<Result<ColumnMapping>> {
  const rows = await office.store.mappings(session.scope)
  const found = rows.find((row) => row.id === id && row.machine === machine)
  return found === undefined ? refuse('app/no-mapping', { mapping: id }) : { ok: true, value: found.columns }
}

/**
 * Saves a mapping under a name, for everybody who may import records of the machine.
 *
 * @returns nothing, or `app/bad-id`
 */
export async function saveMapping(
  office: Office,
  session: Session,
  machine: string,
  id: string,
  columns: ColumnMapping,
): Promise<Result<void>> {
  if (!isPlainId(id)) return refuse('app/bad-id', { text: id.slice(0, 80) })
  const known = await savedMapping(office, session, machine, id)
  if (known.ok && same(known.value, columns)) return { ok: true, value: undefined }
  const [post] = session.posts
  const author = { person: session.person, unit: post?.unit ?? '', role: post?.role ?? '' }
  return alterAs(office, session.district, author, () => ({
    ok: true,
    value: [
      { stream: `mapping:${id}`, action: 'mapping.save', change: { table: 'mapping', row: { id, machine, columns } } },
    ],
  }))
}

const same = (a: ColumnMapping, b: ColumnMapping): boolean =>
  Object.keys(a).length === Object.keys(b).length && Object.entries(a).every(([title, id]) => b[title] === id)

import { type FieldDefinition, fieldsFor, isObject, isSealed, type Json, mayUnmask } from '@jiannuo/engine'
import type { Office } from '../office/office.ts'
import type { Session } from '../organisation/session.ts'
import { openedFields } from './opened.ts'
import type { RecordName } from './related.ts'
import type { Seen } from './seen.ts'
import { valueText } from './words.ts'

/** A field as the session sees it. */
export interface FieldView {
  readonly id: string
  readonly title: string
  readonly type: FieldDefinition['type']
  /** Masked when it is personal; absent when it is kept from the session altogether. */
  readonly value?: Json
  readonly text: string
  /** `masked`: may be shown whole with a reason if `mayUnmask`; `sealed`: kept from the session. */
  readonly personal?: 'masked' | 'sealed'
  readonly mayUnmask?: boolean
  /** Of a small table: its columns and its lines in words. */
  readonly table?: { readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] }
  /** Hashes of the files that it names. */
  readonly files?: readonly string[]
  /** The record that it names, where the session may see that. */
  readonly record?: RecordName
}

/** The fields of a record as the session sees them; those without a value are left out. */
export async function fieldViews(office: Office, session: Session, seen: Seen): Promise<readonly FieldView[]> {
  const { kit, view, state } = seen
  const { machine } = kit
  const opened = await openedFields(office, session, seen)
  const shown = fieldsFor(machine, state, {
    actor: session.actor,
    units: view.tree,
    open: (field) => opened.get(field),
  })
  return Object.entries(machine.fields).flatMap(([id, field]): FieldView[] => {
    if (state.fields[id] === undefined) return []
    if (field.personal === undefined) {
      const value = shown[id] ?? null
      const { title, type } = field
      const text = valueText(kit, view, field, value, office.now())
      return [{ id, title, type, value, text, ...partsOf(office, seen, field, value) }]
    }
    if (isSealed(machine, state, id, session.actor, view.tree))
      return [{ id, title: field.title, type: field.type, text: '', personal: 'sealed' }]
    const value = shown[id] ?? null
    const text = typeof value === 'string' ? value : ''
    const may = mayUnmask(machine, state, session.actor, view.tree, id)
    return [{ id, title: field.title, type: field.type, value, text, personal: 'masked', mayUnmask: may }]
  })
}

/** What a value is made of, where it is more than words. */
function partsOf(
  office: Office,
  { kit, view }: Seen,
  { type, columns = {} }: FieldDefinition,
  value: Json,
): Pick<FieldView, 'table' | 'files'> {
  if (!Array.isArray(value)) return {}
  if (type === 'files') return { files: hashesOf(value) }
  if (type !== 'rows') return {}
  const shown = Object.entries(columns)
  const rows = value.map((row: Json) =>
    shown.map(([id, column]) => valueText(kit, view, column, (isObject(row) ? row[id] : null) ?? null, office.now())),
  )
  return { table: { columns: shown.map(([, { title }]) => title), rows } }
}

/** Hashes of files, or ids, that a value lists. */
export const hashesOf = (value: Json): readonly string[] =>
  Array.isArray(value) ? value.filter((part): part is string => typeof part === 'string') : []

/** A field that names a record, with what that is called. */
export function withRecord(field: FieldView, names: ReadonlyMap<string, RecordName>): FieldView {
  const record = field.type === 'record' && typeof field.value === 'string' ? names.get(field.value) : undefined
  return record === undefined ? field : { ...field, text: record.title === '' ? field.text : record.title, record }
}

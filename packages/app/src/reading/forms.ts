import { type FormField, formModel, type Json } from '@jiannuo/engine'
import type { Result } from '@jiannuo/kernel'
import type { DistrictView } from '../office/district-view.ts'
import type { Office } from '../office/office.ts'
import type { Session } from '../organisation/session.ts'
import { findSeen, type Seen } from './seen.ts'

/** A field of a form with what the record holds of it now; personal fields are never filled in beforehand. */
export interface FilledField extends FormField {
  readonly value?: Json
}

/**
 * The forms of every action of a record's definition, filled with what the record holds.
 *
 * @returns fields by action, or `app/no-record`
 */
export async function formsOf(
  office: Office,
  session: Session,
  record: string,
): Promise<Result<ReadonlyMap<string, readonly FilledField[]>>> {
  const seen = await findSeen(office, session, record)
  return seen.ok ? { ok: true, value: formsIn(office, seen.value, session) } : seen
}

/** The same of a record that the session has read. */
export function formsIn(
  office: Office,
  { kit, view, state }: Seen,
  session?: Session,
): ReadonlyMap<string, readonly FilledField[]> {
  const settings = view.settingsAt(kit.machine.id, office.now())
  const forms = Object.keys(kit.machine.actions).map((action) => {
    const fields = formModel(kit.machine, action, settings)?.fields ?? []
    const asked = session === undefined ? fields : withColleagues(view, session, fields)
    return [action, asked.map((field) => filled(field, state.fields[field.id]))] as const
  })
  return new Map(forms)
}

const filled = (field: FormField, value: Json | undefined): FilledField =>
  value === undefined || value === null || field.personal !== undefined || field.kept === 'entry'
    ? field
    : { ...field, value }

/** Colleagues offered in a form at most. */
const MOST_COLLEAGUES = 300

/** Fields that name a person offer those who hold posts at the session's own units and below. */
export function withColleagues(
  { tree, posts, persons }: DistrictView,
  session: Session,
  fields: readonly FormField[],
): readonly FormField[] {
  if (!fields.some(({ type }) => type === 'person')) return fields
  const units = new Set(session.posts.flatMap(({ unit }) => tree.below(unit)))
  const near = new Set(posts.filter(({ unit }) => units.has(unit)).map(({ person }) => person))
  const choices = [...near].slice(0, MOST_COLLEAGUES).map((code) => ({ code, title: persons.get(code)?.name ?? code }))
  return fields.map((field) => (field.type === 'person' ? { ...field, choices } : field))
}

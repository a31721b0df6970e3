import { choicesOf, describeDue, type FieldDefinition, isObject, type Json } from '@jiannuo/engine'
import { describeInstant, type Instant, isInstant } from '@jiannuo/kernel'
import type { DistrictView } from '../office/district-view.ts'
import type { Kit } from '../office/machines.ts'
import type { Office } from '../office/office.ts'
import { phrase } from '../wording.zh.ts'

/** Hours ahead of UTC are those of China everywhere here, in minutes. */
const OFFSET = 480

/** A moment in words. */
export const momentText = (at: Instant): string => describeInstant(at, OFFSET)

/** A due moment in words: 24:00 belongs to the day that it ends. */
export const dueText = (at: Instant): string => describeDue(at, OFFSET)

/** The title of a choice; the code itself when there is none. */
export function choiceTitle(
  kit: Kit,
  view: DistrictView,
  field: string | undefined,
  code: string,
  at: Instant,
): string {
  const definition = field === undefined ? undefined : kit.machine.fields[field]
  return definition === undefined ? code : (choiceOf(kit, view, definition, code, at) ?? code)
}

function choiceOf(kit: Kit, view: DistrictView, field: FieldDefinition, code: string, at: Instant): string | undefined {
  if (field.choices !== undefined) return field.choices[code]
  if (field.choicesFrom === undefined) return undefined
  return choicesOf(field, kit.machine, view.settingsAt(kit.machine.id, at))[code]
}

/** A value of a field in words. Personal ones must have been masked before. */
export function valueText(
  kit: Kit,
  view: DistrictView,
  field: FieldDefinition | undefined,
  value: Json,
  at: Instant,
): string {
  if (value === null) return ''
  if (typeof value === 'boolean') return phrase(value ? 'yes' : 'no')
  if (field?.type === 'rows' && Array.isArray(value)) return rowsText(kit, view, field, value, at)
  if (field?.type === 'files' && Array.isArray(value)) return phrase('files', { count: value.length })
  if (Array.isArray(value)) return value.map((part) => valueText(kit, view, field, part, at)).join(phrase('list'))
  if (typeof value === 'object')
    return 'text' in value && typeof value.text === 'string' ? value.text : JSON.stringify(value)
  const type = field?.type
  if (type === 'instant') return typeof value === 'number' && isInstant(value) ? momentText(value) : String(value)
  if (type === 'unit' || type === 'units') return view.tree.name(String(value))
  if (type === 'person') return view.persons.get(String(value))?.name ?? String(value)
  if (field !== undefined && (type === 'choice' || type === 'choices'))
    return choiceOf(kit, view, field, String(value), at) ?? String(value)
  return field?.unit === undefined ? String(value) : `${value}${field.unit}`
}

/** Lines of a table: cells joined by blanks, lines by semicolons. */
function rowsText(
  kit: Kit,
  view: DistrictView,
  { columns = {} }: FieldDefinition,
  rows: readonly Json[],
  at: Instant,
): string {
  const cells = (row: Json): string =>
    isObject(row)
      ? Object.entries(columns)
          .map(([id, column]) => valueText(kit, view, column, row[id] ?? null, at))
          .filter((text) => text !== '')
          .join(' ')
      : JSON.stringify(row)
  return rows.map(cells).join(phrase('separator'))
}

/** The title of a choice of a machine's field as it stands now; the code itself when there is none. */
export function choiceText(office: Office, view: DistrictView, machine: string, field: string, code: string): string {
  const kit = office.machines.kit(machine)
  return kit === undefined ? code : choiceTitle(kit, view, field, code, office.now())
}

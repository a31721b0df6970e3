import {
  checkFieldValue,
  type FieldDefinition,
  type Json,
  type RecordState,
  type Refusal,
  type Settings,
} from '@jiannuo/engine'
import { machineScope, type DataKey } from '@jiannuo/store'
import type { OrganisationTree } from '../organisation/tree.ts'
import type { Form, Kit } from '../office/machines.ts'
import type { Office } from '../office/office.ts'

/** How a sealed value begins. Nobody may hand one in: it could be another record's. */
const SEALED = 'enc:'

type Faults = NonNullable<Refusal['fields']>

/** A form whose personal values are sealed. */
export interface SealedInput {
  readonly input: Readonly<Record<string, Json>>
  /** The new data key, when one had to be made. */
  readonly secrets: readonly DataKey[]
  /** Look-ups of fields that this form sets: field → `field:hash`, or nothing when the field is emptied. */
  readonly lookups: ReadonlyMap<string, string | undefined>
}

const PLAIN = { secrets: [], lookups: new Map<string, string | undefined>() } as const

/** Where a form is to be sealed. */
export interface SealingPlace {
  readonly district: string
  readonly kit: Kit
  readonly tree: OrganisationTree
  readonly settings: Settings
  readonly record: string
  /** The record as it is; absent when it is being opened. */
  readonly state: RecordState | undefined
}

/** Whether a form brings personal values, so that there is something to seal. */
export const bringsPersonal = (form: Form | undefined, input: Readonly<Record<string, Json>>): boolean =>
  form !== undefined && form.personal.some(([id]) => isGiven(input[id]))

const isGiven = (value: Json | undefined): value is Json => value !== undefined && value !== null && value !== ''

/**
 * Seals the personal values of a form under the data key of their record, after holding them against their fields: sealed, their
 * words can no longer be looked at.
 *
 * @returns the form as it may be decided on, or the faults of its personal fields
 */
export async function sealInput(
  office: Office,
  place: SealingPlace,
  form: Form,
  input: Readonly<Record<string, Json>>,
): Promise<SealedInput | { readonly faults: Faults }> {
  const faults = form.personal.flatMap(([id, definition]) => faultOf(place, id, definition, input[id]))
  if (faults.length > 0) return { faults }
  if (!bringsPersonal(form, input)) return { input, ...PLAIN, lookups: emptied(place.kit, form, input) }
  const { secrets } = office.store
  const { district, record, state } = place
  const known = state === undefined ? [] : await secrets.keysOf(machineScope(district), record)
  const key = known[0] ?? secrets.newKey(district, record)
  const sealed: Record<string, Json> = { ...input }
  const lookups = emptied(place.kit, form, input)
  for (const [id, definition] of form.personal) {
    const value = input[id]
    if (!isGiven(value)) continue
    const text = plainText(value)
    sealed[id] = secrets.seal(district, key, text)
    if (place.kit.lookups.includes(id) && definition === place.kit.machine.fields[id])
      lookups.set(id, secrets.lookup(district, id, text.trim()))
  }
  return { input: sealed, secrets: known.length === 0 ? [key] : [], lookups }
}

/** A value as the text that is sealed: words as they are, anything else as JSON. */
export const plainText = (value: Json): string => (typeof value === 'string' ? value : JSON.stringify(value))

function faultOf(place: SealingPlace, field: string, definition: FieldDefinition, value: Json | undefined): Faults {
  if (!isGiven(value)) return []
  if (typeof value === 'string' && value.startsWith(SEALED)) return [{ field, code: 'engine/wrong-type', params: {} }]
  const context = { machine: place.kit.machine, settings: place.settings, units: place.tree }
  const fault = checkFieldValue(value, definition, context)
  return fault === undefined ? [] : [{ field, ...fault }]
}

function emptied(kit: Kit, form: Form, input: Readonly<Record<string, Json>>): Map<string, string | undefined> {
  const lookups = new Map<string, string | undefined>()
  for (const [id] of form.personal)
    if (kit.lookups.includes(id) && Object.hasOwn(input, id) && !isGiven(input[id])) lookups.set(id, undefined)
  return lookups
}

/** Look-ups of a record after a form: those it had, with what the form sets or takes away. */
export function lookupsAfter(
  before: readonly string[],
  form: ReadonlyMap<string, string | undefined>,
): readonly string[] {
  if (form.size === 0) return before
  const kept = before.filter((lookup) => !form.has(lookup.slice(0, lookup.indexOf(':'))))
  return [...kept, ...[...form.values()].filter((lookup) => lookup !== undefined)]
}

/**
 * Look-ups of a record that was just read from the store: its sealed values are opened once, hashed, and forgotten.
 */
export async function lookupsOf(office: Office, kit: Kit, state: RecordState): Promise<readonly string[]> {
  const sealed = kit.lookups.flatMap((id) => {
    const value = state.fields[id]
    return typeof value === 'string' && value.startsWith(SEALED) ? [{ id, value }] : []
  })
  if (sealed.length === 0) return []
  const opened = await office.store.secrets.open(
    machineScope(state.district),
    sealed.map(({ value }) => value),
  )
  return sealed.flatMap(({ id }, index) => {
    const text = opened[index]
    return text === undefined ? [] : [office.store.secrets.lookup(state.district, id, text.trim())]
  })
}

import type { FieldDefinition, Grant, Machine } from '../model/definition.ts'
import type { RecordState } from '../model/record.ts'
import type { Actor, UnitTree } from '../model/run.ts'
import type { Json } from '../model/value.ts'
import { meets } from './condition.ts'
import { isEncrypted } from './field-value.ts'
import { actingPost, relates } from './grant.ts'
import { maskValue } from './mask.ts'
import { findField } from './offer.ts'
import { isObject, recordView } from './view.ts'

/** Whether somebody may see a record; its personal fields stay masked. */
export const mayRead = (machine: Machine, record: RecordState, actor: Actor, units: UnitTree): boolean =>
  actingPost(machine.readers, actor, record, units) !== undefined

/** Grants of readers by which somebody stands to a record. */
const standingOf = (machine: Machine, record: RecordState, actor: Actor, units: UnitTree): readonly Grant[] =>
  machine.readers.filter((grant) =>
    actor.posts.some((post) => post.role === grant.role && relates(grant.at, post.unit, record, units)),
  )

/**
 * Whether a personal field is kept from somebody altogether: its seal is closed for this record, and they stand to
 * it only in relations that the seal names.
 */
export function isSealed(machine: Machine, record: RecordState, field: string, actor: Actor, units: UnitTree): boolean {
  const seal = findField(machine, field)?.personal?.sealed
  if (seal === undefined || !meets(seal.when, recordView(machine, record))) return false
  const standing = standingOf(machine, record, actor, units)
  return standing.every((grant) => seal.from.includes(grant.at))
}

/**
 * Whether somebody may see personal fields of a record whole, for a reason that is kept; with a field, whether that
 * one.
 */
export function mayUnmask(
  machine: Machine,
  record: RecordState,
  actor: Actor,
  units: UnitTree,
  field?: string,
): boolean {
  if (actingPost(machine.unmask, actor, record, units) === undefined) return false
  return field === undefined || !isSealed(machine, record, field, actor, units)
}

/** Stands among the units that see a record when readers anywhere may see it; every scope that is not the whole district has it too. */
export const ANYONE = '~'

/**
 * Every unit that may see a record: its lead, its co-handlers, its area and the unit that opened it, with all units
 * above each; `ANYONE` besides where the definition has readers anywhere; sorted. What rows are filtered by.
 */
export function seesOf(record: RecordState, machine: Machine, units: UnitTree): readonly string[] {
  const seen = new Set<string>(machine.readers.some(({ at }) => at === 'anywhere') ? [ANYONE] : [])
  const add = (unit: string | undefined): void => {
    if (unit !== undefined) for (const above of units.line(unit)) seen.add(above)
  }
  add(record.lead)
  for (const { unit } of record.co) add(unit)
  add(record.area)
  add(record.openedUnit)
  return [...seen].sort()
}

/** How fields are to be shown. */
export interface Showing {
  readonly actor: Actor
  readonly units: UnitTree
  /** Gives the plain text of an encrypted value; without it, or when the key is gone, nothing of the value is shown. */
  readonly open?: (field: string, stored: string) => string | undefined
  /** Personal fields that may be shown whole: unmasked with a reason. A sealed one stays hidden all the same. */
  readonly whole?: readonly string[]
}

function shown(field: FieldDefinition, id: string, value: Json, showing: Showing): Json {
  const mask = field.personal?.mask
  if (mask === undefined) return value
  if (value === null) return null
  const stored = typeof value === 'string' ? value : textOfPlace(value)
  const plain = isEncrypted(value) ? showing.open?.(id, value) : stored
  if (plain === undefined) return maskValue('all', '*')
  return showing.whole?.includes(id) === true ? plain : maskValue(mask, plain)
}

/** The words of a place; other values have none that could be shown masked. */
function textOfPlace(value: Json): string | undefined {
  return isObject(value) && typeof value['text'] === 'string' ? value['text'] : undefined
}

/**
 * Values kept under names of fields (of the record, of a truth, of a request, of an entry's input) as somebody sees
 * them: personal ones masked (or whole where that was allowed), sealed ones left out, names that mean no field left
 * out too.
 */
export function valuesFor(
  machine: Machine,
  record: RecordState,
  values: Readonly<Record<string, Json>>,
  showing: Showing,
): Readonly<Record<string, Json>> {
  const seen: Record<string, Json> = {}
  for (const [id, value] of Object.entries(values)) {
    const field = findField(machine, id)
    if (field === undefined) continue
    if (field.personal !== undefined && isSealed(machine, record, id, showing.actor, showing.units)) continue
    seen[id] = shown(field, id, value, showing)
  }
  return seen
}

/** The fields of a record as somebody sees them. */
export const fieldsFor = (machine: Machine, record: RecordState, showing: Showing): Readonly<Record<string, Json>> =>
  valuesFor(machine, record, record.fields, showing)

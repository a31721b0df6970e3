import {
  type FieldDefinition,
  fieldsOffered,
  type Grant,
  type Json,
  type Machine,
  type RecordState,
} from '@jiannuo/engine'
import { addDays, type Instant, localDate } from '@jiannuo/kernel'
import { machineScope } from '@jiannuo/store'
import type { DistrictView } from '../office/district-view.ts'
import type { Office } from '../office/office.ts'
import type { Session } from '../organisation/session.ts'
import type { Chance } from './chance.ts'
import { inventedName, ROADS } from './lantai.ts'
import type { Draw, Step, UnitKind, Values } from './life.ts'
import type { People } from './people.ts'
import { caseTitle, NOTES } from './texts.zh.ts'
import { type WorkTime, workTime } from './work-time.ts'

/** The district as lives look at it. */
export interface World {
  readonly district: string
  readonly work: WorkTime
  readonly people: People
  readonly view: DistrictView
  /** Hash of the file that stands for every evidence. */
  readonly evidence: string
  /** Whether those concerned have invented names and phones. */
  readonly callers: boolean
  /** A day so many days after a moment. */
  readonly day: (at: Instant, days: number) => string
  readonly unit: (chance: Chance, kind: UnitKind) => string
  readonly named: (chance: Chance, names: readonly string[]) => string
}

/** A word of a photo's bytes: the evidence of everything that is simulated. */
const EVIDENCE = 'jiannuo simulated evidence'

/** The district of a run. */
export async function worldOf(office: Office, view: DistrictView, people: People, callers: boolean): Promise<World> {
  const { district } = view.tree
  const { utcOffset } = office.calendar
  const file = await office.store.files.put(machineScope(district), Buffer.from(EVIDENCE), 'image/jpeg')
  const open = view.tree.all.filter(({ closed }) => closed !== true)
  const ids = (kind: string): readonly string[] => {
    const found = open.filter((unit) => unit.kind === kind).map(({ id }) => id)
    return found.length > 0 ? found : [district]
  }
  const units = {
    department: ids('department'),
    street: ids('street'),
    community: ids('community'),
    grid: ids('grid'),
  }
  return {
    district,
    view,
    people,
    work: workTime(office.calendar),
    evidence: file.hash,
    callers,
    day: (at, days) => addDays(localDate(at, utcOffset), days),
    unit: (chance, kind) => chance.one(units[kind]),
    named(chance, names) {
      const known = names.map((name) => `${district}-${name}`).filter((id) => view.tree.unit(id) !== undefined)
      return chance.one(known.length > 0 ? known : units.department)
    },
  }
}

/** A form filled in: what the plan says, and for the rest of what must be given something fitting. */
export function formOf(
  machine: Machine,
  actionId: string,
  plan: readonly (Values | undefined)[],
  draw: Draw,
): Record<string, Json> {
  const action = machine.actions[actionId]
  const input: Record<string, Json> = {}
  if (action === undefined) return input
  for (const { id, definition, own, needed } of fieldsOffered(machine, action)) {
    const values = plan.find((one) => one !== undefined && Object.hasOwn(one, id))
    const must = needed || (definition.required === true && (own || draw.record?.fields[id] === undefined))
    if (definition.personal !== undefined && !must && values === undefined && !draw.world.callers) continue
    const given = values?.[id]
    const value =
      given === undefined
        ? must || definition.personal !== undefined
          ? sample(definition, id, draw)
          : undefined
        : drawn(given, draw)
    if (value !== undefined) input[id] = value
  }
  return input
}

const drawn = (value: Values[string], draw: Draw): Json | undefined =>
  typeof value === 'function' ? value(draw) : value

/** Something that a field may hold. */
function sample(field: FieldDefinition, id: string, draw: Draw): Json | undefined {
  const { chance, at, world, record } = draw
  switch (field.type) {
    case 'text':
    case 'longText':
      return textOf(field, draw)
    case 'number':
    case 'money': {
      const low = Math.max(1, field.min ?? 1)
      return Math.min(chance.whole(low, low + 9), field.max ?? Number.MAX_SAFE_INTEGER)
    }
    case 'boolean':
      return true
    case 'choice':
      return chance.one(codesOf(field, draw))
    case 'choices':
      return [chance.one(codesOf(field, draw))]
    case 'date':
      return world.day(at, chance.whole(8, 40))
    case 'instant':
      return at
    case 'unit':
      return world.unit(chance, id === 'street' || id === 'area' ? 'street' : 'department')
    case 'units':
      return [otherThan(record?.lead, draw)]
    case 'person':
      return personOf(draw)
    case 'place':
      return { text: placeText(chance) }
    case 'files':
      return [world.evidence]
    case 'rows':
      return [rowOf(field, draw)]
    case 'record':
      return undefined
  }
}

/** A department that is not this one. */
export function otherThan(unit: string | undefined, { chance, world }: Draw): string {
  for (let tries = 0; tries < 8; tries++) {
    const found = world.unit(chance, 'department')
    if (found !== unit) return found
  }
  return world.district
}

/** A house on one of its roads. */
export const placeText = (chance: Chance): string => caseTitle(chance.one(ROADS), chance.whole(1, 199), '')

function textOf({ personal, pattern, title, maxLength }: FieldDefinition, { chance, number }: Draw): string {
  if (personal?.mask === 'phone' || pattern?.regex.startsWith('1\\d{10}') === true)
    return `100${String(chance.whole(0, 99_999_999)).padStart(8, '0')}`
  if (personal?.mask === 'name') return inventedName(chance.whole)
  const text = chance.hit(0.5) ? chance.one(NOTES) : `${title}（${number + 1}号）`
  return maxLength === undefined ? text : text.slice(0, maxLength)
}

function codesOf(field: FieldDefinition, draw: Draw): readonly string[] {
  if (field.choicesFrom === undefined) return Object.keys(field.choices ?? {})
  const setting = draw.setting(field.choicesFrom)
  return typeof setting === 'object' && setting !== null ? Object.keys(setting) : []
}

function rowOf({ columns = {} }: FieldDefinition, draw: Draw): Json {
  const row: Record<string, Json> = {}
  for (const [id, column] of Object.entries(columns)) {
    const value = column.required === true ? sample(column, id, draw) : undefined
    if (value !== undefined) row[id] = value
  }
  return row
}

function personOf({ world, record, chance }: Draw): string | undefined {
  const unit = record?.lead ?? world.unit(chance, 'department')
  return world.people.anyone(chance, unit)
}

/** Who may do an action on a record, of those that the action's own tests let do it. */
export function whoDoes(
  machine: Machine,
  actionId: string,
  { at, by }: Pick<Step, 'at' | 'by'>,
  draw: Draw,
): Session | undefined {
  const action = machine.actions[actionId]
  if (action === undefined) return undefined
  const { record, chance, world } = draw
  const tests = (action.guards ?? []).map(({ when }) => when)
  const named = (field: string): string => {
    const value = record?.fields[field]
    return typeof value === 'string' ? value : ''
  }
  const except = new Set(tests.flatMap((test) => actorField(test, 'person', false) ?? []).map(named))
  const only = tests.flatMap((test) => actorField(test, 'person', true) ?? []).map(named)
  const strange = new Set(tests.flatMap((test) => actorField(test, 'unit', false) ?? []).map(named))
  const grants = by === undefined ? action.by : action.by.filter(({ role }) => role === by)
  for (const grant of shuffled(chance, grants)) {
    for (const unit of unitsOf(grant, at, draw)) {
      if (strange.has(unit)) continue
      const session =
        only[0] === undefined
          ? world.people.find(chance, grant.role, unit, except)
          : world.people.holding(only[0], grant.role, unit)
      if (session !== undefined) return session
    }
  }
  return undefined
}

type Test = NonNullable<Machine['actions'][string]['guards']>[number]['when']

/** The field that a test holds against who acts: that it is the same, or that it is not. */
function actorField(test: Test, who: 'person' | 'unit', same: boolean): string | undefined {
  if ('not' in test) return same ? undefined : actorField(test.not, who, true)
  if (!('equals' in test)) return undefined
  const found = test.equals.flatMap((part) => ('field' in part ? [part.field] : []))
  const asks = test.equals.some((part) => 'actor' in part && part.actor === who)
  return asks ? found[0] : undefined
}

function shuffled<T>(chance: Chance, list: readonly T[]): readonly T[] {
  const from = list.length < 2 ? 0 : chance.whole(0, list.length - 1)
  return [...list.slice(from), ...list.slice(0, from)]
}

function unitsOf({ at, role }: Grant, where: Step['at'], draw: Draw): readonly string[] {
  const { record, world, chance } = draw
  switch (at) {
    case 'lead':
      return record?.lead === undefined ? [] : [record.lead]
    case 'co':
      return openCo(record)
    case 'area':
      return record?.area === undefined ? [] : [record.area]
    case 'district':
      return [world.district]
    case 'anywhere': {
      if (typeof where === 'function') return [where(draw) ?? world.district]
      const held = world.people.units(role)
      const fitting = where === undefined ? held : held.filter((id) => world.view.tree.unit(id)?.kind === where)
      return fitting.length === 0 ? held.slice(0, 1) : [chance.one(fitting)]
    }
  }
}

/** Helping units that have not answered; all when all have. */
function openCo(record: RecordState | undefined): readonly string[] {
  const all = record?.co ?? []
  const open = all.filter(({ answeredAt }) => answeredAt === undefined)
  return (open.length > 0 ? open : all).map(({ unit }) => unit)
}

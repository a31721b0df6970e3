import type { Json, RecordState } from '@jiannuo/engine'
import type { Instant } from '@jiannuo/kernel'
import type { Chance } from './chance.ts'
import type { World } from './world.ts'

/** What a value of a form is made from. */
export interface Draw {
  readonly chance: Chance
  readonly at: Instant
  readonly world: World
  /** The record as it stands; absent when it is being opened. */
  readonly record: RecordState | undefined
  /** Which of its row it is, from 0. */
  readonly number: number
  /** A setting of the machine as it is in force. */
  readonly setting: (name: string) => Json
  /** Records of a machine in this run. */
  readonly size: (machine: string) => number
  /** The id that the record of that number of a row of this run has. */
  readonly idOf: (machine: string, number: number) => string
  /** A record of this run that is still played. */
  readonly look: (record: string) => RecordState | undefined
}

/** A value of a form, or how it is drawn; without one the field is left out. */
export type Value = Json | ((draw: Draw) => Json | undefined)

/** Values of a form by field. */
export type Values = Readonly<Record<string, Value>>

/** Working days: so many in the mean, mostly few and now and then many; or between two numbers, each alike. */
export type Wait = number | readonly [low: number, high: number]

/** A kind of unit. */
export type UnitKind = 'department' | 'street' | 'community' | 'grid'

/** Something that may be done next. */
export interface Step {
  /** The action; without one nobody does anything, until something else happens or, with a wait, until it is looked at again. */
  readonly do?: string
  /** Weight among what may be done. */
  readonly share: number
  readonly after?: Wait
  /** Only then. */
  readonly when?: (record: RecordState, draw: Draw) => boolean
  /** How often in the life of one record. */
  readonly most?: number
  readonly give?: Values
  /** At what kind of unit, or at which one, where the role is held anywhere. */
  readonly at?: UnitKind | ((draw: Draw) => string | undefined)
  /** In which role, of those that may. */
  readonly by?: string
}

/** A way to open a record. */
export type Opening = Omit<Step, 'when' | 'after' | 'most'> & {
  /** Only then; a record for which no way is open is never opened. */
  readonly ready?: (draw: Draw) => boolean
}

/** When the records of a year come in. */
export type Coming =
  /** Every day, fewer on rest days. */
  | 'everyday'
  /** On working days, in office hours. */
  | 'workdays'
  /** Within the first weeks: what a list begins with. */
  | 'stock'
  /** On working days, by weight of the month. */
  | { readonly months: readonly number[] }
  /** At moments of one's own, in working days from the beginning: parts of other records. */
  | { readonly each: (number: number, size: (machine: string) => number) => number }

/** How the records of one machine live through a year of the district, as data. */
export interface LifePlan {
  readonly machine: string
  /** The main time limit, by which a record is late. */
  readonly clock: string
  /** Records of a year at full size. */
  readonly yearly: number
  /** At least so many, however small the district. */
  readonly least?: number
  /** So many for each record of another machine, instead. */
  readonly parts?: { readonly of: string; readonly each: number }
  readonly coming: Coming
  readonly open: readonly Opening[]
  /** What may be done where a record stands. Where nothing is said it stays. */
  readonly states: Readonly<Record<string, readonly Step[]>>
  /** Values of its fields, for every form that asks for them. */
  readonly values?: Values
  /** The share of records that their unit forgets: everything takes so many times as long. */
  readonly slow?: readonly [share: number, times: number]
}

/** A request that waits for its decision. */
export const pending =
  (kind: string) =>
  (record: RecordState): boolean =>
    record.requests.some((request) => request.kind === kind && request.decision === undefined)

/** None does. */
export const idle = (record: RecordState): boolean => record.requests.every((request) => request.decision !== undefined)

/** A helping unit has not answered yet. */
export const coOpen = (record: RecordState): boolean => record.co.some(({ answeredAt }) => answeredAt === undefined)

/** A field has this value. */
export const has =
  (field: string, value: Json) =>
  (record: RecordState): boolean =>
    record.fields[field] === value

/** A field has any value, or none. */
export const filled =
  (field: string, is = true) =>
  (record: RecordState): boolean =>
    (record.fields[field] !== undefined) === is

/** All of them. */
export const both =
  (...tests: readonly NonNullable<Step['when']>[]): NonNullable<Step['when']> =>
  (record, draw) =>
    tests.every((test) => test(record, draw))

/** One of the values by weight. */
export const oneOf =
  (...pairs: readonly (readonly [value: Json, share: number])[]) =>
  ({ chance }: Draw): Json =>
    chance.weighted(pairs)

/** True with a probability. */
export const mostly =
  (probability: number) =>
  ({ chance }: Draw): boolean =>
    chance.hit(probability)

/** A whole number between two. */
export const between =
  (low: number, high: number) =>
  ({ chance }: Draw): number =>
    chance.whole(low, high)

/** A day so many days from now; before now when negative. */
export const day =
  (low: number, high: number) =>
  ({ chance, at, world }: Draw): string =>
    world.day(at, chance.whole(low, high))

/** A department, a street, a community or a grid of the district. */
export const some =
  (kind: Parameters<World['unit']>[1]) =>
  ({ chance, world }: Draw): string =>
    world.unit(chance, kind)

/** One of these departments, by the last part of its id; any where the district has none of them. */
export const department =
  (...names: readonly string[]) =>
  ({ chance, world }: Draw): string =>
    world.named(chance, names)

/** Somebody who holds the role at the unit that leads the record. */
export const holder =
  (role: string) =>
  ({ chance, world, record }: Draw): Json | undefined =>
    world.people.find(chance, role, record?.lead ?? world.district)?.person

/** Its own field again. */
export const own =
  (field: string) =>
  ({ record }: Draw): Json | undefined =>
    record?.fields[field]

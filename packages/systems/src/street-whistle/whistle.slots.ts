import type { Condition, Effect, Expr, FieldDefinition } from '@jiannuo/engine'
import {
  actorUnit,
  all,
  any,
  clockIs,
  constant,
  equals,
  fact,
  field,
  firstOf,
  not,
  now,
  plus,
  present,
  when,
} from '@jiannuo/engine'
import { moment } from './form.ts'

/**
 * A whistle calls up to so many departments, each in a place of its own: a figure has one unit, so what is counted for every department
 * that was called is counted place by place and added up. A whistle that would need more names those that decide.
 */
export const PLACES = ['1', '2', '3', '4'] as const
export type Place = (typeof PLACES)[number]

export const called = (n: Place): Expr => field(`called${n}`)
export const arrivedAt = (n: Place): Expr => field(`arrivedAt${n}`)

const points = (title: string): FieldDefinition => ({ title, type: 'number', min: 0, max: 100, unit: '分' })

const placeFields = (n: Place): Readonly<Record<string, FieldDefinition>> => ({
  [`called${n}`]: {
    title: n === '1' ? '应哨部门（主责）' : `应哨部门（配合${n}）`,
    type: 'unit',
    ...(n === '1' ? { column: 5 } : {}),
  },
  [`arrivedAt${n}`]: moment(`部门${n}到场时间`),
  [`inTime${n}`]: { title: `部门${n}按时到场`, type: 'boolean' },
  [`score${n}`]: points(`街道给部门${n}的评分`),
  [`scoreNote${n}`]: { title: `部门${n}评分说明`, type: 'text', maxLength: 500 },
  [`backScore${n}`]: points(`部门${n}给街道的评分`),
  [`founded${n}`]: { title: `部门${n}认为吹哨适当`, type: 'boolean' },
})

/** Fields of all places. */
export const slotFields: Readonly<Record<string, FieldDefinition>> = Object.assign({}, ...PLACES.map(placeFields))

export const fieldsOf = (...stems: readonly string[]): string[] =>
  PLACES.flatMap((n) => stems.map((stem) => `${stem}${n}`))

export const actorAt = (n: Place): Condition => equals(called(n), actorUnit)

/** The acting unit is one of those called. */
export const actorCalled: Condition = any(...PLACES.map(actorAt))
export const actorHere: Condition = any(...PLACES.map((n) => all(actorAt(n), present(arrivedAt(n)))))
/** The department that objects has come all the same. */
export const objectorHere: Condition = any(
  ...PLACES.map((n) => all(equals(called(n), field('objector')), present(arrivedAt(n)))),
)
export const anyCalled: Condition = any(...PLACES.map((n) => present(called(n))))
export const allHere: Condition = all(...PLACES.map((n) => any(not(present(called(n))), present(arrivedAt(n)))))
export const allScored: Condition = all(...PLACES.map((n) => any(not(present(called(n))), present(field(`score${n}`)))))

const differ = (a: Place, b: Place): Condition => any(not(present(called(a))), not(equals(called(a), called(b))))
const pairs = PLACES.flatMap((a, at) => PLACES.slice(at + 1).map((b) => [a, b] as const))

/** No department is called twice by one whistle, and the street does not call itself. */
export const calledOnce: Condition = all(...pairs.map(([a, b]) => differ(a, b)))
export const notItself: Condition = all(...PLACES.map((n) => not(equals(called(n), fact('lead')))))

/** The departments called help with the record, and nobody else. */
export const callThem: readonly Effect[] = [
  { release: 'co' },
  ...PLACES.map((n): Effect => ({ assign: 'co', to: called(n) })),
]

/** Whoever acts has come; in time when the time to come has not run out, or had not before it was ordered. */
export const noteArrival: readonly Effect[] = PLACES.map((n) =>
  when(actorAt(n), [
    { set: `arrivedAt${n}`, to: firstOf(arrivedAt(n), now) },
    when(
      any(present(field('unansweredAt')), clockIs('arrival', 'overdue')),
      [{ set: `inTime${n}`, to: constant(false) }],
      [{ set: `inTime${n}`, to: constant(true) }],
    ),
  ]),
)

/** A department that was excused was not called. */
export const dropObjector: readonly Effect[] = PLACES.map((n) =>
  when(equals(called(n), field('objector')), [{ clear: `called${n}` }]),
)

/** A new whistle begins with nobody here and nothing scored. */
export const forgetCourse: readonly Effect[] = fieldsOf(
  'arrivedAt',
  'inTime',
  'score',
  'scoreNote',
  'backScore',
  'founded',
).map((clear) => ({ clear }))

/** Points given to all departments of a whistle together. */
export const sumOf = (stem: string): Expr =>
  PLACES.map((n) => firstOf(field(`${stem}${n}`), constant(0))).reduce((a, b) => plus(a, b))

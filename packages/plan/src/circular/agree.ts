import type { Problem } from '@jiannuo/kernel'
import type { Light } from '../model.ts'
import { say } from './text.ts'
import type { CircularInput, CircularUnit } from './types.ts'
import type { CircularCode, CircularPhrase } from './wording.zh.ts'

/** Lights in the order in which a circular tells them. */
export const LIGHTS = ['green', 'yellow', 'red', 'silent', 'none'] as const satisfies readonly Light[]

/** Counts of a unit's row that have to add up to a count of the whole. */
type Counts = Readonly<Record<string, number>>

const problem = (code: CircularCode, params: NonNullable<Problem['params']>): Problem => ({
  code,
  severity: 'error',
  params,
})

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0)

/**
 * What in the input does not agree with itself: every total with the sum of the units' rows, every list with the count it belongs
 * to, of the whole and of each unit. Each problem names both numbers.
 */
export function disagreements(input: CircularInput): Problem[] {
  // Sums of what is no count say nothing.
  const counts = badCounts(input)
  return counts.length > 0 ? counts : [...totalsAgainstUnits(input), ...withinUnits(input.units), ...lists(input)]
}

const LABELS = {
  green: 'light.green',
  yellow: 'light.yellow',
  red: 'light.red',
  silent: 'light.silent',
  none: 'light.none',
  owed: 'count.owed',
  struckOff: 'count.struckOff',
  returned: 'count.returned',
  missing: 'count.missing',
  commitments: 'count.commitments',
  returnedInTime: 'count.inTime',
  returnedLate: 'count.late',
} as const satisfies Record<string, CircularPhrase>

const isLabel = (name: string): name is keyof typeof LABELS => Object.hasOwn(LABELS, name)
const label = (name: string): string => (isLabel(name) ? say(LABELS[name]) : name)

function badCounts({ month, totals, units }: CircularInput): Problem[] {
  const { byLight, ...whole } = totals
  const bad = ([name, value]: readonly [string, number]): Problem[] =>
    Number.isSafeInteger(value) && value >= 0
      ? []
      : [problem('circular/count', { what: label(name), value: String(value) })]
  const ofUnits = units.flatMap((row) => Object.entries(counted(row)))
  const months =
    Number.isInteger(month) && month >= 1 && month <= 12 ? [] : [problem('circular/month', { value: month })]
  return [...months, ...[...Object.entries(whole), ...Object.entries(byLight), ...ofUnits].flatMap(bad)]
}

function totalsAgainstUnits({ totals, units }: CircularInput): Problem[] {
  const { commitments, byLight, struckOff, owed, returned } = totals
  const parts = sum(LIGHTS.map((light) => byLight[light])) + struckOff
  const rows: Counts[] = units.map((unit) => ({ ...counted(unit), returned: unit.returnedInTime + unit.returnedLate }))
  const whole: Counts = { ...byLight, struckOff, owed, returned }
  const differing = Object.entries(whole).flatMap(([name, total]) => {
    const added = sum(rows.map((row) => row[name] ?? 0))
    return added === total ? [] : [problem('circular/units-differ', { what: label(name), total, sum: added })]
  })
  return [
    ...(parts === commitments ? [] : [problem('circular/commitments', { total: commitments, sum: parts })]),
    ...differing,
  ]
}

const counted = (row: CircularUnit): Counts =>
  Object.fromEntries(Object.entries(row).filter((entry): entry is [string, number] => typeof entry[1] === 'number'))

function withinUnits(units: readonly CircularUnit[]): Problem[] {
  const names = units.map(({ unit }) => unit)
  const twice = [...new Set(names)].flatMap((unit) => {
    const count = names.filter((name) => name === unit).length
    return count === 1 ? [] : [problem('circular/unit-twice', { unit, count })]
  })
  const returns = units.flatMap(({ unit, owed, returnedInTime, returnedLate, missing }) => {
    const added = returnedInTime + returnedLate + missing
    return added === owed ? [] : [problem('circular/unit-returns', { unit, total: owed, sum: added })]
  })
  return [...twice, ...returns]
}

function lists({ totals, units, reds, yellows, silent, struckOff }: CircularInput): Problem[] {
  const unheard = silent.flatMap(({ unit, titles }) => titles.map(() => ({ unit })))
  const of = { red: reds, yellow: yellows, silent: unheard } as const
  const found = (['red', 'yellow', 'silent'] as const).flatMap((light) => {
    const what = label(light)
    const [total, added] = [totals.byLight[light], of[light].length]
    const whole = total === added ? [] : [problem('circular/list-differs', { what, total, sum: added })]
    return [...whole, ...units.flatMap((row) => unitList(row.unit, what, row[light], of[light]))]
  })
  const more = struckOff.length > totals.struckOff
  return more ? [...found, problem('circular/struck-more', { total: totals.struckOff, sum: struckOff.length })] : found
}

function unitList(unit: string, what: string, total: number, list: readonly { readonly unit: string }[]): Problem[] {
  const listed = list.filter((entry) => entry.unit === unit).length
  return listed === total ? [] : [problem('circular/unit-list-differs', { unit, what, total, sum: listed })]
}

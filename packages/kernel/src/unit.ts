import { shiftDecimal, withoutNoise } from './decimal.ts'
import { granted, type Result, refused } from './result.ts'
import { type Dimension, SIZES, SPELLINGS, type UnitSize } from './unit-table.ts'

/** A number in a unit that carries no multiplier: 5.6 万户 is `{ value: 56000, unit: '户' }`. */
export interface Magnitude {
  readonly value: number
  readonly unit: string
}

/** Settles 方, which people write for 平方米 and for 立方米 alike. */
export type FangHint = 'area' | 'volume'

interface Reading {
  readonly unit: string
  readonly exponent: number
}

const MULTIPLIERS: Readonly<Record<string, number>> = { 十: 1, 百: 2, 千: 3, 万: 4, 亿: 8 }

/** Signs that are the same sign in another dress: full width, raised figures, the two code points of micro. */
const PLAIN: Readonly<Record<string, string>> = {
  '％': '%',
  '﹪': '%',
  '／': '/',
  '²': '2',
  '³': '3',
  µ: 'μ',
  萬: '万',
  億: '亿',
  '（': '(',
  '）': ')',
}

/** After 千 and 百 these make one unit name (千瓦, 千伏, 百分点), so the sign before them is no multiplier. */
const AFTER_QIAN = '瓦伏安帕卡赫焦牛乏'

const LIMIT = 8192
const readings = new Map<string, Reading>()

function plainUnit(unit: string): string {
  let plain = ''
  for (const sign of unit) {
    if (sign.trim() === '') continue
    plain += PLAIN[sign] ?? sign
  }
  return plain
}

const isName = (text: string): boolean => SIZES.has(text) || SPELLINGS.has(text) || SPELLINGS.has(text.toLowerCase())

/** Whether the 千 or 百 at `at` belongs to the name of the unit. 千米 and 千克 are names too; the value is the same. */
function opensName(unit: string, at: number): boolean {
  if (unit[at] === '百') return unit[at + 1] === '分'
  if (unit[at] !== '千') return false
  return AFTER_QIAN.includes(unit[at + 1] ?? ' ') || isName(unit.slice(at)) || unit[at + 1] === '分'
}

/** How far the multiplier in front reaches, and its power of ten: 万亿 is 12, 百万 is 6. */
function multiplierOf(unit: string): { readonly end: number; readonly exponent: number } {
  let end = 0
  let exponent = 0
  for (; end < unit.length; end += 1) {
    const step = MULTIPLIERS[unit[end] ?? '']
    if (step === undefined || opensName(unit, end)) break
    exponent += step
  }
  // 万分之三, 百里挑一: a fraction's name is not a multiplier.
  return unit.startsWith('分之', end) ? { end: 0, exponent: 0 } : { end, exponent }
}

function canonical(name: string): Reading {
  const spelling = SPELLINGS.get(name) ?? SPELLINGS.get(name.toLowerCase())
  return spelling ?? { unit: name, exponent: 0 }
}

/** The unit before a slash gives up its multiplier; behind the slash only the spelling is settled (件/万人 stays). */
function compound(name: string, slash: number): Reading {
  const whole = canonical(name)
  if (whole.unit !== name) return whole
  const above = readUnit(name.slice(0, slash))
  return { unit: `${above.unit}/${canonical(name.slice(slash + 1)).unit}`, exponent: above.exponent }
}

/**
 * 方 without a word on what is measured: 万方 is floor space (平方米), 亿方 is gas or water (立方米), and bare 方 stays
 * as it is, because either reading would be a guess.
 */
function readFang(exponent: number, hint: FangHint | undefined): Reading {
  if (hint !== undefined) return { unit: hint === 'area' ? '平方米' : '立方米', exponent }
  if (exponent >= 8) return { unit: '立方米', exponent }
  return { unit: exponent === 4 ? '平方米' : '方', exponent }
}

function readUnit(unit: string, hint?: FangHint): Reading {
  if (isName(unit)) return canonical(unit)
  const { end, exponent } = multiplierOf(unit)
  const name = unit.slice(end)
  if (name === '方') return readFang(exponent, hint)
  const slash = name.indexOf('/')
  const reading = slash > 0 ? compound(name, slash) : canonical(name)
  return { unit: reading.unit, exponent: reading.exponent + exponent }
}

/** Units repeat all through a text, so each spelling is taken apart once; the limit keeps hostile text from filling memory. */
function readingOf(unit: string, hint: FangHint | undefined): Reading {
  const key = hint === undefined ? unit : `${hint}:${unit}`
  const known = readings.get(key)
  if (known !== undefined) return known
  const reading = readUnit(plainUnit(unit), hint)
  if (readings.size >= LIMIT) readings.clear()
  readings.set(key, reading)
  return reading
}

/**
 * The number without the multiplier in its unit, and the unit in its usual spelling: 73.2 亿元 is 7,320,000,000 元.
 *
 * Only multipliers (万, 亿, 兆瓦 …) and spellings (㎡, 平米, 度) are settled. A unit of another size keeps its name
 * (亩, 公顷, 公里, 斤); `convert` goes from one to the other. 成 becomes %. Anything unknown is a classifier that stays.
 *
 * @param value the number as written
 * @param unit the unit as written; empty when the text leaves it out
 * @param hint what 方 means here, when the caller knows
 */
export function magnitudeOf(value: number, unit: string, hint?: FangHint): Magnitude {
  const reading = readingOf(unit, hint)
  return { value: shiftDecimal(value, reading.exponent), unit: reading.unit }
}

/** The size of a unit in its canonical spelling; a compound and a classifier are each their own base. */
function sizeOf(unit: string): UnitSize {
  return SIZES.get(unit) ?? { dimension: unit.includes('/') ? 'compound' : 'count', base: unit, times: 1, per: 1 }
}

/** What kind of thing a unit measures; a classifier that no table knows is a `count`. */
export const dimensionOf = (unit: string): Dimension => sizeOf(readingOf(unit, undefined).unit).dimension

/** Whether a number in one unit can be said in the other: same base, so 亿美元 and 亿元, 人次 and 人 cannot. */
export const convertible = (from: string, to: string): boolean =>
  sizeOf(readingOf(from, undefined).unit).base === sizeOf(readingOf(to, undefined).unit).base

/**
 * The same amount in another unit of the same base: 1 公顷 is 15 亩, 3 兆瓦 is 0.3 万千瓦.
 *
 * @returns the number, rounded to fifteen significant digits, or `kernel/unit-mismatch` when the units measure different
 * things: another currency, 个百分点 against %, 人次 against 人, one classifier against another
 */
export function convert(value: number, from: string, to: string): Result<number> {
  const source = readingOf(from, undefined)
  const target = readingOf(to, undefined)
  const size = sizeOf(source.unit)
  const wanted = sizeOf(target.unit)
  if (size.base !== wanted.base) {
    return refused({ code: 'kernel/unit-mismatch', severity: 'error', params: { from, to } })
  }
  const shifted = shiftDecimal(value, source.exponent - target.exponent)
  const times = size.times * wanted.per
  const per = size.per * wanted.times
  return granted(times === per ? shifted : withoutNoise((shifted * times) / per))
}

import type { Json, SettingForm, SettingView } from '@jiannuo/contract'
import { shiftDecimal } from '@jiannuo/kernel'
import type { Words } from '../../../locale/words.ts'
import { OTHERS } from './table-value.ts'

/** What the values of settings are said with. */
export interface Saying {
  readonly words: Words['settings']
  readonly unitName: (unit: string) => string
}

/** What a number of a setting counts, by the words of its title: a unit, `percent` for a share, or nothing. */
export const countedIn = (title: string, { counted }: Words['settings']): string =>
  counted.find(([word]) => title.includes(word))?.[1] ?? ''

/** A share as the per cent that people write. */
export const percentOf = (share: number): number => shiftDecimal(share, 2)

/** The share that so many per cent are. */
export const shareOf = (percent: number): number => shiftDecimal(percent, -2)

/** A length of time as settings hold it. */
export interface TimeLimit {
  readonly value: number
  readonly unit: string
}

/** Reads a length of time. */
export function limitOf(value: Json | undefined): TimeLimit | undefined {
  if (typeof value !== 'object' || value === null || !('value' in value) || !('unit' in value)) return undefined
  const { value: amount, unit } = value
  return typeof amount === 'number' && typeof unit === 'string' ? { value: amount, unit } : undefined
}

const unitWords = (unit: string, words: Words['settings']): string =>
  Object.entries(words.units).find(([id]) => id === unit)?.[1] ?? unit

/** A value that is no table, in words. */
export function plainWords(value: Json | undefined, { words }: Saying, counted = ''): string {
  if (value === undefined || value === null || value === '') return words.empty
  if (typeof value === 'boolean') return value ? words.yes : words.no
  if (typeof value === 'number') return counted === 'percent' ? `${percentOf(value)}%` : `${value}${counted}`
  if (typeof value === 'string') return value
  const limit = limitOf(value)
  if (limit !== undefined) return `${limit.value}${unitWords(limit.unit, words)}`
  if (Array.isArray(value)) return value.map((one: Json) => plainWords(one, { words, unitName: String })).join('、')
  return words.entries(Object.keys(value).length)
}

type Column = SettingForm['columns'][number]

/** A cell of a table, in words; empty where there is nothing. */
export function cellWords(column: Column, cell: Json | undefined, saying: Saying): string {
  if (cell === undefined || cell === null || cell === '') return ''
  if (column.type === 'boolean') return plainWords(cell, saying)
  const parts = (Array.isArray(cell) ? cell : [cell]).map((one: Json) => {
    if (typeof one !== 'string') return plainWords(one, saying)
    if (column.type === 'unit' || column.type === 'units') return saying.unitName(one)
    return column.choices.find(({ value }) => value === one)?.title ?? one
  })
  return parts.join('、')
}

/** A key of a table, in words. */
export const keyWords = (
  level: SettingForm['levels'][number] | undefined,
  key: string,
  { words }: Pick<Saying, 'words'>,
): string => (key === OTHERS ? words.other : (level?.choices.find(({ value }) => value === key)?.title ?? key))

/** What the keys of a level are called. */
export const levelWords = ({ title }: SettingForm['levels'][number], words: Words['settings']): string =>
  title === '' ? words.key : title

/** Whether a setting is filled in as rows. */
export const asRows = ({ form, keptAt }: SettingView): SettingForm | undefined =>
  keptAt === undefined && form !== undefined && form.columns.length > 0 ? form : undefined

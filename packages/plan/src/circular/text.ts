import { dayPeriod, describePeriod, formatChineseNumeral, type PlainDate, withoutNoise } from '@jiannuo/kernel'
import type { CircularBlock } from './types.ts'
import { type CircularPhrase, circularPhrases } from './wording.zh.ts'

/** What a template names. */
export type Params = Readonly<Record<string, string | number>>

/** A sentence of the circular, filled in once: braces in a title are not looked at. */
export const say = (phrase: CircularPhrase, params: Params = {}): string =>
  circularPhrases[phrase].replace(/\{(\w{1,40})\}/g, (whole, name: string) => String(params[name] ?? whole))

export const heading = (level: 1 | 2, text: string): CircularBlock => ({ kind: 'heading', level, text })

export const paragraph = (text: string): CircularBlock => ({ kind: 'paragraph', text })

/** A numbered part of a section: （一）完成情况 and what stands below it. */
export interface Chapter {
  readonly title: CircularPhrase
  readonly blocks: readonly CircularBlock[]
}

/** Numbers the chapters that hold something. */
export const chapters = (all: readonly Chapter[]): CircularBlock[] =>
  all
    .filter(({ blocks }) => blocks.length > 0)
    .flatMap(({ title, blocks }, at) => [
      heading(2, say('chapter', { number: formatChineseNumeral(at + 1), title: say(title) })),
      ...blocks,
    ])

/** One numbered paragraph for each entry of a list. */
export const numbered = <T>(list: readonly T[], tell: (entry: T, number: number) => string): CircularBlock[] =>
  list.map((entry, at) => paragraph(tell(entry, at + 1)))

/** One decimal, halves up, without binary noise: 12.25 is 12.3. */
export const oneDecimal = (value: number): string => (Math.round(withoutNoise(Math.abs(value) * 10)) / 10).toFixed(1)

/** The same with its sign; what rounds to nothing has none. */
export function signed(value: number): string {
  const size = oneDecimal(value)
  return value < 0 && size !== '0.0' ? `-${size}` : size
}

/** A share as a percentage with one decimal; the sign is kept. */
export const percent = (share: number): string => `${signed(share * 100)}%`

export const day = (date: PlainDate): string => describePeriod(dayPeriod(date))

/** A number that can be shown; what was divided by nothing cannot. */
export const shown = (value: number | undefined): value is number => value !== undefined && Number.isFinite(value)

/** Words of others inside a sentence: one line, without the stop at their end, which the sentence brings itself. */
export const clause = (text: string): string =>
  text
    .replace(/\s*[\r\n]+\s*/g, '')
    .trim()
    .replace(/[。；;，,、.\s]+$/, '')

/** Several clauses as one; those without words are left out. */
export const clauses = (texts: readonly string[]): string =>
  texts
    .map(clause)
    .filter((text) => text !== '')
    .join(say('semicolon'))

/** How many different units a list names. */
export const unitsIn = (list: readonly { readonly unit: string }[]): number =>
  new Set(list.map(({ unit }) => unit)).size

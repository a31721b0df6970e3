import { phrases } from './wording.zh.ts'

/** A template of this folder's wording. */
export type Phrase = keyof typeof phrases

/** A phrase with its parameters put in. */
export const say = (phrase: Phrase, params: Readonly<Record<string, string | number>> = {}): string =>
  phrases[phrase].replace(/\{(\w{1,20})\}/g, (whole, name: string) => String(params[name] ?? whole))

/** 甲、乙、丙 */
export const listed = (words: readonly string[]): string => words.join(phrases.list)

/** “甲”“乙” */
export const quoted = (words: readonly string[]): string => words.map((text) => say('quoted', { text })).join('')

/** The end of a switch that has handled everything; reached only by data that no definition check has seen. */
export function unreachable(part: never): never {
  throw new TypeError(`no such part of a definition: ${JSON.stringify(part)}`)
}

import { createRequire } from 'node:module'
import type * as JiebaLibrary from '@node-rs/jieba'
import type * as JiebaDictionary from '@node-rs/jieba/dict.js'

const require = createRequire(import.meta.url)
let loaded: JiebaLibrary.Jieba | undefined

/** The segmenter with its dictionary. Loading them takes a fifth of a second, which a program that never searches need not spend. */
function jieba(): JiebaLibrary.Jieba {
  if (loaded !== undefined) return loaded
  const library: typeof JiebaLibrary = require('@node-rs/jieba')
  const { dict }: typeof JiebaDictionary = require('@node-rs/jieba/dict.js')
  loaded = library.Jieba.withDict(dict)
  return loaded
}

const WORD = /[\p{L}\p{N}]/u
const HAN = /\p{Script=Han}/u

/** A text as it is searched: full-width forms as plain ones, capitals as small letters. */
export const normalText = (text: string): string => text.normalize('NFKC').toLowerCase()

/**
 * Words that a text can be found by, each once. Names of places are often in no dictionary: where a text falls apart into
 * single characters, and inside long words, every two neighbours are a word as well, so that any two characters that belong
 * together find it.
 */
export function segment(text: string): readonly string[] {
  const normal = normalText(text)
  const tokens = jieba().cutForSearch(normal, true)
  const words = new Set(tokens.filter((token) => WORD.test(token)))
  for (const pair of pairsOf(jieba().cut(normal, true))) words.add(pair)
  for (const token of tokens) if (token.length > 2) for (const pair of neighbours(token)) words.add(pair)
  return [...words]
}

/** Words of a query: all that it says, and nothing that a text with the same passage might lack. */
export function queryWords(query: string): readonly string[] {
  const tokens = jieba().cut(normalText(query), true)
  const words = tokens.filter((token) => WORD.test(token) && (!HAN.test(token) || token.length > 1))
  words.push(...pairsOf(tokens))
  return words.length > 0 ? [...new Set(words)] : tokens.filter((token) => WORD.test(token))
}

/** Pairs over the seam of two words, of which one is a single character. */
function pairsOf(tokens: readonly string[]): string[] {
  const pairs: string[] = []
  for (const [index, token] of tokens.entries()) {
    const next = tokens[index + 1]
    if (next === undefined || (token.length > 1 && next.length > 1)) continue
    const pair = token.slice(-1) + next.slice(0, 1)
    if (isHanPair(pair)) pairs.push(pair)
  }
  return pairs
}

function neighbours(token: string): string[] {
  const pairs: string[] = []
  for (let at = 0; at + 2 <= token.length; at += 1) {
    const pair = token.slice(at, at + 2)
    if (isHanPair(pair)) pairs.push(pair)
  }
  return pairs
}

const isHanPair = (pair: string): boolean => /^\p{Script=Han}{2}$/u.test(pair)

import { Idle, Narrowing } from './words.ts'

/**
 * Words before the name that say nothing about what is counted: the speaker's own area, the whole year, verbs of doing.
 * The longest goes first; what is left narrows the indicator.
 */
function idleAt(words: string, at: number): number {
  for (const word of Idle.get(words[at] ?? '') ?? []) if (words.startsWith(word, at)) return word.length
  return 0
}

function narrowingAt(words: string, at: number): number {
  for (const word of Narrowing.get(words[at] ?? '') ?? []) {
    // 市 narrows only where it stands alone: 市政 and 园区 are other words
    if (words.startsWith(word, at) && (word.length > 1 || words.length === 1)) return word.length
  }
  return 0
}

/** The longest threshold looked for: 10000平方米以上. */
const WIDEST = 12

/** 亿元以上, 10亿元以上, 3岁以下: a threshold is one qualifier. */
const THRESHOLD = /^(?:\d+(?:\.\d+)?|[一二三四五])?[十百千万亿]{0,2}(?:美元|元|岁|平方米|级)(?:以上|以下|以内)/

/**
 * The words that narrow an indicator, in their order. Known ones (规上, 省级以上, 中心城区, 亿元以上) are told apart; a run of words
 * that no table knows stays together as one qualifier.
 *
 * @param words what stands before the indicator's name, in normal form
 */
export function qualifiersOf(words: string): readonly string[] {
  const found: string[] = []
  let rest = ''
  const close = (): void => {
    if (rest !== '') found.push(rest)
    rest = ''
  }
  for (let at = 0; at < words.length; ) {
    const idle = rest === '' ? idleAt(words, at) : 0
    const threshold = THRESHOLD.exec(words.slice(at, at + WIDEST))?.[0].length ?? 0
    // inside a run of other words 智能 or 城市 is a part of it (人工智能): only a threshold is told apart there
    const known = idle > 0 ? 0 : threshold || (rest === '' ? narrowingAt(words, at) : 0)
    if (known > 0) {
      close()
      found.push(words.slice(at, at + known))
    } else if (idle === 0) rest += words[at] ?? ''
    at += known || idle || 1
  }
  close()
  return found
}

import type { Statement, Task } from '@jiannuo/reader'
import { plain, weightsOf } from './words.ts'

/** A phrase that would have to turn up where a promise is reported on. */
export interface Term {
  readonly words: string
  readonly weights: readonly number[]
  readonly total: number
  /** Characters that are not generic. */
  readonly own: number
}

const CUT = /[、，,。；;：:！!①-⑳⑴-⒇]|[(（]\d{1,2}[)）]|以及|并且/

/** Names in quotation marks stand for the whole: “五馆两中心”公共服务综合体项目. */
const QUOTED = /(?<!级)[“《]([^“”《》]{3,16})[”》]/g

/** A name in brackets is another name of the thing before it: 某某（大王庄）产业园. */
const ALIAS = /[（(](\p{Script=Han}{3,8})[）)]/gu

/** A due date and what follows it is no part of the name. */
const DUE = /(?:今年|本年|年底|年末|上半年|下半年|年内|\d{1,2}月).*$/

/** A capacity inside a name may be left out when it is told: 某某100兆瓦光伏发电项目. */
const CAPACITY = /\d[\d.]*[万亿]?(?:兆瓦时?|千瓦|千伏|公里|平方米|立方米|平米|亩|吨|头|只|米|张)/g

const NOTES = /[（(][^（）()]{0,20}[）)]/g

/** 和 and 与 part two names only where either side can stand alone: not 和谷港, not 与会. */
function splitJoined(words: string): readonly string[] {
  const parts = words.split(/(?<![共平温祥饱调])和(?![美谷平谐睦气解风顺])|[及与暨]/)
  return parts.every((part) => part.length >= 2) ? parts : [words]
}

/** The first characters of a name carry most of it: 某某路 before 停车场. */
const HEAD = 1.5
const HEAD_LENGTH = 2

function termOf(words: string): Term {
  let left = HEAD_LENGTH
  const weights = weightsOf(words).map((weight) => {
    if (weight < 1 || left === 0) return weight
    left -= 1
    return weight * HEAD
  })
  const own = weights.filter((w) => w >= 1).length
  return { words, weights, own, total: weights.reduce((a, w) => a + w, 0) }
}

const TAIL = /(?:等|等项目|等工程)$/

/** Adjectives that a list hangs on a noun name nothing: 科技型、循环型绿色建材企业. */
const ADJECTIVE = /[型化性式]$/

/** Fewest characters of a phrase, and of its own if it is shorter than four. */
const SHORTEST = 4
const SHORTEST_NAME = 3

const standsAlone = (term: Term): boolean =>
  !ADJECTIVE.test(term.words) && (term.words.length >= SHORTEST || term.own >= SHORTEST_NAME)

function phrasesOf(text: string): readonly Term[] {
  const seen = new Set<string>()
  for (const [, name] of text.matchAll(QUOTED)) if (name !== undefined) seen.add(plain(name))
  for (const [, alias] of text.matchAll(ALIAS)) if (alias !== undefined) seen.add(alias)
  for (const piece of text.replace(NOTES, '').split(CUT)) {
    const words = plain(piece).replace(CAPACITY, '').replace(DUE, '').replace(TAIL, '')
    for (const part of splitJoined(words)) seen.add(part)
  }
  return [...seen].map(termOf)
}

/** Phrases of a text, each able to stand for it. */
const termsOf = (text: string): readonly Term[] => phrasesOf(text).filter(standsAlone)

/** Every phrase of a text that says anything of its own: a trace of any of them makes silence less sure. */
export const wideTerms = (text: string): readonly Term[] => phrasesOf(text).filter((term) => term.own >= 2)

/** Phrases of a task: what it names and its object; what follows a comma in the object only when there is nothing else. */
export function taskTerms(task: Task, text: string): readonly Term[] {
  const [first = ''] = task.object.split(/[，,]/)
  const names = task.names.filter((name) => task.object.indexOf(name) < first.length)
  const terms = termsOf([...names, first].join('、'))
  const whole = text.slice(task.start, task.end)
  // a name's beginning may have been read as the verb: 推动压缩|机厂改造
  const verb = whole.slice(0, Math.max(0, whole.indexOf(first)))
  const all = weightsOf(plain(verb)).includes(1) ? [...terms, ...termsOf(whole.split(/[，,、]/)[0] ?? '')] : terms
  return all.length > 0 ? all : termsOf(task.object)
}

/** Names in the parts of a task behind the first comma; they prove it only when they are found whole. */
export function laterNames(task: Task): readonly Term[] {
  const rest = task.object.split(/[，,]/).slice(1)
  return termsOf(rest.join('，')).filter((term) => term.own >= LATER_NAME)
}

const LATER_NAME = 5

const RATIO = /[率比值]$/

/** Phrases of a figure's indicator. Bare nouns (教师) and ratios prove nothing: their words stand in every other sentence. */
const figureTerms = (indicator: string): readonly Term[] =>
  termsOf(indicator).filter((term) => term.own > 2 && !RATIO.test(term.words))

/** Phrases of a figure: its indicator, and the things that are listed behind it (卫生工程1项：某医院门诊楼). */
export function figureTermsIn(text: string, s: Statement): readonly Term[] {
  const listed = LISTED.exec(text.slice(s.end, s.end + LIST_REACH))?.[1] ?? ''
  return [...figureTerms(s.indicator), ...termsOf(listed)]
}

const LISTED = /^\s*[：:]([^。；;]{2,200})/
const LIST_REACH = 200

const STOP = /[，,。；;！!？?\n]/

/** Farthest that a segment reaches on either side. */
const SEGMENT = 40

/** The words around a figure up to the next stops, without the figure: what else would turn up if it were reported on. */
export function segmentAround(text: string, s: Statement): string {
  let from = s.start
  while (from > 0 && s.start - from < SEGMENT && !STOP.test(text.charAt(from - 1))) from -= 1
  let to = s.end
  while (to < text.length && to - s.end < SEGMENT && !STOP.test(text.charAt(to))) to += 1
  return `${text.slice(from, s.start)}、${text.slice(s.end, to)}`
}

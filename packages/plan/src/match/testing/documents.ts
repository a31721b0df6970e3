import { read } from '@jiannuo/reader'
import { match } from '../match.ts'
import type { Matching, MatchOptions, PromiseMatch, ReadDocument } from '../types.ts'

const doc = (text: string): ReadDocument => ({ text, reading: read(text) })

/** An invented work report that promises for 2025. */
export const planOf = (promised: string): ReadDocument =>
  doc(
    `兰台区政府工作报告\n（2025年1月10日）\n一、2024年工作回顾\n一年来，全区各项工作有序开展。\n二、2025年工作安排\n${promised}\n`,
  )

/** An invented work report that reviews 2025. */
export const reportOf = (told: string): ReadDocument =>
  doc(`兰台区政府工作报告\n（2026年1月9日）\n一、2025年工作回顾\n${told}\n二、2026年工作安排\n推进各项工作。\n`)

/** The matching of an invented plan with an invented report; fails loudly when it is refused. */
export function matched(promised: string, told: string, options?: MatchOptions): Matching {
  const result = match(planOf(promised), reportOf(told), options)
  if (!result.ok) throw new Error(result.problems.map((p) => p.code).join(' '))
  return result.value
}

/** The promise whose span holds some words of the plan. */
export function promiseAt(promised: string, told: string, words: string, options?: MatchOptions): PromiseMatch {
  const plan = planOf(promised)
  const at = plan.text.lastIndexOf(words)
  const found = matched(promised, told, options).promises.find((p) => p.start <= at && at < p.end)
  if (found === undefined) throw new Error(`no promise at ${words}`)
  return found
}

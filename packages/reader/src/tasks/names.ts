import { closesList } from '../text/etc.ts'

const NONE: readonly string[] = Object.freeze([])

/**
 * The things named before 等: 推动[王府井购物公园]、[智宏思博]等30个项目开工. Empty where no list is closed by 等.
 */
export function findNames(
  text: string,
  from: number,
  to: number,
  opening: (text: string, start: number, end: number) => { verb: number; length: number },
): readonly string[] {
  const etc = etcOfNames(text, from, to)
  if (etc < 0) return NONE
  const names: string[] = []
  let start = from
  // a list begins behind the last comma, and behind the verb that stands there
  for (let i = etc - 1; i > from; i--) {
    if (!'，,；;：:'.includes(text[i] ?? '')) continue
    const verb = opening(text, i + 1, etc)
    start = verb.verb >= 0 ? verb.verb + verb.length : i + 1
    break
  }
  let depth = 0
  for (let i = start; i <= etc; i++) {
    const c = text[i] ?? ''
    if ('“《（('.includes(c)) depth++
    else if ('”》）)'.includes(c) && depth > 0) depth--
    if (i < etc && (depth > 0 || c !== '、')) {
      if (depth > 0 || c !== '和' || i < etc - 20 || !lastPair(text, i, etc)) continue
    }
    const name = text.slice(start, i).trim()
    if (name.length >= 2) names.push(name)
    start = i + 1
  }
  return names
}

// 和 parts the last two names of a list when a 、 stood before it
const lastPair = (text: string, at: number, etc: number): boolean =>
  text.slice(Math.max(0, at - 30), at).includes('、') && !text.slice(at, etc).includes('、')

function etcOfNames(text: string, from: number, to: number): number {
  for (let i = from + 2; i < to; i++) if (closesList(text, i)) return i
  return -1
}

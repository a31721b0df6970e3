/** Signs that hold no meaning inside a name: quotation marks, spaces, title marks. */
const SILENT = new Set('“”"\'‘’「」『』《》〈〉 \t\n\r　·')

/** Words of a bracket that say how something is counted; other brackets only repeat the name (服务中心（站）). */
const COUNTED = /^(?:不?含|不?包括|按|现价|可比|剔除|扣除)/

/** Whether a qualifier says how something is counted (不含农户), not which part of it. */
export const isCountingRule = (qualifier: string): boolean => COUNTED.test(qualifier)

/** Spellings of one thing, in the order in which they are settled: 规模及以上 is 规模以上 is 规上. */
const SAME: readonly (readonly [RegExp, string])[] = [
  [/及+以上/g, '以上'],
  [/规模以上/g, '规上'],
  [/限额以上/g, '限上'],
  [/地区GDP/g, '地区生产总值'],
]

/** Han characters, letters, digits, the point and 、: nothing to narrow, nothing to take out. */
const PLAIN = /^[\u4e00-\u9fffA-Za-z0-9.、]*$/

function withoutSilent(text: string): string {
  let plain = ''
  for (const sign of text) if (!SILENT.has(sign)) plain += sign
  return plain
}

interface Bare {
  readonly words: string
  /** Brackets that say how something is counted, without their signs. */
  readonly notes: readonly string[]
}

/** Takes brackets out; an unclosed one is left where it is. */
function withoutBrackets(text: string): Bare {
  const notes: string[] = []
  let words = ''
  let at = 0
  for (let open = text.indexOf('('); open >= 0; open = text.indexOf('(', at)) {
    const close = text.indexOf(')', open)
    if (close < 0) break
    const inside = text.slice(open + 1, close)
    if (COUNTED.test(inside)) notes.push(inside)
    words += text.slice(at, open)
    at = close + 1
  }
  return { words: words + text.slice(at), notes }
}

/**
 * Words in the form in which they are looked up: full-width signs narrowed, quotation marks and spaces gone, brackets taken out,
 * spellings of one thing made one (规模以上 is 规上). It is idempotent, and the same words always give the same form.
 *
 * @param text words of a text
 * @returns the words, and what brackets said about how it is counted (不含农户)
 */
export function normalForm(text: string): Bare {
  // most words are plain already; narrowing may set spaces free, and taking them out may bring signs together: so on both sides
  const plain = PLAIN.test(text) ? text : withoutSilent(withoutSilent(text).normalize('NFKC')).normalize('NFKC')
  const bare = withoutBrackets(plain)
  let words = bare.words === '' ? plain : bare.words
  for (const [spelling, same] of SAME) words = words.replace(spelling, same)
  return { words, notes: bare.notes }
}

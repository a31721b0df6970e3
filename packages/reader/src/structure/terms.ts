import type { Term } from '../types.ts'
import type { Paragraph } from './outline.ts'
import { readLabel } from './headings.ts'
import { skipSpace } from '../text/chars.ts'

const NOTE_MARK =
  /^(?:[[〔【（(]\s{0,3}\d{1,3}\s{0,3}[\]〕】）)]|\d{1,3}\s{0,3}[.．、]|[①-⑳]|注\s{0,3}\d{0,3}\s{0,3}[:：])/

/** Terms and definitions of the glossary: 先投后股：是指…. A paragraph without a term of its own continues the definition above it. */
export function findTerms(text: string, paragraphs: readonly Paragraph[]): Term[] {
  const terms: { start: number; end: number; term: string; definition: string }[] = []
  for (const p of paragraphs) {
    if (p.zone !== 'glossary' || (p.heading !== undefined && !p.heading.runIn)) continue
    const words = text.slice(p.start, p.end)
    const mark = NOTE_MARK.exec(words)?.[0].length ?? (readLabel(text, p.start, p.end)?.end ?? p.start) - p.start
    const from = skipSpace(text, p.start + mark, p.end)
    const split = splitTerm(text, from, p.end)
    if (split !== undefined)
      terms.push({
        start: from,
        end: p.end,
        term: text.slice(from, split.end),
        definition: text.slice(split.resume, p.end),
      })
    else {
      const last = terms[terms.length - 1]
      if (last !== undefined && !/解释|注释/.test(words)) {
        last.end = p.end
        last.definition = `${last.definition}\n${words}`
      }
    }
  }
  return terms
}

function splitTerm(text: string, from: number, to: number): { end: number; resume: number } | undefined {
  const reach = Math.min(to, from + 60)
  for (let i = from + 1; i < reach; i++) {
    const c = text[i] ?? ''
    if (c === '：' || c === ':') return { end: i, resume: skipSpace(text, i + 1, to) }
    if ((c === '是' || c === '主') && text.startsWith(c === '是' ? '是指' : '主要指', i)) return { end: i, resume: i }
    if (c === '，' && text.startsWith('是指', i + 1)) return { end: i, resume: i + 1 }
    if (c === '指' && i - from >= 2 && !'中'.includes(text[i + 1] ?? '') && text[i - 1] === '”')
      return { end: i, resume: i }
    if ('。；！'.includes(c)) return undefined
  }
  return undefined
}

import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

// A conservative scan of every regular expression literal of reader and files for shapes that can backtrack without
// end: a repeat inside a repeat, a repeat over alternatives that begin alike, two repeats of the same characters side by
// side. It may refuse harmless ones; those stand in ALLOWED with the reason.

/** Literals that the scan refuses and why they are harmless: file, how the literal begins, reason. */
const ALLOWED: readonly (readonly [string, string, string])[] = [
  ['files/src/detect.ts', '^(?:<\\?xml', 'every round ends with -->, and only the first 8 KiB are looked at'],
  ['files/src/docx/read-docx.ts', '[^/]*$', 'the name of a part of the ZIP, a few dozen characters'],
  ['files/src/html/charset.ts', '<meta', 'only the first 8 KiB are looked at'],
  ['files/src/html/disclosure.ts', '[\\s\\u3000|', 'only headers of at most 4,000 characters are looked at'],
  ['files/src/html/read-html.ts', '\\s*[_|｜]', 'runs of white space were made one blank before'],
  ['files/src/pdf/assemble.ts', '(?:\\.{6,}', 'only lines of at most 200 characters are looked at'],
  ['files/src/table/xlsx.ts', "^'+|'+$", 'the name of a sheet, at most as long as a cell'],
  ['reader/src/tasks/tasks.ts', '(?:全面|全部', 'a segment is at most as long as the longest sentence'],
]

const isAllowed = (path: string, pattern: string): boolean =>
  ALLOWED.some(([file, head]) => path.endsWith(file) && pattern.startsWith(head))

interface Unit {
  /** Source of what is repeated: a character, class or group. */
  readonly source: string
  readonly group: boolean
  /** Whether it may be repeated without bound. */
  readonly endless: boolean
  readonly optional: boolean
}

const folders = ['packages/reader/src', 'packages/files/src'].map((path) =>
  fileURLToPath(new URL(`../../../${path}/`, import.meta.url)),
)

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}${entry.name}`
    if (entry.isDirectory()) return sources(`${path}/`)
    return path.endsWith('.ts') && !path.endsWith('.test.ts') ? [path] : []
  })
}

const LITERAL =
  /(?<=^|[(=,:[!&|?{};+>]|return|=>)\s*\/((?![*/])(?:[^\\/[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+)\/([dgimsuvy]*)/gm

const literals = (path: string): string[] =>
  [
    ...readFileSync(path, 'utf8')
      .replace(/^\s*(?:\/\/|\*).*$/gm, '')
      .matchAll(LITERAL),
  ].map((m) => m[1] ?? '')

/** Splits a pattern at its top-level bars. */
function alternatives(pattern: string): string[] {
  const out: string[] = []
  let depth = 0
  let from = 0
  for (let i = 0; i < pattern.length; i++) {
    const c = pattern[i]
    if (c === '\\') i++
    else if (c === '[') i = classEnd(pattern, i)
    else if (c === '(') depth++
    else if (c === ')') depth--
    else if (c === '|' && depth === 0) {
      out.push(pattern.slice(from, i))
      from = i + 1
    }
  }
  return [...out, pattern.slice(from)]
}

function classEnd(pattern: string, at: number): number {
  let i = at + 1
  while (i < pattern.length && pattern[i] !== ']') i += pattern[i] === '\\' ? 2 : 1
  return i
}

function groupEnd(pattern: string, at: number): number {
  let depth = 0
  for (let i = at; i < pattern.length; i++) {
    const c = pattern[i]
    if (c === '\\') i++
    else if (c === '[') i = classEnd(pattern, i)
    else if (c === '(') depth++
    else if (c === ')' && --depth === 0) return i
  }
  return pattern.length
}

const QUANTIFIER = /^(?:[*+?]|\{(\d+)(,?)(\d*)\})\??/

/** The units of one alternative, in order. */
function units(pattern: string): Unit[] {
  const out: Unit[] = []
  for (let i = 0; i < pattern.length; ) {
    const end =
      pattern[i] === '('
        ? groupEnd(pattern, i) + 1
        : pattern[i] === '['
          ? classEnd(pattern, i) + 1
          : i + (pattern[i] === '\\' ? escapeLength(pattern, i) : 1)
    const source = pattern.slice(i, end)
    const quantifier = QUANTIFIER.exec(pattern.slice(end))
    const sign = quantifier?.[0][0]
    const most =
      quantifier?.[1] === undefined
        ? 0
        : quantifier[3] !== ''
          ? Number(quantifier[3])
          : quantifier[2] === ','
            ? Number.POSITIVE_INFINITY
            : Number(quantifier[1])
    const endless = sign === '*' || sign === '+' || most > 100
    out.push({
      source,
      group: source.startsWith('('),
      endless,
      optional: sign === '*' || sign === '?' || quantifier?.[1] === '0',
    })
    i = end + (quantifier?.[0].length ?? 0)
  }
  return out
}

const escapeLength = (pattern: string, at: number): number =>
  pattern[at + 1] === 'u' ? 6 : pattern[at + 1] === 'x' ? 4 : 2

const inner = (group: string): string => group.slice(1, -1).replace(/^\?(?:[:=!]|<[=!]|<[^>]*>)/, '')
const isLook = (source: string): boolean => /^\((?:\?[=!]|\?<[=!])/.test(source)

const SAMPLE = Array.from(' \t\n0a9AzZ-_.,:;，。、；：“”（）()[]〔〕年月日一十第至到中国务院\u3000/\\+*?"\'<>&%#')

/** Sample characters that a unit can begin with. */
function begins(unit: Unit): Set<string> {
  if (isLook(unit.source) || /^(?:\^|\$|\\b|\\B)$/.test(unit.source)) return new Set()
  if (unit.group) return new Set(alternatives(inner(unit.source)).flatMap((a) => [...firstOf(units(a))]))
  const one = new RegExp(`^(?:${unit.source})$`, 's')
  const literal = unit.source.length === 1 && !SAMPLE.includes(unit.source) ? [unit.source] : []
  return new Set([...SAMPLE.filter((c) => one.test(c)), ...literal])
}

function firstOf(list: readonly Unit[]): Set<string> {
  const out = new Set<string>()
  for (const unit of list) {
    for (const c of begins(unit)) out.add(c)
    if (!unit.optional && !isLook(unit.source) && begins(unit).size > 0) break
  }
  return out
}

const meets = (a: Set<string>, b: Set<string>): boolean => [...a].some((c) => b.has(c))

/** What is wrong with a pattern, '' when nothing is. */
function fault(pattern: string): string {
  for (const alternative of alternatives(pattern)) {
    const list = units(alternative)
    for (const [i, unit] of list.entries()) {
      if (unit.group) {
        const below = fault(inner(unit.source))
        if (below !== '') return below
        if (unit.endless && hasEndless(inner(unit.source))) return `a repeat inside a repeat: ${unit.source}`
        const firsts = alternatives(inner(unit.source)).map((a) => firstOf(units(a)))
        if (unit.endless && firsts.some((a, k) => firsts.slice(k + 1).some((b) => meets(a, b))))
          return `a repeat over alternatives that begin alike: ${unit.source}`
      }
      const next = unit.endless ? besides(list, i) : undefined
      if (next !== undefined) return `two repeats of the same characters: ${unit.source} ${next.source}`
    }
  }
  return ''
}

// /\s+$/ and /\d+年/ begin again at every character of a long run
function searches(pattern: string): string {
  for (const alternative of alternatives(pattern)) {
    const list = units(alternative)
    const [first, ...rest] = list
    if (first === undefined) continue
    if (first.group && !isLook(first.source) && !first.endless) {
      const below = rest.length > 0 ? searches(inner(first.source)) : ''
      if (below !== '') return below
    }
    const compulsory = rest.find((u) => !u.optional && !isLook(u.source))
    if (first.endless && compulsory !== undefined)
      return `a search that begins with a repeat: ${first.source} ${compulsory.source}`
  }
  return ''
}

const hasEndless = (pattern: string): boolean =>
  alternatives(pattern).some((a) => units(a).some((u) => u.endless || (u.group && hasEndless(inner(u.source)))))

// the next endless unit that can follow directly, nothing between them being compulsory, and takes the same characters
function besides(list: readonly Unit[], at: number): Unit | undefined {
  const unit = list[at]
  if (unit === undefined) return undefined
  for (const next of list.slice(at + 1)) {
    if (next.endless && meets(begins(unit), begins(next))) return next
    if (!next.optional && !isLook(next.source)) return undefined
  }
  return undefined
}

describe('regular expressions', () => {
  it.each([
    ['(a+)+', true],
    ['(?:a|ab)*', true],
    ['\\s*\\s*:', true],
    ['\\d+\\.?\\d*x', true],
    ['(?:\\d+,)*', true],
    ['[一二三]+届', true],
    ['第[一二三]+届', false],
    ['(?:甲|乙)+', false],
    ['\\d{4}年\\s*', false],
    ['^.*[\\\\/]', false],
    ['\\s+$', true],
    ['\\s+', false],
    ['^\\s+$', false],
  ])('R9 the scan judges %s', (pattern, refused) =>
    expect(`${fault(pattern)}${searches(pattern)}` !== '').toBe(refused),
  )

  it('R9 no literal of reader or files can backtrack without end', () => {
    const all = folders.flatMap(sources).flatMap((path) => literals(path).map((pattern) => ({ path, pattern })))
    expect(all.length).toBeGreaterThan(30)
    const bad = all.flatMap(({ path, pattern }) => {
      const found = fault(pattern) || searches(pattern)
      return found === '' || isAllowed(path, pattern)
        ? []
        : [`${path.replace(/.*packages/, 'packages')}: /${pattern}/ ${found}`]
    })
    expect(bad).toEqual([])
  })

  it('R9 nothing is allowed that is gone', () => {
    const all = folders.flatMap(sources).flatMap((path) => literals(path).map((pattern) => ({ path, pattern })))
    const gone = ALLOWED.filter(
      ([file, head]) => !all.some(({ path, pattern }) => path.endsWith(file) && pattern.startsWith(head)),
    )
    expect(gone).toEqual([])
  })
})

import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'
import { read } from './read.ts'
import type { DocumentKind, Meta, ReadOptions, Reading } from './types.ts'

// Runs the cases of fixtures/constructs/*.txt. How a case is written is said in fixtures/constructs/README.md.

interface Case {
  readonly place: string
  readonly rules: readonly string[]
  readonly title: string
  /** Why the case is not met yet, '' when it is. */
  readonly gap: string
  readonly options: ReadOptions
  readonly text: string
  readonly wanted: readonly string[]
}

const folder = new URL('../fixtures/constructs/', import.meta.url)
const HEADING = /^# +(R\d+(?:[ ,、]+R\d+)*) +(.+)$/
const KINDS: Readonly<Record<string, DocumentKind>> = { 报告: 'report', 计划: 'plan', 公报: 'bulletin', 其他: 'other' }

const tidy = (line: string): string => line.replace(/\s+/g, ' ').trim()

// `@ 计划 2026` gives kind and year, `@` alone gives neither: the text has to say both
function parseOptions(line: string | undefined): ReadOptions {
  if (line === undefined) return { kind: 'report', year: 2026 }
  const words = line.slice(1).trim().split(/\s+/)
  const kind = words.map((word) => KINDS[word]).find((k) => k !== undefined)
  const year = words.map(Number).find((n) => n > 1900)
  const fileName = words.find((word) => /\.[a-z]+$/.test(word))
  return { ...(kind && { kind }), ...(year && { year }), ...(fileName && { fileName }) }
}

function parseCase(name: string, lines: readonly string[], from: number, to: number): Case {
  const place = `${name}:${from + 1}`
  const [, rules = '', title = ''] = HEADING.exec(lines[from] ?? '') ?? []
  const body = lines.slice(from + 1, to)
  const arrow = body.indexOf('→')
  if (rules === '' || arrow < 0)
    throw new Error(`${place}: a case is "# R12 标题", its text, a line →, and what is expected`)
  const head = body.slice(0, arrow)
  const marks = head.filter((line) => line.startsWith('@') || line.startsWith('gap '))
  const text = head
    .filter((line) => !marks.includes(line))
    .join('\n')
    .trim()
  return {
    place,
    rules: rules.split(/[ ,、]+/),
    title,
    gap: marks.find((line) => line.startsWith('gap '))?.slice(4) ?? '',
    options: parseOptions(marks.find((line) => line.startsWith('@'))),
    text: text
      .replaceAll('\\r', '\r')
      .replaceAll('\\t', '\t')
      .replaceAll('\\u3000', '\u3000')
      .replaceAll('\\ufffd', '\ufffd'),
    wanted: body
      .slice(arrow + 1)
      .map((line) => tidy(line.replaceAll('\\ufffd', '\ufffd')))
      .filter((line) => line !== '' && !line.startsWith('//')),
  }
}

function parseFile(name: string): Case[] {
  const lines = readFileSync(new URL(name, folder), 'utf8').split('\n')
  const starts = lines.flatMap((line, i) => (line.startsWith('# ') ? [i] : []))
  return starts.map((from, k) => parseCase(name, lines, from, starts[k + 1] ?? lines.length))
}

const optional = (mark: string, value: string | undefined, asked: boolean): string[] =>
  asked && value !== undefined ? [`${mark} ${value}`] : []

function statementLines(reading: Reading, wanted: readonly string[]): string[] {
  const actions = wanted.some((line) => line.includes('| 动作 '))
  const scopes = wanted.some((line) => line.includes('| 范围 '))
  return reading.statements.map((s) =>
    [
      s.quote,
      `${typeof s.value === 'number' ? s.value : s.value.join('~')} ${s.unit}`.trim(),
      s.comparator,
      s.kind,
      `${s.modality} ${s.year ?? '?'}`,
      s.indicator,
      ...optional('动作', s.action, actions),
      ...optional('范围', s.scope, scopes),
    ].join(' | '),
  )
}

function metaLine(meta: Meta, wanted: string): string {
  const keys = wanted
    .split('|')
    .slice(1)
    .map((pair) => pair.trim().split('=')[0] ?? '')
  const values = new Map(Object.entries(meta))
  return `文件 | ${keys.map((key) => `${key}=${values.get(key) ?? ''}`).join(' | ')}`
}

/** What each kind of expected line looks like for a reading; the key is what the line begins with. */
const VIEWS: Readonly<Record<string, (reading: Reading, text: string, wanted: readonly string[]) => string[]>> = {
  '×': ({ coverage }, text) => coverage.excluded.map((e) => `× ${text.slice(e.start, e.end)} ${e.reason}`),
  标题: ({ outline }) =>
    outline.map((h) => ['标题', h.level, h.label, h.title, h.half, ...(h.runIn ? ['连文'] : [])].join(' | ')),
  条款: ({ clauses }, text) => clauses.map((c) => ['条款', text.slice(c.start, c.end), c.class, c.half].join(' | ')),
  路径: ({ clauses }, text) => clauses.map((c) => ['路径', text.slice(c.start, c.end), c.path.join(' / ')].join(' | ')),
  任务: ({ tasks }) => tasks.map((t) => ['任务', t.action, t.object].join(' | ')),
  列名: ({ tasks }) => tasks.map((t) => ['列名', t.names.join('、')].join(' | ')),
  期限: ({ tasks }) =>
    tasks.map((t) => (t.due === undefined ? '期限 | 无' : ['期限', t.due.words, t.due.date].join(' | '))),
  术语: ({ terms }) => terms.map((t) => ['术语', t.term, t.definition].join(' | ')),
  问题: ({ problems }, text) =>
    problems.map((p) =>
      ['问题', p.code.replace('reader/', ''), p.span ? text.slice(p.span.start, p.span.end) : ''].join(' | '),
    ),
  文件: ({ meta }, _, wanted) => [metaLine(meta, wanted.find((line) => line.startsWith('文件')) ?? '')],
}

const viewOf = (line: string): string => Object.keys(VIEWS).find((key) => line.startsWith(`${key} `)) ?? ''

/** The lines of a reading that answer the expected ones: of each kind that the case names, all there are. */
function answer(c: Case): string[] {
  const reading = read(c.text, c.options)
  const asked = new Set(c.wanted.map(viewOf))
  const lines = asked.has('') || asked.has('×') ? statementLines(reading, c.wanted) : []
  if (lines.length === 0 && c.wanted.includes('(无)')) lines.push('(无)')
  for (const [key, view] of Object.entries(VIEWS)) {
    if (!asked.has(key)) continue
    const got = view(reading, c.text, c.wanted)
    lines.push(...(got.length === 0 ? [`${key} (无)`] : got))
  }
  return lines.map(tidy)
}

const order = (lines: readonly string[]): string[] =>
  [...Object.keys(VIEWS), ''].flatMap((key) => lines.filter((line) => viewOf(line) === key))

const files = readdirSync(folder).filter((name) => name.endsWith('.txt'))
const cases = files.flatMap(parseFile)
const gaps = cases.filter((c) => c.gap !== '')

describe('golden cases', () => {
  it('R1 R5 every case has its own place, and there are many', () => {
    expect(cases.length).toBeGreaterThanOrEqual(220)
    expect(new Set(cases.map((c) => `${c.text}${JSON.stringify(c.options)}${c.wanted.join()}`)).size).toBe(cases.length)
  })

  for (const c of cases) {
    const name = `${c.rules.join(' ')} ${c.title} (${c.place})`
    if (c.gap === '') it(name, () => expect(order(answer(c))).toEqual(order(c.wanted)))
    else
      it(`${name} [gap]`, () =>
        expect(order(answer(c)), 'the gap is closed: take its mark away').not.toEqual(order(c.wanted)))
  }

  afterAll(() => {
    console.log(`golden cases: ${cases.length}, of them known gaps: ${gaps.length}`)
    for (const c of gaps) console.log(`  gap ${c.place} ${c.rules.join(' ')} ${c.title}: ${c.gap}`)
  })
})

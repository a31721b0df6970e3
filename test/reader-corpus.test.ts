import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Reading, read } from '@jiannuo/reader'
import { afterAll, describe, expect, it } from 'vitest'

// The reader on real documents. They are not part of the project: this runs only where the folder shared/ stands beside
// it. The labels in packages/reader/fixtures/labelled are ours, offsets and facts without the texts.

const root = fileURLToPath(new URL('../', import.meta.url))
const shared = join(root, '..', 'shared')
const labelled = join(root, 'packages/reader/fixtures/labelled')
const present = existsSync(join(shared, 'corpus')) && existsSync(join(shared, 'gold/score.mjs'))
if (!present) console.log(`skipped: no documents to read in ${shared} (corpus/, seeds/, gold/)`)

/** Least scores: seeds each, labelled passages all together. */
const SEEDS = { found: 0.99, strict: 0.95 }
const PASSAGES = { found: 0.98, strict: 0.92 }

const corpus = present ? readdirSync(join(shared, 'corpus')).filter((name) => name.endsWith('.txt')) : []
const textOf = (folder: string, name: string): string => readFileSync(join(shared, folder, name), 'utf8')
const scratch = present ? mkdtempSync(join(tmpdir(), 'jiannuo-score-')) : ''

interface Score {
  readonly labels: number
  readonly statements: number
  readonly foundF1: number
  readonly strictF1: number
}

function score(labels: string, reading: Reading, range?: readonly [number, number]): Score {
  const file = join(scratch, 'reading.json')
  writeFileSync(file, JSON.stringify({ statements: reading.statements }))
  const args = [
    join(shared, 'gold/score.mjs'),
    labels,
    file,
    '--json',
    ...(range ? [`--range=${range.join(':')}`] : []),
  ]
  const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' })
  if (stdout === '') throw new Error(stderr)
  return JSON.parse(stdout)
}

const row = (name: string, s: Score): string =>
  `${name.padEnd(10)} labels ${String(s.labels).padStart(4)}  read ${String(s.statements).padStart(4)}  found ${s.foundF1.toFixed(4)}  strict ${s.strictF1.toFixed(4)}`

/** A small generator with a seed (mulberry32), so that a failure can be run again. */
function random(seed: number): () => number {
  let a = seed
  return () => {
    a = (a + 0x6d2b79f5) | 0
    let t = Math.imul(a ^ (a >>> 15), 1 | a)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

type Mutation = (text: string, next: () => number) => string

const shuffled = (list: readonly string[], next: () => number): string[] => {
  const out = [...list]
  for (let i = out.length - 1; i > 0; i--) {
    const k = Math.floor(next() * (i + 1))
    const held = out[i] ?? ''
    out[i] = out[k] ?? ''
    out[k] = held
  }
  return out
}

const MUTATIONS: Readonly<Record<string, Mutation>> = {
  'cut at random': (text, next) => {
    const from = Math.floor(next() * text.length)
    return text.slice(from, from + Math.floor(next() * 6000))
  },
  'sentences shuffled': (text, next) => shuffled(text.split(/(?<=。)/), next).join(''),
  'sentences doubled': (text, next) =>
    text.replace(/[^。]{0,400}。/g, (words) => (next() < 0.1 ? words + words : words)),
  'headings removed': (text) =>
    text
      .split('\n')
      .filter((line) => !/^\s*(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）)/.test(line))
      .join('\n'),
  'line ends lost': (text) => text.replace(/[\r\n]{1,9}/g, ' '),
  'characters lost': (text, next) => text.replace(/[^\n]/g, (c) => (next() < 0.01 ? '' : c)),
}

/** Spans are verbatim, clauses partition the text, statements lie in their clauses. */
function expectSound(text: string, reading: Reading, note: string): void {
  const { clauses, statements, coverage } = reading
  const wrong: string[] = []
  clauses.forEach((c, i) => c.start < (clauses[i - 1]?.end ?? 0) && wrong.push(`${c.id} begins inside the one before`))
  if (coverage.inClauses !== coverage.characters)
    wrong.push(`${coverage.characters - coverage.inClauses} characters in no clause`)
  const byId = new Map(clauses.map((c) => [c.id, c]))
  for (const s of statements) {
    const clause = byId.get(s.clause)
    if (text.slice(s.start, s.end) !== s.quote) wrong.push(`${s.id} is not verbatim`)
    if (clause === undefined || s.start < clause.start || s.end > clause.end)
      wrong.push(`${s.id} is not in ${s.clause}`)
  }
  expect(wrong, note).toEqual([])
}

const facts = (text: string) => read(text).statements.map((s) => [s.quote, s.indicator, s.kind, s.modality, s.year])

describe('real documents', () => {
  it.skipIf(!present)('R5 every document of the corpus is read', () => {
    expect(corpus.length).toBe(40)
    for (const name of corpus) {
      const text = textOf('corpus', name)
      const reading = read(text, { fileName: name })
      expectSound(text, reading, name)
      expect(reading.statements.length, name).toBeGreaterThan(10)
      expect(reading.meta.kind, name).toBe('report')
    }
  })

  for (const [name, mutate] of Object.entries(MUTATIONS))
    it.skipIf(!present)(`R3 R4 R5 mutated documents keep the properties: ${name}`, () => {
      corpus.forEach((file, i) => {
        const seed = 20260101 + i
        const text = mutate(textOf('corpus', file), random(seed))
        expectSound(text, read(text), `${file}, ${name}, seed ${seed}`)
      })
    })

  it.skipIf(!present)('R6 line ends make no difference to a document', () => {
    for (const name of corpus.slice(0, 8)) {
      const unix = textOf('corpus', name).replace(/\r\n?/g, '\n')
      expect(facts(unix.replaceAll('\n', '\r\n')), name).toEqual(facts(unix))
    }
  })
})

describe('scores', () => {
  const table: string[] = []

  for (const seed of ['000_82c7718e469e8363', '003_7aad43ccf58d4870'])
    it.skipIf(!present)(`R8 seed ${seed}`, () => {
      const s = score(join(shared, 'gold', `${seed}.jsonl`), read(textOf('seeds', `${seed}.txt`)))
      table.push(row(seed.slice(0, 10), s))
      expect(s.foundF1).toBeGreaterThanOrEqual(SEEDS.found)
      expect(s.strictF1).toBeGreaterThanOrEqual(SEEDS.strict)
    })

  it.skipIf(!present || !existsSync(join(labelled, 'index.json')))('R8 labelled passages', () => {
    const passages: { set: string; document: string; start: number; end: number; labels: string }[] = JSON.parse(
      readFileSync(join(labelled, 'index.json'), 'utf8'),
    )
    const sums = new Map<string, { labels: number; statements: number; found: number; strict: number }>()
    for (const p of passages) {
      const reading = read(textOf('corpus', `${p.document}.txt`))
      const s = score(join(labelled, p.labels), reading, [p.start, p.end])
      for (const key of [p.set, 'all']) {
        const sum = sums.get(key) ?? { labels: 0, statements: 0, found: 0, strict: 0 }
        const both = (s.labels + s.statements) / 2
        sums.set(key, {
          labels: sum.labels + s.labels,
          statements: sum.statements + s.statements,
          found: sum.found + s.foundF1 * both,
          strict: sum.strict + s.strictF1 * both,
        })
      }
    }
    const scores = [...sums].map(([set, sum]): [string, Score] => {
      const both = (sum.labels + sum.statements) / 2
      return [set, { ...sum, foundF1: sum.found / both, strictF1: sum.strict / both }]
    })
    for (const [set, s] of scores.sort(([a], [b]) => (a < b ? -1 : 1))) table.push(row(`set ${set}`, s))
    const all = scores.find(([set]) => set === 'all')?.[1]
    expect(all?.foundF1).toBeGreaterThanOrEqual(PASSAGES.found)
    expect(all?.strictF1).toBeGreaterThanOrEqual(PASSAGES.strict)
  })

  afterAll(() => {
    if (table.length > 0) console.log(table.join('\n'))
    if (scratch !== '') rmSync(scratch, { recursive: true, force: true })
  })
})

import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { read } from '@jiannuo/reader'
import { describe, expect, it } from 'vitest'
import { standardDictionary } from '../indicators/index.ts'
import { proposals } from './proposals.ts'
import { results } from './results.ts'

// The seed documents, read where they lie beside the project and skipped where they do not.
const shared = fileURLToPath(new URL('../../../../../shared/', import.meta.url))
const PLAN = '003_7aad43ccf58d4870'
const REPORT = '000_82c7718e469e8363'
const present = existsSync(`${shared}seeds/${PLAN}.txt`) && existsSync(`${shared}gold/${PLAN}.jsonl`)
if (!present) console.log(`skipped: no documents to read in ${shared} (seeds/, gold/)`)

interface Label {
  readonly start: number
  readonly end: number
  readonly exclude?: string
}

const labels = (name: string): readonly Label[] =>
  readFileSync(`${shared}gold/${name}.jsonl`, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line): Label => JSON.parse(line))
    .filter((label) => label.exclude === undefined)

describe('the seed documents', () => {
  it.skipIf(!present)('P20 P21 the plan: one proposal a hand label, and the tasks', () => {
    const text = readFileSync(`${shared}seeds/${PLAN}.txt`, 'utf8')
    const made = proposals(read(text), text, standardDictionary())
    const stated = made.filter((p) => p.kind === 'statement')
    expect(stated.map((p) => `${p.start}-${p.end}`).sort()).toEqual(
      labels(PLAN)
        .map((label) => `${label.start}-${label.end}`)
        .sort(),
    )
    expect(made.length - stated.length).toBeGreaterThan(150)
    expect(made.filter((p) => p.due === undefined)).toEqual([])
  })

  it.skipIf(!present)('P20 P26 the report: every statement is a proposal or a result, never both', () => {
    const text = readFileSync(`${shared}seeds/${REPORT}.txt`, 'utf8')
    const reading = read(text)
    const proposed = proposals(reading, text, standardDictionary()).filter((p) => p.kind === 'statement')
    const reached = results(reading, standardDictionary())
    expect([...proposed.map((p) => p.item), ...reached.map((r) => r.statement)].sort()).toEqual(
      reading.statements.map((s) => s.id).sort(),
    )
  })
})

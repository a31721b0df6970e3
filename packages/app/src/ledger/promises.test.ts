import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { codeOf, lantai, offices, testClock, valueOf } from '../../testing/kit.ts'
import {
  applyMatch,
  compareTwo,
  compareWithin,
  decideProposals,
  importDocument,
  matchFiles,
  selectRecords,
  verifyOffice,
} from '../index.ts'

const open = offices()
const file = (name: string) => ({ bytes: readFileSync(new URL(`../../../../examples/${name}`, import.meta.url)), name })
const PLAN = file('lantai-2025-plan.txt')
const REPORT = file('lantai-2025-report.txt')

it('A120 the promises of a year are held against the next report: kept, missed, and two never mentioned again', async () => {
  const { year, counts, promises } = valueOf(await matchFiles(PLAN, REPORT))
  expect(year).toBe(2025)
  const of = (words: string) => promises.find(({ title }) => title.includes(words))?.outcome
  expect([of('老旧小区'), of('技术合同'), of('城镇新增就业'), of('加装电梯'), of('口袋公园')]).toEqual([
    'short',
    'short',
    'exceeded',
    'exceeded',
    'met',
  ])
  const gone = promises.filter(({ outcome, sure }) => outcome === 'notMentioned' && sure)
  expect(gone.map(({ title }) => title)).toEqual(['改造提升农贸市场6家', '新建公共充电桩500个'])
  // What the report owns up to among its difficulties is not called silent for certain.
  const owned = promises.find(({ title }) => title.includes('综合文化站'))
  expect([owned?.sure, owned?.evidence[0]?.includes('只完成1个')]).toEqual([false, true])
  expect(Object.values(counts).reduce((sum, count) => sum + count)).toBe(promises.length)
  expect((await matchFiles(REPORT, PLAN)).ok).toBe(false)
})

it('A120 each commitment takes down what became of it, and keeps its state', async () => {
  const office = await open(testClock('2025-01-26 09:00'))
  const { as } = await lantai(office)
  const supervisor = await as('lantai-supervisor-1')
  const plan = valueOf(await importDocument(office, supervisor, PLAN)).record
  const report = valueOf(await importDocument(office, supervisor, REPORT)).record
  expect(codeOf(await applyMatch(office, supervisor, plan, report))).toBe('app/no-commitments')
  valueOf(await decideProposals(office, supervisor, plan, { decide: 'confirm' }))
  const { noted } = valueOf(await applyMatch(office, supervisor, plan, report))
  expect(noted).toBeGreaterThan(25)
  const short = await selectRecords(office, supervisor, 'commitments', { facets: [['verdict=short']] })
  expect(short.length).toBeGreaterThan(3)
  expect(short.every(({ state, fields }) => state === 'draft' && fields['resultDocument'] === report)).toBe(true)
  expect(valueOf(await applyMatch(office, supervisor, plan, report)).noted).toBe(0)
  expect((await verifyOffice(office)).findings).toEqual([])
})

it('A121 a report’s targets are held against its results, and documents without both are refused', async () => {
  const within = valueOf(await compareWithin(REPORT))
  if (within.kind !== 'years') throw new Error(within.kind)
  const lowered = within.years.pairs.filter((pair) => pair.lowered !== undefined)
  expect(lowered.some(({ target }) => target.indicator.name.includes('城镇新增就业'))).toBe(true)
  expect(codeOf(await compareWithin(PLAN))).toBe('app/compare-halves')
  expect(codeOf(await compareTwo(PLAN, { ...REPORT, bytes: new Uint8Array() }))).toBe('files/empty')
})

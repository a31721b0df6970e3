import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { matched, planOf, reportOf } from './testing/documents.ts'
import { match } from './match.ts'
import type { Matching, PromiseMatch, ReadDocument } from './types.ts'

const SEED = { seed: 20260110, numRuns: 60 }

/** Invented promises, each with words of its own. */
const PROMISES = [
  '新增高新技术企业20家。',
  '地区生产总值增长6%左右。',
  '改造老旧小区12个。',
  '建成高标准农田2万亩。',
  '城镇登记失业率控制在4.5%以内。',
  '推动青简桥改造工程开工。',
  '建设竹影路停车场。',
  '启动云溪湿地修复工程。',
  '招聘中小学教师150名。',
  '完成植树造林3000亩。',
]

/** Invented results; some answer a promise, some none. */
const RESULTS = [
  '新增高新技术企业23家。',
  '地区生产总值增长5.9%。',
  '改造老旧小区10个。',
  '建成高标准农田2.2万亩。',
  '城镇登记失业率4.2%。',
  '青简桥改造工程主体完工。',
  '云溪湿地修复工程全面完成。',
  '完成植树造林3100亩。',
]

/** Sentences about other things altogether. */
const UNRELATED = [
  '图书馆延长开放时间。',
  '举办龙舟赛3场。',
  '接待游客80万人次。',
  '冬季供暖平稳有序。',
  '慰问困难党员60人次。',
  '审计报告按期公开。',
]

const some = (list: readonly string[]) => fc.shuffledSubarray([...list], { minLength: 1 })

/** What became of each promise, by its own words. */
const outcomes = (plan: ReadDocument, report: ReadDocument): ReadonlyMap<string, PromiseMatch> => {
  const made = match(plan, report)
  if (!made.ok) throw new Error('refused')
  return new Map(made.value.promises.map((p) => [sentenceAt(plan.text, p.start), p]))
}

const sentenceAt = (text: string, at: number): string => {
  const from = Math.max(text.lastIndexOf('。', at), text.lastIndexOf('\n', at)) + 1
  return text.slice(from, text.indexOf('。', at) + 1)
}

const told = (m: PromiseMatch | undefined, report: ReadDocument) => [
  m?.outcome,
  m?.evidence.map((e) => sentenceAt(report.text, e.start)),
]

const shape = (m: Matching) => m.promises.map((p) => [p.start, p.outcome, p.confidence, p.evidence])

describe('matching', () => {
  it('P107 the order of statements and tasks in the reading makes no difference', () => {
    fc.assert(
      fc.property(some(PROMISES), some(RESULTS), fc.infiniteStream(fc.double({ noNaN: true })), (ps, rs, keys) => {
        const [plan, report] = [planOf(ps.join('')), reportOf(rs.join(''))]
        const shuffled = <T>(list: readonly T[]): readonly T[] =>
          list
            .map((item) => ({ item, key: keys.next().value ?? 0 }))
            .toSorted((a, b) => a.key - b.key)
            .map(({ item }) => item)
        const mixed = ({ text, reading }: ReadDocument): ReadDocument => ({
          text,
          reading: { ...reading, statements: shuffled(reading.statements), tasks: shuffled(reading.tasks) },
        })
        const [a, b] = [match(plan, report), match(mixed(plan), mixed(report))]
        expect(b.ok && shape(b.value)).toEqual(a.ok && shape(a.value))
        expect(b.ok && b.value.unpromised).toEqual(a.ok && a.value.unpromised)
      }),
      SEED,
    )
  })

  it('P107 the order of sentences in the report makes no difference', () => {
    fc.assert(
      fc.property(some(PROMISES), some(RESULTS), (ps, rs) => {
        const plan = planOf(ps.join(''))
        const [one, other] = [reportOf(rs.join('')), reportOf(rs.toReversed().join(''))]
        const [a, b] = [outcomes(plan, one), outcomes(plan, other)]
        for (const p of ps) expect(told(b.get(p), other), p).toEqual(told(a.get(p), one))
      }),
      SEED,
    )
  })

  it('P107 a promise whose own sentence stands in the review is found there', () => {
    fc.assert(
      fc.property(fc.constantFrom(...PROMISES), some(UNRELATED), (promise, others) => {
        const report = reportOf(`${others.join('')}${promise}`)
        const found = outcomes(planOf(promise), report).get(promise)
        expect(['met', 'mentioned'], promise).toContain(found?.outcome)
        expect(told(found, report)[1]).toEqual([promise])
      }),
      SEED,
    )
  })

  it('P107 unrelated sentences take no match away and make none', () => {
    fc.assert(
      fc.property(some(PROMISES), some(RESULTS), some(UNRELATED), fc.boolean(), (ps, rs, others, before) => {
        const plan = planOf(ps.join(''))
        const one = reportOf(rs.join(''))
        const more = reportOf(before ? [...others, ...rs].join('') : [...rs, ...others].join(''))
        const [a, b] = [outcomes(plan, one), outcomes(plan, more)]
        for (const p of ps) expect(told(b.get(p), more), p).toEqual(told(a.get(p), one))
      }),
      SEED,
    )
  })

  it('P108 confidences lie between 0 and 1, evidence lies in the report, and every promise comes once', () => {
    fc.assert(
      fc.property(some([...PROMISES, ...RESULTS]), some([...RESULTS, ...UNRELATED]), (ps, rs) => {
        const report = reportOf(rs.join(''))
        const { promises } = matched(ps.join(''), rs.join(''))
        expect(new Set(promises.map((p) => p.promise)).size).toBe(promises.length)
        for (const p of promises) {
          expect(p.confidence).toBeGreaterThanOrEqual(0)
          expect(p.confidence).toBeLessThanOrEqual(1)
          expect(p.evidence.length === 0).toBe(p.outcome === 'notMentioned')
          for (const e of p.evidence) expect(e.end).toBeLessThanOrEqual(report.text.length)
        }
      }),
      SEED,
    )
  })

  it('P108 a long plan against a long report is matched in time that is told', () => {
    const names = Array.from(
      { length: 250 },
      (_, i) =>
        `${'甲乙丙丁戊己庚辛壬癸'[i % 10]}${'山水云竹石松梅兰荷菊'[Math.floor(i / 10) % 10]}${'东西南北中'[Math.floor(i / 50)]}`,
    )
    const plan = planOf(names.map((n, i) => `建设${n}驿站${i + 2}处。`).join(''))
    const report = reportOf(
      [...names, ...names.slice(0, 150).map((n) => `${n}二`)].map((n, i) => `建成${n}驿站${i + 2}处。`).join(''),
    )
    match(plan, report)
    const began = performance.now()
    const made = match(plan, report)
    const ms = performance.now() - began
    console.log(`match: 250 promises, ${report.reading.statements.length} results: ${ms.toFixed(0)} ms`)
    expect(made.ok && made.value.promises.length).toBe(250)
  })
})

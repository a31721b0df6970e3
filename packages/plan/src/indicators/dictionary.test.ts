import { describe, expect, it } from 'vitest'
import { describeProblem } from '@jiannuo/kernel'
import { INDICATORS } from './data/index.ts'
import { dictionaryOf, standardDictionary } from './dictionary.ts'
import { identify } from './identify.ts'
import { row } from './row.ts'
import { indicatorWording } from './wording.zh.ts'

const codes = (options: Parameters<typeof dictionaryOf>[0]): readonly string[] => {
  const made = dictionaryOf(options)
  return made.ok ? [] : made.problems.map((p) => p.code)
}

describe('the dictionary', () => {
  it('P1 no id and no wording is taken twice, and every id is plain', () => {
    expect(codes({})).toEqual([])
    expect(new Set(INDICATORS.map((i) => i.id)).size).toBe(INDICATORS.length)
    expect(INDICATORS.filter((i) => !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(i.id))).toEqual([])
  })

  it('P1 growth rates and ranks are never put together, proportions are worked out again, stocks are replaced', () => {
    for (const i of INDICATORS) {
      expect(i.adding.rate ?? 'never', i.id).toBe('never')
      expect(i.adding.rank ?? 'never', i.id).toBe('never')
      expect(i.adding.share ?? 'recomputed', i.id).toBe('recomputed')
    }
    const adding = (id: string) => standardDictionary().indicators.get(id)?.adding
    expect(adding('high-tech-firms')).toMatchObject({ level: 'last', increase: 'increments' })
    expect(adding('gdp')?.level).toBe('increments')
    expect(adding('gdp')?.share).toBeUndefined()
  })

  it('P1 the expected targets of economic steering are headline indicators', () => {
    const headline = INDICATORS.filter((i) => i.headline).map((i) => i.id)
    for (const id of ['gdp', 'fixed-asset-investment', 'retail-sales', 'public-revenue', 'urban-new-jobs', 'income'])
      expect(headline).toContain(id)
  })

  it('P7 a district adds its own indicator', () => {
    const own = row('lantai-lamps', '兰台灯会', '灯会', 'output', '场=次', '文旅局')
    const made = dictionaryOf({ added: [own] })
    if (!made.ok) throw new Error('refused')
    expect(identify('新春灯会', { kind: 'level', unit: '场' }, made.value).indicator.id).toBe('lantai-lamps')
  })

  it('P7 ids and wordings that are taken are refused, all at once', () => {
    const taken = row('gdp', '兰台灯会', '地区生产总值', 'output', '场', '文旅局')
    const made = dictionaryOf({ added: [taken, row('lantai-gdp', '社零额', '', 'flow', 'money', '统计局')] })
    if (made.ok) throw new Error('granted')
    expect(made.problems.map((p) => p.code)).toEqual(['plan/indicator-twice', 'plan/wording-twice'])
    expect(describeProblem(made.problems[1] ?? { code: '', severity: 'error' }, indicatorWording)).toContain('社零额')
  })

  it('P7 merges are followed to the end of the chain', () => {
    const words = identify('兰台夜市摊位', {}, standardDictionary()).indicator.id
    const other = identify('夜市摊点', {}, standardDictionary()).indicator.id
    const made = dictionaryOf({ merged: { [words]: other, [other]: 'markets' } })
    if (!made.ok) throw new Error('refused')
    const found = identify('兰台夜市摊位', {}, made.value)
    expect([found.indicator.id, found.by]).toEqual(['markets', 'alias'])
    const unknown = dictionaryOf({ merged: { [words]: other } })
    if (!unknown.ok) throw new Error('refused')
    expect(identify('兰台夜市摊位', {}, unknown.value).indicator.id).toBe(other)
  })

  it('P7 a cycle and an end that is no indicator are refused', () => {
    expect(codes({ merged: { 'x:a': 'x:b', 'x:b': 'x:c', 'x:c': 'x:a' } })).toEqual(Array(3).fill('plan/merge-cycle'))
    expect(codes({ merged: { 'x:a': 'x:a' } })).toEqual(['plan/merge-cycle'])
    expect(codes({ merged: { 'x:a': 'nothing' } })).toEqual(['plan/merge-unknown'])
  })

  it('P7 every problem has wording', () => {
    const raised = ['plan/indicator-twice', 'plan/wording-twice', 'plan/merge-cycle', 'plan/merge-unknown']
    expect(Object.keys(indicatorWording).sort()).toEqual(raised.sort())
  })
})

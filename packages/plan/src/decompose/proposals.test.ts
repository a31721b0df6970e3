import { read } from '@jiannuo/reader'
import { assert, property, shuffledSubarray } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { standardDictionary } from '../indicators/index.ts'
import { departmentsOf } from './departments.ts'
import { proposals } from './proposals.ts'
import type { Proposal } from './types.ts'

const dictionary = standardDictionary()
const HEAD = '兰台区2027年国民经济和社会发展计划\n\n一、做强创新引擎\n'

const of = (body: string): readonly Proposal[] => {
  const text = HEAD + body
  return proposals(read(text, { kind: 'plan', year: 2027 }), text, dictionary)
}

const numbered = (body: string, indicator: string): Proposal => {
  const found = of(body).find((p) => p.indicator?.name === indicator)
  if (found === undefined) throw new Error(`no ${indicator} in ${JSON.stringify(of(body).map((p) => p.title))}`)
  return found
}

describe('proposals', () => {
  it('P20 a target keeps value, unit and bound', () => {
    const { target } = numbered('地区生产总值增长6.2%左右。', '地区生产总值')
    expect(target).toMatchObject({ kind: 'rate', value: 6.2, unit: '%', comparator: 'approx', adding: 'never' })
    expect(numbered('新增高新技术企业120家以上。', '高新技术企业').target).toMatchObject({
      kind: 'increase',
      value: 120,
      comparator: 'gte',
      direction: 'up',
      adding: 'increments',
    })
  })

  it('P20 P21 P22 of any plan: each target in one proposal, quoted verbatim, tasks without a target apart', () => {
    const sentences = [
      '新增停车泊位3000个,打通断头路2条。',
      '深入实施丝绸产业提升行动。',
      '城镇登记失业率控制在4.5%以内。',
      '高标准推进兰台书院建设,年内建成口袋公园5处。',
      '坚持稳中求进。',
      '完成老旧小区改造12个（牵头单位：区住建局；责任单位：区财政局、各街道）。',
    ]
    assert(
      property(shuffledSubarray([...sentences, ...sentences]), (list) => {
        const text = HEAD + list.join('')
        const reading = read(text, { kind: 'plan', year: 2027 })
        const made = proposals(reading, text, dictionary)
        const items = made.map((p) => p.item)
        expect(new Set(items).size).toBe(items.length)
        const targets = reading.statements.filter((s) => s.modality === 'target').map((s) => s.id)
        expect(
          made
            .filter((p) => p.kind === 'statement')
            .map((p) => p.item)
            .sort(),
        ).toEqual(targets.toSorted())
        const inTasks = new Set(made.flatMap((p) => (p.kind === 'task' ? p.numbers.map((n) => n.statement) : [])))
        expect(targets.filter((id) => inTasks.has(id))).toEqual([])
        for (const p of made) {
          expect(text.slice(p.start, p.end)).toBe(p.quote)
          expect(p.sentence).toContain(p.quote)
          expect(p.title.length).toBeLessThanOrEqual(40)
          expect(p.chapter).toBe('做强创新引擎')
        }
      }),
      { seed: 20260303, numRuns: 60 },
    )
  })

  it('P21 a statement carries its task and every number of it', () => {
    const p = numbered('全年新增城镇就业1.8万人以上。', '城镇新增就业')
    expect(p.numbers.map((n) => n.quote)).toEqual([p.quote])
    const both = of('建成养老服务综合体2个、老年助餐点6个。').filter((x) => x.kind === 'statement')
    expect(both.map((x) => x.numbers.length)).toEqual([2, 2])
    expect(both.map((x) => x.numbers[0]?.quote)).toEqual(both.map((x) => x.quote))
  })

  it('P22 titles, dates and headings', () => {
    expect(numbered('地区生产总值增长6.2%左右。', '地区生产总值').title).toBe('地区生产总值增长6.2%左右')
    expect(numbered('新增停车泊位不少于3000个。', '停车泊位').title).toBe('新增停车泊位3000个以上')
    expect(numbered('6月底前打通断头路2条。', '断头路')).toMatchObject({
      from: '2027-01-01',
      due: '2027-06-30',
      year: 2027,
    })
    expect(numbered('打通断头路2条。', '断头路').due).toBe('2027-12-31')
    const task = of('积极推进兰台书院建设。').find((p) => p.kind === 'task')
    expect(task).toMatchObject({ title: '推进兰台书院建设', numbers: [], chapter: '做强创新引擎' })
    expect(task?.indicator).toBeUndefined()
  })

  it('P23 units in brackets behind the sentence', () => {
    const p = numbered('完成老旧小区改造12个（牵头单位：区住建局；责任单位：区财政局、各街道）。', '老旧小区改造')
    expect([p.lead, p.partners]).toEqual([['区住建局'], ['区财政局', '各街道']])
  })

  it('P24 departments, the usual lead first, at most three', () => {
    expect(numbered('新增学位2000个。', '学位').departments[0]).toBe('教育局')
    expect(departmentsOf('推进丝绸博物馆布展')).toEqual(['文旅局'])
    expect(departmentsOf('学校医院道路污水绿化')).toHaveLength(3)
    expect(departmentsOf('凝心聚力')).toEqual([])
    expect(departmentsOf('促进企业健康平稳发展、高质量发展')).toEqual([])
  })

  it('P25 direction: the indicator, the rank, the bound', () => {
    expect(numbered('城镇登记失业率控制在4.5%以内。', '城镇登记失业率').target).toMatchObject({
      direction: 'down',
      adding: 'recomputed',
    })
    expect(numbered('PM2.5平均浓度下降3%。', 'PM2.5平均浓度').target).toMatchObject({ direction: 'down', value: -3 })
    const own = (body: string) => of(body).find((p) => p.kind === 'statement')?.target
    expect(own('举办风筝大会6场。')).toMatchObject({ direction: 'up', adding: 'increments' })
    expect(own('风筝投诉率控制在2%以内。')?.direction).toBe('down')
    expect(own('固定资产投资总量居全市第二。')).toMatchObject({ kind: 'rank', direction: 'down', adding: 'never' })
  })

  it('P20 a text that promises nothing proposes nothing', () => {
    expect(of('')).toEqual([])
  })
})

import { read } from '@jiannuo/reader'
import { describe, expect, it } from 'vitest'
import { standardDictionary } from '../indicators/index.ts'
import { compareDistricts } from './compare-districts.ts'
import { compareYears } from './compare-years.ts'
import { figuresOf } from './figures.ts'

const dictionary = standardDictionary()

const report = (review: string, plan: string, place = '兰台区'): string =>
  `${place}2027年政府工作报告\n一、2026年工作回顾\n${review}\n二、2027年工作安排\n${plan}\n`

const figures = (text: string) => figuresOf(read(text, { kind: 'report', year: 2027 }), dictionary)

const years = (review: string, plan: string) => {
  const all = figures(report(review, plan))
  return compareYears(
    all.filter((f) => f.modality !== 'target'),
    all.filter((f) => f.modality === 'target'),
    dictionary,
  )
}

const lowered = (review: string, plan: string) => years(review, plan).pairs.map((p) => p.lowered)

describe('year against year', () => {
  it.each([
    ['新增停车泊位2万个。', '新增停车位1万个。', 'lowered'],
    ['新增停车泊位1万个。', '新增停车位2万个。', undefined],
    ['完成技术合同成交额21亿元。', '完成技术合同成交额20亿元以上。', 'lowered'],
    ['城镇登记失业率3.9%。', '城镇登记失业率控制在4.5%以内。', undefined],
    ['居民消费价格上涨0.4%。', '居民消费价格涨幅2%左右。', undefined],
    ['地区生产总值增长7%。', '地区生产总值增长6%左右。', 'lowered'],
  ])('P40 %s %s', (review, plan, answer) => {
    expect(lowered(review, plan)).toEqual([answer])
  })

  it.each([
    ['入库科技型中小企业600余家。', '新入库科技型中小企业400家。', 'possible'],
    ['科技型中小企业总数600家。', '新增科技型中小企业400家。', undefined],
    ['新增省级以上专精特新企业48家。', '新增省级专精特新及国家级“小巨人”企业30家。', 'possible'],
    ['建成风筝作坊9处。', '修缮风筝作坊5处。', 'possible'],
    ['建成风筝作坊9处。', '建成风筝作坊5处。', 'lowered'],
    ['签约121个项目。', '新促成签约项目5个以上。', 'possible'],
    ['新增专精特新企业48家。', '新增省级以上专精特新企业30家。', undefined],
  ])('P41 %s %s', (review, plan, answer) => {
    expect(lowered(review, plan)).toEqual([answer])
  })

  it('P41 a possible lowering names what differs', () => {
    const [pair] = years('新增省级以上专精特新企业48家。', '新增省级专精特新及国家级“小巨人”企业30家。').pairs
    expect(pair?.comparison.comparable).toBe(false)
    expect(pair?.comparison.refusals[0]?.params).toEqual({ a: '省级以上', b: '省级及国家级专精特新“小巨人”企业' })
  })

  it('P42 targets that are new, results that nothing follows', () => {
    const found = years('新增停车泊位2万个。新建口袋公园7处。', '新增停车泊位1万个。新增学位600个。')
    expect(found.newTargets.map((f) => f.indicator.id)).toEqual(['school-places'])
    expect(found.withoutTarget.map((f) => f.indicator.id)).toEqual(['pocket-parks'])
  })
})

describe('district beside district', () => {
  it('P43 pairs by indicator, comparable ones first, each figure once; the rest is refused or only one’s', () => {
    const a = figures(
      report('新增停车泊位2万个。高新技术企业总数800家。新建口袋公园7处。固定资产投资完成380亿元。', ''),
    )
    const b = figures(report('新增停车泊位1万个。新增高新技术企业90家。新增学位380个。', '', '青石区'))
    const found = compareDistricts(a, b, dictionary)
    expect(found.comparable.map((c) => [c.a.place, c.b.place, c.difference])).toEqual([
      ['兰台区', '青石区', { value: -1, unit: '万个' }],
    ])
    expect(found.refused.map((c) => c.refusals.map((r) => r.code))).toEqual([['compare/added-against-held']])
    expect(found.onlyInA.map((f) => f.indicator.id)).toEqual(['pocket-parks', 'fixed-asset-investment'])
    expect(found.onlyInB.map((f) => f.indicator.id)).toEqual(['school-places'])
  })
})

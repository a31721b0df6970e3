import { read } from '@jiannuo/reader'
import { describe, expect, it } from 'vitest'
import { standardDictionary } from '../indicators/index.ts'
import { results } from './results.ts'

describe('results', () => {
  it('P26 what is expected is a forecast, what is done is preliminary, targets are left out', () => {
    const text =
      '2027年兰台区政府工作报告\n一、2026年工作回顾\n预计地区生产总值完成430亿元。新增停车泊位2100个。\n二、2027年工作安排\n新增停车泊位3000个。\n'
    const found = results(read(text, { kind: 'report', year: 2027 }), standardDictionary())
    expect(found.map((r) => [r.indicator.id, r.version, r.value, r.unit, r.year])).toEqual([
      ['gdp', 'forecast', 430, '亿元', 2026],
      ['parking-spaces', 'preliminary', 2100, '个', 2026],
    ])
  })
})

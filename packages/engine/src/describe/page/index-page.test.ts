import { expect, it } from 'vitest'
import { patrol } from '../../../testing/patrol.ts'
import { lateInput, quietIndex } from '../../../testing/quiet.ts'
import { indexPage, watchesPage } from '../../index.ts'

const titles = (id: string): string => `〔${id}〕`

it('E136 the page of an index tells its parts, weights, standards, what is done without data, bands and runs', () => {
  const page = indexPage(quietIndex, patrol, titles)
  for (const said of [
    '# 安静指数',
    '第1版：首版',
    '办理：0.6',
    '设置“折算系数”',
    '连续2个月为差',
    '最多扣3分',
    '90分以上',
  ])
    expect(page).toContain(said)
  const row = page.split('\n').find((line) => line.includes('每万人在办'))
  expect(row).toContain('〔patrol.open〕，每100〔patrol.finished〕')
  expect(row).toContain('越低越好')
  expect(row).toContain('按中间分计')
})

it('E144 the page of watches tells what each looks at, its line, and what it opens', () => {
  const page = watchesPage([lateInput], () => patrol, titles)
  expect(page).toContain('〔patrol.inTimeRate〕')
  expect(page).toContain('连续2个月低于80；不足5时视为没有数据')
  expect(page).toContain('登记')
})

import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describeProblem, monthPeriod, type PlainDate, plainDate } from '@jiannuo/kernel'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type CircularBlock,
  type CircularInput,
  type CircularItem,
  type CircularPaper,
  type CircularTable,
  type CircularUnit,
  circularWording,
  monthlyCircular,
} from './index.ts'
import { circularPhrases } from './wording.zh.ts'

const SEED = 20_261_103

const circularUnit = (unit: string, counts: Partial<CircularUnit>): CircularUnit => ({
  unit,
  green: 0,
  yellow: 0,
  red: 0,
  silent: 0,
  none: 0,
  struckOff: 0,
  owed: 0,
  returnedInTime: 0,
  returnedLate: 0,
  missing: 0,
  ...counts,
})
const item = (title: string, unit: string): CircularItem => ({
  title,
  unit,
  partners: [],
  why: [],
  due: plainDate(2026, 12, 31),
})

/** A month of an invented district. */
const circularInput: CircularInput = {
  district: '兰台区',
  issuer: '兰台区人民政府督查室',
  year: 2026,
  month: 10,
  asOf: plainDate(2026, 10, 31),
  date: plainDate(2026, 11, 3),
  totals: {
    commitments: 12,
    byLight: { green: 4, yellow: 1, red: 2, silent: 1, none: 1 },
    struckOff: 3,
    owed: 9,
    returned: 7,
  },
  units: [
    circularUnit('区城管局', { green: 3, yellow: 1, struckOff: 3, owed: 4, returnedInTime: 4 }),
    circularUnit('区住建局', { green: 1, red: 1, none: 1, owed: 3, returnedInTime: 2, returnedLate: 1 }),
    circularUnit('区民政局', { red: 1, silent: 1, owed: 2, missing: 2 }),
  ],
  reds: [
    {
      ...item('改造老旧小区12个', '区住建局'),
      partners: ['区财政局', '望江街道办事处'],
      target: '12个',
      value: '6个',
      completion: 0.5,
      pace: 10 / 12,
      gap: (0.5 - 10 / 12) * 100,
      why: ['招标推迟两个月。', '管线迁改未完成。'],
      answered: '施工单位已进场。',
    },
    item('编制城市更新规划', '区民政局'),
  ],
  yellows: [
    {
      ...item('新建停车泊位800个', '区城管局'),
      target: '800个',
      value: '560个',
      completion: 0.7,
      pace: 10 / 12,
      gap: (0.7 - 10 / 12) * 100,
      why: ['用地手续未办完', '天气原因'],
    },
  ],
  silent: [{ unit: '区民政局', titles: ['新增养老床位300张'], periods: [monthPeriod(2026, 9), monthPeriod(2026, 10)] }],
  turned: [{ title: '新建停车泊位800个', unit: '区城管局', from: 'red', to: 'yellow', why: '已补齐进度。' }],
  struckOff: [{ title: '建成口袋公园5个', unit: '区城管局', date: plainDate(2026, 10, 20) }],
  adjustments: [
    {
      title: '新开工安置房',
      unit: '区住建局',
      before: '新开工3个项目',
      after: '新开工2个项目',
      approval: '区政府第9次常务会议纪要',
    },
  ],
  headline: [
    {
      name: '地区生产总值',
      value: '612.4亿元',
      growth: '同比增长5.1%',
      target: '5.5%左右',
      pace: '略慢于时序',
      version: 'preliminary',
      source: '区统计局',
    },
  ],
  next: [{ title: '完成供热管网改造', unit: '区城管局', due: plainDate(2026, 11, 15) }],
}

function paperOf(input: CircularInput): CircularPaper {
  const made = monthlyCircular(input)
  if (!made.ok) throw new Error(made.problems.map((problem) => describeProblem(problem, circularWording)).join('\n'))
  return made.value
}

const isTable = (block: CircularBlock): block is CircularTable => block.kind === 'table'
const words = (block: CircularBlock): string[] =>
  isTable(block)
    ? [block.caption ?? '', ...block.columns.map(({ title }) => title), ...block.rows.flat()]
    : [block.text]
const tables = (paper: CircularPaper): CircularTable[] => paper.blocks.filter(isTable)

/** Sentences of one section, by the sign of its heading. */
function section(paper: CircularPaper, sign: string): string[] {
  const from = paper.blocks.findIndex((block) => block.kind === 'heading' && block.text.startsWith(`${sign}、`))
  const rest = paper.blocks.slice(from + 1)
  const to = rest.findIndex((block) => block.kind === 'heading' && block.level === 1)
  return rest.slice(0, to < 0 ? undefined : to).flatMap((block) => (isTable(block) ? [] : [block.text]))
}

const problemsOf = (change: Partial<CircularInput>): string[] => {
  const made = monthlyCircular({ ...circularInput, ...change })
  return made.ok ? [] : made.problems.map((problem) => describeProblem(problem, circularWording))
}

describe('the monthly circular', () => {
  it('P120 six sections in their order, title, number, date and issuer', () => {
    const paper = paperOf({ ...circularInput, number: '兰督发〔2026〕9号' })
    expect(paper.title).toBe('兰台区2026年目标任务\n10月推进情况通报')
    expect(paper.documentNumber).toBe('兰督发〔2026〕9号')
    expect(paper.signature).toEqual({ issuer: '兰台区人民政府督查室', date: '2026-11-03' })
    const titles = paper.blocks.flatMap((block) => (block.kind === 'heading' && block.level === 1 ? [block.text] : []))
    expect(titles.map((title) => title.slice(0, 2))).toEqual(['一、', '二、', '三、', '四、', '五、', '六、'])
    expect(paper.blocks[0]).toMatchObject({ text: '现将截至2026年10月31日兰台区2026年目标任务推进情况通报如下。' })
  })

  it('P121 the state of the whole in numbers, shares with one decimal', () => {
    const text = section(paperOf(circularInput), '一').join('\n')
    expect(text).toContain(
      '兰台区2026年目标任务共12项，已销号3项，占25.0%；绿灯4项，占33.3%；黄灯1项，占8.3%；红灯2项，占16.7%；未报送1项，占8.3%；暂不亮灯1项，占8.3%。',
    )
    expect(text).toContain(
      '本月应报9项，已报7项，报送率77.8%，其中按期6项、逾期1项；未报2项。有未报的单位1个：区民政局。',
    )
    expect(text).toContain('1.新建停车泊位800个（区城管局）：由红灯转为黄灯，已补齐进度。')
    expect(text).toContain(
      '1.地区生产总值：612.4亿元，同比增长5.1%，年度目标5.5%左右，略慢于时序（初步核算数，数据来源：区统计局）。',
    )
  })

  it('P122 reds with figures, reasons and answer; yellows shorter; what is not known is not told', () => {
    const paper = paperOf(circularInput)
    expect(section(paper, '二')).toEqual([
      '亮红灯的共2项，涉及牵头单位2个，清单见表2。',
      '1.改造老旧小区12个（牵头单位：区住建局；配合单位：区财政局、望江街道办事处）。目标为12个，已完成6个，完成率50.0%，时序进度83.3%，落后33.3个百分点，完成时限2026年12月31日。原因：招标推迟两个月；管线迁改未完成。牵头单位说明：施工单位已进场。',
      '2.编制城市更新规划（牵头单位：区民政局）。完成时限2026年12月31日。牵头单位尚未说明。',
      '注：进度差为完成率减时序进度，单位为百分点；“—”为没有数量或尚无数据。',
    ])
    expect(section(paper, '三')[1]).toBe(
      '1.新建停车泊位800个（牵头单位：区城管局）。已完成560个，完成率70.0%，时序进度83.3%，落后13.3个百分点。原因：用地手续未办完。',
    )
    expect(tables(paper)[1]?.rows[1]).toEqual([
      '2',
      '编制城市更新规划',
      '区民政局',
      '—',
      '—',
      '—',
      '—',
      '—',
      '2026年12月31日',
    ])
  })

  it('P123 who is silent, what was struck off and changed, what is due and by when a red is explained', () => {
    const paper = paperOf(circularInput)
    expect(section(paper, '四')[1]).toBe('1.区民政局：新增养老床位300张（未报时段：2026年9月、2026年10月）。')
    expect(section(paper, '五')).toContain('1.建成口袋公园5个（区城管局，2026年10月20日销号）。')
    expect(section(paper, '五')).toContain(
      '1.新开工安置房（区住建局）：原为“新开工3个项目”，调整为“新开工2个项目”，依据区政府第9次常务会议纪要。',
    )
    const next = section(paper, '六').join('\n')
    expect(next).toContain('2026年11月到期的共1项')
    expect(next).toContain('1.完成供热管网改造（区城管局，2026年11月15日到期）。')
    // Issued on Tuesday 3 November 2026: the fifth working day after it is Tuesday the 10th.
    expect(next).toContain('尚未说明的1项，牵头单位应自本通报印发之日起5个工作日内（2026年11月10日前）')
    const december = section(paperOf({ ...circularInput, month: 12, date: plainDate(2027, 1, 4) }), '六').join('\n')
    expect(december).toContain('2027年1月到期的共1项')
    expect(december).toContain('以国务院办公厅放假通知为准')
  })

  it('P124 no section is empty, and an empty part has neither heading nor number', () => {
    const quiet = circularUnit('区住建局', { green: 2, owed: 2, returnedInTime: 2 })
    const byLight = { green: 2, yellow: 0, red: 0, silent: 0, none: 0 }
    const paper = paperOf({
      ...circularInput,
      totals: { commitments: 2, byLight, struckOff: 0, owed: 2, returned: 2 },
      units: [quiet],
      reds: [],
      yellows: [],
      silent: [],
      turned: [],
      struckOff: [],
      adjustments: [],
      headline: [],
      next: [],
    })
    for (const [sign, none] of [
      ['二', '本月没有亮红灯事项。'],
      ['三', '本月没有亮黄灯事项。'],
      ['四', '本月没有未报送单位。'],
      ['五', '本月没有销号和调整事项。'],
    ] as const)
      expect(section(paper, sign)).toEqual([none])
    expect(section(paper, '六')).toEqual(['（一）下月到期事项', '2026年11月没有到期事项。'])
    expect(section(paper, '一').filter((text) => text.startsWith('（'))).toEqual(['（一）完成情况', '（二）报送情况'])
    expect(tables(paper)).toHaveLength(1)
    const nothing = paperOf({
      ...circularInput,
      totals: { commitments: 0, byLight: { ...byLight, green: 0 }, struckOff: 0, owed: 0, returned: 0 },
      units: [],
      reds: [],
      yellows: [],
      silent: [],
      turned: [],
      struckOff: [],
      adjustments: [],
      next: [],
    })
    expect(section(nothing, '一').join()).toContain('尚无列入调度的目标任务')
  })

  it('P125 table 1 has most reds first, then most silences, then the order given; its last row is the sum', () => {
    const [first] = tables(paperOf(circularInput))
    expect(first?.rows.map(([unit]) => unit)).toEqual(['区民政局', '区住建局', '区城管局', '合计'])
    expect(first?.rows.at(-1)?.slice(1)).toEqual(['4', '1', '2', '1', '1', '3', '9', '6', '1', '2'])
  })

  it('P126 what does not agree is refused, with both numbers', () => {
    const { totals, units, reds } = circularInput
    expect(problemsOf({ totals: { ...totals, commitments: 13 } })).toEqual([
      '事项总数为13，各灯色与已销号之和为12，两数不一致，请核对',
    ])
    expect(problemsOf({ totals: { ...totals, returned: 8 } })).toEqual([
      '全区“已报”为8，各单位之和为7，两数不一致，请核对',
    ])
    expect(problemsOf({ reds: reds.slice(1) })).toEqual([
      '“红灯”应有2项，清单列出1项，两数不一致，请核对',
      '区住建局“红灯”为1项，清单列出0项，两数不一致，请核对',
    ])
    expect(problemsOf({ units: [...units, circularUnit('区民政局', {})] })[0]).toBe(
      '区民政局在各单位进展中出现2次，应只有1次，请合并',
    )
    expect(problemsOf({ units: [...units, circularUnit('区教育局', { missing: 2 })] })).toContain(
      '区教育局应报0项，按期、逾期与未报之和为2，两数不一致，请核对',
    )
    expect(problemsOf({ units: [...units, circularUnit('区教育局', { green: 0.5 })] })).toEqual([
      '“绿灯”的数为0.5，应为不小于0的整数，请核对',
    ])
    expect(problemsOf({ month: 13 })).toEqual(['月份为13，应为1至12'])
    const many = Array.from({ length: 4 }, (_, at) => ({
      title: `项${at}`,
      unit: '区城管局',
      date: plainDate(2026, 10, 1),
    }))
    expect(problemsOf({ struckOff: many })).toEqual(['本月销号清单列出4项，多于累计销号3项，请核对'])
    expect(Object.keys(circularWording)).toHaveLength(9)
  })

  it('P128 every sentence and every code is used, and none is missing', () => {
    const folder = fileURLToPath(new URL('.', import.meta.url))
    const code = readdirSync(folder)
      .filter((name) => !name.endsWith('.test.ts') && name !== 'wording.zh.ts')
      .map((name) => readFileSync(folder + name, 'utf8'))
      .join('\n')
    const built = /^(?:light|version|column)\./
    const used = (name: string): boolean => code.includes(`'${name}'`) || built.test(name)
    expect([...Object.keys(circularPhrases), ...Object.keys(circularWording)].filter((name) => !used(name))).toEqual([])
    for (const [, name = ''] of code.matchAll(/'(circular\/[a-z-]+)'/g))
      expect(Object.keys(circularWording)).toContain(name)
  })

  it('P127 for any input: tables, sentences and totals agree, every title stands once where it belongs, nothing is undefined', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const paper = paperOf(input)
        const [unitTable, redTable] = tables(paper)
        const sums = unitTable?.rows.at(-1)?.slice(1).map(Number) ?? []
        const body = unitTable?.rows.slice(0, -1) ?? []
        sums.forEach((sum, at) => {
          expect(body.reduce((total, row) => total + Number(row[at + 1]), 0)).toBe(sum)
        })
        const told = section(paper, '一').join('\n')
        const { byLight, struckOff, commitments, owed, returned } = input.totals
        const parts = [...told.matchAll(/(?:已销号|绿灯|黄灯|红灯|未报送|暂不亮灯)(\d+)项，占/g)].map(([, count]) =>
          Number(count),
        )
        expect(parts).toEqual(commitments === 0 ? [] : [sums[5], ...sums.slice(0, 5)])
        expect(parts.reduce((sum, count) => sum + count, 0)).toBe(commitments)
        if (owed > 0) {
          const [, a, b, c, d, e] = /应报(\d+)项，已报(\d+)项.*按期(\d+)项、逾期(\d+)项；未报(\d+)项/.exec(told) ?? []
          expect([a, b, c, d, e].map(Number)).toEqual([owed, returned, sums[7], sums[8], sums[9]])
        }
        expect(sums[5]).toBe(struckOff)
        expect(redTable?.rows.length ?? 0).toBe(byLight.red)
        onceIn(section(paper, '二'), input.reds)
        onceIn(redTable?.rows.map((row) => `${row[1] ?? ''}（`) ?? [], input.reds)
        onceIn(section(paper, '三'), input.yellows)
        const unheard = input.silent.flatMap(({ titles }) => titles.map((title) => ({ title })))
        expect(unheard.every(({ title }) => section(paper, '四').join('\n').split(title).length === 2)).toBe(true)
        onceIn(section(paper, '五'), [...input.struckOff, ...input.adjustments])
        onceIn(section(paper, '六'), input.next)
        const open = section(paper, '二').filter((text) => text.endsWith('牵头单位尚未说明。')).length
        const asked = /尚未说明的(\d+)项/.exec(section(paper, '六').join('\n'))?.[1]
        expect(Number(asked ?? 0)).toBe(open)
        for (const text of [paper.title, ...paper.blocks.flatMap(words)]) {
          expect(text).not.toMatch(/undefined|NaN|Infinity|null|\[object|\{\w+\}/)
          expect(text).not.toMatch(/[。；，、]{2}/)
          expect(text.trim()).not.toBe('')
        }
      }),
      { numRuns: 200, seed: SEED },
    )
  })
})

/** Each title begins exactly one of the texts, behind its number. */
function onceIn(texts: readonly string[], entries: readonly { readonly title: string }[]): void {
  for (const { title } of entries)
    expect(texts.filter((text) => text.replace(/^\d+\./, '').startsWith(`${title}（`))).toHaveLength(1)
}

const dates = fc.integer({ min: 1, max: 28 }).map((date): PlainDate => plainDate(2026, 11, date))
const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(arbitrary, { nil: undefined })
const clauseText = fc.constantFrom('招标推迟', '用地未批。', '资金未到位；', '', '原因一\n原因二')
const share = maybe(fc.double({ min: -2, max: 5 }))

interface Figures {
  readonly value: string | undefined
  readonly completion: number | undefined
  readonly gap: number | undefined
  readonly why: readonly string[]
  readonly answered: string | undefined
}
const figures: fc.Arbitrary<Figures> = fc.record({
  value: maybe(fc.constantFrom('6个', '3.2亿元')),
  completion: share,
  gap: share,
  why: fc.array(clauseText, { maxLength: 3 }),
  answered: maybe(clauseText),
})

const withFigures = (
  title: string,
  unit: string,
  { value, completion, gap, why, answered }: Figures,
): CircularItem => ({
  ...item(title, unit),
  why,
  ...(value === undefined ? {} : { value, target: value }),
  ...(completion === undefined ? {} : { completion, pace: completion }),
  ...(gap === undefined ? {} : { gap }),
  ...(answered === undefined ? {} : { answered }),
})

const everyOtherSilent = (red: CircularItem, at: number): CircularItem =>
  at % 2 === 0 ? red : { ...red, answered: '' }

const count = fc.nat({ max: 4 })
const counts = fc.record({
  green: count,
  yellow: count,
  red: count,
  silent: count,
  none: count,
  struckOff: count,
  returnedInTime: count,
  returnedLate: count,
  missing: count,
})

const anyInput: fc.Arbitrary<CircularInput> = fc
  .record({
    rows: fc.array(counts, { minLength: 1, maxLength: 5 }),
    figures,
    some: count,
    month: fc.integer({ min: 1, max: 12 }),
    date: dates,
  })
  .map(({ rows, figures: given, some, month, date }) => {
    const units = rows.map((row, at): CircularUnit => {
      const owed = row.returnedInTime + row.returnedLate + row.missing
      return { unit: `第${at}局`, ...row, owed }
    })
    const sum = (tell: (unit: CircularUnit) => number): number => units.reduce((total, unit) => total + tell(unit), 0)
    const each = <T>(name: 'red' | 'yellow' | 'silent', make: (title: string, unit: string) => T): T[] =>
      units.flatMap(({ unit, [name]: times }) =>
        Array.from({ length: times }, (_, at) => make(`${name}甲${unit}事${at}末`, unit)),
      )
    const byLight = {
      green: sum((u) => u.green),
      yellow: sum((u) => u.yellow),
      red: sum((u) => u.red),
      silent: sum((u) => u.silent),
      none: sum((u) => u.none),
    }
    const struckOff = sum((u) => u.struckOff)
    const list = Array.from({ length: some }, (_, at) => ({ title: `另一事项${at}末`, unit: '第0局' }))
    return {
      ...circularInput,
      month,
      date,
      units,
      totals: {
        byLight,
        struckOff,
        owed: sum((u) => u.owed),
        returned: sum((u) => u.returnedInTime + u.returnedLate),
        commitments: Object.values(byLight).reduce((a, b) => a + b, struckOff),
      },
      reds: each('red', (title, unit) => withFigures(title, unit, given)).map(everyOtherSilent),
      yellows: each('yellow', (title, unit) => withFigures(title, unit, given)),
      silent: units.map(({ unit, silent }) => ({
        unit,
        titles: Array.from({ length: silent }, (_, at) => `未报${unit}事${at}末`),
        periods: silent % 2 === 0 ? [] : [monthPeriod(2026, 9)],
      })),
      turned: list.map((entry) => ({ ...entry, from: 'red' as const, to: 'green' as const, why: given.why[0] ?? '' })),
      struckOff: list.slice(0, struckOff).map((entry) => ({ ...entry, title: `销${entry.title}`, date })),
      adjustments: list.map((entry) => ({ ...entry, before: '甲', after: '乙', approval: '会议纪要' })),
      next: list.map((entry) => ({ ...entry, due: date })),
    }
  })

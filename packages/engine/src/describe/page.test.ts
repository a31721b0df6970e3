import { describe, expect, it } from 'vitest'
import { lending, lendingMeasures } from '../../testing/lending.ts'
import { constant, field, setting } from '../define/build.ts'
import type { Machine } from '../model/definition.ts'
import type { Json } from '../model/value.ts'
import { runExamples, simulatedDistrict } from '../testing/index.ts'
import { describeFormula, outermostRatio, systemPage } from './index.ts'
import { plain } from './markdown.ts'
import { flatTable } from './setting-table.ts'

const units = simulatedDistrict().names
const page = systemPage(lending, lendingMeasures, { units, examples: runExamples(lending) })
const lines = page.split('\n')

/** The lines of a part of the page, from its heading up to the next one of its rank. */
function part(heading: string): string[] {
  const from = lines.indexOf(heading)
  expect(from, heading).toBeGreaterThanOrEqual(0)
  const rank = /^#+/.exec(heading)?.[0] ?? '#'
  const rest = lines.slice(from + 1)
  const to = rest.findIndex((line) => line.startsWith('#') && (/^#+/.exec(line)?.[0] ?? '').length <= rank.length)
  return to < 0 ? rest : rest.slice(0, to)
}

describe('E80 the page of a system', () => {
  it('E80 has every part of the definition', () => {
    expect(lines.filter((line) => line.startsWith('## '))).toEqual([
      '## 流转图',
      '## 状态',
      '## 动作',
      '## 时限',
      '## 申请与催办',
      '## 设置',
      '## 字段',
      '## 权限',
      '## 测度',
      '## 实例',
    ])
    expect(lines[0]).toBe('# 图书借阅')
    expect(lines).toContain('闭环 lending（系统 S00），第1版，记录称“借阅单”。')
    expect(lines).toContain('- 兰台区图书馆借阅办法（虚构）')
  })

  it('E80 names every state, action, clock, field, setting, measure and example by its title', () => {
    const named = [
      ...Object.values(lending.states),
      ...Object.values(lending.actions),
      ...Object.values(lending.clocks),
      ...Object.values(lending.fields),
      ...Object.values(lending.settings),
      ...Object.values(lending.requests),
      ...lendingMeasures.measures,
      ...Object.values(lendingMeasures.counters),
      ...lending.examples,
    ]
    for (const { title } of named) expect(page).toContain(title)
  })

  it('E80 an action tells who, when, with what form, under which guards, and what comes of it', () => {
    expect(part('### 续借')).toEqual([
      '',
      '- 谁可以办：牵头单位或其上级的馆员',
      '- 何时：处于“借阅中”时',
      '- 须填：理由、延长天数',
      '- 条件：“借阅时限”未超期；不符合的不予办理：“已超期，不能续借”',
      '- 条件：“续借”次数小于设置“续借次数”；不符合的不予办理：“续借次数已用完”',
      '- 办后：状态不变',
      '- 同时：“借阅时限”延长填报的“延长天数”',
      '- 同时：“续借”计一次',
      '',
    ])
    expect(part('### 归还')).toContain('- “是否损坏”为是的，到“修补中”')
    expect(part('### 归还')).toContain('- 其余的，到“已归还”')
    expect(part('### 逾期未取')).toContain('- 谁可以办：系统自动完成，任何人不能直接操作')
    expect(part('### 预约')).toContain('- 何时：随时，办后新建一件借阅单')
  })

  it('E80 a clock tells its limit with its default, rule, marks, pauses, extension and source', () => {
    expect(part('### 取书时限')).toContain('- 限度：设置“取书期限”（默认3个工作日）')
    expect(part('### 取书时限')).toContain('- 到期时（未取）：自动办理“逾期未取”')
    expect(part('### 取书时限')).toContain('- 不可暂停')
    expect(part('### 借阅时限')).toContain('- 可暂停，事由限于：“闭馆”“读者住院”')
    expect(part('### 借阅时限')).toContain('- 可延期，次数不超过设置“续借次数”，累计不超过30')
    expect(part('### 借阅时限')).toContain('- 来源：兰台区图书馆借阅办法第6条（虚构）')
  })

  it('E80 requests, urging, personal fields', () => {
    expect(part('## 申请与催办')).toContain(
      '- “免计申请”由提出人以外的人决定；事由限于：“水灾”“系统故障”；同意后不计入调整后的数字，原始数字照计；来源：第9条（虚构）',
    )
    expect(part('## 申请与催办')).toContain('- 催办级别由轻到重：提醒、电话催还；只升不降')
    expect(part('## 字段')).toContain('- “读者姓名”：只显示姓')
    expect(part('## 字段')).toContain(
      '- “联系电话”：只显示前三位和后四位；另存带密钥的校验值，用于认出同一人；“类别”为“善本”时，对协办单位完全不显示',
    )
  })

  it('E80 examples are told as stories, refusals in the words that came', () => {
    const story = part('### 国庆前预约，节后借出，归还时损坏').filter((line) => line !== '')
    expect(story[0]).toBe(
      '1. 2025-09-29 10:00，东门街道的馆员办“预约”（书名：兰台旧志、类别：小说、分馆：东门街道、读者姓名：王某）。到“待取书”。“取书时限”至2025-10-10 17:30到期',
    )
    expect(story[2]).toBe(
      '3. 2025-10-20 09:30，东门街道的馆员办“续借”（理由：未读完、延长天数：40日）。未予办理：不能“续借”：填写的内容有1处需要改正：“延长天数”不能大于30，现为40',
    )
    expect(part('### 三个工作日未取，自动取消；同一本书并入在先预约')[3]).toContain(
      '北河街道的馆员对“后”办“并入在先预约”（在先预约：先）',
    )
  })

  it('E80 is the same for the same definition, and short without measures, names and runs', () => {
    expect(systemPage(lending, lendingMeasures, { units, examples: runExamples(lending) })).toBe(page)
    const bare = systemPage(lending)
    expect(bare).not.toContain('## 测度')
    expect(bare).toContain('lantai-dongmen的馆员办“续借”')
    expect(bare).toContain('未予办理：engine/bad-input')
  })

  it('E80 a stage is told with its test once, and named by the guards that ask it', () => {
    const test = { compare: 'gte', of: [field('value'), constant(100)] } as const
    const { lent, returned } = lending.states
    const { mend } = lending.actions
    if (lent === undefined || returned === undefined || mend === undefined) throw new Error('parts gone')
    const machine: Machine = {
      ...lending,
      kind: 'register',
      states: {
        ...lending.states,
        returned: { ...returned, test, counted: true },
        lent: { ...lent, test: { always: true } },
      },
      actions: { ...lending.actions, mend: { ...mend, guards: [{ when: test, code: 'engine/stage-test' }] } },
    }
    const text = systemPage(machine)
    expect(text).toContain('库 lending（系统 S00）')
    expect(text).toContain('- “已归还”的条件：“估价”不低于100元')
    expect(text).toContain('- 站在“已归还”的才计为已入')
    expect(text).toContain('- 条件：符合“已归还”的条件；不符合的不予办理，并逐项说明')
    expect(text).not.toContain('“借阅中”的条件')
  })

  it('E80 members that follow are told with what they take over', () => {
    const { lapse, decline } = lending.actions
    if (lapse === undefined || decline === undefined) throw new Error('actions gone')
    const told = (carries: Exclude<typeof decline.carries, undefined>): string =>
      systemPage({ ...lending, actions: { decline: { ...decline, carries }, lapse } })
    expect(told('lapse')).toContain('- 并单的其他各件一并“逾期未取”')
    expect(told({ action: 'lapse', give: { lead: { fact: 'lead' } } })).toContain(
      '- 并单的其他各件一并“逾期未取”（“lead”取主件的牵头单位）',
    )
  })

  it('E80 signs of Markdown in titles are shown as they are', () => {
    expect(plain('a|b*c_d`e[f]<g>#h\n i')).toBe('a\\|b\\*c\\_d\\`e\\[f\\]\\<g\\>\\#h i')
    expect(systemPage({ ...lending, title: '图|书' })).toMatch(/^# 图\\\|书\n/)
  })
})

describe('E81 tables of settings', () => {
  const withTable = (value: Json, by: readonly string[] = []): Machine => ({
    ...lending,
    settings: { t: { title: '表', type: 'table', default: value, source: '无' } },
    clocks: {},
    actions: {
      a: {
        title: '甲',
        from: 'new',
        to: 'lent',
        by: [],
        effects: [
          {
            set: 'value',
            to: setting('t', ...by.map((id) => (id.startsWith('=') ? constant(id.slice(1)) : field(id)))),
          },
        ],
      },
    },
    wording: { lead: '主办' },
  })

  it('E81 keys that are codes of a field are said by its choices, * is 其他', () => {
    expect(flatTable(withTable({ novel: 1, '*': 2 }, ['kind']), 't')).toEqual({
      header: ['类别', '取值'],
      rows: [
        ['小说', '1'],
        ['其他', '2'],
      ],
    })
  })

  it('E81 nested tables have a column for each level', () => {
    const machine = withTable(
      { novel: { a1: { value: 2, unit: 'hour' } }, '*': { '*': { value: 5, unit: 'workday' } } },
      ['kind', 'shelf'],
    )
    expect(flatTable({ ...machine, settings: { ...lending.settings, ...machine.settings } }, 't')).toEqual({
      header: ['类别', '架位', '取值'],
      rows: [
        ['小说', '一层东', '2小时'],
        ['其他', '其他', '5个工作日'],
      ],
    })
  })

  it('E81 rows with columns are laid out by column, ids of units said by name, what is empty left empty', () => {
    const rows = {
      novel: { title: '小说类', lead: 'lantai-water', co: [] },
      rare: { title: '善本类', lead: null, co: ['lantai'] },
    }
    const machine = withTable(rows, ['kind', '=lead'])
    expect(flatTable(machine, 't', units)).toEqual({
      header: ['类别', '名称', '主办', 'co'],
      rows: [
        ['小说', '小说类', '兰台区水务局', ''],
        ['善本', '善本类', '', '兰台区'],
      ],
    })
  })

  it('E81 a title that the key says already has no column of its own', () => {
    const machine = withTable({ novel: { title: '小说', lead: 'x' }, rare: { title: '善本', lead: 'y' } }, ['kind'])
    expect(flatTable(machine, 't')?.header).toEqual(['类别', '主办'])
  })

  it('E81 what is no table has none', () => {
    expect(flatTable(lending, 'pickup')).toBeUndefined()
    expect(flatTable(lending, 'renewals')).toBeUndefined()
    expect(flatTable(lending, 'gone')).toBeUndefined()
  })
})

describe('E82 measures', () => {
  it('E82 the formula, and of a rate numerator and base', () => {
    expect(part('### 满意率')).toContain('- 分子：“满意”；分母：“已归还”')
    expect(part('### 服务得分')).toContain('- 公式：（“满意率”＋0.5）×设置“续借次数”')
    expect(part('### 服务得分').join('\n')).not.toContain('分子')
    expect(part('### 在借图书估价')).toContain('- 单位元，保留0位小数；不论高低；各单位可以相加，时期取期末数')
  })

  it('E82 formulas keep their meaning in brackets', () => {
    const c = { counter: 'closed' }
    const d = { counter: 'content' }
    const words = (formula: Parameters<typeof describeFormula>[0]): string =>
      describeFormula(formula, lending, lendingMeasures)
    expect(words({ ratio: [c, { plus: [c, d] }] })).toBe('“已归还”÷（“已归还”＋“满意”）')
    expect(words({ ratio: [c, { ratio: [d, c] }] })).toBe('“已归还”÷（“满意”÷“已归还”）')
    expect(words({ minus: [c, { minus: [d, c] }] })).toBe('“已归还”－（“满意”－“已归还”）')
    expect(words({ plus: [{ times: [c, d] }, d] })).toBe('“已归还”×“满意”＋“满意”')
    expect(words({ measure: 'gone' })).toBe('“gone”')
  })

  it('E82 the outermost ratio is found also when it lies deeper', () => {
    const ratio = [{ counter: 'content' }, { counter: 'closed' }] as const
    expect(outermostRatio({ times: [{ value: constant(100) }, { ratio }] })).toEqual(ratio)
    expect(outermostRatio({ plus: [{ counter: 'closed' }] })).toBeUndefined()
  })

  it('E82 a counter tells what it counts, how much, in which month, and for which unit', () => {
    const rows = part('### 计数')
    expect(rows).toContain('| 已归还 | closed | 有办结时间的计入；每件计1；计入办结时间所在月份；计在牵头单位 |')
    expect(rows).toContain(
      '| 在借图书估价 | worth | 已填“估价”的计入；每件计“估价”；按时点计，不分月份；计在牵头单位 |',
    )
    const other = systemPage(lending, {
      measures: [],
      counters: {
        all: { title: '全部', when: { always: true }, unit: 'area' },
        mine: { title: '本单位', when: { always: true }, unit: field('branch') },
      },
    })
    expect(other).toContain('| 全部 | all | 全部计入；每件计1；按时点计，不分月份；计在属地 |')
    expect(other).toContain('计在“分馆” |')
  })
})

import { describe, expect, it } from 'vitest'
import { lending } from '../../testing/lending.ts'
import { all, clockIs, constant, equals, field, fact, input, not, setting, when } from '../define/build.ts'
import type { Effect } from '../model/definition.ts'
import type { Explanation } from '../model/run.ts'
import {
  describeEffect,
  describeGrant,
  describeGrants,
  describeLimit,
  describeMarkTime,
  describeRule,
  explainInWords,
} from './index.ts'

describe('E65 effects', () => {
  const rows: readonly (readonly [Effect, string])[] = [
    [{ set: 'kind', to: constant('rare') }, '“类别”记为“善本”'],
    [{ set: 'value', to: constant(5) }, '“估价”记为5元'],
    [{ set: 'value', to: constant(null) }, '清空“估价”'],
    [{ clear: 'value' }, '清空“估价”'],
    [{ start: 'loan' }, '“借阅时限”起算'],
    [{ start: 'loan', limit: constant({ value: 3, unit: 'workday' }) }, '“借阅时限”起算，限3个工作日'],
    [{ stop: 'loan' }, '“借阅时限”停止'],
    [{ pause: 'loan' }, '“借阅时限”暂停'],
    [{ resume: 'loan' }, '“借阅时限”恢复'],
    [{ extend: 'pickup', by: constant(2) }, '“取书时限”延长2个工作日'],
    [{ extend: 'loan', by: constant(2) }, '“借阅时限”延长2'],
    [{ extend: 'loan', by: input('days') }, '“借阅时限”延长填报的“延长天数”'],
    [{ assign: 'lead', to: field('branch') }, '交“分馆”牵头'],
    [{ assign: 'lead', to: field('branch'), basis: constant('第2条') }, '交“分馆”牵头，记明依据（“第2条”）'],
    [{ assign: 'co', to: field('branch') }, '请“分馆”协办'],
    [{ assign: 'area', to: fact('lead') }, '属地记为牵头单位'],
    [{ release: 'lead' }, '解除牵头单位'],
    [{ release: 'co' }, '解除全部协办单位'],
    [{ answered: 'co' }, '操作人所在单位的协办记为已答复'],
    [{ state: 'handler', fields: ['note'] }, '记录承办陈述：“归还情况”'],
    [{ state: 'evidence', fields: ['note', 'gone'] }, '记录独立佐证：“归还情况”、“gone”'],
    [{ count: 'dear' }, '“贵重图书修补”计一次'],
    [{ redo: true }, '另起一轮重办，本轮的陈述与答复留存，重办次数加一'],
    [{ request: 'waiver', fields: ['reason'] }, '提出“免计申请”'],
    [{ decide: 'waiver', granted: true }, '同意“免计申请”'],
    [{ decide: 'waiver', granted: false, basis: constant('第9条') }, '不同意“免计申请”，记明依据（“第9条”）'],
    [{ urge: 'call' }, '催办升至“电话催还”'],
    [{ join: field('original') }, '作为重复件并入“在先预约”'],
    [{ leave: true }, '退出并单'],
    [{ link: 'same', to: field('original') }, '关联“在先预约”（同书）'],
    [{ notify: { role: 'director', at: 'lead' }, message: 'lending/soon' }, '告知牵头单位或其上级的馆长“有书即将到期”'],
    [
      when(clockIs('loan', 'late'), [{ stop: 'loan' }, { urge: 'call' }]),
      '“借阅时限”逾期停止时，“借阅时限”停止；催办升至“电话催还”',
    ],
    [
      when(clockIs('loan', 'late'), [{ clear: 'value' }], [{ redo: true }]),
      '“借阅时限”逾期停止时，清空“估价”；否则，另起一轮重办，本轮的陈述与答复留存，重办次数加一',
    ],
    [when(clockIs('loan', 'late'), [], [{ clear: 'value' }]), '“借阅时限”未逾期停止时，清空“估价”'],
  ]
  it.each(rows)('E65 %j', (effect, words) => expect(describeEffect(effect, lending)).toBe(words))

  it('E60 a part that is no effect throws', () => {
    expect(() => describeEffect({ vanish: true } as unknown as Effect, lending)).toThrow(TypeError)
  })
})

describe('E66 E67 limits and grants', () => {
  it('E66 limits in their units', () => {
    const words = (['workday', 'day', 'workhour', 'hour'] as const).map((unit) => describeLimit({ value: 2, unit }))
    expect(words).toEqual(['2个工作日', '2日', '2个工作小时', '2小时'])
  })

  it('E66 marks', () => {
    expect(describeMarkTime({ left: 0.3 })).toBe('时限只剩30%时')
    expect(describeMarkTime({ left: 0.125 })).toBe('时限只剩12.5%时')
    expect(describeMarkTime({ due: true })).toBe('到期时')
    expect(describeMarkTime({ before: { value: 1, unit: 'workday' } })).toBe('到期前1个工作日')
    expect(describeMarkTime({ after: { value: 4, unit: 'hour' } })).toBe('到期后4小时')
  })

  it('E66 of the end of days only what the units ask for is said', () => {
    const rule = { lastDay: 'closing', roll: true } as const
    expect(describeRule(rule, new Set(['hour']))).toBe('以小时计的，到时即届满')
    expect(describeRule(rule, new Set(['workday']))).toBe('以天计的，当日不计，至最后一日下班时届满')
    expect(describeRule({ lastDay: 'midnight', roll: false }, new Set(['day']))).toBe(
      '以天计的，当日不计，至最后一日24时届满；以自然日计的，最后一日遇休息日不顺延',
    )
    expect(describeRule(rule)).toContain('顺延至下一工作日')
  })

  it('E67 grants by relation and role', () => {
    const at = (relation: 'lead' | 'co' | 'area' | 'district' | 'anywhere'): string =>
      describeGrant({ role: 'librarian', at: relation }, lending)
    expect([at('lead'), at('co'), at('area'), at('district'), at('anywhere')]).toEqual([
      '牵头单位或其上级的馆员',
      '协办单位或其上级的馆员',
      '属地或其上级的馆员',
      '区本级的馆员',
      '任一单位的馆员',
    ])
    expect(
      describeGrants(
        [
          { role: 'librarian', at: 'lead' },
          { role: 'director', at: 'lead' },
          { role: 'director', at: 'lead' },
          { role: 'inspector', at: 'district' },
        ],
        lending,
      ),
    ).toBe('牵头单位或其上级的馆员/馆长、区本级的督查员')
  })
})

describe('E68 explanations', () => {
  const rare = equals(field('kind'), constant('rare'))
  const overdue = not(clockIs('loan', 'overdue'))
  const explanation: Explanation = {
    condition: all(rare, overdue, { compare: 'lt', of: [{ counter: 'renew' }, setting('renewals')] }),
    holds: false,
    values: [],
    parts: [
      { condition: rare, holds: false, values: ['novel', 'rare'] },
      {
        condition: overdue,
        holds: true,
        values: [],
        parts: [{ condition: clockIs('loan', 'overdue'), holds: false, values: [] }],
      },
      { condition: { compare: 'lt', of: [{ counter: 'renew' }, setting('renewals')] }, holds: false, values: [1, 1] },
    ],
  }

  it('E68 each part stands on its line with its answer and its values', () => {
    expect(explainInWords(explanation, lending)).toEqual([
      { depth: 0, holds: false, says: '以下各项均须满足', values: [] },
      { depth: 1, holds: false, says: '“类别”为“善本”', values: ['“类别”：小说'] },
      { depth: 1, holds: true, says: '“借阅时限”未超期', values: [] },
      { depth: 1, holds: false, says: '“续借”次数小于设置“续借次数”', values: ['“续借”次数：1', '设置“续借次数”：1'] },
    ])
  })

  it('E68 a negated single test gives its values, a negated group its parts', () => {
    const single: Explanation = {
      condition: not(rare),
      holds: true,
      values: [],
      parts: [{ condition: rare, holds: false, values: ['atlas', 'rare'] }],
    }
    expect(explainInWords(single, lending)).toEqual([
      { depth: 0, holds: true, says: '“类别”不为“善本”', values: ['“类别”：地图'] },
    ])
    const group: Explanation = { condition: not(explanation.condition), holds: true, values: [], parts: [explanation] }
    expect(explainInWords(group, lending)).toHaveLength(5)
  })
})

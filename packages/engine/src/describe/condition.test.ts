import { describe, expect, it } from 'vitest'
import { lending } from '../../testing/lending.ts'
import {
  all,
  any,
  clockIs,
  constant,
  equals,
  fact,
  field,
  firstOf,
  input,
  lt,
  minus,
  not,
  now,
  over,
  plus,
  present,
  setting,
  times,
  truthField,
} from '../define/build.ts'
import type { Machine } from '../model/definition.ts'
import type { Condition, Expr } from '../model/value.ts'
import { describeCondition, describeExpr } from './index.ts'

const say = (condition: Condition, action?: string): string => describeCondition(condition, lending, action)
const value = (expr: Expr, action?: string): string => describeExpr(expr, lending, action)

describe('E60 E61 conditions and their opposites', () => {
  const rows: readonly (readonly [Condition, string, string])[] = [
    [{ always: true }, '任何情况', '不适用'],
    [equals(field('kind'), constant('rare')), '“类别”为“善本”', '“类别”不为“善本”'],
    [{ oneOf: field('kind'), values: ['rare', 'atlas'] }, '“类别”为“善本”、“地图”之一', '“类别”不在“善本”、“地图”之列'],
    [{ oneOf: field('kind'), values: ['rare'] }, '“类别”为“善本”', '“类别”不为“善本”'],
    [{ holds: field('kind'), value: constant('rare') }, '“类别”包含“善本”', '“类别”不包含“善本”'],
    [present(field('phone')), '已填“联系电话”', '未填“联系电话”'],
    [present(input('note')), '已填“归还情况”', '未填“归还情况”'],
    [present(fact('lead')), '有牵头单位', '没有牵头单位'],
    [
      present(setting('shelves', field('shelf'))),
      '设置“架位目录”中按“架位”对应的值有值',
      '设置“架位目录”中按“架位”对应的值没有值',
    ],
    [lt(field('value'), constant(100)), '“估价”小于100元', '“估价”不小于100元'],
    [{ compare: 'lte', of: [field('value'), constant(100)] }, '“估价”不超过100元', '“估价”超过100元'],
    [{ compare: 'gt', of: [field('value'), constant(100)] }, '“估价”大于100元', '“估价”不大于100元'],
    [{ compare: 'gte', of: [field('value'), constant(100)] }, '“估价”不低于100元', '“估价”低于100元'],
    [lt(fact('openedAt'), now), '登记时间早于办理时刻', '登记时间不早于办理时刻'],
    [{ compare: 'gte', of: [fact('closedAt'), now] }, '办结时间不早于办理时刻', '办结时间早于办理时刻'],
    [{ inState: ['lent', 'returned'] }, '处于“借阅中”、“已归还”', '不处于“借阅中”、“已归还”'],
    [{ stated: 'citizen' }, '已有群众答复', '尚无群众答复'],
    [{ request: 'waiver', is: 'pending' }, '“免计申请”待决定', '“免计申请”不在待决定之中'],
    [{ request: 'waiver', is: 'granted' }, '“免计申请”已同意', '“免计申请”未获同意'],
    [{ request: 'waiver', is: 'refused' }, '“免计申请”未同意', '“免计申请”未被否决'],
    [{ request: 'waiver', is: 'none' }, '没有提出过“免计申请”', '提出过“免计申请”'],
    [{ co: 'actorIsOne' }, '操作人所在单位是协办单位', '操作人所在单位不是协办单位'],
    [{ co: 'allAnswered' }, '各协办单位均已答复', '有协办单位尚未答复'],
    [{ co: 'none' }, '没有协办单位', '有协办单位'],
    [{ group: 'head' }, '是并单的主件', '不是并单的主件'],
    [{ group: 'member' }, '已并入主件', '未并入主件'],
    [{ group: 'none' }, '未并单', '已并单'],
  ]

  it.each(rows)('E60 E61 %j', (condition, yes, no) => {
    expect(say(condition)).toBe(yes)
    expect(say(not(condition))).toBe(no)
    expect(say(not(not(condition)))).toBe(yes)
  })

  it.each(['idle', 'running', 'paused', 'ended', 'inTime', 'late', 'overdue'] as const)(
    'E60 a clock that is %s',
    (is) => {
      const yes = say(clockIs('loan', is))
      const no = say(not(clockIs('loan', is)))
      expect(yes).toContain('“借阅时限”')
      expect(no).toContain('“借阅时限”')
      expect(no).not.toBe(yes)
    },
  )

  it('E60 what nobody has declared is said by its id', () => {
    expect(say(clockIs('gone', 'running'))).toBe('“gone”正在计时')
    expect(say(equals(field('gone'), constant('x')))).toBe('“gone”为“x”')
    expect(value(input('gone'))).toBe('填报的“gone”')
  })

  it('E60 a part that is no condition throws', () => {
    expect(() => say({ never: true } as unknown as Condition)).toThrow(TypeError)
    expect(() => value({ never: true } as unknown as Expr)).toThrow(TypeError)
  })
})

describe('E61 conditions together', () => {
  const rare = equals(field('kind'), constant('rare'))
  const phone = present(field('phone'))
  const late = clockIs('loan', 'overdue')

  it('E61 且 and 或 are bracketed where they are mixed', () => {
    expect(say(all(rare, phone))).toBe('“类别”为“善本”，且已填“联系电话”')
    expect(say(any(rare, all(phone, late)))).toBe('“类别”为“善本”，或（已填“联系电话”，且“借阅时限”已超期）')
    expect(say(all(rare, all(phone, late)))).toBe('“类别”为“善本”，且已填“联系电话”，且“借阅时限”已超期')
    expect(say(all(any(rare)))).toBe('“类别”为“善本”')
  })

  it('E61 the opposite of all is any of the opposites', () => {
    expect(say(not(all(rare, phone)))).toBe('“类别”不为“善本”，或未填“联系电话”')
    expect(say(not(any(rare, all(phone, not(late)))))).toBe(
      '“类别”不为“善本”，且（未填“联系电话”，或“借阅时限”已超期）',
    )
  })

  it('E61 a list of no tests is always met, or never', () => {
    expect(say(all())).toBe('任何情况')
    expect(say(any())).toBe('不适用')
    expect(say(not(all()))).toBe('不适用')
  })
})

describe('E62 constants in the words of the other side', () => {
  const rows: readonly (readonly [Condition, string])[] = [
    [equals(constant('rare'), field('kind')), '“善本”为“类别”'],
    [equals(fact('state'), constant('lent')), '当前状态为“借阅中”'],
    [equals(fact('urging'), constant('call')), '催办级别为“电话催还”'],
    [equals(field('shelf'), constant('b2')), '“架位”为“二层西”'],
    [equals(field('damaged'), constant(true)), '“是否损坏”为是'],
    [equals(truthField('citizen', 'content'), constant(false)), '群众答复中的“是否满意”为否'],
    [equals({ asked: 'waiver', field: 'reason' }, constant('flood')), '“免计申请”中的“理由”为“flood”'],
    [equals(field('phone'), constant(null)), '未填“联系电话”'],
    [not(equals(fact('lead'), constant(null))), '有牵头单位'],
    [lt(fact('openedAt'), constant(1_759_282_200_000)), '登记时间早于2025-10-01 09:30'],
    [equals(setting('pickup'), constant({ value: 3, unit: 'workday' })), '设置“取书期限”为3个工作日'],
    [equals(field('original'), constant([])), '“在先预约”为空'],
    [equals(firstOf(field('kind'), constant('novel')), constant('novel')), '“类别”（没有时取“novel”）为“小说”'],
  ]
  it.each(rows)('E62 %j', (condition, words) => expect(say(condition)).toBe(words))

  it('E62 the input of an action is said by its own field', () => {
    expect(say(equals(input('reason'), constant('closed')), 'hold')).toBe('填报的“事由”为“闭馆”')
    expect(say(equals(input('reason'), constant('closed')), 'renew')).toBe('填报的“理由”为“closed”')
  })
})

describe('E63 E64 values', () => {
  it('E63 arithmetic keeps its meaning', () => {
    const [a, b, c] = [field('value'), constant(2), constant(3)]
    expect(value(times(plus(a, b), c))).toBe('（“估价”＋2）×3')
    expect(value(plus(times(a, b), c))).toBe('“估价”×2＋3')
    expect(value(minus(a, minus(b, c)))).toBe('“估价”－（2－3）')
    expect(value(minus(minus(a, b), c))).toBe('“估价”－2－3')
    expect(value(over(a, times(b, c)))).toBe('“估价”÷（2×3）')
    expect(value(plus(a, plus(b, c)))).toBe('“估价”＋2＋3')
  })

  it('E64 settings name their keys and their column', () => {
    expect(value(setting('renewals'))).toBe('设置“续借次数”')
    expect(value(setting('loan', field('kind')))).toBe('设置“借期”中按“类别”对应的值')
    expect(value(setting('shelves', field('shelf'), constant('floor')))).toBe('设置“架位目录”中按“架位”对应的“楼层”')
    expect(value(setting('shelves', constant('a1')))).toBe('设置“架位目录”中按“a1”对应的值')
  })

  it('E60 every other value has words', () => {
    const words = [
      value({ counter: 'renew' }),
      value({ counter: 'dear' }),
      value({ actor: 'person' }),
      value({ actor: 'unit' }),
      value(now),
      value(fact('basis')),
    ]
    expect(words).toEqual(['“续借”次数', '“贵重图书修补”次数', '操作人', '操作人所在单位', '办理时刻', '交办依据'])
  })

  it('E60 keys that objects inherit are no declarations', () => {
    const odd: Machine = lending
    expect(describeExpr(field('constructor'), odd)).toBe('“constructor”')
    expect(describeCondition({ inState: ['toString'] }, odd)).toBe('处于“toString”')
  })
})

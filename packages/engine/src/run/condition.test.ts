import { describe, expect, it } from 'vitest'
import {
  after,
  at,
  chief,
  clerk,
  FILE,
  handler,
  helper,
  inspector,
  moment,
  SEND,
  type Step,
  units,
} from '../../testing/kit.ts'
import { patrol } from '../../testing/patrol.ts'
import {
  all,
  always,
  any,
  type ClockStanding,
  type Condition,
  clockIs,
  coIs,
  constant,
  equals,
  explainCondition,
  field,
  groupIs,
  gt,
  gte,
  holds,
  inState,
  lt,
  lte,
  meets,
  not,
  oneOf,
  present,
  type RecordState,
  recordView,
  requestIs,
  stated,
  type View,
} from '../index.ts'

const view = (record: RecordState | undefined, time = '2025-09-26 12:00', unit = 'roads'): View => ({
  machine: patrol,
  record,
  input: {},
  person: 'li',
  unit,
  at: moment(time),
  calendar: at(time).calendar,
  settings: {},
  units,
})

const sent = after([FILE, SEND])
const never = not(always)
const ask = (condition: Condition, record: RecordState | undefined = sent, time?: string, unit?: string): boolean =>
  meets(condition, view(record, time, unit))

describe('tests', () => {
  it.each<readonly [string, Condition, boolean]>([
    ['always', always, true],
    ['not', not(always), false],
    ['all of none', all(), true],
    ['all', all(always, always), true],
    ['all but one', all(always, never), false],
    ['any of none', any(), false],
    ['any', any(never, always), true],
    ['any of what does not hold', any(never, never), false],
    ['equals', equals(field('kind'), constant('road')), true],
    ['equals absent', equals(field('size'), constant(null)), true],
    ['equals another', equals(field('kind'), constant('water')), false],
    ['one of', oneOf(field('kind'), 'water', 'road'), true],
    ['one of others', oneOf(field('kind'), 'water'), false],
    ['a list holds', holds(constant(['a', { b: 1 }]), constant({ b: 1 })), true],
    ['a list does not hold', holds(constant(['a']), constant('b')), false],
    ['what is no list holds nothing', holds(constant('ab'), constant('a')), false],
    ['present', present(field('title')), true],
    ['not present', present(field('size')), false],
    ['less', lt(constant(1), constant(2)), true],
    ['not less', lt(constant(2), constant(2)), false],
    ['at most', lte(constant(2), constant(2)), true],
    ['not at most', lte(constant(3), constant(2)), false],
    ['more', gt(constant(3), constant(2)), true],
    ['not more', gt(constant(2), constant(2)), false],
    ['at least', gte(constant(2), constant(2)), true],
    ['not at least', gte(constant(1), constant(2)), false],
    ['dates by their day', lt(constant('2025-09-30'), constant('2025-10-01')), true],
    ['what is absent has no order', lt(field('size'), constant(1)), false],
    ['… neither way', gte(field('size'), constant(1)), false],
    ['a number and a text have none', lt(constant(1), constant('2')), false],
    ['in a state', inState('filed', 'doing'), true],
    ['in another state', inState('filed'), false],
  ])('E23 %s', (_title, condition, expected) => expect(ask(condition)).toBe(expected))

  it('E23 what asks of a record does not hold before there is one', () => {
    const asked = [
      inState('doing'),
      stated('handler'),
      requestIs('more', 'none'),
      coIs('none'),
      groupIs('none'),
      clockIs('send', 'idle'),
    ]
    for (const condition of asked) expect(meets(condition, view(undefined))).toBe(false)
  })
})

describe('clocks in tests', () => {
  const STANDINGS: readonly ClockStanding[] = ['idle', 'running', 'paused', 'ended', 'inTime', 'late', 'overdue']
  const standing = (record: RecordState, clock: string, time: string) =>
    STANDINGS.filter((is) => ask(clockIs(clock, is), record, time))
  const held = after([[chief, 'hold', { reason: 'weather' }, '2025-09-28 09:00']], sent)
  const late = after([[handler, 'finish', { solved: true }, '2025-10-13 00:00']], sent)
  const intime = after([[handler, 'finish', { solved: true }, '2025-10-11 00:00']], sent)

  it.each<readonly [string, RecordState, string, string, readonly ClockStanding[]]>([
    ['never started', sent, 'check', '2025-09-27 09:00', ['idle']],
    ['running', sent, 'handle', '2025-09-27 09:00', ['running']],
    // 5 working days from Friday 26 September, with Sunday the 28th worked and the holiday of 1–8 October.
    ['at the due moment itself', sent, 'handle', '2025-10-10 24:00', ['running']],
    ['past due', sent, 'handle', '2025-10-11 00:01', ['running', 'overdue']],
    ['paused', held, 'handle', '2025-09-29 09:00', ['paused']],
    ['paused over the due moment', held, 'handle', '2025-11-01 09:00', ['paused']],
    ['stopped at the due moment', intime, 'handle', '2025-11-01 09:00', ['ended', 'inTime']],
    ['stopped late', late, 'handle', '2025-11-01 09:00', ['ended', 'late']],
  ])('E24 %s', (_title, record, clock, time, expected) => {
    expect(standing(record, clock, time)).toEqual(expected)
  })

  it('E24 a clock past due that is paused afterwards stays overdue', () => {
    const pausedLate = after([[chief, 'hold', { reason: 'weather' }, '2025-10-20 09:00']], sent)
    expect(standing(pausedLate, 'handle', '2025-10-21 09:00')).toEqual(['paused', 'overdue'])
  })

  it('E24 without a moment, overdue is what the machine’s own mark has seen', () => {
    expect(meets(clockIs('handle', 'overdue'), recordView(patrol, sent))).toBe(false)
    const clock = sent.clocks['handle']
    if (clock === undefined) throw new Error('no clock')
    const seen = { ...sent, clocks: { ...sent.clocks, handle: { ...clock, late: true } } }
    expect(meets(clockIs('handle', 'overdue'), recordView(patrol, seen))).toBe(true)
  })
})

describe('people in tests', () => {
  const together = after([FILE, [clerk, 'send', { lead: 'roads', co: ['water', 'parks'] }, '2025-09-26 10:00']])
  const answered = after([[helper, 'answer', {}, '2025-09-26 11:00']], together)

  it('E25 co-handlers', () => {
    expect([ask(coIs('none')), ask(coIs('allAnswered')), ask(coIs('actorIsOne'))]).toEqual([true, true, false])
    expect(ask(coIs('none'), together)).toBe(false)
    expect(ask(coIs('allAnswered'), answered)).toBe(false)
    const parks = { ...helper, posts: [{ role: 'handler', unit: 'parks' }] }
    expect(ask(coIs('allAnswered'), after([[parks, 'answer', {}, '2025-09-26 11:30']], answered))).toBe(true)
  })

  it('E25 the acting unit is a co-handler when it is one or lies above one', () => {
    expect(['water', 'lantai', 'roads', ''].map((unit) => ask(coIs('actorIsOne'), together, undefined, unit))).toEqual([
      true,
      true,
      false,
      false,
    ])
  })

  it('E25 the latest request of a kind counts', () => {
    const is = (record: RecordState) =>
      (['none', 'pending', 'granted', 'refused'] as const).filter((how) => ask(requestIs('more', how), record))
    const asked = after([[handler, 'askMore', { reason: '等材料', more: 2 }, '2025-09-26 11:00']], sent)
    const refused = after([[chief, 'refuseMore', { reason: '不必' }, '2025-09-26 12:00']], asked)
    const again = after([[handler, 'askMore', { reason: '等材料', more: 2 }, '2025-09-26 13:00']], refused)
    const granted = after([[chief, 'grantMore', { reason: '同意' }, '2025-09-26 14:00']], again)
    expect([sent, asked, refused, again, granted].map(is)).toEqual([
      ['none'],
      ['pending'],
      ['refused'],
      ['pending'],
      ['granted'],
    ])
    expect(ask(requestIs('out', 'none'), granted)).toBe(true)
  })

  it('E25 truths count in the present round alone', () => {
    const steps: readonly Step[] = [
      [handler, 'finish', { solved: true }, '2025-09-28 10:00'],
      [inspector, 'check', { fine: false }, '2025-09-29 10:00'],
    ]
    const finished = after(steps.slice(0, 1), sent)
    expect([ask(stated('handler'), finished), ask(stated('citizen'), finished)]).toEqual([true, false])
    expect(ask(stated('handler'), after(steps, sent))).toBe(false)
  })

  it('E25 groups', () => {
    const is = (record: RecordState) => (['head', 'member', 'none'] as const).filter((how) => ask(groupIs(how), record))
    expect([is(sent), is({ ...sent, head: 'P0' }), is({ ...sent, members: ['P2'] })]).toEqual([
      ['none'],
      ['member'],
      ['head'],
    ])
  })
})

describe('explanations', () => {
  it('E26 each part has its answer and its values', () => {
    const test = all(
      equals(field('kind'), constant('road')),
      not(any(gt(field('size'), constant(5)), present(field('title')))),
    )
    expect(explainCondition(test, view(sent))).toEqual({
      condition: test,
      holds: false,
      values: [],
      parts: [
        { condition: equals(field('kind'), constant('road')), holds: true, values: ['road', 'road'] },
        {
          condition: not(any(gt(field('size'), constant(5)), present(field('title')))),
          holds: false,
          values: [],
          parts: [
            {
              condition: any(gt(field('size'), constant(5)), present(field('title'))),
              holds: true,
              values: [],
              parts: [
                { condition: gt(field('size'), constant(5)), holds: false, values: [null, 5] },
                { condition: present(field('title')), holds: true, values: ['井盖缺失'] },
              ],
            },
          ],
        },
      ],
    })
    expect(explainCondition(oneOf(field('kind'), 'a'), view(sent)).values).toEqual(['road'])
    expect(explainCondition(holds(field('kind'), constant(1)), view(sent)).values).toEqual(['road', 1])
  })
})

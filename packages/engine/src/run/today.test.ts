import { describe, expect, it } from 'vitest'
import { act, after, clerk, done, FILE, refusal, type Step } from '../../testing/kit.ts'
import { patrol } from '../../testing/patrol.ts'
import { listed, spoil } from '../../testing/spoil.ts'
import {
  checkMachine,
  checkMeasures,
  describeCondition,
  field,
  input,
  type Json,
  lte,
  type Machine,
  today,
} from '../index.ts'

/** The machine whose `amend` has a date and a number, these guards and effects. */
const machine = (guards: Json, effects: Json = []): Machine =>
  spoil(
    patrol,
    ['fields.day', { title: '发布日期', type: 'date' }],
    ['wording.too-early', '还没有到发布日期'],
    ['actions.amend.from', ['filed']],
    ['actions.amend.guards', guards],
    ['actions.amend.effects', effects],
    ['actions.amend.fields', { days: { title: '天数', type: 'number' } }],
    ['actions.amend.input', ['title', 'size', 'day', 'days']],
    ['actions.amend.by', [{ role: 'clerk', at: 'anywhere' }]],
  )

const filed = after([FILE])
const step = (form: Step[2], when: string): Step => [clerk, 'amend', form, when]
const notInFuture = lte(field('day'), today)
const GUARDS = [{ when: notInFuture, code: 'too-early' }] as unknown as Json

describe('E118 today', () => {
  it.each([
    ['2025-10-01', '2025-10-01 00:00'],
    ['2025-09-30', '2025-10-01 23:59'],
  ])('E118 %s is not in the future at %s, local time', (day, when) => {
    expect(done(act(filed, step({ day }, when), machine(GUARDS))).record.fields['day']).toBe(day)
  })

  it('E118 the day after is, to the last minute, and so is what is absent', () => {
    expect(refusal(act(filed, step({ day: '2025-10-02' }, '2025-10-01 23:59'), machine(GUARDS))).code).toBe('too-early')
    expect(refusal(act(filed, step({}, '2025-10-01 23:59'), machine(GUARDS))).code).toBe('too-early')
  })

  it('E118 it can be kept as a date, and is said', () => {
    const kept = machine(GUARDS, [{ set: 'day', to: { today: true } }])
    const { record } = done(act(filed, step({ day: '2025-09-01' }, '2025-10-01 00:30'), kept))
    expect(record.fields['day']).toBe('2025-10-01')
    expect(listed(checkMachine(kept))).toEqual([])
    expect(describeCondition(notInFuture, kept)).toBe('“发布日期”不晚于办理当日')
  })

  it('E118 no counter may look at it', () => {
    const counters = { passed: { title: '已发布', when: notInFuture } }
    const faults = checkMeasures({ machine: patrol.id, counters, measures: [] }, machine(GUARDS))
    expect(faults.map(({ code }) => code)).toEqual(['engine/looks-outside'])
  })
})

describe('E119 a limit as a number', () => {
  const clock = Object.keys(patrol.clocks)[0] ?? ''
  const started = machine([], [{ start: clock, limit: input('days') } as unknown as Json])
  const limitAfter = (days: number) =>
    done(act(filed, step({ days }, '2025-09-26 12:00'), started)).record.clocks[clock]?.run.limit

  it('E119 counts in the unit of the clock’s own limit', () => {
    const own = limitAfter(1)?.unit
    expect(own).toBeDefined()
    expect(limitAfter(7)).toEqual({ value: 7, unit: own })
  })

  it('E119 a date is the natural days to its end', () => {
    const toDay = machine([], [{ start: clock, limit: field('day') } as unknown as Json])
    const { run } = done(act(filed, step({ day: '2025-10-31' }, '2025-09-26 12:00'), toDay)).record.clocks[clock] ?? {}
    expect(run?.limit).toEqual({ value: 35, unit: 'day' })
    for (const day of ['2025-09-26', '2025-09-01'])
      expect(refusal(act(filed, step({ day }, '2025-09-26 12:00'), toDay)).code).toBe('engine/no-limit')
  })

  it('E119 one that cannot be counted refuses the action', () => {
    expect(refusal(act(filed, step({ days: 0 }, '2025-09-26 12:00'), started)).code).toBe('engine/no-limit')
    expect(refusal(act(filed, step({}, '2025-09-26 12:00'), started)).code).toBe('engine/no-limit')
  })
})

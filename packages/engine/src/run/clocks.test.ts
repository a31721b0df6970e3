import { describe, expect, it } from 'vitest'
import {
  act,
  actor,
  after,
  at,
  chief,
  clerk,
  done,
  FILE,
  FINISH,
  handler,
  inspector,
  moment,
  SEND,
} from '../../testing/kit.ts'
import { patrol } from '../../testing/patrol.ts'
import { spoil } from '../../testing/spoil.ts'
import {
  clocksAt,
  describeDue,
  fold,
  type Machine,
  nextDue,
  ordinaryOffice,
  type RecordState,
  reachMark,
  timersOf,
} from '../index.ts'

const sent = after([FILE, SEND])
const timers = (record: RecordState, machine: Machine = patrol) =>
  timersOf(machine, record, ordinaryOffice).map(
    ({ clock, mark, at: when }) => `${clock}.${mark} ${when - moment('2025-10-11 00:00')}`,
  )
const DAY = 86_400_000

/** The mark that is reached at a time, which must be due. */
function reach(record: RecordState, clock: string, mark: string, time: string, machine: Machine = patrol) {
  const reached = reachMark(machine, record, clock, mark, at(time))
  if (reached === undefined) throw new Error(`${clock}.${mark} is stale at ${time}`)
  return reached
}
const stale = (record: RecordState, clock: string, mark: string, time: string, machine: Machine = patrol): boolean =>
  reachMark(machine, record, clock, mark, at(time)) === undefined

const LATE = '2025-10-11 00:01'

describe('timers', () => {
  it('E53 one for every mark of every running clock; that of being due comes right after the moment', () => {
    // Due at the end of 10 October, a working day before is the end of the 9th, one after the end of the make-up Saturday.
    expect(timers(sent)).toEqual([`handle.warning ${-DAY}`, 'handle.due 1', `handle.talk ${DAY}`])
    expect(timers(after([FILE]))).toEqual([])
  })

  it('E53 none for what is reached, stopped or paused; anew once it runs again', () => {
    const warned = reach(sent, 'handle', 'warning', '2025-10-10 00:00').record
    expect(timers(warned)).toEqual(['handle.due 1', `handle.talk ${DAY}`])
    expect(timers(after([FINISH], sent)).every((text) => text.startsWith('check.'))).toBe(true)
    const held = after([[chief, 'hold', { reason: 'weather' }, '2025-09-28 09:00']], sent)
    expect(timers(held)).toEqual([])
    const resumed = after([[chief, 'resume', {}, '2025-09-29 09:00']], held)
    // One working day later: Saturday the 11th, which is worked.
    expect(timers(resumed)).toEqual(['handle.warning 0', `handle.due ${DAY + 1}`, `handle.talk ${3 * DAY}`])
  })
})

describe('marks', () => {
  it('E54 a mark is noted by the machine, with its effects', () => {
    const { entry, record } = reach(sent, 'handle', 'due', LATE)
    expect(entry).toEqual({
      seq: 3,
      at: moment(LATE),
      by: 'system',
      unit: '',
      role: '',
      action: 'mark:handle.due',
      input: {},
      events: [
        { type: 'markReached', clock: 'handle', mark: 'due', due: true },
        { type: 'set', fields: { lateAt: moment(LATE) } },
        { type: 'urged', level: 'remind' },
      ],
    })
    expect(record.clocks['handle']).toMatchObject({ reached: ['due'], late: true })
    expect(record.counters).toEqual({ file: 1, send: 1 })
    expect(fold(sent, entry, { district: 'lantai', id: 'P1' })).toEqual(record)
  })

  it('E54 one that is not of being due makes nothing late, and may send messages', () => {
    const { record, effects } = reach(sent, 'handle', 'warning', '2025-10-10 00:00')
    expect(record.clocks['handle']).toMatchObject({ reached: ['warning'] })
    expect(record.clocks['handle']).not.toHaveProperty('late')
    expect(effects).toEqual([{ type: 'notify', role: 'handler', unit: 'roads', message: 'warning' }])
  })

  it('E54 a stale timer does nothing', () => {
    const late = reach(sent, 'handle', 'due', LATE).record
    expect(stale(late, 'handle', 'due', LATE)).toBe(true)
    expect(stale(sent, 'handle', 'due', '2025-10-10 24:00')).toBe(true)
    expect(stale(after([FINISH], sent), 'handle', 'due', LATE)).toBe(true)
    expect(
      stale(after([[chief, 'hold', { reason: 'weather' }, '2025-09-28 09:00']], sent), 'handle', 'due', LATE),
    ).toBe(true)
    const more = after(
      [
        [handler, 'askMore', { reason: '等', more: 2 }, '2025-09-28 09:00'],
        [chief, 'grantMore', { reason: '可' }, '2025-09-28 10:00'],
      ],
      sent,
    )
    expect(stale(more, 'handle', 'due', LATE)).toBe(true)
    expect(stale(sent, 'handle', 'x', LATE)).toBe(true)
    expect(stale(sent, 'x', 'due', LATE)).toBe(true)
    expect(stale(after([FILE]), 'handle', 'due', LATE)).toBe(true)
    expect(() => reachMark(patrol, { ...sent, version: 2 }, 'handle', 'due', at(LATE))).toThrow(RangeError)
  })

  it('E54 the action of a mark is done where it can be', () => {
    const checking = after([FINISH], sent)
    const { entry, record } = reach(checking, 'check', 'due', '2025-10-10 00:01')
    expect(entry.action).toBe('lapse')
    expect(entry.events.map(({ type }) => type)).toEqual(['markReached', 'moved', 'clockStopped'])
    expect(record).toMatchObject({ state: 'done', counters: { lapse: 1 } })
  })

  it('E54 where it cannot, the mark alone is noted', () => {
    const told = after([FINISH, [clerk, 'tell', { content: true }, '2025-09-28 11:00']], sent)
    const refused = reach(told, 'check', 'due', '2025-10-10 00:01')
    expect(refused.entry).toMatchObject({ action: 'mark:check.due', events: [{ type: 'markReached' }] })
    const elsewhere = spoil(
      patrol,
      ['actions.lapse.from', ['filed']],
      ['clocks.check.marks.due.effects', [{ count: 'x' }]],
    )
    const noted = reach(after([FINISH], sent), 'check', 'due', '2025-10-10 00:01', elsewhere)
    expect(noted.entry.events.map(({ type }) => type)).toEqual(['markReached', 'counted'])
    const half = spoil(patrol, ['actions.lapse.effects', [{ count: 'x' }, { assign: 'lead', to: { const: null } }]])
    const alone = reach(after([FINISH], sent), 'check', 'due', '2025-10-10 00:01', half)
    expect(alone.entry).toMatchObject({ action: 'mark:check.due', events: [{ type: 'markReached' }] })
    const unknown = spoil(patrol, ['clocks.check.marks.due.action', 'x'])
    expect(reach(after([FINISH], sent), 'check', 'due', '2025-10-10 00:01', unknown).entry.action).toBe(
      'mark:check.due',
    )
  })

  it('E54 an effect of a mark that cannot be carried out leaves the mark noted', () => {
    const broken = spoil(patrol, [
      'clocks.handle.marks.due.effects',
      [{ count: 'x' }, { assign: 'lead', to: { const: null } }],
    ])
    expect(reach(sent, 'handle', 'due', LATE, broken).entry.events).toEqual([
      { type: 'markReached', clock: 'handle', mark: 'due', due: true },
    ])
  })

  it('E54 a mark may stop its own clock; it is in time at the due moment, so late a moment after', () => {
    const machine = spoil(patrol, ['clocks.handle.marks.due.effects', [{ stop: 'handle' }]])
    const { record } = reach(sent, 'handle', 'due', LATE, machine)
    expect(record.clocks['handle']?.run.stoppedAt).toBe(moment(LATE))
    expect(timers(record, machine)).toEqual([])
  })

  it('E54 once seen late, a clock stays so, though it be given more time and stopped within it', () => {
    const late = reach(sent, 'handle', 'due', LATE).record
    const more = after(
      [
        [handler, 'askMore', { reason: '等', more: 5 }, '2025-10-11 09:00'],
        [chief, 'grantMore', { reason: '可' }, '2025-10-11 10:00'],
        [handler, 'finish', { solved: true }, '2025-10-13 09:00'],
      ],
      late,
    )
    expect(more.clocks['handle']?.late).toBe(true)
  })

  it('E46 more time sets the marks that lie ahead again to be reached once more', () => {
    const warned = reach(sent, 'handle', 'warning', '2025-10-10 00:00').record
    const asked = after([[handler, 'askMore', { reason: '等', more: 3 }, '2025-10-10 09:00']], warned)
    const granted = done(act(asked, [chief, 'grantMore', { reason: '可' }, '2025-10-10 10:00']))
    expect(granted.entry.events.at(-1)).toMatchObject({ type: 'clockExtended', again: ['warning'] })
    expect(granted.record.clocks['handle']?.reached).toEqual([])
    expect(timers(granted.record)).toHaveLength(3)
    // Granted in a pause it is the same: when the clock runs on, they lie further ahead.
    const held = after([[chief, 'hold', { reason: 'weather' }, '2025-10-10 09:30']], asked)
    const inPause = done(act(held, [chief, 'grantMore', { reason: '可' }, '2025-10-10 10:00']))
    expect(inPause.entry.events.at(-1)).toMatchObject({ type: 'clockExtended', again: ['warning'] })
    // A day more is not enough: the warning lies at the end of the 10th, which is ahead; at the 11th it would not be.
    const tight = after([[handler, 'askMore', { reason: '等', more: 1 }, '2025-10-11 09:00']], warned)
    const late = done(act(tight, [chief, 'grantMore', { reason: '可' }, '2025-10-11 10:00']))
    expect(late.entry.events.at(-1)).not.toHaveProperty('again')
  })
})

describe('due', () => {
  it('E55 the due moment that comes first among running clocks', () => {
    const next = (record: RecordState) => {
      const due = nextDue(record, ordinaryOffice)
      return due === undefined ? undefined : `${due.clock} ${describeDue(due.at, 480)}`
    }
    expect(next(after([FILE]))).toBe('send 2025-09-26 11:00')
    expect(next(sent)).toBe('handle 2025-10-10 24:00')
    const redone = after([FINISH, [inspector, 'check', { fine: false }, '2025-09-29 10:00']], sent)
    expect(next(redone)).toBe('handle 2025-10-09 24:00')
    expect(next(after([[chief, 'hold', { reason: 'weather' }, '2025-09-28 09:00']], sent))).toBeUndefined()
    expect(next(after([[inspector, 'drop', { reason: '误报' }, '2025-09-28 09:00']], sent))).toBeUndefined()
  })
})

describe('clocks at a past moment', () => {
  const long = after(
    [
      [chief, 'hold', { reason: 'weather' }, '2025-09-29 09:00'],
      [chief, 'resume', {}, '2025-09-30 09:00'],
      [handler, 'askMore', { reason: '等', more: 2 }, '2025-09-30 10:00'],
      [chief, 'grantMore', { reason: '可' }, '2025-09-30 11:00'],
      [handler, 'finish', { solved: true }, '2025-10-09 10:00'],
      [inspector, 'check', { fine: false }, '2025-10-10 10:00'],
    ],
    sent,
  )
  const then = (time: string, clock: string) => {
    const found = clocksAt(patrol, long, ordinaryOffice, moment(time)).find((one) => one.clock === clock)
    return found?.reading === undefined ? undefined : { run: found.run, ...found.reading }
  }

  it('E56 as it was known then: not started, running, paused, extended, stopped, run again', () => {
    expect(then('2025-09-26 09:59', 'handle')).toBeUndefined()
    expect(then('2025-09-28 12:00', 'handle')).toMatchObject({
      run: 1,
      state: 'running',
      limit: 5,
      due: moment('2025-10-10 24:00'),
    })
    expect(then('2025-09-29 12:00', 'handle')).toMatchObject({ state: 'paused', limit: 5 })
    expect(then('2025-09-30 10:30', 'handle')).toMatchObject({
      state: 'running',
      limit: 5,
      due: moment('2025-10-11 24:00'),
    })
    expect(then('2025-09-30 11:00', 'handle')).toMatchObject({ limit: 7, due: moment('2025-10-14 24:00') })
    expect(then('2025-10-09 12:00', 'handle')).toMatchObject({ run: 1, state: 'stopped', overdue: false })
    expect(then('2025-10-10 10:00', 'handle')).toMatchObject({ run: 2, state: 'running', limit: 2 })
    expect(then('2025-10-10 10:00', 'redo')).toMatchObject({ run: 1, state: 'running' })
  })

  it('E56 every clock of the definition is named, in order', () => {
    expect(
      clocksAt(patrol, after([FILE]), ordinaryOffice, moment(FILE[3])).map(({ clock, reading }) => [
        clock,
        reading?.state,
      ]),
    ).toEqual([
      ['send', 'running'],
      ['handle', undefined],
      ['check', undefined],
      ['redo', undefined],
    ])
  })

  it('E56 late, as the log has it, is overdue at the stop', () => {
    for (const time of ['2025-10-10 24:00', '2025-10-11 00:00:00.001']) {
      const record = after([[actor('li', 'handler@roads'), 'finish', { solved: true }, time]], sent)
      const reading = clocksAt(patrol, record, ordinaryOffice, moment(time)).find(
        ({ clock }) => clock === 'handle',
      )?.reading
      expect(reading?.overdue).toBe(record.clocks['handle']?.late)
    }
  })
})

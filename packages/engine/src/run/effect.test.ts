import { describe, expect, it } from 'vitest'
import {
  act,
  actor,
  after,
  chief,
  clerk,
  done,
  FILE,
  FINISH,
  handler,
  helper,
  inspector,
  moment,
  refusal,
  SEND,
  type Step,
} from '../../testing/kit.ts'
import { patrol } from '../../testing/patrol.ts'
import { spoil } from '../../testing/spoil.ts'
import type { Event, Json, Machine, RecordState } from '../index.ts'

const filed = after([FILE])
const sent = after([SEND], filed)
const events = (record: RecordState, step: Step, machine = patrol): readonly Event[] =>
  done(act(record, step, machine)).entry.events
const why = (record: RecordState, step: Step, machine = patrol) => {
  const { code, params } = refusal(act(record, step, machine))
  return { code: code.replace('engine/', ''), params }
}

/** The machine whose `amend` (from any open state, with any form) has these effects. */
const doing = (effects: Json, fields: Json = {}): Machine =>
  spoil(
    patrol,
    ['actions.amend.effects', effects],
    ['actions.amend.from', ['filed', 'doing']],
    ['actions.amend.fields', fields],
    ['actions.amend.input', ['title', 'size', ...Object.keys(fields as object)]],
    ['actions.amend.by', [{ role: 'clerk', at: 'anywhere' }]],
  )
const amend = (record: RecordState, effects: Json, input: Step[2] = {}, fields: Json = {}): readonly Event[] =>
  events(record, [clerk, 'amend', input, '2025-09-26 12:00'], doing(effects, fields))
const stopped = (record: RecordState, effects: Json, input: Step[2] = {}, fields: Json = {}) =>
  why(record, [clerk, 'amend', input, '2025-09-26 12:00'], doing(effects, fields))

const anyText = { title: '字', type: 'text' }

describe('fields and counters', () => {
  it('E43 set, clear, and set to nothing', () => {
    expect(amend(filed, [{ set: 'size', to: { const: 3 } }])).toEqual([{ type: 'set', fields: { size: 3 } }])
    expect(amend(filed, [{ set: 'spot', to: { const: { text: '桥' } } }])).toEqual([
      { type: 'set', fields: { spot: { text: '桥' } } },
    ])
    expect(amend(filed, [{ clear: 'title' }])).toEqual([{ type: 'cleared', field: 'title' }])
    expect(amend(filed, [{ set: 'title', to: { const: '' } }])).toEqual([{ type: 'cleared', field: 'title' }])
    expect(amend(filed, [{ clear: 'size' }, { set: 'size', to: { const: null } }])).toEqual([])
  })

  it('E43 counting', () => {
    const machine = doing([{ count: 'looked' }, { count: 'looked' }])
    const record = done(act(filed, [clerk, 'amend', {}, '2025-09-26 12:00'], machine)).record
    expect(record.counters).toEqual({ file: 1, amend: 1, looked: 2 })
  })

  it('E43 urging is raised, never lowered', () => {
    expect(amend(filed, [{ urge: 'order' }, { urge: 'remind' }, { urge: 'order' }, { urge: 'talk' }])).toEqual([
      { type: 'urged', level: 'order' },
      { type: 'urged', level: 'talk' },
    ])
  })
})

describe('starting and stopping clocks', () => {
  it('E44 the limit comes from settings, by what the record says at that moment', () => {
    const limitOf = (input: Step[2]) => {
      const record = after([[clerk, 'file', { title: '甲', area: 'guihua', ...input }, FILE[3]], SEND])
      return record.clocks['handle']?.run.limit
    }
    expect(limitOf({ kind: 'road', urgency: 'high' })).toEqual({ value: 4, unit: 'workhour' })
    expect(limitOf({ kind: 'road' })).toEqual({ value: 5, unit: 'workday' })
    expect(limitOf({ kind: 'water', urgency: 'low' })).toEqual({ value: 10, unit: 'day' })
  })

  it('E44 a district’s limit is the one that holds when the clock starts', () => {
    const settings = { limits: { '*': { '*': { value: 1, unit: 'day' } } } }
    const { record } = done(act(filed, SEND, patrol, settings))
    expect(record.clocks['handle']?.run.limit).toEqual({ value: 1, unit: 'day' })
  })

  it.each<readonly [string, Json]>([
    ['absent', {}],
    ['no limit', { '*': 5 }],
    ['of an unknown unit', { '*': { '*': { value: 5, unit: 'week' } } }],
    ['not countable', { '*': { '*': { value: 0.5, unit: 'day' } } }],
    ['without a number', { '*': { '*': { unit: 'day' } } }],
    ['a list', { '*': { '*': [5, 'day'] } }],
  ])('E44 a limit that is %s is refused', (_title, limits) => {
    expect(refusal(act(filed, SEND, patrol, { limits }))).toMatchObject({
      code: 'engine/no-limit',
      params: { clock: '办理时限' },
    })
  })

  it('E44 a start ends the run before it and keeps it; stopping what does not run is nothing', () => {
    const restarted = done(
      act(
        sent,
        [clerk, 'amend', {}, '2025-10-20 09:00'],
        doing([{ start: 'handle', limit: { const: { value: 2, unit: 'day' } } }, { stop: 'send' }, { stop: 'redo' }]),
      ),
    )
    expect(restarted.entry.events).toEqual([
      { type: 'clockStopped', clock: 'handle', late: true },
      {
        type: 'clockStarted',
        clock: 'handle',
        limit: { value: 2, unit: 'day' },
        rule: { lastDay: 'midnight', roll: true },
      },
    ])
    const clock = restarted.record.clocks['handle']
    expect(clock).toMatchObject({ reached: [], run: { startedAt: moment('2025-10-20 09:00') } })
    expect(clock).not.toHaveProperty('late')
    expect(clock?.former).toEqual([{ ...sent.clocks['handle']?.run, stoppedAt: moment('2025-10-20 09:00') }])
  })

  it('E44 stopped at the due moment is in time, a millisecond later is late', () => {
    const late = (time: string) =>
      events(sent, [handler, 'finish', { solved: true }, time]).find(({ type }) => type === 'clockStopped')
    expect(late('2025-10-10 24:00')).toMatchObject({ late: false })
    expect(late('2025-10-11 00:00:00.001')).toMatchObject({ late: true })
  })

  it('E44 a clock that there is not is refused, should a definition have passed unchecked', () => {
    expect(stopped(filed, [{ start: 'x' }])).toMatchObject({ code: 'no-such-clock' })
    expect(stopped(filed, [{ resume: 'x' }])).toMatchObject({ code: 'no-such-clock' })
  })
})

describe('pausing', () => {
  const held = after([[chief, 'hold', { reason: 'weather' }, '2025-09-28 09:00']], sent)

  it('E45 a pause has its reason from the list and its approver', () => {
    expect(events(sent, [chief, 'hold', { reason: 'survey' }, '2025-09-28 09:00'])).toEqual([
      { type: 'clockPaused', clock: 'handle', reason: 'survey', approver: 'zhao' },
    ])
    expect(held.clocks['handle']?.run.pauses).toEqual([
      { from: moment('2025-09-28 09:00'), reason: 'weather', approver: 'zhao' },
    ])
    expect(why(sent, [chief, 'hold', { reason: 'other' }, '2025-09-28 09:00'])).toEqual({
      code: 'pause-reason',
      params: { clock: '办理时限', allowed: '恶劣天气、勘测期间' },
    })
  })

  it('E45 what is paused cannot be paused again, what is not cannot be resumed', () => {
    expect(why(held, [chief, 'hold', { reason: 'survey' }, '2025-09-28 10:00']).code).toBe('clock-paused')
    expect(why(sent, [chief, 'resume', {}, '2025-09-28 10:00']).code).toBe('clock-not-paused')
    const ended = doing([{ stop: 'handle' }, { pause: 'handle' }], { reason: anyText })
    expect(why(sent, [clerk, 'amend', { reason: 'weather' }, '2025-09-28 10:00'], ended).code).toBe('clock-not-running')
    expect(stopped(filed, [{ pause: 'handle' }]).code).toBe('clock-not-running')
  })

  it('E45 a pause over the National Day holiday moves the due moment by the working days in it', () => {
    const resumed = after([[chief, 'resume', {}, '2025-10-11 09:00']], held)
    expect(resumed.clocks['handle']?.run.pauses[0]?.to).toBe(moment('2025-10-11 09:00'))
    // Of the five days from 26 September none had been counted before Sunday the 28th; from 11 October on they are 11, 13–16.
    const finish = (time: string) =>
      events(resumed, [handler, 'finish', { solved: true }, time]).find(({ type }) => type === 'clockStopped')
    expect(finish('2025-10-16 24:00')).toMatchObject({ late: false })
    expect(finish('2025-10-17 00:01')).toMatchObject({ late: true })
  })

  it('E45 without a list of reasons a clock cannot be paused', () => {
    const machine = spoil(patrol, ['clocks.handle.pauseReasons'])
    expect(why(sent, [chief, 'hold', { reason: 'weather' }, '2025-09-28 09:00'], machine).code).toBe('pause-reason')
  })
})

describe('extending', () => {
  const extend = (
    record: RecordState,
    by: Json,
    machine: Machine = doing([{ extend: 'handle', by: { const: by } }], { reason: anyText }),
  ) => act(record, [clerk, 'amend', { reason: '等材料' }, '2025-09-28 09:00'], machine)
  const once = done(extend(sent, 2)).record
  const twice = done(extend(once, 3)).record

  it('E46 an extension has its amount, reason and approver', () => {
    expect(done(extend(sent, 2)).entry.events).toEqual([
      { type: 'clockExtended', clock: 'handle', by: 2, reason: '等材料', approver: 'wang' },
    ])
    expect(twice.clocks['handle']?.run.extensions.map(({ by }) => by)).toEqual([2, 3])
  })

  it.each<readonly [string, RecordState, Json, string]>([
    ['as often as the definition says', twice, 1, 'extension-times'],
    ['by as much in sum as the setting says', once, 4, 'extension-total'],
    ['by whole days', sent, 1.5, 'extension-amount'],
    ['by more than nothing', sent, 0, 'extension-amount'],
    ['by a number', sent, null, 'extension-amount'],
  ])('E46 a clock is extended only %s', (_title, record, by, code) => {
    expect(refusal(extend(record, by)).code).toBe(`engine/${code}`)
  })

  it('E46 the words name what is left', () => {
    expect(refusal(extend(once, 4)).params).toEqual({ clock: '办理时限', total: 5, before: 2, by: 4, unit: 'workday' })
  })

  it('E46 not without a reason, not when it does not run, not when the definition has no extension', () => {
    const silent = doing([{ extend: 'handle', by: { const: 1 } }])
    expect(why(sent, [clerk, 'amend', {}, '2025-09-28 09:00'], silent).code).toBe('no-reason')
    expect(refusal(extend(filed, 1)).code).toBe('engine/clock-not-running')
    const never = spoil(doing([{ extend: 'handle', by: { const: 1 } }], { reason: anyText }), [
      'clocks.handle.extension',
    ])
    expect(refusal(extend(sent, 1, never)).code).toBe('engine/extension-never')
  })

  it('E46 a missing setting allows nothing', () => {
    const machine = spoil(doing([{ extend: 'handle', by: { const: 1 } }], { reason: anyText }), [
      'clocks.handle.extension.times',
      { setting: 'gone' },
    ])
    expect(refusal(extend(sent, 1, machine)).code).toBe('engine/extension-times')
  })
})

describe('units', () => {
  it('E47 a lead is given with the clause that says so; the clause goes with the lead', () => {
    const again = events(
      sent,
      [clerk, 'amend', {}, '2025-09-26 12:00'],
      doing([{ assign: 'lead', to: { const: 'water' } }]),
    )
    expect(again).toEqual([{ type: 'assigned', as: 'lead', unit: 'water' }])
    const { record } = done(
      act(sent, [clerk, 'amend', {}, '2025-09-26 12:00'], doing([{ assign: 'lead', to: { const: 'water' } }])),
    )
    expect(record.lead).toBe('water')
    expect(record).not.toHaveProperty('basis')
  })

  it('E47 co-handlers are added, each once; one that has answered is asked again', () => {
    const co = (to: Json) => ({ assign: 'co', to: { const: to } })
    expect(amend(sent, [co(['water', 'parks', 'roads'])])).toEqual([
      { type: 'assigned', as: 'co', unit: 'water' },
      { type: 'assigned', as: 'co', unit: 'parks' },
    ])
    expect(amend(sent, [co('water'), co(['water'])])).toHaveLength(1)
    expect(amend(sent, [co(null), co([])])).toEqual([])
    const asked = after(
      [
        [clerk, 'send', { lead: 'roads', co: ['water'] }, SEND[3]],
        [helper, 'answer', {}, '2025-09-26 11:00'],
      ],
      filed,
    )
    expect(asked.co[0]?.answeredAt).toBe(moment('2025-09-26 11:00'))
    const again = done(act(asked, [clerk, 'amend', {}, '2025-09-26 12:00'], doing([co('water')]))).record
    expect(again.co).toEqual([{ unit: 'water', since: moment('2025-09-26 12:00') }])
  })

  it('E47 who becomes the lead is co-handler no longer', () => {
    const both = after([[clerk, 'send', { lead: 'roads', co: ['water'] }, SEND[3]]], filed)
    const { record } = done(
      act(both, [clerk, 'amend', {}, '2025-09-26 12:00'], doing([{ assign: 'lead', to: { const: 'water' } }])),
    )
    expect(record).toMatchObject({ lead: 'water', co: [] })
  })

  it('E47 the area may be left open, the lead may not', () => {
    expect(
      amend(filed, [
        { assign: 'area', to: { const: null } },
        { assign: 'area', to: { const: 'guihua' } },
      ]),
    ).toEqual([])
    expect(amend(filed, [{ assign: 'area', to: { const: 'shiqiao' } }])).toEqual([
      { type: 'assigned', as: 'area', unit: 'shiqiao' },
    ])
    expect(stopped(filed, [{ assign: 'lead', to: { const: null } }]).code).toBe('no-unit')
    expect(stopped(filed, [{ assign: 'lead', to: { const: 5 } }]).code).toBe('no-unit')
    expect(stopped(filed, [{ assign: 'co', to: { const: [5] } }]).code).toBe('no-unit')
    expect(stopped(filed, [{ assign: 'lead', to: { const: ['roads', 'water'] } }]).code).toBe('one-unit')
    expect(stopped(filed, [{ assign: 'co', to: { const: ['roads', 'nowhere'] } }])).toEqual({
      code: 'no-such-unit',
      params: { value: 'nowhere' },
    })
  })

  it('E47 releasing', () => {
    const both = after([[clerk, 'send', { lead: 'roads', co: ['water', 'parks'] }, SEND[3]]], filed)
    const { entry, record } = done(
      act(
        both,
        [clerk, 'amend', {}, '2025-09-26 12:00'],
        doing([{ release: 'co' }, { release: 'lead' }, { release: 'lead' }, { release: 'co' }]),
      ),
    )
    expect(entry.events).toEqual([
      { type: 'released', as: 'co' },
      { type: 'released', as: 'lead', unit: 'roads' },
    ])
    expect(record.co).toEqual([])
    expect(record).not.toHaveProperty('lead')
  })

  it('E47 an answer is of the co-handler for whom the actor acts, the silent one first', () => {
    const both = after([[clerk, 'send', { lead: 'parks', co: ['roads', 'roads-east'] }, SEND[3]]], filed)
    const answer = (record: RecordState, who: string) =>
      events(record, [actor('a', who), 'answer', {}, '2025-09-26 11:00'])
    expect(answer(both, 'handler@roads')).toEqual([{ type: 'coAnswered', unit: 'roads' }])
    expect(answer(both, 'handler@roads-east')).toEqual([{ type: 'coAnswered', unit: 'roads-east' }])
    expect(answer(both, 'handler@lantai')).toEqual([{ type: 'coAnswered', unit: 'roads' }])
    const half = after([[handler, 'answer', {}, '2025-09-26 11:00']], both)
    expect(answer(half, 'handler@lantai')).toEqual([{ type: 'coAnswered', unit: 'roads-east' }])
    expect(half.co.map(({ answeredAt }) => answeredAt)).toEqual([moment('2025-09-26 11:00'), undefined])
  })

  it('E47 nobody answers for a unit that was not asked', () => {
    const machine = doing([{ answered: 'co' }])
    expect(why(sent, [clerk, 'amend', {}, '2025-09-26 12:00'], machine).code).toBe('no-co-handler')
  })

  it('E52 messages go to a role at each unit that stands so to the record', () => {
    const tell = (at: string) => ({ notify: { role: 'handler', at }, message: 'sent' })
    const both = after([[clerk, 'send', { lead: 'roads', co: ['water', 'parks'] }, SEND[3]]], filed)
    const out = (record: RecordState) =>
      done(
        act(
          record,
          [clerk, 'amend', {}, '2025-09-26 12:00'],
          doing(['lead', 'co', 'area', 'district', 'anywhere'].map(tell)),
        ),
      ).effects
    const to = (unit: string) => ({ type: 'notify', role: 'handler', unit, message: 'sent' })
    expect(out(both)).toEqual(['roads', 'water', 'parks', 'guihua', 'lantai', 'lantai'].map(to))
    const bare = after([[clerk, 'file', { title: '甲', kind: 'road' }, FILE[3]]])
    expect(out(bare)).toEqual(['lantai', 'lantai'].map(to))
  })
})

describe('truths and rounds', () => {
  it('E48 the truths stand apart, each with who stated it when', () => {
    const told = after([FINISH, [clerk, 'tell', { content: false }, '2025-09-28 11:00']], sent)
    expect(told.truths).toEqual({
      handler: { at: moment(FINISH[3]), by: 'li', unit: 'roads', fields: { solved: true } },
      citizen: { at: moment('2025-09-28 11:00'), by: 'wang', unit: 'lantai', fields: { content: false } },
    })
    const again = after([[clerk, 'tell', { content: true }, '2025-09-28 12:00']], told)
    expect(again.truths['citizen']).toMatchObject({ at: moment('2025-09-28 12:00'), fields: { content: true } })
  })

  it('E48 a redo keeps the truths of the round, counts itself and begins the next', () => {
    const finished = after([FINISH], sent)
    const redone = after([[inspector, 'check', { fine: false, reason: '仍有缺口' }, '2025-09-29 10:00']], finished)
    expect(redone).toMatchObject({ state: 'doing', truths: {}, counters: { redo: 1, check: 1, checked: 1 } })
    expect(redone.rounds).toEqual([
      {
        number: 1,
        endedAt: moment('2025-09-29 10:00'),
        reason: '仍有缺口',
        lead: 'roads',
        truths: {
          handler: { at: moment(FINISH[3]), by: 'li', unit: 'roads', fields: { solved: true } },
          evidence: { at: moment('2025-09-29 10:00'), by: 'qian', unit: 'lantai', fields: { fine: false } },
        },
      },
    ])
    const second = after(
      [
        [handler, 'finish', { solved: true }, '2025-09-30 10:00'],
        [inspector, 'check', { fine: false }, '2025-10-09 10:00'],
      ],
      redone,
    )
    expect(second).toMatchObject({ state: 'done', counters: { redo: 1, check: 2 } })
    const third = after([[inspector, 'reopen', { reason: '反弹' }, '2025-10-20 10:00']], second)
    expect(third.rounds.map(({ number, reason }) => [number, reason])).toEqual([
      [1, '仍有缺口'],
      [2, '反弹'],
    ])
  })

  it('E48 the same field may be of a truth and of the record', () => {
    const machine = doing([{ state: 'evidence', fields: ['size'] }])
    const { record } = done(act(sent, [clerk, 'amend', { size: 9 }, '2025-09-26 12:00'], machine))
    expect(record.fields['size']).toBe(9)
    expect(record.truths['evidence']?.fields).toEqual({ size: 9 })
  })
})

describe('requests', () => {
  const asked = after([[handler, 'askMore', { reason: '等材料', more: 2 }, '2025-09-28 09:00']], sent)

  it('E49 a request waits for its decision, with what was given', () => {
    expect(asked.requests).toEqual([
      { kind: 'more', at: moment('2025-09-28 09:00'), by: 'li', unit: 'roads', fields: { reason: '等材料', more: 2 } },
    ])
    expect(why(asked, [chief, 'askMore', { reason: '再等', more: 1 }, '2025-09-28 10:00'])).toEqual({
      code: 'request-pending',
      params: { request: '延期' },
    })
  })

  it('E49 the decision is another person’s', () => {
    const both = actor('li', 'handler@roads', 'chief@roads')
    expect(why(asked, [both, 'grantMore', { reason: '同意' }, '2025-09-28 10:00'])).toEqual({
      code: 'second-person',
      params: { request: '延期' },
    })
    expect(act(asked, [chief, 'grantMore', { reason: '同意' }, '2025-09-28 10:00']).ok).toBe(true)
  })

  it('E49 a decision has its reason and the clause it rests on', () => {
    const granted = after([[chief, 'grantMore', { reason: '同意' }, '2025-09-28 10:00']], asked)
    expect(granted.requests[0]?.decision).toEqual({
      granted: true,
      at: moment('2025-09-28 10:00'),
      by: 'zhao',
      reason: '同意',
      basis: '第3条',
    })
    const refused = after([[chief, 'refuseMore', { reason: '不必' }, '2025-09-28 10:00']], asked)
    expect(refused.requests[0]?.decision).toEqual({
      granted: false,
      at: moment('2025-09-28 10:00'),
      by: 'zhao',
      reason: '不必',
    })
  })

  it('E49 what was not asked or is decided cannot be decided; afterwards one may ask again', () => {
    expect(why(sent, [chief, 'grantMore', { reason: '同意' }, '2025-09-28 10:00']).code).toBe('request-not-pending')
    const refused = after([[chief, 'refuseMore', { reason: '不必' }, '2025-09-28 10:00']], asked)
    expect(why(refused, [chief, 'grantMore', { reason: '同意' }, '2025-09-28 11:00']).code).toBe('request-not-pending')
    const again = after(
      [
        [handler, 'askMore', { reason: '仍等', more: 3 }, '2025-09-28 12:00'],
        [chief, 'grantMore', { reason: '同意' }, '2025-09-28 13:00'],
      ],
      refused,
    )
    expect(again.requests.map(({ decision }) => decision?.granted)).toEqual([false, true])
    expect(again.clocks['handle']?.run.extensions).toEqual([
      { by: 3, at: moment('2025-09-28 13:00'), reason: '同意', approver: 'zhao' },
    ])
  })
})

describe('links', () => {
  it('E52 a link has its kind; without an id there is none; not to itself', () => {
    const repeat = after([[clerk, 'file', { title: '甲', kind: 'road', repeats: 'P0' }, FILE[3]]])
    expect(repeat.links).toEqual([{ kind: 'repeats', record: 'P0' }])
    expect(filed.links).toEqual([])
    expect(stopped(filed, [{ link: 'repeats', to: { fact: 'id' } }]).code).toBe('link-self')
  })
})

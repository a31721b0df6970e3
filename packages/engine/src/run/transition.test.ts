import { describe, expect, it } from 'vitest'
import {
  act,
  actor,
  after,
  at,
  CHECK,
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
import { constant, type Event, field, gt, inState, type RecordState, transition, when } from '../index.ts'

const filed = after([FILE])
const sent = after([SEND], filed)
const codeOf = (record: RecordState | undefined, step: Step, machine = patrol): string =>
  refusal(act(record, step, machine)).code
const eventsOf = (record: RecordState | undefined, step: Step, machine = patrol): readonly Event[] =>
  done(act(record, step, machine)).entry.events

describe('order of what is looked at', () => {
  const nobody = actor('chen', 'handler@parks')

  it('E30 the action, the state, the actor, the form, the guards', () => {
    expect(codeOf(filed, [nobody, 'x', { y: 1 }, SEND[3]])).toBe('engine/unknown-action')
    expect(codeOf(sent, [nobody, 'send', { y: 1 }, SEND[3]])).toBe('engine/wrong-state')
    expect(codeOf(filed, [nobody, 'send', { y: 1 }, SEND[3]])).toBe('engine/not-permitted')
    const nowhere = after([[clerk, 'file', { title: '无属地', kind: 'road' }, FILE[3]]])
    expect(codeOf(nowhere, [clerk, 'send', { y: 1 }, SEND[3]])).toBe('engine/bad-input')
    expect(codeOf(nowhere, [clerk, 'send', { lead: 'roads' }, SEND[3]])).toBe('area-missing')
  })

  it('E30 guards are asked in their order', () => {
    const two = spoil(patrol, ['actions.send.guards[1]', { when: { inState: ['done'] }, code: 'sent' }])
    const nowhere = after([[clerk, 'file', { title: '无属地', kind: 'road' }, FILE[3]]])
    expect(codeOf(nowhere, SEND, two)).toBe('area-missing')
    expect(codeOf(filed, SEND, two)).toBe('sent')
  })

  it('E31 names that every object inherits are no actions', () => {
    expect(codeOf(filed, [clerk, 'constructor', {}, SEND[3]])).toBe('engine/unknown-action')
  })

  it('E31 nobody calls the machine’s own actions', () => {
    expect(codeOf(sent, [inspector, 'lapse', {}, SEND[3]])).toBe('engine/system-action')
  })

  it('E32 an opening opens, everything else needs a record', () => {
    expect(codeOf(undefined, SEND)).toBe('engine/no-record')
    expect(codeOf(filed, FILE)).toBe('engine/already-open')
  })

  it('E32 a refusal says what was tried, where the record stands and what is possible', () => {
    expect(refusal(act(sent, [clerk, 'send', { lead: 'water' }, SEND[3]]))).toEqual({
      code: 'engine/wrong-state',
      action: 'send',
      record: 'P1',
      state: 'doing',
      params: {},
      possible: [],
    })
    expect(refusal(act(filed, FINISH))).toMatchObject({ state: 'filed', possible: [] })
    expect(refusal(act(filed, [clerk, 'drop', {}, SEND[3]])).possible).toEqual(['amend', 'send', 'merge'])
    const opening = refusal(
      transition(patrol, undefined, { action: 'file', input: {}, actor: handler, record: 'P9' }, at(FILE[3])),
    )
    expect(opening).toMatchObject({ code: 'engine/not-permitted', record: 'P9', possible: [] })
    expect(opening).not.toHaveProperty('state')
  })

  it('E42 a record of another definition or version is the caller’s slip', () => {
    expect(() => act({ ...filed, version: 2 }, SEND)).toThrow(RangeError)
    expect(() => act({ ...filed, machine: 'x' }, SEND)).toThrow(/not of patrol 1/)
  })
})

describe('who', () => {
  const may = (who: string, action: string, record: RecordState = sent): boolean => {
    const outcome = act(record, [actor('a', who), action, {}, '2025-09-26 11:00'])
    return outcome.ok || outcome.refusal.code !== 'engine/not-permitted'
  }
  const together = after([[clerk, 'send', { lead: 'roads-east', co: ['water'] }, '2025-09-26 10:00']], filed)

  it.each<readonly [string, string, string, RecordState, boolean]>([
    ['at the lead', 'handler@roads', 'finish', sent, true],
    ['above the lead', 'handler@roads', 'finish', together, true],
    ['at the district, which is above every lead', 'handler@lantai', 'finish', sent, true],
    ['below the lead', 'handler@roads-east', 'finish', sent, false],
    ['elsewhere', 'handler@parks', 'finish', sent, false],
    ['in another role', 'clerk@roads', 'finish', sent, false],
    ['in a unit that there is not', 'handler@nowhere', 'finish', sent, false],
    ['at a co-handler', 'handler@water', 'answer', together, true],
    ['at the lead, which is no co-handler', 'handler@roads-east', 'answer', together, false],
    ['at the district itself', 'inspector@lantai', 'drop', sent, true],
    ['below the district', 'inspector@roads', 'drop', sent, false],
  ])('E33 %s', (_title, who, action, record, expected) => expect(may(who, action, record)).toBe(expected))

  it('E33 at the area, and anywhere', () => {
    const machine = spoil(patrol, [
      'actions.amend.by',
      [
        { role: 'clerk', at: 'area' },
        { role: 'chief', at: 'anywhere' },
      ],
    ])
    const as = (who: string) => act(filed, [actor('a', who), 'amend', {}, SEND[3]], machine).ok
    expect(['clerk@guihua', 'clerk@dongmen', 'clerk@lantai', 'clerk@shiqiao', 'clerk@roads'].map(as)).toEqual([
      true,
      true,
      true,
      false,
      false,
    ])
    expect(['chief@parks', 'chief@nowhere'].map(as)).toEqual([true, false])
  })

  it('E33 the entry names the post by which the actor acts: the first that fits', () => {
    const many = actor('li', 'clerk@lantai', 'handler@parks', 'handler@lantai', 'handler@roads')
    const { entry } = done(act(sent, [many, 'finish', { solved: true }, FINISH[3]]))
    expect(entry).toMatchObject({ by: 'li', role: 'handler', unit: 'lantai' })
  })
})

describe('form and guards', () => {
  it('E37 fields of the record that the form gives are set before anything looks at it', () => {
    const machine = spoil(patrol, [
      'actions.amend.guards',
      [{ when: { compare: 'gt', of: [{ field: 'size' }, { const: 5 }] }, code: 'sent' }],
    ])
    expect(act(filed, [clerk, 'amend', { size: 6 }, SEND[3]], machine).ok).toBe(true)
    const refused = refusal(act(filed, [clerk, 'amend', { size: 4 }, SEND[3]], machine))
    expect(refused.code).toBe('sent')
    expect(refused.because).toMatchObject({ holds: false, values: [4, 5] })
  })

  it('E37 what is given as it stands is no event, what is given empty is cleared', () => {
    const sized = after([[clerk, 'amend', { size: 6, urgency: 'low' }, '2025-09-26 09:10']], filed)
    expect(
      eventsOf(sized, [clerk, 'amend', { size: 6, title: '井盖破损', urgency: null }, '2025-09-26 09:20']),
    ).toEqual([
      { type: 'set', fields: { title: '井盖破损' } },
      { type: 'cleared', field: 'urgency' },
    ])
    expect(eventsOf(filed, [clerk, 'amend', { size: '' }, '2025-09-26 09:20'])).toEqual([])
    const placed = spoil(patrol, ['actions.amend.input', ['spot']])
    const once = done(act(filed, [clerk, 'amend', { spot: { text: '桥', x: 1 } }, SEND[3]], placed)).record
    expect(eventsOf(once, [clerk, 'amend', { spot: { x: 1, text: '桥' } }, SEND[3]], placed)).toEqual([])
  })
})

describe('effects and branches', () => {
  it('E38 effects are carried out in order, each on what the ones before it left', () => {
    const machine = spoil(patrol, [
      'actions.amend.effects',
      [
        { set: 'size', to: { const: 2 } },
        { set: 'size', to: { op: 'times', of: [{ field: 'size' }, { const: 3 }] } },
        when(gt(field('size'), constant(5)), [{ count: 'big' }], [{ count: 'small' }]),
        when(inState('done'), [{ count: 'never' }]),
      ],
    ])
    const { record, entry } = done(act(filed, [clerk, 'amend', {}, SEND[3]], machine))
    expect(record.fields['size']).toBe(6)
    expect(record.counters).toEqual({ file: 1, amend: 1, big: 1 })
    expect(entry.events.at(-1)).toEqual({ type: 'counted', counter: 'big' })
  })

  it('E38 an effect that cannot be carried out stops the whole action', () => {
    const machine = spoil(patrol, ['actions.amend.effects', [{ count: 'x' }, { resume: 'send' }]])
    expect(codeOf(filed, [clerk, 'amend', { size: 6 }, SEND[3]], machine)).toBe('engine/clock-not-paused')
  })

  it('E38 branches are tested on the record as the effects have left it', () => {
    const checking = after([FINISH], sent)
    expect(done(act(checking, CHECK)).record.state).toBe('done')
    expect(done(act(checking, [inspector, 'check', { fine: false }, CHECK[3]])).record.state).toBe('doing')
  })

  it('E38 an action that stays where it is moves nothing; one that names its own state begins it anew', () => {
    expect(done(act(filed, [clerk, 'amend', { size: 6 }, SEND[3]])).record.stateSince).toBe(moment(FILE[3]))
    const again = spoil(patrol, ['actions.amend.to', 'filed'])
    const { record, entry } = done(act(filed, [clerk, 'amend', { size: 6 }, SEND[3]], again))
    expect(record.stateSince).toBe(moment(SEND[3]))
    expect(entry.events.at(-1)).toEqual({ type: 'moved', from: 'filed', to: 'filed', final: false })
  })

  it('E38 without a branch that holds the record stays', () => {
    const machine = spoil(patrol, [
      'actions.amend.to',
      [
        { when: { inState: ['done'] }, to: 'done' },
        { when: { always: true }, to: 'same' },
      ],
    ])
    expect(done(act(filed, [clerk, 'amend', {}, SEND[3]], machine)).record.state).toBe('filed')
  })
})

describe('the entry', () => {
  it('E39 says who did what when, and all that came of it', () => {
    const { entry, record } = done(act(filed, SEND))
    expect(entry).toEqual({
      seq: 2,
      at: moment('2025-09-26 10:00'),
      by: 'wang',
      unit: 'lantai',
      role: 'clerk',
      action: 'send',
      input: { lead: 'roads', clause: '目录第8条' },
      events: [
        { type: 'assigned', as: 'lead', unit: 'roads', basis: '目录第8条' },
        { type: 'clockStopped', clock: 'send', late: false },
        {
          type: 'clockStarted',
          clock: 'handle',
          limit: { value: 5, unit: 'workday' },
          rule: { lastDay: 'midnight', roll: true },
        },
        { type: 'moved', from: 'filed', to: 'doing', final: false },
      ],
    })
    expect(record).toMatchObject({ seq: 2, state: 'doing', changedAt: entry.at, lead: 'roads' })
  })

  it('E39 input that stands in an event is not told twice', () => {
    const inputOf = (record: RecordState, step: Step) => done(act(record, step)).entry.input
    expect(inputOf(filed, [clerk, 'amend', { title: '井盖破损', size: null }, SEND[3]])).toEqual({})
    expect(inputOf(sent, [handler, 'finish', { solved: true, note: null }, FINISH[3]])).toEqual({})
    expect(inputOf(sent, [handler, 'askMore', { reason: '等', more: 2 }, FINISH[3]])).toEqual({})
    expect(inputOf(sent, [chief, 'hold', { reason: 'weather' }, FINISH[3]])).toEqual({})
    expect(inputOf(sent, [inspector, 'drop', { reason: '误报' }, FINISH[3]])).toEqual({ reason: '误报' })
  })

  it('E39 an entry is never earlier than the one before it', () => {
    const { entry, record } = done(act(sent, [handler, 'finish', { solved: true }, '2025-09-26 09:30']))
    expect(entry.at).toBe(moment('2025-09-26 10:00'))
    expect(record.fields['doneAt']).toBe(entry.at)
  })

  it('E39 nothing that was given is changed', () => {
    const frozen = <T>(value: T): T => {
      if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(frozen)
      return value
    }
    const before = JSON.stringify(sent)
    frozen(sent)
    done(act(sent, [handler, 'finish', frozen({ solved: false, note: '等料' }), FINISH[3]]))
    expect(JSON.stringify(sent)).toBe(before)
  })
})

describe('opening and closing', () => {
  it('E40 an opening makes the record, its first entry says how', () => {
    const { entry, record, effects } = done(act(undefined, FILE))
    expect(entry.events.map(({ type }) => type)).toEqual(['opened', 'set', 'assigned', 'clockStarted'])
    expect(entry.events[0]).toEqual({ type: 'opened', machine: 'patrol', version: 1, state: 'filed' })
    expect(record).toMatchObject({
      district: 'lantai',
      id: 'P1',
      machine: 'patrol',
      version: 1,
      seq: 1,
      state: 'filed',
      openedAt: moment(FILE[3]),
      openedBy: 'wang',
      openedUnit: 'lantai',
      area: 'guihua',
      fields: { title: '井盖缺失', kind: 'road' },
    })
    expect(effects).toEqual([])
  })

  it('E40 an opening may branch; guards and effects see the record as opened', () => {
    const machine = spoil(
      patrol,
      [
        'actions.file.to',
        [{ when: { equals: [{ field: 'kind' }, { const: 'water' }] }, to: 'merged' }, { to: 'filed' }],
      ],
      ['actions.file.guards', [{ when: { equals: [{ fact: 'id' }, { const: 'P1' }] }, code: 'sent' }]],
    )
    const open = (kind: string) => done(act(undefined, [clerk, 'file', { title: '甲', kind }, FILE[3]], machine))
    expect(open('water').record.state).toBe('merged')
    expect(open('water').entry.events[0]).toMatchObject({ state: 'merged' })
    expect(open('road').record.state).toBe('filed')
    const other = transition(
      machine,
      undefined,
      { action: 'file', input: FILE[2], actor: clerk, record: 'P2' },
      at(FILE[3]),
    )
    expect(refusal(other).code).toBe('sent')
  })

  it('E40 what is opened and closed at once is closed', () => {
    const machine = spoil(patrol, ['actions.file.to', 'done'])
    const { record, entry } = done(act(undefined, FILE, machine))
    expect(record).toMatchObject({ state: 'done', closedAt: moment(FILE[3]) })
    expect(entry.events.slice(-2)).toEqual([
      { type: 'moved', from: 'done', to: 'done', final: true },
      { type: 'clockStopped', clock: 'send', late: false },
    ])
  })

  it('E41 a final state stops every clock that has not ended, late where it is', () => {
    const held = after([[chief, 'hold', { reason: 'weather' }, '2025-09-28 09:00']], sent)
    const dropped = eventsOf(held, [inspector, 'drop', { reason: '误报' }, '2025-12-01 09:00'])
    expect(dropped.slice(-2)).toEqual([
      { type: 'moved', from: 'doing', to: 'dropped', final: true },
      { type: 'clockStopped', clock: 'handle', late: false },
    ])
    expect(eventsOf(sent, [inspector, 'drop', { reason: '误报' }, '2025-12-01 09:00']).at(-1)).toMatchObject({
      late: true,
    })
  })

  it('E41 what can be done in a final state leaves it closed; what leads out of it opens it again', () => {
    const closed = after([FINISH, CHECK], sent)
    expect(closed.closedAt).toBe(moment(CHECK[3]))
    const told = after([[clerk, 'tell', { content: true }, '2025-09-30 09:00']], closed)
    expect(told.closedAt).toBe(moment(CHECK[3]))
    const open = after([[inspector, 'reopen', { reason: '反弹' }, '2025-10-09 09:00']], told)
    expect(open).not.toHaveProperty('closedAt')
    expect(open).toMatchObject({ state: 'doing', fields: { doneAt: closed.fields['doneAt'] } })
    expect(open.fields).not.toHaveProperty('doneBy')
  })

  it('E33 a co-handler above whom the actor stands may be answered for', () => {
    const co = after([[clerk, 'send', { lead: 'parks', co: ['roads-east'] }, SEND[3]]], filed)
    expect(eventsOf(co, [handler, 'answer', {}, '2025-09-26 11:00'])).toEqual([
      { type: 'coAnswered', unit: 'roads-east' },
    ])
    expect(codeOf(co, [helper, 'answer', {}, '2025-09-26 11:00'])).toBe('engine/not-permitted')
  })
})

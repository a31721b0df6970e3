import { describe, expect, it } from 'vitest'
import {
  act,
  actor,
  after,
  at,
  chief,
  clerk,
  FILE,
  FINISH,
  handler,
  helper,
  inspector,
  refusal,
  SEND,
} from '../../testing/kit.ts'
import { patrol } from '../../testing/patrol.ts'
import { spoil } from '../../testing/spoil.ts'
import { type Actor, availableActions, type Machine, type RecordState } from '../index.ts'

const sent = after([FILE, SEND])
const open = (record: RecordState | undefined, who: Actor, machine: Machine = patrol): readonly string[] =>
  availableActions(machine, record, who, at('2025-09-28 09:00'))
    .filter(({ allowed }) => allowed)
    .map(({ action }) => action)

describe('available actions', () => {
  it('E59 what each could do now', () => {
    expect(open(undefined, clerk)).toEqual(['file'])
    expect(open(undefined, handler)).toEqual([])
    expect(open(after([FILE]), clerk)).toEqual(['amend', 'send', 'merge'])
    expect(open(sent, handler)).toEqual(['finish', 'askMore'])
    expect(open(sent, chief)).toEqual(['hold', 'resume', 'askMore', 'grantMore', 'refuseMore'])
    expect(open(sent, helper)).toEqual([])
    expect(open(sent, inspector)).toEqual(['drop', 'grantMore', 'refuseMore'])
  })

  it('E59 every action of people is answered, in order, with why not', () => {
    const answers = availableActions(patrol, sent, handler, at('2025-09-28 09:00'))
    expect(answers.map(({ action }) => action)).toEqual(
      Object.keys(patrol.actions).filter((id) => patrol.actions[id]?.system !== true),
    )
    const why = Object.fromEntries(answers.map(({ action, why: refused }) => [action, refused?.code]))
    expect(why).toMatchObject({
      file: 'engine/already-open',
      send: 'engine/wrong-state',
      drop: 'engine/not-permitted',
      finish: undefined,
    })
    expect(answers.find(({ action }) => action === 'drop')?.why).toEqual({
      code: 'engine/not-permitted',
      action: 'drop',
      record: 'P1',
      state: 'doing',
      params: {},
      possible: ['finish', 'askMore'],
    })
  })

  it('E59 a guard is asked as far as it can be without the form', () => {
    const together = after([FILE, [clerk, 'send', { lead: 'roads', co: ['water'] }, SEND[3]]])
    const finish = availableActions(patrol, together, handler, at('2025-09-28 09:00')).find(
      ({ action }) => action === 'finish',
    )
    expect(finish).toMatchObject({ allowed: false, why: { code: 'co-silent', because: { holds: false } } })
    // The form decides whether it is solved; that the clock is paused is known before.
    const held = after([[chief, 'hold', { reason: 'weather' }, '2025-09-28 08:00']], sent)
    expect(open(held, handler)).toEqual(['askMore'])
  })

  it('E59 what a form may still change counts as open', () => {
    const guard = (when: unknown): Machine => spoil(patrol, ['actions.amend.guards', [{ when, code: 'sent' }] as never])
    const tests = (when: unknown) => open(after([FILE]), clerk, guard(when)).includes('amend')
    const five = { const: 5 }
    expect(tests({ compare: 'gt', of: [{ field: 'size' }, five] })).toBe(true)
    expect(tests({ present: { field: 'spot' } })).toBe(false)
    expect(tests({ present: { first: [{ field: 'spot' }, { field: 'size' }] } })).toBe(true)
    expect(tests({ present: { op: 'plus', of: [{ field: 'size' }, five] } })).toBe(true)
    expect(tests({ present: { setting: 'limits', by: [{ input: 'size' }] } })).toBe(true)
    expect(tests({ present: { setting: 'gone', by: [five] } })).toBe(false)
    expect(tests({ present: { setting: 'gone' } })).toBe(false)
    expect(tests({ present: { asked: 'more', field: 'size' } })).toBe(false)
    expect(tests({ present: { truth: 'handler', field: 'size' } })).toBe(false)
    expect(tests({ not: { any: [{ present: { field: 'size' } }, { inState: ['filed'] }] } })).toBe(true)
    expect(tests({ all: [{ present: { field: 'size' } }, { inState: ['done'] }] })).toBe(false)
  })

  it('E59 what is allowed is not refused for who, where or a guard that needs no form', () => {
    for (const who of [clerk, handler, chief, helper, inspector])
      for (const record of [after([FILE]), sent, after([FINISH], sent)])
        for (const { action, allowed } of availableActions(patrol, record, who, at('2025-09-28 12:00'))) {
          const outcome = act(record, [who, action, {}, '2025-09-28 12:00'])
          const early = ['engine/unknown-action', 'engine/wrong-state', 'engine/already-open', 'engine/not-permitted']
          expect(early.includes(outcome.ok ? '' : outcome.refusal.code)).toBe(
            early.includes(outcome.ok || allowed ? '' : refusal(outcome).code),
          )
          if (!allowed) expect(outcome.ok).toBe(false)
        }
    expect(open(sent, actor('nobody'))).toEqual([])
  })
})

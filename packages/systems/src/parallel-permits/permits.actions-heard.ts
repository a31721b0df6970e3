import type { ActionDefinition, Condition, Effect, Expr, FieldDefinition } from '@jiannuo/engine'
import { clockIs, constant, field, firstOf, gt, gte, inState, lt, minus, not, plus, when } from '@jiannuo/engine'
import { tellAll } from '../commitments/clock-parts.ts'
import { leadHeads, specials, windows } from './permits.fields.ts'

type Actions = Readonly<Record<string, ActionDefinition>>

/** A text that says why or how, which stays in the log. */
export const words = (title: string, required = true): FieldDefinition => ({
  title,
  type: 'longText',
  required,
  maxLength: 2000,
})
const zero = (id: string): Expr => firstOf(field(id), constant(0))
const more = (id: string): Effect => ({ set: id, to: plus(zero(id), constant(1)) })
const less = (id: string): Effect => ({ set: id, to: minus(zero(id), constant(1)) })
const allPassed: Condition = gte(zero('passed'), zero('planned'))
const underWay = ['reviewing', 'suspended']

/** What its permits tell the project: how many there are, passed, failed, in a special procedure. */
export const heardActions: Actions = {
  permitAdded: {
    title: '列入一个事项',
    from: ['planning', 'listing', 'listed'],
    // Two at least make several: with one alone there is nothing to be handled in parallel.
    to: [{ when: inState('planning'), to: 'listing' }, { to: 'listed' }],
    by: [],
    system: true,
    told: true,
    effects: [more('planned'), { stop: 'telling' }],
  },
  permitPassed: {
    title: '一个事项通过',
    from: underWay,
    to: [{ when: inState('suspended'), to: 'suspended' }, { when: allPassed, to: 'gathered' }, { to: 'reviewing' }],
    by: [],
    system: true,
    told: true,
    guards: [{ when: lt(zero('passed'), zero('planned')), code: 'all-passed' }],
    effects: [more('passed'), when(allPassed, tellAll('to-issue', windows))],
  },
  permitFailed: {
    title: '一个事项未通过',
    from: underWay,
    to: 'suspended',
    by: [],
    system: true,
    told: true,
    effects: [more('failed'), { start: 'consult' }, ...tellAll('permit-failed', windows, leadHeads)],
  },
  permitRevised: {
    title: '未通过的事项已修改重审',
    from: ['suspended'],
    to: [{ when: gt(zero('failed'), constant(0)), to: 'suspended' }, { to: 'reviewing' }],
    by: [],
    system: true,
    told: true,
    guards: [{ when: gt(zero('failed'), constant(0)), code: 'none-failed' }],
    effects: [less('failed'), when(not(gt(zero('failed'), constant(0))), [{ stop: 'consult' }])],
  },
  permitDropped: {
    title: '未通过的事项退出并联',
    from: ['suspended'],
    to: [
      { when: gt(zero('failed'), constant(0)), to: 'suspended' },
      { when: allPassed, to: 'gathered' },
      { to: 'reviewing' },
    ],
    by: [],
    system: true,
    told: true,
    guards: [
      { when: gt(zero('failed'), constant(0)), code: 'none-failed' },
      { when: lt(zero('passed'), zero('planned')), code: 'all-passed' },
    ],
    effects: [less('failed'), less('planned'), when(not(gt(zero('failed'), constant(0))), [{ stop: 'consult' }])],
  },
  specialBegun: {
    title: '一个事项进入特别程序，停止计时',
    from: underWay,
    to: 'same',
    by: [],
    system: true,
    told: true,
    fields: { reason: { title: '特别程序', type: 'choice', required: true, choices: specials } },
    effects: [
      more('inSpecial'),
      when(clockIs('joint', 'running'), [{ pause: 'joint' }]),
      when(clockIs('dayCount', 'running'), [{ pause: 'dayCount' }]),
    ],
  },
  specialEnded: {
    title: '特别程序结束，恢复计时',
    from: underWay,
    to: 'same',
    by: [],
    system: true,
    told: true,
    guards: [{ when: gt(zero('inSpecial'), constant(0)), code: 'no-special' }],
    effects: [
      less('inSpecial'),
      // Several may overlap; the time goes on with the last of them.
      when(not(gt(zero('inSpecial'), constant(0))), [
        when(clockIs('joint', 'paused'), [{ resume: 'joint' }]),
        when(clockIs('dayCount', 'paused'), [{ resume: 'dayCount' }]),
      ]),
    ],
  },
}

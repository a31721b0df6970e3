import type { ActionDefinition, Condition, FieldDefinition } from '@jiannuo/engine'
import {
  all,
  any,
  clockIs,
  counter,
  equals,
  field,
  firstOf,
  gte,
  input,
  lt,
  now,
  plus,
  setting,
  when,
  constant,
} from '@jiannuo/engine'
import { doAgain } from './hotline.effects.ts'
import { satisfactions } from './hotline.fields.ts'
import { callersBack } from './hotline.grants.ts'

type Actions = Readonly<Record<string, ActionDefinition>>

const answer: Readonly<Record<string, FieldDefinition>> = {
  contacted: { title: '承办单位是否联系过诉求人', type: 'boolean', required: true },
  solved: { title: '问题是否解决', type: 'boolean', required: true },
  satisfaction: { title: '是否满意', type: 'choice', required: true, choices: satisfactions },
  remark: { title: '回访记录', type: 'longText', maxLength: 1000 },
}

/** 济南 第27条: what is not done, or does not content the caller, is done again; how often is the district's setting. */
const again: Condition = all(
  any(equals(input('solved'), constant(false)), equals(input('satisfaction'), constant('dissatisfied'))),
  lt(counter('redo'), setting('maxRedo')),
)

const missedNow = plus(firstOf(field('missedCalls'), constant(0)), constant(1))
const lastMissed: Condition = gte(missedNow, setting('missedCalls'))

/** Call-back, its three outcomes, and what the machine does to followers of a merged order (domain.md 2.4, 2.5). */
export const closingActions: Actions = {
  callBack: {
    title: '回访登记',
    from: ['callBack'],
    to: [{ when: clockIs('redo', 'running'), to: 'redo' }, { to: 'archived' }],
    by: callersBack,
    fields: answer,
    effects: [
      { state: 'citizen', fields: Object.keys(answer) },
      { set: 'answeredAt', to: now },
      { stop: 'callBack' },
      when(again, doAgain(firstOf(input('remark'), constant('诉求人答复未解决或不满意')))),
    ],
  },
  missCall: {
    title: '回访未接通',
    from: ['callBack'],
    to: [{ when: equals(field('unreached'), constant(true)), to: 'archived' }, { to: 'same' }],
    by: callersBack,
    fields: { remark: { title: '回访记录', type: 'longText', maxLength: 500 } },
    effects: [
      when(lastMissed, [{ set: 'unreached', to: constant(true) }, { stop: 'callBack' }]),
      { set: 'missedCalls', to: missedNow },
    ],
  },
  follow: {
    title: '随主件办结，分别回访',
    from: ['merged'],
    to: 'callBack',
    by: [],
    system: true,
    fields: {
      lead: { title: '主件的主办单位', type: 'unit' },
      basis: { title: '主件的派单依据', type: 'text' },
      contacted: { title: '主件填报的是否联系', type: 'boolean' },
      solved: { title: '主件填报的是否解决', type: 'boolean' },
      reply: { title: '主件的答复内容', type: 'longText' },
    },
    effects: [
      { assign: 'lead', to: input('lead'), basis: input('basis') },
      { state: 'handler', fields: ['contacted', 'solved', 'reply'] },
      { set: 'dispatchedAt', to: now },
      { set: 'approvedAt', to: now },
      { start: 'callBack' },
    ],
  },
  followEnd: {
    title: '随主件终止',
    from: ['merged'],
    to: 'terminated',
    by: [],
    system: true,
  },
}

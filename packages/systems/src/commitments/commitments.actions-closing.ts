import type { ActionDefinition, Effect } from '@jiannuo/engine'
import {
  actorPerson,
  any,
  constant,
  covers,
  equals,
  field,
  firstOf,
  input,
  lt,
  not,
  now,
  present,
  today,
  when,
} from '@jiannuo/engine'
import { tellAll } from './clock-parts.ts'
import { dueLimit, judgeAnew, nothingAsked, reason, startDelivery } from './commitments.parts.ts'
import { commitmentStates, underWay } from './commitments.states.ts'
import { commitmentUrging } from './commitments.requests.ts'
import { leadHeads, leadStaff, supervisors } from './roles.ts'

type Actions = Readonly<Record<string, ActionDefinition>>

const strikingOff: Actions = {
  apply: {
    title: '申请销号',
    from: ['running'],
    to: 'applied',
    by: leadHeads,
    input: ['proof'],
    fields: { summary: { title: '完成情况说明', type: 'longText', maxLength: 4000 } },
    guards: [
      // domain.md 1.4: evidence of every target number; a task without one is told in words.
      { when: covers(field('proof'), field('numbers'), 'item'), code: 'evidence-missing' },
      { when: any(present(field('numbers')), present(input('summary'))), code: 'summary-missing' },
      nothingAsked,
    ],
    effects: [
      { set: 'appliedBy', to: actorPerson },
      { set: 'appliedAt', to: now },
      { start: 'review' },
      ...tellAll('strike-off-asked', supervisors),
    ],
  },
  review: {
    title: '受理复核',
    from: ['applied'],
    to: 'review',
    by: supervisors,
    fields: { opinion: { title: '初核意见', type: 'longText', maxLength: 2000 } },
  },
  strikeOff: {
    title: '销号',
    from: ['review'],
    to: 'struckOff',
    by: supervisors,
    fields: { opinion: { title: '销号意见', type: 'longText', maxLength: 2000 } },
    guards: [{ when: not(equals(actorPerson, field('appliedBy'))), code: 'second-person' }],
    effects: [{ set: 'struckOn', to: today }, { set: 'struckAt', to: now }, ...tellAll('struck-off', leadStaff)],
  },
  sendBack: {
    title: '退回继续推进',
    from: ['applied', 'review'],
    to: 'running',
    by: supervisors,
    fields: { reason: reason('退回理由') },
    effects: [{ stop: 'review' }, judgeAnew, ...tellAll('strike-off-refused', leadStaff)],
  },
  reopen: {
    title: '撤销销号，恢复推进',
    from: ['struckOff'],
    to: 'running',
    by: supervisors,
    fields: { reason: reason('撤销销号的理由'), dueLimit },
    effects: [
      { clear: 'struckOn' },
      { clear: 'struckAt' },
      startDelivery,
      // The promised day may have passed while it stood as struck off.
      when(lt(field('due'), today), [{ set: 'overdueAt', to: firstOf(field('overdueAt'), now) }]),
      judgeAnew,
      ...tellAll('reopened', leadStaff),
    ],
  },
}

const yearEnd: Actions = {
  carryOver: {
    title: '跨年结转',
    from: ['issued', 'running'],
    to: 'carried',
    by: supervisors,
    input: ['carriedTo'],
    needs: ['carriedTo'],
    fields: { reason: reason('结转理由', false) },
    guards: [nothingAsked],
    effects: [{ link: 'carriedTo', to: field('carriedTo') }, ...tellAll('carried', leadStaff)],
  },
  closeUnmet: {
    title: '年终认定未完成',
    from: ['issued', 'running'],
    to: 'unmet',
    by: supervisors,
    fields: { reason: reason('未完成的原因') },
    guards: [nothingAsked],
    effects: tellAll('unmet', leadStaff),
  },
  matched: {
    title: '与下年报告比对',
    from: Object.keys(commitmentStates),
    to: 'same',
    by: [],
    system: true,
    told: true,
    input: ['resultDocument', 'resultItem', 'verdict'],
  },
}

// What units have not agreed to yet, or what is no longer owed, is not for the public.
const publishable = [...underWay, 'struckOff', 'carried', 'unmet']

const publishing: Actions = {
  publish: {
    title: '对外公开',
    from: publishable,
    to: 'same',
    by: supervisors,
    guards: [{ when: not(equals(field('published'), constant(true))), code: 'published-already' }],
    effects: [{ set: 'published', to: constant(true) }],
  },
  withdraw: {
    title: '撤回公开',
    from: [...publishable, 'merged', 'cancelled'],
    to: 'same',
    by: supervisors,
    fields: { reason: reason('撤回理由') },
    guards: [{ when: equals(field('published'), constant(true)), code: 'not-published' }],
    effects: [{ set: 'published', to: constant(false) }],
  },
}

const urge = (level: keyof typeof commitmentUrging): ActionDefinition => {
  const effects: readonly Effect[] = [{ urge: level }, ...tellAll(`commitment-${level}`, leadStaff)]
  return {
    title: `发${commitmentUrging[level]}`,
    from: ['issued', 'running'],
    to: 'same',
    by: supervisors,
    fields: { demand: { title: '督办要求', type: 'longText', required: true, maxLength: 2000 } },
    effects,
  }
}

const urging: Actions = { urgeRemind: urge('remind'), urgeOrder: urge('order'), urgeTalk: urge('talk') }

/** Striking off and its undoing, the end of the year, what the public sees, urging (domain.md 1.4, 1.5). */
export const closingActions: Actions = { ...strikingOff, ...yearEnd, ...publishing, ...urging }

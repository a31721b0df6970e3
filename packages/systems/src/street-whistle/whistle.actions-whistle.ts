import type { ActionDefinition } from '@jiannuo/engine'
import { actorUnit, any, clockIs, equals, field, inState, input, not, now, requestIs, when } from '@jiannuo/engine'
import { type Guard, isAsked, noneAsked, notOwn, oneOfList, proof, tell, words } from './form.ts'
import { assembled, atLevel, clearCalled, holdAt } from './whistle.effects.ts'
import { calledHeads, calledStaff, streetHead, streetLead, supervisors } from './whistle.grants.ts'
import {
  actorCalled,
  actorHere,
  allHere,
  anyCalled,
  calledOnce,
  callThem,
  dropObjector,
  fieldsOf,
  forgetCourse,
  noteArrival,
  notItself,
  objectorHere,
} from './whistle.slots.ts'

type Actions = Readonly<Record<string, ActionDefinition>>

const whistleFields = ['whistleKind', 'task', ...fieldsOf('called')]

const callGuards: readonly Guard[] = [
  { when: calledOnce, code: 'called-twice' },
  { when: notItself, code: 'street-called' },
]

/** 街乡吹哨 (北京 第16条): the desk asks, the head of the street signs. */
const blowing: Actions = {
  askWhistle: {
    title: '申请吹哨',
    from: ['street'],
    to: 'same',
    by: streetLead,
    input: whistleFields,
    needs: ['whistleKind', 'task', 'called1'],
    fields: { need: words('吹哨理由（街道已做的工作，需要部门行使的职权）') },
    guards: [noneAsked('whistle'), ...callGuards, { when: clockIs('handling', 'running'), code: 'clock-paused' }],
    effects: [
      { set: 'askedBy', to: { actor: 'person' } },
      { request: 'whistle', fields: ['whistleKind', 'task', 'need'] },
      ...tell('whistle-asked', ...streetHead),
    ],
  },
  blow: {
    title: '签发吹哨',
    from: ['street'],
    to: 'whistled',
    by: streetHead,
    // Who signs may add departments that help.
    input: fieldsOf('called').slice(1),
    fields: { opinion: words('签发意见', { required: false }) },
    guards: [isAsked('whistle'), notOwn('askedBy'), ...callGuards, noneAsked('extension'), noneAsked('pause')],
    effects: [
      { decide: 'whistle', granted: true },
      ...forgetCourse,
      ...['unansweredAt', 'onSiteAt', 'unfoundedAt', 'scoredAt', 'objector'].map((clear) => ({ clear })),
      ...callThem,
      { set: 'whistledAt', to: now },
      atLevel('whistle'),
      { stop: 'handling' },
      { start: 'arrival' },
      ...tell('whistle-blown', ...calledStaff),
    ],
  },
  refuseWhistle: {
    title: '不同意吹哨',
    from: ['street'],
    to: 'same',
    by: streetHead,
    fields: { reason: words('不同意的理由') },
    guards: [isAsked('whistle')],
    effects: [{ decide: 'whistle', granted: false }, ...clearCalled, ...tell('decided', ...streetLead)],
  },
  callOff: {
    title: '撤哨，街道继续处置',
    from: ['whistled', 'escalated'],
    to: 'street',
    by: streetHead,
    fields: { reason: words('撤哨理由') },
    effects: [{ stop: 'arrival' }, { stop: 'ruling' }, ...clearCalled, ...holdAt('street')],
  },
}

/** 部门报到: each department called signs in on the spot; the last one begins the work together. */
const answering: Actions = {
  arrive: {
    title: '应哨到场',
    // The others come while one department's objection is decided.
    from: ['whistled', 'dutyReview', 'escalated'],
    to: [{ when: inState('dutyReview'), to: 'same' }, { when: allHere, to: 'onSite' }, { to: 'same' }],
    by: calledStaff,
    fields: {
      who: { title: '到场人数', type: 'number', required: true, min: 1, unit: '人' },
      plan: words('现场处置意见'),
      arrivalPhotos: proof('到场照片'),
    },
    guards: [
      { when: actorCalled, code: 'not-called' },
      { when: not(actorHere), code: 'arrived-already' },
      {
        when: any(not(requestIs('duty', 'pending')), not(equals(field('objector'), actorUnit))),
        code: 'request-pending',
      },
    ],
    effects: [...noteArrival, { answered: 'co' }, when(allHere, assembled), ...tell('arrived', ...streetLead)],
  },
  objectDuty: {
    title: '提出应哨异议',
    from: ['whistled'],
    to: 'dutyReview',
    by: calledHeads,
    fields: {
      reason: oneOfList('理由', {
        duty: '不属于本部门职责',
        authority: '没有相应执法权限',
        street: '街道职权内可以解决',
        repeated: '同一事项已在办理',
      }),
      explanation: words('说明'),
    },
    guards: [
      { when: actorCalled, code: 'not-called' },
      { when: not(actorHere), code: 'arrived-already' },
    ],
    effects: [
      { request: 'duty', fields: ['reason', 'explanation'] },
      { set: 'objector', to: actorUnit },
      { answered: 'co' },
      { start: 'ruling' },
      ...tell('duty-objected', ...supervisors),
    ],
  },
  // The time to come has gone on: nothing is won by objecting.
  upholdWhistle: {
    title: '裁定应当到场',
    from: ['dutyReview'],
    to: [{ when: clockIs('arrival', 'overdue'), to: 'escalated' }, { to: 'whistled' }],
    by: supervisors,
    fields: { basis: words('裁定依据', { maxLength: 200 }) },
    guards: [isAsked('duty')],
    effects: [
      { decide: 'duty', granted: false, basis: input('basis') },
      when(
        clockIs('arrival', 'overdue'),
        [{ set: 'unansweredAt', to: now }, { start: 'ruling' }],
        [{ stop: 'ruling' }],
      ),
      ...tell('ruled', ...calledStaff, ...streetLead),
    ],
  },
  excuse: {
    title: '裁定免予应哨',
    from: ['dutyReview'],
    to: [
      { when: not(anyCalled), to: 'street' },
      { when: allHere, to: 'onSite' },
      { when: clockIs('arrival', 'overdue'), to: 'escalated' },
      { to: 'whistled' },
    ],
    by: supervisors,
    fields: { basis: words('裁定依据', { maxLength: 200 }) },
    guards: [isAsked('duty'), { when: not(objectorHere), code: 'arrived-already' }],
    effects: [
      { decide: 'duty', granted: true, basis: input('basis') },
      ...tell('ruled', ...calledStaff, ...streetLead),
      ...dropObjector,
      ...callThem,
      when(
        anyCalled,
        [
          when(allHere, assembled, [
            when(
              clockIs('arrival', 'overdue'),
              [{ set: 'unansweredAt', to: now }, { start: 'ruling' }],
              [{ stop: 'ruling' }],
            ),
          ]),
        ],
        [{ stop: 'arrival' }, { stop: 'ruling' }, { set: 'unfoundedAt', to: now }, ...holdAt('street')],
      ),
    ],
  },
}

/** The whistle and the answer to it (domain.md 2.2). */
export const whistleActions: Actions = { ...blowing, ...answering }

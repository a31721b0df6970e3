import type { ActionDefinition, FieldDefinition } from '@jiannuo/engine'
import { actorPerson, any, coIs, equals, field, input, not, now, present, requestIs } from '@jiannuo/engine'
import { approval, reason } from '../commitments/commitments.parts.ts'
import { tellAll } from '../commitments/clock-parts.ts'
import { clerks, heads, leaders, office, supervisors } from './risks.roles.ts'

type Actions = Readonly<Record<string, ActionDefinition>>

const long = (title: string): FieldDefinition => ({ title, type: 'longText', required: true, maxLength: 2000 })
const proof = (title: string): FieldDefinition => ({ title, type: 'files', required: true })
const underWay = ['assigned', 'handling', 'reviewing'] as const

/** 督: three levels, never down. */
const urging: Actions = {
  remind: {
    title: '提醒',
    from: underWay,
    to: 'same',
    by: [...office, ...supervisors],
    fields: { reason: reason('提醒事项') },
    effects: [{ urge: 'remind' }, { set: 'urgedAt', to: now }, ...tellAll('urge-remind', clerks)],
  },
  order: {
    title: '督办',
    from: underWay,
    to: 'same',
    by: [...office, ...supervisors],
    fields: {
      document: { title: '督办单号', type: 'text', required: true, maxLength: 60 },
      reason: reason('督办要求'),
    },
    effects: [{ urge: 'order' }, { set: 'urgedAt', to: now }, ...tellAll('urge-order', heads)],
  },
  callIn: {
    title: '约谈',
    from: underWay,
    to: 'same',
    by: [...supervisors, ...leaders],
    fields: { reason: reason('约谈事项') },
    effects: [{ urge: 'talk' }, { set: 'urgedAt', to: now }, ...tellAll('urge-talk', heads)],
  },
}

/** 结: said to be done, checked by another, watched, struck off by a third. */
const ending: Actions = {
  submit: {
    title: '提请办结',
    from: ['handling'],
    to: 'reviewing',
    by: [...clerks, ...heads],
    fields: {
      basis: long('结案依据'),
      evidence: proof('协议、签收等佐证'),
      coExplained: { title: '协同单位未反馈的说明', type: 'text', maxLength: 300 },
    },
    guards: [
      { when: not(requestIs('extension', 'pending')), code: 'request-pending' },
      { when: any(coIs('allAnswered'), present(input('coExplained'))), code: 'co-silent' },
    ],
    effects: [
      { state: 'handler', fields: ['basis', 'evidence'] },
      { set: 'submittedBy', to: actorPerson },
      { start: 'review' },
      ...tellAll('to-review', office),
    ],
  },
  conclude: {
    title: '复核办结',
    from: ['reviewing'],
    to: 'observing',
    by: office,
    fields: { checked: long('复核情况'), proof: proof('回访或现场复核材料') },
    guards: [{ when: not(equals(actorPerson, field('submittedBy'))), code: 'own-work' }],
    effects: [
      { state: 'evidence', fields: ['checked', 'proof'] },
      { set: 'reviewedBy', to: actorPerson },
      { set: 'concludedAt', to: now },
      { clear: 'rolledAt' },
      { stop: 'review' },
      { stop: 'handling' },
      { start: 'observe' },
      { start: 'rolling' },
      ...tellAll('concluded', clerks, heads),
    ],
  },
  sendBack: {
    title: '复核退回',
    from: ['reviewing'],
    to: 'handling',
    by: office,
    fields: { reason: reason('退回理由') },
    // The time of handling has gone on meanwhile: a bad report wins no days.
    effects: [{ stop: 'review' }, { redo: true }, { count: 'sentBack' }, ...tellAll('sent-back', clerks)],
  },
  strike: {
    title: '销号',
    from: ['observing'],
    to: 'struckOff',
    by: [...office, ...leaders],
    fields: { approval },
    guards: [
      { when: not(equals(actorPerson, field('reviewedBy'))), code: 'own-review' },
      // Being quiet is seen by going there, not by waiting.
      { when: present(field('rolledAt')), code: 'roll-first' },
    ],
    effects: [{ set: 'struckAt', to: now }],
  },
  relapse: {
    title: '反弹，重新研判',
    from: ['observing', 'struckOff'],
    to: 'found',
    by: [...office, ...supervisors],
    fields: { reason: reason('反弹情况'), proof: proof('佐证材料') },
    effects: [
      { redo: true },
      { set: 'relapsedAt', to: now },
      { count: 'relapsed' },
      ...['concludedAt', 'struckAt', 'rolledAt', 'overdueAt'].map((clear) => ({ clear })),
      { stop: 'observe' },
      { stop: 'rolling' },
      { start: 'assess' },
      ...tellAll('relapsed', office, leaders),
    ],
  },
}

/** Urged, ended (systems.md S10: 督、结). */
export const endingActions: Actions = { ...urging, ...ending }

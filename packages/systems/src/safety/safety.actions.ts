import {
  type ActionDefinition,
  actorPerson,
  equals,
  type FieldDefinition,
  field,
  not,
  now,
  present,
} from '@jiannuo/engine'
import { tellAll } from '../commitments/clock-parts.ts'
import { peaceOffices, supervisors, warnedHeads, warnedStaff } from './roles.ts'
import { warningInput } from './safety.fields.ts'

type Actions = Readonly<Record<string, ActionDefinition>>

const reason: FieldDefinition = { title: '理由', type: 'longText', required: true, maxLength: 1000 }

const byOffice: Actions = {
  warn: {
    title: '发出预警单',
    from: 'new',
    to: 'issued',
    by: peaceOffices,
    input: warningInput,
    effects: [
      { assign: 'lead', to: field('street') },
      { assign: 'area', to: field('street') },
      { start: 'accept' },
      ...tellAll('warned', warnedStaff),
    ],
  },
  lift: {
    title: '解除预警',
    from: ['checking'],
    to: 'lifted',
    by: peaceOffices,
    guards: [{ when: not(equals(actorPerson, field('submittedBy'))), code: 'own-answer' }],
    effects: [{ set: 'liftedAt', to: now }, ...tellAll('lifted', warnedStaff)],
  },
  sendBack: {
    title: '退回继续整改',
    from: ['checking'],
    to: 'rectifying',
    by: peaceOffices,
    input: ['reason'],
    fields: { reason },
    effects: [{ stop: 'check' }, { count: 'sentBack' }, { start: 'rectify' }, ...tellAll('sent-back', warnedStaff)],
  },
  withdraw: {
    title: '撤销预警（数据有误）',
    from: ['issued', 'rectifying'],
    to: 'withdrawn',
    by: peaceOffices,
    input: ['reason'],
    fields: { reason },
    effects: tellAll('withdrawn', warnedStaff),
  },
  supervise: {
    title: '转督办',
    from: ['issued', 'rectifying'],
    to: 'same',
    by: [...peaceOffices, ...supervisors],
    input: ['reason'],
    fields: { reason },
    effects: [{ urge: 'supervised' }, ...tellAll('supervised', warnedHeads, supervisors)],
  },
  talk: {
    title: '约谈',
    from: ['rectifying'],
    to: 'same',
    by: supervisors,
    input: ['talkedOn'],
    needs: ['talkedOn'],
    effects: [{ urge: 'talked' }],
  },
}

const byStreet: Actions = {
  accept: {
    title: '签收并提出整改措施',
    from: ['issued'],
    to: 'rectifying',
    by: warnedStaff,
    input: ['cause', 'measures'],
    needs: ['cause', 'measures'],
    effects: [{ set: 'acceptedAt', to: now }, { stop: 'accept' }, { start: 'rectify' }],
  },
  submit: {
    title: '报送整改结果',
    from: ['rectifying'],
    to: 'checking',
    by: warnedHeads,
    input: ['result', 'evidence'],
    needs: ['result'],
    guards: [{ when: present(field('evidence')), code: 'evidence-missing' }],
    effects: [
      { set: 'submittedBy', to: actorPerson },
      { stop: 'rectify' },
      { start: 'check' },
      ...tellAll('to-check', peaceOffices),
    ],
  },
}

/** A warning from its issue to its lifting; what was wrongly issued is withdrawn and stays on record. */
export const safetyActions: Actions = { ...byOffice, ...byStreet }

import type { ActionDefinition, Grant } from '@jiannuo/engine'
import {
  actorPerson,
  actorUnit,
  any,
  constant,
  equals,
  field,
  firstOf,
  input,
  not,
  now,
  present,
  setting,
} from '@jiannuo/engine'
import { tellAll } from './clock-parts.ts'
import { reason } from './commitments.parts.ts'
import { contentInput, draftInput } from './returns.fields.ts'
import { leadStaff, supervisors } from './roles.ts'

type Actions = Readonly<Record<string, ActionDefinition>>

// There is no lead before there is a record; that the return is of the actor's own unit is a guard.
const anyStaff: readonly Grant[] = [
  { role: 'unitLead', at: 'anywhere' },
  { role: 'unitClerk', at: 'anywhere' },
]

const byUnit: Actions = {
  draft: {
    title: '起草月报',
    from: 'new',
    to: 'draft',
    by: anyStaff,
    input: draftInput,
    fields: {
      filingLimit: {
        title: '距报送截止的天数（自然日）',
        type: 'number',
        min: 1,
        help: '由系统按报送节奏算出，不填按设置。',
      },
    },
    guards: [{ when: equals(field('leadUnit'), actorUnit), code: 'other-unit' }],
    effects: [
      { assign: 'lead', to: field('leadUnit') },
      { start: 'filing', limit: firstOf(input('filingLimit'), setting('filingLimit')) },
    ],
  },
  fill: {
    title: '填写月报',
    from: ['draft', 'sentBack'],
    to: 'same',
    by: leadStaff,
    input: contentInput,
  },
  submit: {
    title: '报送',
    from: ['draft', 'sentBack'],
    to: 'submitted',
    by: leadStaff,
    input: [...contentInput, 'lateDays'],
    guards: [
      { when: present(field('progress')), code: 'progress-missing' },
      {
        when: any(not(equals(field('needsValue'), constant(true))), present(field('value'))),
        code: 'value-missing',
      },
    ],
    effects: [
      { set: 'submittedBy', to: actorPerson },
      { set: 'submittedAt', to: firstOf(field('submittedAt'), now) },
      { stop: 'filing' },
      { stop: 'refilling' },
      { start: 'checking' },
      {
        tell: field('commitment'),
        action: 'heard',
        give: { period: field('period'), reporter: field('leadUnit') },
      },
      ...tellAll('to-check', supervisors),
    ],
  },
  withdraw: {
    title: '撤回不报',
    from: ['draft', 'sentBack'],
    to: 'withdrawn',
    by: leadStaff,
    fields: { reason: reason('撤回理由', false) },
  },
}

const bySupervisor: Actions = {
  approve: {
    title: '批准采用',
    from: ['submitted'],
    to: 'approved',
    by: supervisors,
    guards: [{ when: not(equals(actorPerson, field('submittedBy'))), code: 'own-return' }],
    effects: [
      { set: 'approvedAt', to: now },
      {
        read: {
          series: field('series'),
          period: field('period'),
          version: firstOf(field('version'), constant('preliminary')),
          covers: firstOf(field('covers'), constant('toDate')),
          value: field('value'),
          unit: field('unit'),
          source: constant('return'),
          numerator: field('numerator'),
          denominator: field('denominator'),
        },
      },
      { tell: field('commitment'), action: 'take', give: { period: field('period') } },
    ],
  },
  sendBack: {
    title: '退回补充',
    from: ['submitted'],
    to: 'sentBack',
    by: supervisors,
    fields: { reason: reason('退回理由') },
    effects: [
      { set: 'sentBackAt', to: now },
      { stop: 'checking' },
      { start: 'refilling' },
      ...tellAll('return-sent-back', leadStaff),
    ],
  },
}

/** A return from its draft to its use: only what the supervisors approve becomes a reading. */
export const returnActions: Actions = { ...byUnit, ...bySupervisor }

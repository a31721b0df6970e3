import type { ActionDefinition, Effect } from '@jiannuo/engine'
import { coIs, constant, equals, fact, field, holds, input, not, now, present, requestIs, when } from '@jiannuo/engine'
import { tellAll } from './clock-parts.ts'
import { editable, proposalInput } from './commitments.fields.ts'
import { commitmentRequests } from './commitments.requests.ts'
import { dueLimit, type Guard, judgeAnew, reason, startDelivery, unitsByFields } from './commitments.parts.ts'
import { beforeIssue } from './commitments.states.ts'
import { concernedHeads, keepers, leadStaff, supervisors } from './roles.ts'

type Actions = Readonly<Record<string, ActionDefinition>>

const ORIGINALS = {
  originalTitle: 'title',
  originalValue: 'value',
  originalValueTo: 'valueTo',
  originalComparator: 'comparator',
  originalDue: 'due',
} as const

const keepOriginals: readonly Effect[] = Object.entries(ORIGINALS).map(([set, from]) => ({ set, to: field(from) }))

const leadIsThere: Guard = { when: present(fact('lead')), code: 'lead-missing' }
const leadIsNoPartner: Guard = { when: not(holds(field('partners'), field('leadUnit'))), code: 'lead-is-partner' }

const opening: Actions = {
  propose: {
    title: '列入台账',
    from: 'new',
    to: 'draft',
    by: keepers,
    input: proposalInput,
    guards: [leadIsNoPartner],
    effects: [
      ...keepOriginals,
      ...unitsByFields,
      when(present(field('carriedFrom')), [{ link: 'carriedFrom', to: field('carriedFrom') }]),
    ],
  },
  edit: {
    title: '修改分解',
    from: beforeIssue,
    to: 'same',
    by: supervisors,
    input: editable,
    guards: [leadIsNoPartner],
    effects: unitsByFields,
  },
}

const consulting: Actions = {
  consult: {
    title: '送单位征求意见',
    from: ['draft'],
    to: 'consult',
    by: supervisors,
    guards: [leadIsThere],
    effects: [{ start: 'consultation' }, ...tellAll('to-comment', concernedHeads)],
  },
  comment: {
    title: '反馈意见',
    from: ['consult'],
    to: 'same',
    by: concernedHeads,
    fields: { comment: { title: '意见（没有意见的写“无意见”）', type: 'longText', required: true, maxLength: 2000 } },
    effects: [when(coIs('actorIsOne'), [{ answered: 'co' }]), ...tellAll('commented', supervisors)],
  },
  object: {
    title: '提出异议',
    from: ['consult'],
    to: 'same',
    by: concernedHeads,
    fields: {
      reason: {
        title: '异议理由',
        type: 'choice',
        required: true,
        choices: commitmentRequests['objection']?.reasons ?? {},
      },
      explanation: { title: '说明和建议', type: 'longText', required: true, maxLength: 2000 },
    },
    effects: [{ request: 'objection', fields: ['reason', 'explanation'] }, ...tellAll('objected', supervisors)],
  },
  settleObjection: {
    title: '答复异议',
    from: ['consult'],
    to: 'same',
    by: supervisors,
    fields: {
      outcome: {
        title: '处理结果',
        type: 'choice',
        required: true,
        choices: { adopted: '采纳，另行修改分解', kept: '不采纳，维持原分解' },
      },
      reason: reason('答复意见'),
    },
    guards: [{ when: requestIs('objection', 'pending'), code: 'nothing-asked' }],
    effects: [
      when(
        equals(input('outcome'), constant('adopted')),
        [{ decide: 'objection', granted: true }],
        [{ decide: 'objection', granted: false }],
      ),
      ...tellAll('objection-settled', concernedHeads),
    ],
  },
}

const issuing: Actions = {
  issue: {
    title: '下达',
    from: beforeIssue,
    to: 'issued',
    by: supervisors,
    fields: { dueLimit },
    guards: [
      leadIsThere,
      { when: not(requestIs('objection', 'pending')), code: 'objection-open' },
      { when: not(requestIs('cancel', 'pending')), code: 'request-pending' },
    ],
    effects: [
      { stop: 'consultation' },
      { set: 'issuedAt', to: now },
      { start: 'acceptance' },
      startDelivery,
      judgeAnew,
      ...tellAll('issued', leadStaff),
      ...tellAll('issued-to-partners', [{ role: 'unitLead', at: 'co' }]),
    ],
  },
}

/** From the document to a binding task: opened, talked over with the units, issued (domain.md 1.1). */
export const draftingActions: Actions = { ...opening, ...consulting, ...issuing }

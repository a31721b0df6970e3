import type { ActionDefinition, Condition, Effect, FieldDefinition } from '@jiannuo/engine'
import {
  any,
  equals,
  fact,
  field,
  firstOf,
  groupIs,
  holds,
  input,
  not,
  now,
  present,
  requestField,
  when,
} from '@jiannuo/engine'
import { comparators } from './choices.ts'
import { tellAll } from './clock-parts.ts'
import { approval, asked, dueLimit, judgeAnew, nothingAsked, reason, startDelivery } from './commitments.parts.ts'
import { beforeIssue } from './commitments.states.ts'
import { deciders, leadHeads, leadStaff, leaders, supervisors } from './roles.ts'
import { curveTable, milestonesTable } from './rows.ts'

type Actions = Readonly<Record<string, ActionDefinition>>
type Fields = Readonly<Record<string, FieldDefinition>>

const binding = ['issued', 'running']
const openBeforeReview = [...beforeIssue, ...binding]
const attachments: FieldDefinition = { title: '附件', type: 'files' }

/** What is asked for in place of what stands; what is left out stays. */
const changes: Fields = {
  newTitle: { title: '调整后的任务标题', type: 'text', maxLength: 300 },
  newValue: { title: '调整后的目标值', type: 'number' },
  newValueTo: { title: '调整后的目标值上限', type: 'number' },
  newComparator: { title: '调整后的界限', type: 'choice', choices: comparators },
  newDue: { title: '调整后的完成时限', type: 'date' },
  newMilestones: milestonesTable('调整后的节点'),
  newCurve: curveTable('调整后的计划曲线'),
}

const given: Condition = any(...Object.keys(changes).map((id) => present(input(id))))
const wanted = (id: string): Condition => present(requestField('adjustment', id))

const putIn = (set: string, id: string, ...more: readonly Effect[]): Effect =>
  when(wanted(id), [{ set, to: requestField('adjustment', id) }, ...more])

const adjustment: Actions = {
  requestAdjustment: {
    title: '申请调整',
    from: binding,
    to: 'same',
    by: leadHeads,
    fields: { ...changes, reason: reason('调整理由'), files: attachments },
    guards: [
      nothingAsked,
      { when: given, code: 'nothing-changed' },
      { when: any(not(present(input('newValueTo'))), present(input('newValue'))), code: 'range-open' },
    ],
    effects: [
      { request: 'adjustment', fields: [...Object.keys(changes), 'reason', 'files'] },
      ...tellAll('adjustment-asked', deciders),
    ],
  },
  grantAdjustment: {
    title: '同意调整',
    from: binding,
    to: 'same',
    by: deciders,
    fields: { approval, dueLimit },
    guards: [asked('adjustment')],
    effects: [
      { decide: 'adjustment', granted: true, basis: input('approval') },
      putIn('title', 'newTitle'),
      // Both ends of a range are one value: a new one without an upper end is a range no longer.
      putIn('value', 'newValue', { set: 'valueTo', to: requestField('adjustment', 'newValueTo') }),
      putIn('comparator', 'newComparator'),
      putIn('due', 'newDue', { clear: 'overdueAt' }),
      putIn('milestones', 'newMilestones'),
      putIn('curve', 'newCurve'),
      when(any(wanted('newDue'), present(input('dueLimit'))), [startDelivery]),
      { count: 'adjusted' },
      { set: 'adjustedAt', to: firstOf(field('adjustedAt'), now) },
      judgeAnew,
      ...tellAll('adjustment-decided', leadStaff),
    ],
  },
  refuseAdjustment: {
    title: '不同意调整',
    from: binding,
    to: 'same',
    by: deciders,
    fields: { reason: reason('不同意的理由') },
    guards: [asked('adjustment')],
    effects: [{ decide: 'adjustment', granted: false }, ...tellAll('adjustment-decided', leadStaff)],
  },
}

const cancelling: Actions = {
  requestCancel: {
    title: '申请取消',
    from: openBeforeReview,
    to: 'same',
    by: [...leadHeads, ...supervisors],
    fields: { reason: reason('取消理由'), files: attachments },
    guards: [nothingAsked],
    effects: [{ request: 'cancel', fields: ['reason', 'files'] }, ...tellAll('cancel-asked', leaders)],
  },
  grantCancel: {
    title: '同意取消',
    from: openBeforeReview,
    to: 'cancelled',
    by: leaders,
    fields: { approval },
    guards: [asked('cancel')],
    effects: [
      { decide: 'cancel', granted: true, basis: input('approval') },
      ...tellAll('cancel-decided', leadStaff, supervisors),
    ],
  },
  refuseCancel: {
    title: '不同意取消',
    from: openBeforeReview,
    to: 'same',
    by: leaders,
    fields: { reason: reason('不同意的理由') },
    guards: [asked('cancel')],
    effects: [{ decide: 'cancel', granted: false }, ...tellAll('cancel-decided', leadStaff, supervisors)],
  },
}

const handing: Actions = {
  reassign: {
    title: '改由他单位牵头',
    from: binding,
    to: 'issued',
    by: supervisors,
    fields: {
      newLead: { title: '改派的牵头单位', type: 'unit', required: true },
      newPartners: { title: '改派后的责任单位', type: 'units' },
      basis: { title: '改派依据（职责规定或会议决定）', type: 'text', required: true, maxLength: 500 },
    },
    guards: [
      nothingAsked,
      { when: not(equals(input('newLead'), fact('lead'))), code: 'same-lead' },
      { when: not(holds(input('newPartners'), input('newLead'))), code: 'lead-is-partner' },
    ],
    effects: [
      ...tellAll('handed-on', leadStaff),
      { release: 'co' },
      { set: 'leadUnit', to: input('newLead') },
      { set: 'partners', to: input('newPartners') },
      { assign: 'lead', to: input('newLead'), basis: input('basis') },
      { assign: 'co', to: input('newPartners') },
      { clear: 'contact' },
      { stop: 'return' },
      { stop: 'explain' },
      { start: 'acceptance' },
      judgeAnew,
      ...tellAll('issued', leadStaff),
    ],
  },
  mergeInto: {
    title: '并入其他任务',
    from: openBeforeReview,
    to: 'merged',
    by: supervisors,
    fields: { head: { title: '并入的任务', type: 'record', required: true }, reason: reason('并入理由', false) },
    guards: [nothingAsked, { when: not(groupIs('head')), code: 'is-head' }],
    effects: [{ join: input('head') }, ...tellAll('merged', leadStaff)],
  },
}

/** Changes of what is owed or of who owes it. What was promised first is kept whatever is granted (domain.md 1.2). */
export const changeActions: Actions = { ...adjustment, ...cancelling, ...handing }

import type { ActionDefinition } from '@jiannuo/engine'
import { any, constant, equals, fact, field, holds, input, not, now, oneOf, present, when } from '@jiannuo/engine'
import { reason } from '../commitments/commitments.parts.ts'
import { tellAll } from '../commitments/clock-parts.ts'
import { amendable, foundInput } from './risks.fields.ts'
import { clerks, coClerks, finders, heads, leaders, office } from './risks.roles.ts'

type Actions = Readonly<Record<string, ActionDefinition>>

const finding: Actions = {
  report: {
    title: '上报线索',
    from: 'new',
    to: 'found',
    by: finders,
    input: foundInput,
    fields: { area: { title: '所在街道、社区或网格', type: 'unit', required: true } },
    effects: [
      { assign: 'area', to: input('area') },
      when(present(field('origin')), [{ link: 'origin', to: field('origin') }]),
      { start: 'assess' },
      ...tellAll('to-assess', office),
    ],
  },
  amend: {
    title: '更正线索',
    from: ['found', 'assessed'],
    to: 'same',
    by: office,
    input: amendable,
  },
  relate: {
    title: '关联案件',
    from: ['found', 'assessed', 'assigned', 'handling', 'reviewing', 'observing'],
    to: 'same',
    by: [...office, ...clerks],
    fields: { other: { title: '关联的纠纷、工单或信访件', type: 'record', required: true } },
    effects: [{ link: 'related', to: input('other') }],
  },
}

/** 研: graded, put together with another, or found to be none. */
const assessing: Actions = {
  assess: {
    title: '研判定级',
    from: ['found'],
    to: 'assessed',
    by: office,
    input: ['level', 'opinion'],
    needs: ['level', 'opinion'],
    effects: [
      { set: 'assessedAt', to: { first: [field('assessedAt'), now] } },
      { stop: 'assess' },
      { start: 'assign' },
      when(equals(field('level'), constant('red')), tellAll('red-found', leaders)),
    ],
  },
  merge: {
    title: '归并',
    from: ['found', 'assessed'],
    to: 'merged',
    by: office,
    input: ['mergedInto'],
    needs: ['mergedInto'],
    fields: { reason: reason('归并理由') },
    guards: [{ when: not(equals(field('mergedInto'), fact('id'))), code: 'into-itself' }],
    effects: [{ link: 'mergedInto', to: field('mergedInto') }],
  },
  dismiss: {
    title: '研判不构成风险',
    from: ['found'],
    to: 'dismissed',
    by: office,
    fields: { reason: reason('研判理由') },
  },
}

/** 交: to a unit, of the two highest grades with a leader who answers for it. */
const assigning: Actions = {
  assign: {
    title: '交办',
    from: ['assessed'],
    to: 'assigned',
    by: office,
    input: ['orderNumber', 'task', 'keeper'],
    needs: ['orderNumber', 'task'],
    fields: {
      lead: { title: '责任单位', type: 'unit', required: true },
      co: { title: '协同单位', type: 'units' },
    },
    guards: [
      { when: not(holds(input('co'), input('lead'))), code: 'lead-is-co' },
      { when: any(oneOf(field('level'), 'blue', 'yellow'), present(field('keeper'))), code: 'keeper-first' },
    ],
    effects: [
      { release: 'co' },
      { assign: 'lead', to: input('lead'), basis: field('orderNumber') },
      when(present(input('co')), [{ assign: 'co', to: input('co') }]),
      { set: 'assignedAt', to: now },
      { clear: 'overdueAt' },
      { stop: 'assign' },
      { start: 'answer' },
      { start: 'handling' },
      { start: 'rolling' },
      ...tellAll('assigned', clerks, heads, coClerks),
    ],
  },
  giveBack: {
    title: '退回再研',
    from: ['assigned'],
    to: 'found',
    by: heads,
    fields: { reason: reason('退回理由和职责依据') },
    effects: [
      ...['answer', 'handling', 'rolling'].map((stop) => ({ stop })),
      { start: 'assess' },
      ...tellAll('given-back', office),
    ],
  },
}

/** Found, assessed, assigned (systems.md S10: 研、交). */
export const frontActions: Actions = { ...finding, ...assessing, ...assigning }

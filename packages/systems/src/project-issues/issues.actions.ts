import type { ActionDefinition, Effect } from '@jiannuo/engine'
import {
  actorUnit,
  constant,
  counter,
  equals,
  field,
  gte,
  input,
  not,
  now,
  present,
  setting,
  today,
  when,
} from '@jiannuo/engine'
import { tellAll } from '../commitments/clock-parts.ts'
import { words } from '../projects/projects.parts.ts'
import { anyStaff, leaders, projectOffice, unitHeads, unitStaff } from '../projects/roles.ts'
import { endingActions } from './issues.actions-ending.ts'
import { owedForm, raisedForm } from './issues.fields.ts'
import { issueClocks } from './issues.settings.ts'

type Actions = Readonly<Record<string, ActionDefinition>>

const unitsByFields: readonly Effect[] = [
  when(present(field('leadUnit')), [{ assign: 'lead', to: field('leadUnit') }]),
  { assign: 'co', to: field('partners') },
]

/** One level up: from the departments to the deputy, from there to the chief; each level has its own time. */
const upward: readonly Effect[] = [
  when(
    equals(field('level'), constant('department')),
    [{ set: 'level', to: constant('deputy') }],
    [{ set: 'level', to: constant('chief') }],
  ),
  { set: 'escalatedAt', to: now },
  { count: 'raised' },
  { start: 'solve' },
  ...tellAll('escalated', unitHeads, leaders),
]
const notTop = { when: not(equals(field('level'), constant('chief'))), code: 'top-level' }

const beginning: Actions = {
  raise: {
    title: '提出问题',
    from: 'new',
    to: 'raised',
    by: [...projectOffice, ...anyStaff],
    input: raisedForm,
    effects: [
      { assign: 'lead', to: actorUnit },
      { set: 'level', to: constant('department') },
      when(present(field('relapseOf')), [{ link: 'relapseOf', to: field('relapseOf') }]),
      { start: 'assign' },
      ...tellAll('to-assign', projectOffice),
    ],
  },
  assign: {
    title: '交办',
    from: ['raised'],
    to: 'handling',
    by: projectOffice,
    input: owedForm,
    needs: ['leadUnit', 'owner', 'measure', 'promisedOn'],
    guards: [{ when: gte(field('promisedOn'), today), code: 'promise-passed' }],
    effects: [
      ...unitsByFields,
      { set: 'assignedAt', to: now },
      { stop: 'assign' },
      { start: 'solve' },
      { start: 'weekly' },
      ...tellAll('assigned', unitStaff),
    ],
  },
  dismiss: {
    title: '不成立，不予交办',
    from: ['raised'],
    to: 'dismissed',
    by: projectOffice,
    fields: { reason: words('理由') },
    effects: tellAll('dismissed', unitStaff),
  },
}

const rounds: Actions = {
  reviewWeekly: {
    title: '周盘点',
    from: ['handling', 'agenda'],
    to: 'same',
    by: [...projectOffice, ...unitStaff],
    input: ['progress'],
    needs: ['progress'],
    effects: [{ start: 'weekly' }],
  },
  submitDispatch: {
    title: '提交月调度',
    from: ['handling'],
    to: 'agenda',
    by: projectOffice,
    fields: { reason: words('周盘点未能解决的原因和提请事项') },
    guards: [{ when: gte(counter('reviewWeekly'), setting('roundsBeforeDispatch')), code: 'too-few-rounds' }],
    effects: [{ set: 'dispatchedAt', to: now }, { start: 'dispatch' }, ...tellAll('to-dispatch', leaders)],
  },
  decide: {
    title: '月调度议定',
    from: ['agenda'],
    to: 'handling',
    by: [...projectOffice, ...leaders],
    input: ['decision', 'meeting', 'leadUnit', 'partners', 'owner', 'promisedOn'],
    needs: ['decision', 'meeting'],
    effects: [...unitsByFields, { stop: 'dispatch' }, { start: 'solve' }, ...tellAll('decided', unitStaff)],
  },
  escalate: {
    title: '提级协调',
    from: ['handling', 'agenda'],
    to: 'same',
    by: projectOffice,
    fields: { reason: words('提级理由') },
    guards: [notTop],
    effects: upward,
  },
  rise: {
    title: '逾期自动提级',
    from: ['handling', 'agenda'],
    to: 'same',
    by: [],
    system: true,
    guards: [notTop],
    effects: upward,
  },
  instruct: {
    title: '区领导批示',
    from: ['handling', 'agenda'],
    to: 'same',
    by: leaders,
    input: ['decision', 'meeting'],
    needs: ['decision'],
    guards: [{ when: not(equals(field('level'), constant('department'))), code: 'not-escalated' }],
    effects: tellAll('instructed', unitStaff, projectOffice),
  },
  shelve: {
    title: '批准挂账',
    from: ['handling'],
    to: 'shelved',
    by: leaders,
    fields: {
      reason: { title: '挂账原因', type: 'choice', required: true, choices: issueClocks['solve']?.pauseReasons ?? {} },
      approval: words('批准意见'),
    },
    effects: [
      { set: 'shelfReason', to: input('reason') },
      { pause: 'solve' },
      { stop: 'weekly' },
      { start: 'shelf' },
      ...tellAll('shelved', unitStaff),
    ],
  },
  unshelve: {
    title: '恢复办理',
    from: ['shelved'],
    to: 'handling',
    by: projectOffice,
    fields: { note: words('恢复的条件') },
    effects: [{ clear: 'shelfReason' }, { stop: 'shelf' }, { resume: 'solve' }, { start: 'weekly' }],
  },
}

/** An issue from the round that raised it to its strike-off, and back again when it returns (systems.md S03). */
export const issueActions: Actions = { ...beginning, ...rounds, ...endingActions }

import type { ActionDefinition, Condition, Effect, FieldDefinition } from '@jiannuo/engine'
import {
  any,
  clockIs,
  constant,
  counter,
  equals,
  input,
  lt,
  not,
  now,
  requestIs,
  requestField,
  setting,
  when,
} from '@jiannuo/engine'
import { pauseReasons, shelfReasons } from './hotline.clocks.ts'
import { dispatchers, leadHandlers, leadReviewers, supervisors } from './hotline.grants.ts'
import { exclusionReasons, extensionReasons, terminationReasons } from './hotline.requests.ts'

type Actions = Readonly<Record<string, ActionDefinition>>

const choice = (choices: Readonly<Record<string, string>>): FieldDefinition => ({
  title: '理由',
  type: 'choice',
  required: true,
  choices,
})
const explanation: FieldDefinition = { title: '说明', type: 'longText', required: true, maxLength: 1000 }
const opinion: FieldDefinition = { title: '审批意见', type: 'longText', maxLength: 500 }
const refusal: FieldDefinition = { title: '不同意的理由', type: 'longText', required: true, maxLength: 500 }
const told: FieldDefinition = { title: '已向诉求人说明理由', type: 'boolean', required: true }

const noneOpen = (request: string): { readonly when: Condition; readonly code: string } => ({
  when: not(requestIs(request, 'pending')),
  code: 'request-pending',
})
const asked = (request: string): { readonly when: Condition; readonly code: string } => ({
  when: requestIs(request, 'pending'),
  code: 'nothing-asked',
})
const tellLead: Effect = { notify: { role: 'handler', at: 'lead' }, message: 'decided' }
const tellLine = (message: string): Effect => ({ notify: { role: 'dispatcher', at: 'district' }, message })

const handlingNow = ['handling', 'redo']

// A request that finishing has overtaken can still be refused in review, no longer granted.
const refusable = ['handling', 'review']

/** 不同意: the same for every request; the order stays where it is. */
const refuse = (
  title: string,
  request: string,
  from: readonly string[],
  by: ActionDefinition['by'],
): ActionDefinition => ({
  title,
  from,
  to: 'same',
  by,
  fields: { reason: refusal },
  guards: [asked(request)],
  effects: [{ decide: request, granted: false }, tellLead],
})

/** 北京 第15条: the caller is told why, and the line is asked. */
const extension: Actions = {
  askExtension: {
    title: '申请延期',
    from: ['handling'],
    to: 'same',
    by: leadHandlers,
    fields: {
      reason: choice(extensionReasons),
      explanation,
      days: { title: '申请延长（与办理时限同单位）', type: 'number', required: true, min: 1 },
      told,
    },
    guards: [
      noneOpen('extension'),
      { when: lt(counter('grantExtension'), setting('extensionTimes')), code: 'extension-used-up' },
      { when: not(clockIs('handling', 'overdue')), code: 'extension-too-late' },
      { when: equals(input('told'), constant(true)), code: 'tell-caller' },
    ],
    effects: [{ request: 'extension', fields: ['reason', 'explanation', 'days', 'told'] }, tellLine('extension-asked')],
  },
  grantExtension: {
    title: '同意延期',
    from: ['handling'],
    to: 'same',
    by: dispatchers,
    fields: { reason: opinion },
    needs: ['reason'],
    guards: [asked('extension')],
    effects: [
      { extend: 'handling', by: requestField('extension', 'days') },
      { decide: 'extension', granted: true },
      tellLead,
    ],
  },
  refuseExtension: refuse('不同意延期', 'extension', refusable, dispatchers),
}

const pause: Actions = {
  askPause: {
    title: '申请暂停计时',
    from: handlingNow,
    to: 'same',
    by: leadHandlers,
    fields: { reason: choice(pauseReasons), explanation },
    guards: [noneOpen('pause')],
    effects: [{ request: 'pause', fields: ['reason', 'explanation'] }, tellLine('pause-asked')],
  },
  grantPause: {
    title: '同意暂停计时',
    from: handlingNow,
    to: 'same',
    by: dispatchers,
    fields: { reason: choice(pauseReasons), opinion },
    guards: [asked('pause')],
    effects: [
      { decide: 'pause', granted: true },
      when(clockIs('redo', 'running'), [{ pause: 'redo' }], [{ pause: 'handling' }]),
      tellLead,
    ],
  },
  refusePause: refuse('不同意暂停计时', 'pause', [...refusable, 'redo'], dispatchers),
  resume: {
    title: '恢复计时',
    from: handlingNow,
    to: 'same',
    by: [...leadHandlers, ...dispatchers],
    fields: { note: { title: '恢复说明', type: 'longText', maxLength: 500 } },
    guards: [{ when: any(clockIs('handling', 'paused'), clockIs('redo', 'paused')), code: 'not-paused' }],
    effects: [when(clockIs('redo', 'paused'), [{ resume: 'redo' }], [{ resume: 'handling' }])],
  },
}

const shelf: Actions = {
  askShelf: {
    title: '申请挂账',
    from: ['handling'],
    to: 'same',
    by: leadReviewers,
    fields: {
      reason: choice(shelfReasons),
      explanation,
      planned: { title: '计划解决时间', type: 'date', required: true },
      told,
    },
    guards: [noneOpen('shelf'), { when: equals(input('told'), constant(true)), code: 'tell-caller' }],
    effects: [
      { request: 'shelf', fields: ['reason', 'explanation', 'planned', 'told'] },
      { notify: { role: 'supervisor', at: 'district' }, message: 'shelf-asked' },
    ],
  },
  grantShelf: {
    title: '同意挂账',
    from: ['handling'],
    to: 'shelved',
    by: supervisors,
    fields: { reason: choice(shelfReasons), opinion },
    guards: [asked('shelf'), { when: clockIs('handling', 'running'), code: 'clock-paused' }],
    effects: [{ decide: 'shelf', granted: true }, { pause: 'handling' }, { start: 'shelf' }, tellLead],
  },
  refuseShelf: refuse('不同意挂账', 'shelf', refusable, supervisors),
  keepShelf: {
    title: '挂账复核，继续挂账',
    from: ['shelved'],
    to: 'same',
    by: supervisors,
    fields: { progress: { title: '复核情况', type: 'longText', required: true, maxLength: 1000 } },
    effects: [{ start: 'shelf' }],
  },
  takeUp: {
    title: '销账，恢复办理',
    from: ['shelved'],
    to: 'handling',
    by: [...supervisors, ...leadReviewers],
    fields: { note: { title: '说明', type: 'longText', maxLength: 500 } },
    effects: [{ stop: 'shelf' }, { resume: 'handling' }, tellLead],
  },
}

const endable = ['dispatched', 'handling', 'redo', 'review', 'callBack', 'shelved']

/** 潍坊 第21条: handling ends early only once the line has approved it. */
const termination: Actions = {
  askTermination: {
    title: '申请终止办理',
    from: endable,
    to: 'same',
    by: leadReviewers,
    fields: { reason: choice(terminationReasons), explanation, evidence: { title: '佐证材料', type: 'files' } },
    guards: [noneOpen('termination')],
    effects: [{ request: 'termination', fields: ['reason', 'explanation', 'evidence'] }, tellLine('termination-asked')],
  },
  grantTermination: {
    title: '同意终止办理',
    from: endable,
    to: 'terminated',
    by: dispatchers,
    fields: { reason: opinion },
    guards: [asked('termination')],
    carries: 'followEnd',
    effects: [
      { decide: 'termination', granted: true },
      ...['signIn', 'giveBack', 'handling', 'coAnswer', 'review', 'callBack', 'redo', 'shelf'].map((stop) => ({
        stop,
      })),
      tellLead,
    ],
  },
  refuseTermination: refuse('不同意终止办理', 'termination', endable, dispatchers),
}

const countable = ['callBack', 'archived', 'terminated']

/** domain.md 2.5: an exclusion is asked for with reason and evidence, decided by another, and stays visible. */
const exclusion: Actions = {
  askExclusion: {
    title: '申请剔除',
    from: countable,
    to: 'same',
    by: [...leadReviewers, ...supervisors],
    fields: {
      reason: choice(exclusionReasons),
      explanation,
      evidence: { title: '佐证材料', type: 'files', required: true },
    },
    guards: [noneOpen('exclusion'), { when: not(requestIs('exclusion', 'granted')), code: 'excluded-already' }],
    effects: [
      { request: 'exclusion', fields: ['reason', 'explanation', 'evidence'] },
      { notify: { role: 'supervisor', at: 'district' }, message: 'exclusion-asked' },
    ],
  },
  grantExclusion: {
    title: '同意剔除',
    from: countable,
    to: 'same',
    by: supervisors,
    fields: { reason: { ...opinion, required: true } },
    guards: [asked('exclusion')],
    effects: [{ decide: 'exclusion', granted: true }, { set: 'excludedAt', to: now }, tellLead],
  },
  refuseExclusion: refuse('不同意剔除', 'exclusion', countable, supervisors),
}

/** Everything that one asks for and another decides. */
export const requestActions: Actions = { ...extension, ...pause, ...shelf, ...termination, ...exclusion }

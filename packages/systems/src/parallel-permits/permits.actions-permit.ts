import type { ActionDefinition, Effect } from '@jiannuo/engine'
import {
  actorPerson,
  constant,
  equals,
  field,
  input,
  not,
  now,
  present,
  requestField,
  requestIs,
} from '@jiannuo/engine'
import { tellAll } from '../commitments/clock-parts.ts'
import { words } from './permits.actions-heard.ts'
import { leadHeads, leadStaff, specials, windows } from './permits.fields.ts'

type Actions = Readonly<Record<string, ActionDefinition>>

const tell = (action: string, give: Extract<Effect, { readonly tell: unknown }>['give'] = {}): Effect => ({
  tell: field('application'),
  action,
  give,
})
const checked = [
  { when: present(field('reviewedBy')), code: 'not-reviewed' },
  { when: not(equals(actorPerson, field('reviewedBy'))), code: 'own-work' },
] as const
const nonePending = { when: not(requestIs('special', 'pending')), code: 'special-pending' } as const

const opening: Actions = {
  addPermit: {
    title: '列入并联事项',
    from: 'new',
    to: 'prepared',
    by: windows,
    input: ['title', 'application', 'permit', 'leadUnit'],
    needs: ['application', 'permit'],
    effects: [
      { set: 'kind', to: constant('permit') },
      { assign: 'lead', to: field('leadUnit') },
      { join: field('application') },
      tell('permitAdded'),
    ],
  },
  takeUp: {
    title: '随项目受理',
    from: ['prepared'],
    to: 'underReview',
    by: [],
    system: true,
    effects: [{ set: 'acceptedAt', to: now }, { start: 'single' }, ...tellAll('to-review', leadStaff)],
  },
}

const reviewing: Actions = {
  review: {
    title: '填报审查意见',
    from: ['underReview'],
    to: 'same',
    by: leadStaff,
    fields: { opinion: words('审查意见') },
    effects: [{ set: 'reviewedBy', to: actorPerson }],
  },
  pass: {
    title: '审签通过',
    from: ['underReview'],
    to: 'passed',
    by: leadHeads,
    input: ['certificate'],
    needs: ['certificate'],
    guards: [...checked, nonePending],
    effects: [{ stop: 'single' }, { set: 'passedAt', to: now }, tell('permitPassed')],
  },
  fail: {
    title: '审签不通过',
    from: ['underReview'],
    to: 'failed',
    by: leadHeads,
    fields: { why: words('不通过的理由和依据') },
    guards: [...checked, nonePending],
    effects: [{ stop: 'single' }, { clear: 'reviewedBy' }, tell('permitFailed')],
  },
  extendSingle: {
    title: '批准延长事项时限',
    from: ['underReview'],
    to: 'same',
    by: leadHeads,
    fields: {
      reason: words('理由'),
      days: { title: '延长（工作日）', type: 'number', required: true, min: 1 },
      told: { title: '已将理由告知申请人', type: 'boolean', required: true },
    },
    guards: [{ when: equals(input('told'), constant(true)), code: 'tell-applicant' }],
    effects: [{ extend: 'single', by: input('days') }],
  },
  revise: {
    title: '申请人修改后重审',
    from: ['failed'],
    to: 'underReview',
    by: windows,
    fields: { revised: words('修改情况') },
    effects: [{ start: 'single' }, tell('permitRevised'), ...tellAll('to-review', leadStaff)],
  },
  drop: {
    title: '退出并联，另行办理',
    from: ['failed'],
    to: 'dropped',
    by: windows,
    fields: { agreed: words('会商意见') },
    effects: [tell('permitDropped')],
  },
}

const special: Actions = {
  askSpecial: {
    title: '申请特别程序（不计入审批时限）',
    from: ['underReview'],
    to: 'same',
    by: leadStaff,
    fields: {
      reason: { title: '特别程序', type: 'choice', required: true, choices: specials },
      days: { title: '所需时间（工作日）', type: 'number', required: true, min: 1 },
      notice: { title: '书面告知申请人的告知书', type: 'files', required: true },
    },
    guards: [nonePending],
    effects: [{ request: 'special', fields: ['reason', 'days', 'notice'] }, ...tellAll('special-asked', leadHeads)],
  },
  grantSpecial: {
    title: '批准特别程序，暂停计时',
    from: ['underReview'],
    to: 'special',
    by: leadHeads,
    fields: { reason: { title: '特别程序', type: 'choice', required: true, choices: specials } },
    guards: [
      { when: requestIs('special', 'pending'), code: 'nothing-asked' },
      { when: equals(input('reason'), requestField('special', 'reason')), code: 'other-special' },
    ],
    effects: [
      { pause: 'single' },
      { start: 'special', limit: requestField('special', 'days') },
      { decide: 'special', granted: true },
      tell('specialBegun', { reason: input('reason') }),
    ],
  },
  refuseSpecial: {
    title: '不批准特别程序',
    from: ['underReview'],
    to: 'same',
    by: leadHeads,
    fields: { reason: words('不批准的理由') },
    guards: [{ when: requestIs('special', 'pending'), code: 'nothing-asked' }],
    effects: [{ decide: 'special', granted: false }],
  },
  endSpecial: {
    title: '特别程序结束，恢复计时',
    from: ['special'],
    to: 'underReview',
    by: leadStaff,
    fields: { result: { title: '结论材料', type: 'files', required: true } },
    effects: [{ stop: 'special' }, { resume: 'single' }, tell('specialEnded')],
  },
}

const ending: Actions = {
  issue: {
    title: '随项目发证',
    from: ['passed'],
    to: 'certified',
    by: [],
    system: true,
    effects: [{ set: 'issuedAt', to: now }],
  },
  end: {
    title: '随项目终止',
    from: ['prepared', 'underReview', 'special', 'passed', 'failed'],
    to: 'ended',
    by: [],
    system: true,
    effects: [{ stop: 'single' }, { stop: 'special' }],
  },
}

/** One permit of the project, in the hands of its department (domain.md 6.1). */
export const permitActions: Actions = { ...opening, ...reviewing, ...special, ...ending }

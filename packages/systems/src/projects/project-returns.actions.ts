import type { ActionDefinition, Condition, Effect, Expr } from '@jiannuo/engine'
import {
  actorPerson,
  actorUnit,
  all,
  any,
  constant,
  equals,
  field,
  firstOf,
  gt,
  input,
  lt,
  lte,
  minus,
  not,
  now,
  present,
  setting,
  today,
  when,
} from '@jiannuo/engine'
import { tellAll } from '../commitments/clock-parts.ts'
import { contentInput, subjectInput } from './project-returns.fields.ts'
import { secondPerson, words } from './projects.parts.ts'
import { anyStaff, projectOffice, statisticians, unitStaff } from './roles.ts'

type Actions = Readonly<Record<string, ActionDefinition>>

/** What the calendar of returns says of the month. */
const ofMonth = (column: string): Expr => setting('months', field('period'), constant(column))

/** 先入库、后有数: the month counts when the project was in the statistics by its end. */
const inStatistics: Condition = all(present(field('enteredOn')), lte(field('enteredOn'), ofMonth('last')))

const agrees: readonly { when: Condition; code: string }[] = [
  { when: present(field('imageProgress')), code: 'progress-missing' },
  { when: all(...['monthDone', 'yearDone', 'totalDone'].map((id) => present(field(id)))), code: 'value-missing' },
  {
    when: not(any(gt(field('monthDone'), field('yearDone')), gt(field('yearDone'), field('totalDone')))),
    code: 'sums-crossed',
  },
]

const reading = (version: Expr): Effect => ({
  read: {
    series: field('project'),
    period: field('period'),
    version,
    covers: constant('period'),
    value: field('monthDone'),
    unit: constant('万元'),
    source: constant('return'),
  },
})

const telling = (added: Expr): Effect => ({
  tell: field('project'),
  action: 'take',
  give: {
    period: field('period'),
    periodYear: ofMonth('year'),
    added,
    yearToDate: field('yearDone'),
    sinceStart: field('totalDone'),
    image: field('imageProgress'),
  },
})

const byUnit: Actions = {
  draft: {
    title: '起草投资月报',
    from: 'new',
    to: 'draft',
    by: anyStaff,
    input: [...subjectInput, ...contentInput],
    guards: [
      { when: equals(field('leadUnit'), actorUnit), code: 'other-unit' },
      { when: lte(ofMonth('first'), today), code: 'month-to-come' },
    ],
    effects: [
      { assign: 'lead', to: field('leadUnit') },
      { set: 'monthAt', to: ofMonth('at') },
      when(
        gt(ofMonth('due'), today),
        [{ start: 'filing', limit: ofMonth('due') }],
        // Begun after its day: late from the first.
        [{ start: 'filing' }, when(lt(ofMonth('due'), today), [{ set: 'overdueAt', to: now }])],
      ),
    ],
  },
  fill: { title: '填写', from: ['draft', 'sentBack'], to: 'same', by: unitStaff, input: contentInput },
  submit: {
    title: '报送',
    from: ['draft', 'sentBack'],
    to: 'submitted',
    by: unitStaff,
    input: contentInput,
    guards: agrees,
    effects: [
      { set: 'submittedBy', to: actorPerson },
      { set: 'submittedAt', to: firstOf(field('submittedAt'), now) },
      { stop: 'filing' },
      { stop: 'refilling' },
      { start: 'checking' },
      ...tellAll('return-to-check', projectOffice),
    ],
  },
  withdraw: {
    title: '撤回不报',
    from: ['draft', 'sentBack'],
    to: 'withdrawn',
    by: unitStaff,
    fields: { reason: words('撤回理由') },
  },
}

const byOffice: Actions = {
  approve: {
    title: '审核采用',
    from: ['submitted'],
    to: [{ when: inStatistics, to: 'counted' }, { to: 'beforeEntry' }],
    by: projectOffice,
    input: ['enteredOn'],
    guards: [secondPerson('submittedBy')],
    effects: [
      { set: 'approvedAt', to: now },
      { set: 'version', to: constant('preliminary') },
      when(
        inStatistics,
        [reading(constant('preliminary')), telling(field('monthDone'))],
        tellAll('lost-before-entry', unitStaff, statisticians),
      ),
    ],
  },
  sendBack: {
    title: '退回重报',
    from: ['submitted'],
    to: 'sentBack',
    by: projectOffice,
    fields: { reason: words('退回理由') },
    effects: [{ stop: 'checking' }, { start: 'refilling' }, ...tellAll('return-sent-back', unitStaff)],
  },
  revise: {
    title: '更正为核定数',
    from: ['counted'],
    to: 'same',
    by: statisticians,
    fields: {
      finalMonth: { title: '核定的当月完成投资', type: 'money', unit: '万元', required: true },
      finalYear: { title: '核定的自年初累计', type: 'money', unit: '万元', required: true },
      reason: words('更正依据'),
    },
    effects: [
      // The project is told the difference first, while the former figure still stands.
      {
        tell: field('project'),
        action: 'take',
        give: {
          period: field('period'),
          periodYear: ofMonth('year'),
          added: minus(input('finalMonth'), field('monthDone')),
          yearToDate: input('finalYear'),
          sinceStart: { op: 'plus', of: [field('totalDone'), minus(input('finalYear'), field('yearDone'))] },
        },
      },
      { set: 'totalDone', to: { op: 'plus', of: [field('totalDone'), minus(input('finalYear'), field('yearDone'))] } },
      { set: 'monthDone', to: input('finalMonth') },
      { set: 'yearDone', to: input('finalYear') },
      { set: 'version', to: constant('final') },
      reading(constant('final')),
      ...tellAll('return-revised', unitStaff, projectOffice),
    ],
  },
}

/** A monthly return from its draft to its use; a correction is a version beside the one before (domain.md 15.2). */
export const projectReturnActions: Actions = { ...byUnit, ...byOffice }

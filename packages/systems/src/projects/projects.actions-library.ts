import type { ActionDefinition, FieldDefinition } from '@jiannuo/engine'
import { constant, field, firstOf, gt, input, inState, lte, now, today, when } from '@jiannuo/engine'
import { tellAll } from '../commitments/clock-parts.ts'
import { ideaTest, preparingTest, reserveTest, sumWith, words } from './projects.parts.ts'
import { unitForm } from './projects.fields.ts'
import { projectOffice, unitHeads, unitStaff } from './roles.ts'

type Actions = Readonly<Record<string, ActionDefinition>>

const stageTest = 'engine/stage-test'

/** From idea to reserve to preparation: each step brings what the stage asks for (domain.md 5). */
const upwards: Actions = {
  review: {
    title: '滚动评审，继续留库',
    from: ['idea', 'reserve'],
    to: 'same',
    by: projectOffice,
    fields: { opinion: words('评审意见') },
    guards: [{ when: ideaTest, code: stageTest }],
    effects: [when(inState('idea'), [{ start: 'ideaReview' }], [{ start: 'reserveReview' }])],
  },
  supplement: {
    title: '补充完善项目资料',
    from: ['idea', 'reserve', 'preparing', 'startReported', 'building', 'suspended', 'accepting', 'completed'],
    to: 'same',
    by: unitStaff,
    input: unitForm,
  },
  'promote:reserve': {
    title: '策划成熟，转入储备库',
    from: ['idea'],
    to: 'reserve',
    by: projectOffice,
    input: ['scheme', 'siteNote', 'funding'],
    needs: ['scheme', 'siteNote', 'funding'],
    guards: [{ when: reserveTest, code: stageTest }],
    effects: [
      { set: 'reservedAt', to: now },
      { stop: 'ideaReview' },
      { start: 'reserveReview' },
      ...tellAll('reserved', unitStaff),
    ],
  },
  'promote:preparing': {
    title: '立项，转入前期推进',
    from: ['reserve'],
    to: 'preparing',
    by: projectOffice,
    input: ['projectCode', 'approvalNo', 'plannedStart', 'plannedEnd'],
    needs: ['projectCode', 'approvalNo', 'plannedStart', 'plannedEnd'],
    guards: [
      { when: preparingTest, code: stageTest },
      { when: gt(field('plannedStart'), today), code: 'start-passed' },
      { when: lte(field('plannedStart'), field('plannedEnd')), code: 'end-before-start' },
    ],
    effects: [
      { stop: 'reserveReview' },
      { start: 'start', limit: field('plannedStart') },
      ...tellAll('preparing', unitStaff),
    ],
  },
  reschedule: {
    title: '调整计划开工、竣工日期',
    from: ['preparing'],
    to: 'same',
    by: projectOffice,
    input: ['plannedStart', 'plannedEnd'],
    needs: ['plannedStart', 'plannedEnd'],
    fields: { reason: words('调整理由'), approval: words('批准意见或文号') },
    guards: [
      { when: gt(field('plannedStart'), today), code: 'start-passed' },
      { when: lte(field('plannedStart'), field('plannedEnd')), code: 'end-before-start' },
    ],
    // That it was late before stays noted: a new date does not undo it.
    effects: [{ start: 'start', limit: field('plannedStart') }],
  },
}

const planned = ['reserve', 'preparing', 'startReported', 'building', 'suspended']
const funded = ['reserve', 'preparing', 'building']

const funds = (amount: string, more: Readonly<Record<string, FieldDefinition>> = {}) =>
  ({
    source: { title: '资金渠道', type: 'choice', required: true, choicesFrom: 'fundSources' },
    amount: { title: amount, type: 'money', unit: '万元', required: true, min: 0 },
    batch: { title: '批次', type: 'text', required: true, maxLength: 80 },
    ...more,
  }) as const

/** The year's plan and the money lines: asked for, obtained, paid are three amounts (domain.md 5). */
const moneyLines: Actions = {
  setPlan: {
    title: '下达年度投资计划',
    from: planned,
    to: 'same',
    by: projectOffice,
    input: ['year', 'yearPlan', 'curve'],
    needs: ['year', 'yearPlan', 'curve'],
    guards: [{ when: lte(field('yearPlan'), field('totalInvestment')), code: 'plan-over-total' }],
    effects: [{ set: 'planAt', to: now }, ...tellAll('planned', unitStaff)],
  },
  askFunds: {
    title: '申报争取资金',
    from: funded,
    to: 'same',
    by: unitStaff,
    fields: funds('申报额'),
    guards: [{ when: lte(sumWith('fundsAsked', 'amount'), field('totalInvestment')), code: 'asked-over-total' }],
    effects: [{ set: 'fundsAsked', to: sumWith('fundsAsked', 'amount') }, ...tellAll('funds-asked', projectOffice)],
  },
  obtainFunds: {
    title: '登记资金下达',
    from: funded,
    to: 'same',
    by: projectOffice,
    fields: funds('下达额', { document: { title: '下达文号', type: 'text', required: true, maxLength: 80 } }),
    guards: [
      {
        when: lte(sumWith('fundsObtained', 'amount'), firstOf(field('fundsAsked'), constant(0))),
        code: 'obtained-over-asked',
      },
    ],
    effects: [
      { set: 'fundsObtained', to: sumWith('fundsObtained', 'amount') },
      ...tellAll('funds-obtained', unitStaff),
    ],
  },
  payFunds: {
    title: '登记资金支付',
    from: funded,
    to: 'same',
    by: unitHeads,
    fields: { amount: { title: '支付额', type: 'money', unit: '万元', required: true, min: 0 } },
    guards: [
      {
        when: lte(sumWith('fundsPaid', 'amount'), firstOf(field('fundsObtained'), constant(0))),
        code: 'paid-over-obtained',
      },
    ],
    effects: [{ set: 'fundsPaid', to: sumWith('fundsPaid', 'amount') }],
  },
}

/** Told by a monthly return that was approved: sums of the project follow, if it is in the statistics. */
const taking: Actions = {
  take: {
    title: '采用月报',
    from: ['building', 'suspended', 'accepting', 'completed'],
    to: 'same',
    by: [],
    system: true,
    told: true,
    fields: {
      period: { title: '月份', type: 'text', required: true },
      periodYear: { title: '年度', type: 'number', required: true },
      // How much the month's figure differs from what was taken of it before; all of it the first time.
      added: { title: '当月完成投资（更正时为差额）', type: 'money', required: true },
      yearToDate: { title: '本年累计', type: 'money' },
      sinceStart: { title: '自开工累计', type: 'money' },
      image: { title: '形象进度', type: 'longText' },
    },
    guards: [{ when: { present: field('enteredAt') }, code: 'not-entered' }],
    effects: [
      when(
        gt(input('periodYear'), firstOf(field('doneYear'), constant(0))),
        [
          { set: 'doneYear', to: input('periodYear') },
          { set: 'yearSum', to: input('added') },
        ],
        // A correction of a year that is over changes that year's figures, not this year's sum.
        [
          when({ equals: [field('doneYear'), input('periodYear')] }, [
            { set: 'yearSum', to: sumWith('yearSum', 'added') },
          ]),
        ],
      ),
      when({ not: { compare: 'lt', of: [input('period'), field('lastPeriod')] } }, [
        { set: 'lastPeriod', to: input('period') },
        { set: 'yearDone', to: input('yearToDate') },
        { set: 'totalDone', to: input('sinceStart') },
        { set: 'imageProgress', to: firstOf(input('image'), field('imageProgress')) },
      ]),
    ],
  },
}

/** What is done in the libraries besides building. */
export const libraryActions: Actions = { ...upwards, ...moneyLines, ...taking }

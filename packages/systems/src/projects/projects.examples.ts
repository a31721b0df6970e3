import type { ExampleDefinition } from '@jiannuo/engine'
import { as, refusal, step, told } from '../example.ts'
import {
  approving,
  clerk,
  entering,
  enteringStatistics,
  head,
  office,
  paper,
  reportingStart,
  reserving,
  statistician,
  verifyingStart,
} from './examples-people.ts'

const curve = [
  { month: '2025-10', planned: 1200 },
  { month: '2025-11', planned: 1800 },
  { month: '2025-12', planned: 2000 },
]

const take = (period: string, added: number, yearToDate: number) => ({
  period,
  periodYear: Number(period.slice(0, 4)),
  added,
  yearToDate,
  sinceStart: yearToDate,
  image: '基础完成，主体一层。',
})

const wholeWay: ExampleDefinition = {
  title: '一个工业项目从谋划、储备、立项、开工、入统到竣工达效；核实时限不计国庆假期',
  steps: [
    entering('2025-03-03 10:00', {}, { state: 'idea', due: { ideaReview: '2025-06-03 24:00' } }),
    reserving('2025-04-02 10:00'),
    approving('2025-06-10 10:00', { plannedStart: '2025-06-01' }, refusal('start-passed')),
    approving('2025-06-10 10:10', { plannedStart: '2027-01-10' }, refusal('end-before-start')),
    approving('2025-06-10 10:20', {}, { state: 'preparing', due: { start: '2025-09-20 24:00' } }),
    step(
      office,
      'reschedule',
      '2025-09-08 10:00',
      { state: 'preparing', due: { start: '2025-10-15 24:00' } },
      {
        plannedStart: '2025-10-15',
        plannedEnd: '2026-12-31',
        reason: '施工许可延后半月。',
        approval: '兰府办批〔2025〕102号',
      },
    ),
    step(office, 'setPlan', '2025-09-08 11:00', refusal('plan-over-total'), { year: 2025, yearPlan: 30000, curve }),
    step(office, 'setPlan', '2025-09-08 11:05', 'preparing', { year: 2025, yearPlan: 5000, curve }),
    // Five working days over the National Day holiday (1 to 8 October; the 11th works).
    reportingStart('2025-09-29 09:00', {}, { state: 'startReported', due: { startCheck: '2025-10-13 24:00' } }),
    verifyingStart('2025-10-09 10:00', {
      state: 'building',
      due: { completion: '2026-12-31 24:00', statEntry: '2025-12-08 24:00' },
    }),
    step(head, 'reportCompletion', '2025-10-20 09:00', refusal('not-entered'), {
      completedOn: '2025-10-20',
      acceptance: paper('e'),
    }),
    enteringStatistics('2025-10-20 10:00', refusal('entry-before-start'), { enteredOn: '2025-09-01' }),
    enteringStatistics('2025-10-20 10:05'),
    enteringStatistics('2025-10-21 10:05', refusal('entered-already')),
    told('take', '2025-11-04 10:00', 'building', take('2025-10', 1150, 1150)),
    told('take', '2025-12-03 10:00', 'building', take('2025-11', 1900, 3050)),
    step(head, 'reportCompletion', '2026-11-20 09:00', 'accepting', {
      completedOn: '2026-11-18',
      acceptance: paper('e'),
    }),
    step(office, 'rejectCompletion', '2026-11-24 09:00', 'building', { reason: '消防验收未完成。' }),
    step(head, 'reportCompletion', '2026-12-21 09:00', 'accepting', {
      completedOn: '2026-12-18',
      acceptance: paper('f'),
    }),
    step(office, 'verifyCompletion', '2026-12-24 09:00', 'completed', { opinion: '已投产，验收材料齐全。' }),
    step(office, 'confirmEffect', '2027-11-10 09:00', 'effective', {
      opinion: '年产值3.1亿元，达到协议约定。',
      proof: paper('d'),
    }),
  ],
}

const falseStart: ExampleDefinition = {
  title: '假开工：场地平整不算，未批先建不收，自己报的不能自己核；复查发现停在围挡，撤销认定',
  steps: [
    entering('2025-03-03 10:00', { totalInvestment: 8000 }),
    reserving('2025-04-02 10:00'),
    approving('2025-06-10 10:00'),
    reportingStart('2025-09-15 09:00', { startWorks: 'clearing' }, refusal('no-real-works')),
    reportingStart('2025-09-15 09:10', { startedOn: '2025-08-20' }, refusal('before-permit')),
    reportingStart('2025-09-15 09:15', { startedOn: '2025-09-16' }, refusal('day-to-come')),
    as('何川', reportingStart('2025-09-15 09:20')),
    as('何川', verifyingStart('2025-09-16 09:00', refusal('second-person'))),
    step(office, 'rejectStart', '2025-09-17 09:00', 'preparing', { finding: 'noWork', reason: '现场只有围挡。' }),
    reportingStart('2025-09-19 09:00'),
    verifyingStart('2025-09-22 10:00'),
    step(office, 'revokeStart', '2025-11-05 09:00', 'preparing', {
      finding: 'noWork',
      reason: '桩机退场，核实后没有继续施工。',
      site: paper('d'),
    }),
    reportingStart('2025-11-20 09:00'),
    verifyingStart('2025-11-21 10:00'),
    enteringStatistics('2025-11-25 10:00'),
    step(office, 'revokeStart', '2025-11-26 09:00', refusal('entered-already'), {
      finding: 'noWork',
      reason: '复查。',
      site: paper('d'),
    }),
  ],
}

const channel = { source: 'bond', batch: '2025年第二批' } as const

const fundsAndStop: ExampleDefinition = {
  title: '民生项目争取专项债：申报、下达、支付三本账；停工研判，复工后工期顺延，竣工移交出库',
  steps: [
    entering('2025-03-03 10:00', { kind: 'livelihood', totalInvestment: 900, name: '桂花社区综合服务中心' }),
    reserving('2025-03-20 10:00', refusal('engine/stage-test')),
    step(clerk, 'change', '2025-03-20 10:05', refusal('engine/not-permitted'), { totalInvestment: 6000 }),
    step(clerk, 'supplement', '2025-03-20 10:08', 'idea', { content: '新建综合服务中心6800平方米。' }),
    step(office, 'change', '2025-03-20 10:10', 'idea', { totalInvestment: 6000 }),
    reserving('2025-03-20 10:20'),
    step(clerk, 'askFunds', '2025-03-24 09:00', refusal('asked-over-total'), { ...channel, amount: 6500 }),
    step(clerk, 'askFunds', '2025-03-24 09:10', 'reserve', { ...channel, amount: 3000 }),
    step(office, 'obtainFunds', '2025-05-20 09:00', refusal('obtained-over-asked'), {
      ...channel,
      amount: 3200,
      document: '兰财债〔2025〕6号',
    }),
    step(office, 'obtainFunds', '2025-05-20 09:10', 'reserve', {
      ...channel,
      amount: 2000,
      document: '兰财债〔2025〕6号',
    }),
    approving('2025-06-10 10:00', { plannedEnd: '2026-06-30' }),
    reportingStart('2025-09-15 09:00'),
    verifyingStart('2025-09-18 10:00', { state: 'building', due: { completion: '2026-06-30 24:00' } }),
    enteringStatistics('2025-09-25 10:00'),
    step(head, 'payFunds', '2025-10-15 09:00', refusal('paid-over-obtained'), { amount: 2500 }),
    step(head, 'payFunds', '2025-10-15 09:10', 'building', { amount: 800 }),
    step(office, 'suspend', '2026-01-12 09:00', 'suspended', { reason: 'control', note: '重污染天气管控停工。' }),
    step(office, 'studySuspension', '2026-02-03 09:00', 'suspended', { opinion: '管控解除后即复工。' }),
    step(
      office,
      'resume',
      '2026-02-26 09:00',
      { state: 'building', due: { completion: '2026-08-14 24:00' } },
      {
        site: paper('d'),
      },
    ),
    step(head, 'reportCompletion', '2026-07-20 09:00', 'accepting', {
      completedOn: '2026-07-16',
      acceptance: paper('e'),
    }),
    step(office, 'verifyCompletion', '2026-07-22 09:00', 'completed', { opinion: '已投用。' }),
    step(office, 'leave', '2026-09-01 09:00', 'delivered', { reason: 'handedOver' }),
  ],
}

const givenUp: ExampleDefinition = {
  title: '太小的不入库；储备项目滚动评审，退回谋划，最后退库；没有入统的投资不采用',
  steps: [
    entering('2025-02-10 09:00', { totalInvestment: 300 }, refusal('engine/stage-test')),
    entering('2025-02-10 09:10'),
    step(office, 'change', '2025-02-10 09:20', 'idea', { municipal: true }),
    step(
      office,
      'review',
      '2025-04-21 09:00',
      { state: 'idea', due: { ideaReview: '2025-07-21 24:00' } },
      {
        opinion: '方案待深化，留库。',
      },
    ),
    reserving('2025-06-10 10:00'),
    step(clerk, 'leave', '2025-07-01 10:00', refusal('engine/not-permitted'), { reason: 'land' }),
    step(office, 'return:idea', '2025-08-01 10:00', 'idea', { reason: '用地指标未落实。' }),
    step(statistician, 'review', '2025-09-01 10:00', refusal('engine/not-permitted'), { opinion: '留库。' }),
    reserving('2025-09-02 10:00'),
    approving('2025-09-03 10:00', { plannedStart: '2025-12-01' }),
    step(office, 'return:reserve', '2025-11-03 10:00', 'reserve', { reason: '备案变更。' }),
    step(office, 'leave', '2026-03-02 10:00', 'removed', { reason: 'land' }),
  ],
}

/** Worked examples of the libraries, in 兰台区; the projects and firms are invented. */
export const projectExamples: readonly ExampleDefinition[] = [wholeWay, falseStart, fundsAndStop, givenUp]

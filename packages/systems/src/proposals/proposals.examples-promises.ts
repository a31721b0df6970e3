import type { ExampleDefinition } from '@jiannuo/engine'
import { refusal, step } from '../example.ts'
import {
  answer,
  clerk,
  head,
  kept,
  LEAD,
  leader,
  liaison,
  list,
  office,
  paper,
  promised,
  rated,
  sent,
  supervisor,
  underWay,
} from './proposals.examples-steps.ts'

const turned: ExampleDefinition = {
  title: 'B类承诺跟踪到下一年：逐项填报落实，核实后转为A类，代表委员再评价',
  steps: [
    ...underWay('2025-03-03'),
    step(clerk(LEAD), 'draftReply', '2025-05-12 08:00', refusal('promise-missing'), promised),
    step(clerk(LEAD), 'promise', '2025-05-12 08:10', 'handling', list),
    step(clerk(LEAD), 'draftReply', '2025-05-12 08:20', refusal('promise-not-b'), answer),
    step(clerk(LEAD), 'unpromise', '2025-05-12 08:30', 'handling'),
    ...sent('2025-05-12', promised),
    rated('2025-05-20 09:00', 'basic', 'archiving'),
    step(office, 'track', '2025-05-20 10:00', { state: 'tracking', due: { promise: '2026-06-30 24:00' } }),
    step(office, 'publish', '2025-05-22 09:00', 'tracking', { address: '兰台区政府网建议提案专栏' }),
    kept('2026-03-20 09:00', '1'),
    step(clerk(LEAD), 'askTurn', '2026-03-20 10:00', refusal('promise-open'), { summary: '第一项已完成。' }),
    kept('2026-05-18 09:00', '2'),
    step(
      clerk(LEAD),
      'askTurn',
      '2026-05-18 10:00',
      { state: 'verifying', due: { verifying: '2026-06-01 24:00' } },
      {
        summary: '两项均已完成。',
      },
    ),
    step(office, 'rejectTurn', '2026-05-21 09:00', 'tracking', { why: '有3部未开工。' }),
    step(clerk(LEAD), 'askTurn', '2026-06-15 10:00', 'verifying', { summary: '20部全部开工。' }),
    step(office, 'confirmTurn', '2026-06-17 09:00', 'archiving', { found: '现场核对20部。', proof: paper }),
    step(liaison, 'rateDelivery', '2026-06-18 09:00', 'archiving', { deliveryView: 'satisfied' }),
    step(office, 'archive', '2026-06-18 10:00', 'closed'),
  ],
}

const moved: ExampleDefinition = {
  title: '承诺期限调整、转为C类：先向代表委员说明，由区领导批准',
  steps: [
    ...underWay('2025-03-03'),
    ...sent('2025-05-12', { ...promised, disclosure: 'summary' }),
    rated('2025-05-20 09:00', 'basic', 'archiving'),
    step(office, 'publish', '2025-05-20 09:30', 'archiving', { address: '兰台区政府网建议提案专栏' }),
    step(office, 'archive', '2025-05-20 09:40', refusal('promise-untracked')),
    step(office, 'track', '2025-05-20 10:00', 'tracking'),
    step(head(LEAD), 'askPromiseChange', '2026-05-06 09:00', refusal('tell-author'), {
      reason: 'works',
      explanation: '管线迁改推迟。',
      newDue: '2026-09-30',
      told: false,
    }),
    step(head(LEAD), 'askPromiseChange', '2026-05-06 09:10', 'tracking', {
      reason: 'works',
      explanation: '管线迁改推迟。',
      newDue: '2026-09-30',
      told: true,
    }),
    step(
      leader,
      'grantPromiseChange',
      '2026-05-08 09:00',
      { state: 'tracking', due: { promise: '2026-09-30 24:00' } },
      {
        reason: '同意，抓紧实施。',
      },
    ),
    step(head(LEAD), 'askPromiseChange', '2026-09-01 09:00', 'tracking', {
      reason: 'works',
      explanation: '再推迟两个月。',
      newDue: '2026-11-30',
      told: true,
    }),
    step(leader, 'refusePromiseChange', '2026-09-02 09:00', 'tracking', { reason: '不再推迟。' }),
    step(head(LEAD), 'askGiveUp', '2026-09-20 09:00', 'tracking', { reason: 'policy', explanation: '上级停止补助。' }),
    step(leader, 'refuseGiveUp', '2026-09-21 09:00', 'tracking', { reason: '区级资金可以安排。' }),
    step(head(LEAD), 'askGiveUp', '2026-10-20 09:00', 'tracking', {
      reason: 'force',
      explanation: '楼栋列为危房拆除。',
    }),
    step(leader, 'grantGiveUp', '2026-10-21 09:00', 'archiving', { reason: '同意，向代表说明。' }),
    step(office, 'track', '2026-10-22 09:00', refusal('promise-settled')),
    step(office, 'archive', '2026-10-22 10:00', 'closed'),
  ],
}

const again: ExampleDefinition = {
  title: '评价不满意的两个月内重办；重办后仍不满意的如实归档',
  steps: [
    ...underWay('2025-03-03'),
    ...sent('2025-05-12'),
    rated('2025-05-20 09:00', 'dissatisfied', { state: 'redo', due: { redo: '2025-07-21 24:00' } }),
    step(supervisor, 'urge', '2025-06-20 09:00', 'redo', { demand: '月底前提出新的措施。' }),
    step(clerk(LEAD), 'takeUp', '2025-06-23 09:00', 'handling', { plan: '增设两部。' }),
    step(head(LEAD), 'askExtension', '2025-06-24 09:00', refusal('extension-redo'), {
      reason: 'study',
      explanation: '需论证。',
      days: 10,
      told: true,
    }),
    step(clerk(LEAD), 'draftReply', '2025-07-01 09:00', 'signing', answer),
    step(head(LEAD), 'sendBack', '2025-07-02 09:00', 'handling', { comment: '补充时间安排。' }),
    ...sent('2025-07-03', { ...answer, disclosure: 'none', closedWhy: '涉及在审规划。' }),
    step(office, 'publish', '2025-07-03 16:00', refusal('not-public'), { address: '兰台区政府网' }),
    rated('2025-07-10 09:00', 'dissatisfied', 'archiving'),
    step(liaison, 'rateDelivery', '2025-07-11 08:50', refusal('no-promise'), { deliveryView: 'basic' }),
    step(office, 'archive', '2025-07-11 09:00', 'closed'),
  ],
}

const silent: ExampleDefinition = {
  title: '催请后过期未评价的转入归档，不计入满意率',
  steps: [
    ...underWay('2025-03-03'),
    ...sent('2025-05-12'),
    step(
      liaison,
      'remindRating',
      '2025-06-06 09:00',
      { state: 'replied', due: { silence: '2025-06-27 24:00' } },
      {
        how: '电话催请。',
      },
    ),
    // The machine has gone on by then: it can be made public and archived, and no longer rated.
    step(liaison, 'rate', '2025-06-30 09:00', refusal('engine/wrong-state'), {
      attitude: 'satisfied',
      satisfaction: 'satisfied',
      form: paper,
    }),
    step(office, 'publish', '2025-06-30 10:00', 'archiving', { address: '兰台区政府网建议提案专栏' }),
    step(office, 'archive', '2025-06-30 11:00', 'closed'),
  ],
}

const lookedBack: ExampleDefinition = {
  title: '回头看：没有不符的结论不能退回，答复与实际不符的重办',
  steps: [
    ...underWay('2025-03-03'),
    ...sent('2025-05-12'),
    rated('2025-05-20 09:00', 'satisfied', 'archiving'),
    step(office, 'publish', '2025-05-21 09:00', 'archiving', { address: '兰台区政府网建议提案专栏' }),
    step(office, 'archive', '2025-05-21 10:00', 'closed'),
    step(supervisor, 'reopen', '2025-11-03 09:00', refusal('no-evidence'), { reason: '群众反映未开工。' }),
    step(supervisor, 'inspect', '2025-11-04 09:00', 'closed', {
      verdict: 'partly',
      seen: '12部中5部停工。',
      photos: paper,
    }),
    step(
      supervisor,
      'reopen',
      '2025-11-04 10:00',
      { state: 'redo', due: { redo: '2026-01-04 24:00' } },
      {
        reason: '部分电梯停工，与答复不符。',
      },
    ),
  ],
}

export const promiseExamples: readonly ExampleDefinition[] = [turned, moved, again, silent, lookedBack]

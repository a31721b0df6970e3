import type { ExampleDefinition } from '@jiannuo/engine'
import { as, refusal, step } from '../example.ts'
import {
  answer,
  clerk,
  dispatched,
  filed,
  head,
  LEAD,
  leader,
  liaison,
  matter,
  office,
  paper,
  sent,
  talk,
  underWay,
} from './proposals.examples-steps.ts'

const key: ExampleDefinition = {
  title: '重点督办件：必须面商，答复先经领办区领导审签',
  steps: [
    ...filed('2025-03-03', { number: '议案第1号', kind: 'motion', subject: '关于推进东门片区更新的议案' }),
    step(liaison, 'markKey', '2025-03-03 12:00', 'filed', { keyLeader: '区人大常委会领衔督办，分管副区长领办' }),
    step(leader, 'markKey', '2025-03-03 12:10', refusal('key-already'), { keyLeader: '分管副区长领办' }),
    dispatched('2025-03-03', { difficulty: 'wide' }, { due: { reply: '2025-09-01 24:00' } }),
    step(clerk(LEAD), 'accept', '2025-03-04 09:00', 'handling'),
    talk('2025-03-05 09:00', 'before', 'declined'),
    step(clerk(LEAD), 'draftReply', '2025-06-03 09:00', refusal('not-met'), answer),
    talk('2025-06-05 09:00', 'during'),
    as(
      '周宁',
      step(head(LEAD), 'contact', '2025-06-06 09:00', 'handling', {
        stage: 'during',
        way: 'phone',
        on: '2025-06-06',
        said: '通报进度。',
        record: paper,
      }),
    ),
    as('周宁', step(clerk(LEAD), 'draftReply', '2025-06-09 09:00', 'signing', answer)),
    as('周宁', step(head(LEAD), 'sign', '2025-06-09 10:00', refusal('own-work'))),
    step(head(LEAD), 'sign', '2025-06-09 11:00', 'vetting'),
    step(office, 'send', '2025-06-10 09:00', refusal('key-needs-leader')),
    step(office, 'send', '2025-06-10 10:00', 'replied', { leaderView: '同意答复。' }),
  ],
}

const reference: ExampleDefinition = {
  title: '不予立案的转作参考',
  steps: [
    step(liaison, 'register', '2025-02-20 09:00', 'registered', { ...matter, subject: '关于个人房屋买卖合同的来信' }),
    step(liaison, 'refuseFiling', '2025-02-21 09:00', 'notFiled', { why: '属于民事纠纷，告知诉讼途径。' }),
  ],
}

const longer: ExampleDefinition = {
  title: '延期答复：说明后申请一次，不同意的按原期限；D类要说明原因',
  steps: [
    ...underWay('2025-03-03'),
    step(head(LEAD), 'askExtension', '2025-04-01 09:00', refusal('tell-author'), {
      reason: 'study',
      explanation: '需第三方论证。',
      days: 30,
      told: false,
    }),
    step(head(LEAD), 'askExtension', '2025-04-01 10:00', 'handling', {
      reason: 'study',
      explanation: '需第三方论证。',
      days: 30,
      told: true,
    }),
    step(clerk(LEAD), 'draftReply', '2025-04-01 11:00', refusal('request-pending'), answer),
    step(office, 'refuseExtension', '2025-04-02 09:00', 'handling', { reason: '尚有两个月。' }),
    step(head(LEAD), 'askExtension', '2025-05-20 09:00', 'handling', {
      reason: 'budget',
      explanation: '待预算调整。',
      days: 60,
      told: true,
    }),
    step(
      office,
      'grantExtension',
      '2025-05-21 09:00',
      { state: 'handling', due: { reply: '2025-07-31 24:00' } },
      {
        reason: '同意。',
      },
    ),
    step(head(LEAD), 'askExtension', '2025-07-01 09:00', refusal('extension-used-up'), {
      reason: 'budget',
      explanation: '待预算调整。',
      days: 20,
      told: true,
    }),
    step(clerk(LEAD), 'draftReply', '2025-07-10 09:00', refusal('class-why'), { ...answer, replyClass: 'D' }),
    step(clerk(LEAD), 'draftReply', '2025-07-10 09:30', refusal('closed-why'), {
      ...answer,
      replyClass: 'D',
      disclosure: 'none',
      explained: '超出区级事权。',
    }),
    ...sent('2025-07-11', { ...answer, replyClass: 'D', explained: '超出区级事权，已向市级部门反映。' }),
  ],
}

/** Key ones, what is not filed, and more time. */
export const otherExamples: readonly ExampleDefinition[] = [key, reference, longer]

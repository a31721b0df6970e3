import type { ExampleDefinition } from '@jiannuo/engine'
import { refusal, step } from '../example.ts'
import {
  answered,
  clerk,
  head,
  INDUSTRY,
  leader,
  manager,
  paper,
  PLANNING,
  pledge,
  pledged,
  rate,
  supervisor,
  underWay,
} from './requests.examples-steps.ts'

const consulted: ExampleDefinition = {
  title: '难题会商，政策空白挂账并报改革建议，复核、销账后解决',
  steps: [
    ...underWay('2025-03-03'),
    step(clerk(INDUSTRY), 'invite', '2025-03-03 14:00', 'handling', { co: [PLANNING], question: '容积率能否调整。' }),
    step(
      leader,
      'convene',
      '2025-03-04 09:00',
      { state: 'consulting', due: { consulting: '2025-03-18 24:00' } },
      {
        co: ['lantai-housing'],
        topic: '扩建用地。',
      },
    ),
    step(leader, 'conclude', '2025-03-06 09:00', refusal('basis-missing'), {
      consultOutcome: 'reform',
      conclusion: '报市级试点。',
      minutes: paper,
      newLead: PLANNING,
    }),
    step(leader, 'conclude', '2025-03-06 09:10', 'handling', {
      consultOutcome: 'reform',
      conclusion: '报市级试点。',
      minutes: paper,
    }),
    step(head(INDUSTRY), 'askShelf', '2025-03-06 10:00', refusal('tell-firm'), {
      reason: 'policyGap',
      explanation: '没有混合用地政策。',
      planned: '2025-09-30',
      told: false,
    }),
    step(head(INDUSTRY), 'askShelf', '2025-03-06 10:10', 'handling', {
      reason: 'policyGap',
      explanation: '没有混合用地政策。',
      planned: '2025-09-30',
      told: true,
    }),
    step(supervisor, 'refuseShelf', '2025-03-06 11:00', 'handling', { reason: '先附会商纪要。' }),
    step(head(INDUSTRY), 'askShelf', '2025-03-07 10:10', 'handling', {
      reason: 'policyGap',
      explanation: '纪要已附。',
      planned: '2025-09-30',
      told: true,
    }),
    step(
      supervisor,
      'grantShelf',
      '2025-03-07 11:00',
      { state: 'shelved', due: { shelf: '2025-06-05 24:00' } },
      {
        reason: 'policyGap',
      },
    ),
    step(
      supervisor,
      'reviewShelf',
      '2025-06-05 09:00',
      { state: 'shelved', due: { shelf: '2025-09-03 24:00' } },
      {
        progress: '试点方案已上报。',
      },
    ),
    step(
      head(INDUSTRY),
      'clearShelf',
      '2025-08-01 09:00',
      { state: 'handling', due: { handling: '2025-08-18 24:00' } },
      {
        progress: '试点获批。',
      },
    ),
    step(clerk(PLANNING), 'coAnswer', '2025-08-01 10:00', 'handling', { opinion: '可以办理。' }),
    step(clerk('lantai-housing'), 'coAnswer', '2025-08-01 11:00', 'handling', { opinion: '同意。' }),
    ...answered('2025-08-04 10:00', '2025-08-04 11:00'),
    rate('2025-08-05 10:00', 'satisfied', true, 'archived'),
  ],
}

const kept: ExampleDefinition = {
  title: '承诺解决的留在清单上：调整日期要批准，企业不认可继续跟踪，确认后销号',
  steps: [
    ...underWay('2025-03-03'),
    step(clerk(INDUSTRY), 'answerWithPromise', '2025-03-10 09:00', refusal('day-past'), pledge('2025-03-01')),
    ...pledged('2025-03-10 10:00', '2025-03-10 11:00', '2025-06-30'),
    step(
      manager,
      'rate',
      '2025-03-11 10:00',
      { state: 'promised', due: { promise: '2025-06-30 24:00' } },
      {
        solved: false,
        satisfaction: 'basic',
        how: 'phone',
      },
    ),
    step(head(INDUSTRY), 'askDeferral', '2025-05-06 09:00', 'promised', {
      day: '2025-08-31',
      explanation: '出让公告期顺延。',
      told: true,
    }),
    step(supervisor, 'refuseDeferral', '2025-05-06 10:00', 'promised', { reason: '时间仍够。' }),
    step(head(INDUSTRY), 'askDeferral', '2025-06-20 09:00', 'promised', {
      day: '2025-08-31',
      explanation: '公告期内有异议。',
      told: true,
    }),
    step(
      supervisor,
      'grantDeferral',
      '2025-06-20 10:00',
      { state: 'promised', due: { promise: '2025-08-31 24:00' } },
      {
        reason: '同意顺延一次。',
      },
    ),
    step(clerk(INDUSTRY), 'keep', '2025-08-20 09:00', 'promiseCheck', { result: '已挂牌成交。', keptProof: paper }),
    step(manager, 'confirmKept', '2025-08-20 10:00', refusal('not-content'), { satisfaction: 'dissatisfied' }),
    step(manager, 'rejectKept', '2025-08-20 10:10', 'promised', { remark: '合同尚未签订。' }),
    step(clerk(INDUSTRY), 'keep', '2025-08-28 09:00', 'promiseCheck', { result: '合同已签。', keptProof: paper }),
    step(manager, 'confirmKept', '2025-08-29 10:00', 'archived', { satisfaction: 'satisfied' }),
  ],
}

const late: ExampleDefinition = {
  title: '延期只有一次；承诺没有兑现，由督查室认定',
  steps: [
    ...underWay('2025-03-03', 'simple'),
    step(clerk(INDUSTRY), 'askExtension', '2025-03-04 09:00', 'handling', {
      days: 3,
      explanation: '等图纸。',
      told: true,
    }),
    step(manager, 'refuseExtension', '2025-03-04 10:00', 'handling', { reason: '图纸已到。' }),
    step(clerk(INDUSTRY), 'askExtension', '2025-03-05 09:00', 'handling', {
      days: 5,
      explanation: '等评审。',
      told: true,
    }),
    step(
      manager,
      'grantExtension',
      '2025-03-05 10:00',
      { state: 'handling', due: { handling: '2025-03-17 24:00' } },
      {
        reason: '同意。',
      },
    ),
    step(clerk(INDUSTRY), 'askExtension', '2025-03-06 09:00', refusal('extension-used-up'), {
      days: 5,
      explanation: '再等。',
      told: true,
    }),
    ...pledged('2025-03-10 10:00', '2025-03-10 11:00', '2025-03-31'),
    rate('2025-03-11 10:00', 'basic', false, 'promised'),
    step(supervisor, 'giveUp', '2025-04-30 09:00', 'unmet', { reason: '企业与竞得人未达成一致。', told: true }),
  ],
}

/** Worked examples of what is hard: 会商, 挂账, promises. */
export const hardExamples: readonly ExampleDefinition[] = [consulted, kept, late]

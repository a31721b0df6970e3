import type { ExampleDefinition } from '@jiannuo/engine'
import { on, refusal, step } from '../example.ts'
import {
  appointed,
  facts,
  inTalks,
  lead,
  LEVIER,
  levier,
  matter,
  ME,
  mediator,
  pact,
  paid,
  paper,
} from './disputes.examples-steps.ts'

const settled: ExampleDefinition = {
  title: '核定、调解、达成协议、司法确认、分期履行到位、回访结案，跨国庆计算时限',
  steps: [
    step(
      mediator,
      'register',
      '2025-09-26 09:00',
      { state: 'registered', due: { acceptance: '2025-10-10 24:00' } },
      matter,
    ),
    step(mediator, 'amend', '2025-09-26 09:20', 'registered', { claimed: 18600, reason: '核对请求金额。' }),
    step(lead, 'accept', '2025-09-26 10:00', refusal('no-consent'), { ...appointed, consent: false }),
    step(lead, 'accept', '2025-09-26 10:10', 'checking', appointed),
    step(mediator, 'settleFacts', '2025-09-28 09:00', refusal('facts-missing'), { verified: 16200 }),
    step(levier, 'giveFacts', '2025-09-28 10:00', 'checking', facts),
    step(
      mediator,
      'settleFacts',
      '2025-09-28 11:00',
      { state: 'mediating', due: { mediation: '2025-10-28 24:00' } },
      {
        items: [{ no: '1', period: '2022-2024', declared: 4000, verified: 6250, arrears: 16200 }],
        verified: 16200,
      },
    ),
    step(mediator, 'meet', '2025-10-10 09:00', 'mediating', {
      where: { text: '争议调解中心一号室' },
      present: '申请人、单位人事经理、核定员。',
      minutes: '双方认可核定数。',
      signedMinutes: paper,
    }),
    step(mediator, 'agree', '2025-10-10 11:00', refusal('both-must'), { ...pact('2025-12-31'), signed: false }),
    step(
      mediator,
      'agree',
      '2025-10-10 11:10',
      { state: 'agreed', due: { confirmation: '2025-11-10 24:00', performance: '2025-12-31 24:00' } },
      pact('2025-12-31'),
    ),
    step(mediator, 'applyConfirmation', '2025-10-15 09:00', 'confirming', {
      together: true,
      court: '兰台区人民法院',
      application: paper,
    }),
    step(mediator, 'confirm', '2025-10-28 09:00', 'performing', { confirmation: '（2025）兰司确12号', ruling: paper }),
    step(mediator, 'pay', '2025-11-03 09:00', 'performing', paid(8000)),
    step(mediator, 'complete', '2025-11-03 09:30', refusal('paid-short')),
    step(mediator, 'pay', '2025-12-01 09:00', refusal('paid-over'), paid(9000)),
    step(mediator, 'pay', '2025-12-01 09:10', 'performing', paid(8200)),
    step(mediator, 'complete', '2025-12-01 09:30', 'performed'),
    step(lead, 'close', '2025-12-03 09:00', 'closed', { applicantSays: 'content', respondentSays: 'basic' }),
  ],
}

const apart: ExampleDefinition = {
  title: '调解可中止和延长一次，期限由双方同意；未达成的出具终结书引导仲裁',
  steps: [
    ...inTalks('2025-03-03', '2025-03-04'),
    step(lead, 'pause', '2025-03-06 09:00', 'mediating', { reason: 'audit' }),
    step(mediator, 'resume', '2025-03-11 09:00', { state: 'mediating', due: { mediation: '2025-04-08 24:00' } }),
    step(mediator, 'askExtension', '2025-03-20 09:00', refusal('both-must'), {
      days: 10,
      agreed: false,
      explanation: '等待单位研究。',
    }),
    step(mediator, 'askExtension', '2025-03-20 09:10', 'mediating', {
      days: 10,
      agreed: true,
      explanation: '等待研究。',
    }),
    step(lead, 'refuseExtension', '2025-03-20 10:00', 'mediating', { reason: '期限尚早。' }),
    step(mediator, 'askExtension', '2025-04-01 09:10', 'mediating', {
      days: 10,
      agreed: true,
      explanation: '等待研究。',
    }),
    step(
      lead,
      'grantExtension',
      '2025-04-01 10:00',
      { state: 'mediating', due: { mediation: '2025-04-18 24:00' } },
      { reason: '同意。' },
    ),
    step(mediator, 'askExtension', '2025-04-02 09:00', refusal('extension-used-up'), {
      days: 5,
      agreed: true,
      explanation: '再延。',
    }),
    step(mediator, 'addBody', '2025-04-02 10:00', 'mediating', { co: ['lantai-market'], question: '单位存续情况。' }),
    step(
      mediator,
      'fail',
      '2025-04-10 09:00',
      { state: 'unsettled', due: { routing: '2025-04-15 24:00' } },
      {
        why: 'apart',
        note: '单位只愿补缴一年。',
      },
    ),
    step(mediator, 'route', '2025-04-11 09:00', 'routed', {
      route: 'arbitration',
      told: '已书面告知仲裁途径和时效。',
      ending: paper,
    }),
  ],
}

const unpaid: ExampleDefinition = {
  title: '不申请司法确认，变更履行期限后仍未履行，转诉讼；期限未到不能认定',
  steps: [
    ...inTalks('2025-03-03', '2025-03-04'),
    step(lead, 'changeMediator', '2025-03-05 09:00', 'mediating', { mediator: 'mediator-2', why: 'recusal' }),
    step(mediator, 'agree', '2025-03-05 09:30', refusal('not-mediator'), pact('2025-04-30')),
    step(lead, 'changeMediator', '2025-03-05 10:00', 'mediating', { mediator: ME, why: 'duty' }),
    step(mediator, 'agree', '2025-03-05 11:00', 'agreed', pact('2025-04-30')),
    step(mediator, 'skipConfirmation', '2025-03-06 09:00', 'performing', { note: '双方均不申请。' }),
    step(lead, 'breach', '2025-03-10 09:00', refusal('not-due'), { route: 'lawsuit', enforce: false, note: '未付。' }),
    step(
      mediator,
      'reschedule',
      '2025-04-28 09:00',
      { state: 'performing', due: { performance: '2025-05-31 24:00' } },
      {
        performBy: '2025-05-31',
        together: true,
        amendment: paper,
      },
    ),
    step(lead, 'breach', '2025-06-03 09:00', 'breached', {
      route: 'lawsuit',
      enforce: false,
      note: '三次督促未履行。',
    }),
  ],
}

const unconfirmed: ExampleDefinition = {
  title: '法院不予确认的，回到引导法定途径',
  steps: [
    ...inTalks('2025-03-03', '2025-03-04'),
    step(mediator, 'agree', '2025-03-05 11:00', 'agreed', pact('2025-04-30')),
    step(mediator, 'applyConfirmation', '2025-03-06 09:00', 'confirming', {
      together: true,
      court: '兰台区人民法院',
      application: paper,
    }),
    step(mediator, 'notConfirm', '2025-03-20 09:00', 'unsettled', { reason: '放弃法定缴费义务。', ruling: paper }),
    step(mediator, 'route', '2025-03-21 09:00', 'routed', { route: 'audit', told: '告知稽核途径。', ending: paper }),
  ],
}

const early: ExampleDefinition = {
  title: '不属本中心的三个工作日内移送；已进仲裁的不予受理；申请人撤回',
  steps: [
    ...on('移送件', [
      step(mediator, 'register', '2025-03-03 09:00', 'registered', { ...matter, title: '住房公积金缴存争议' }),
      step(
        lead,
        'findOutside',
        '2025-03-03 10:00',
        { state: 'transferring', due: { transfer: '2025-03-06 24:00' } },
        {
          reason: '公积金由管理中心处理。',
        },
      ),
      step(mediator, 'transfer', '2025-03-04 09:00', 'transferred', { receiver: '公积金管理中心', receipt: paper }),
    ]),
    ...on('已裁件', [
      step(mediator, 'register', '2025-03-04 10:00', 'registered', { ...matter, complexity: 'complex' }),
      step(lead, 'refuse', '2025-03-04 11:00', 'refused', { why: 'pending', told: '仲裁已受理，请在仲裁中主张。' }),
    ]),
    ...on('撤回件', [
      step(mediator, 'register', '2025-03-05 09:00', 'registered', matter),
      step(lead, 'accept', '2025-03-05 10:00', refusal('lead-is-co'), { ...appointed, co: ['lantai-labour', LEVIER] }),
      step(lead, 'accept', '2025-03-05 10:10', 'checking', appointed),
      step(mediator, 'withdraw', '2025-03-06 09:00', 'withdrawn', { reason: '单位已自行补缴。', letter: paper }),
    ]),
  ],
}

/** Worked examples of levy disputes. */
export const disputeExamples: readonly ExampleDefinition[] = [settled, apart, unpaid, unconfirmed, early]

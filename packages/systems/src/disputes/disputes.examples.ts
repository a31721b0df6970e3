import type { ExampleDefinition } from '@jiannuo/engine'
import { as, refusal, step } from '../example.ts'
import {
  acceptedBy,
  agreed,
  atTable,
  centre,
  charged,
  dispatched,
  failed,
  grid,
  guided,
  head,
  HOUSING,
  leader,
  mediator,
  paper,
  performed,
  registered,
  screened,
  STREET,
  supervisor,
  toPerform,
  visited,
  wages,
} from './disputes.examples-steps.ts'

const usual: ExampleDefinition = {
  title: '邻里纠纷：跨国庆假期受理，调解达成协议，告知司法确认后履行，由另一人回访归档',
  steps: [
    registered('2025-09-29 09:00'),
    step(centre, 'amend', '2025-09-29 09:30', 'registered', { amount: 0.9 }),
    screened('2025-09-29 10:00'),
    dispatched('2025-09-29 11:00', STREET, {
      state: 'accepting',
      // Five working days over the National Day holiday; the Saturday 11th is worked.
      due: { accepting: '2025-10-13 24:00' },
    }),
    step(mediator(STREET), 'accept', '2025-09-30 09:00', refusal('not-willing'), { willing: false, told: true }),
    acceptedBy('2025-09-30 15:00', STREET, { state: 'mediating', due: { mediation: '2025-10-30 24:00' } }),
    step(mediator(STREET), 'session', '2025-10-09 15:00', 'mediating', {
      heldOn: '2025-10-09',
      summary: '查看现场，双方认可漏水原因，金额未定。',
    }),
    step(mediator(STREET), 'agree', '2025-10-14 15:00', refusal('not-signed'), {
      performBy: '2025-10-31',
      content: '赔偿六千元。',
      form: 'written',
      signed: false,
      paper,
    }),
    agreed('2025-10-15 15:00', '2025-10-31', { state: 'agreed', due: { confirmation: '2025-11-14 24:00' } }),
    toPerform('2025-10-16 09:00', { state: 'performing', due: { performance: '2025-10-31 24:00' } }),
    as('江雪', performed('2025-10-30 10:00')),
    as('江雪', visited('2025-11-03 10:00', true, refusal('own-case'))),
    visited('2025-11-05 10:00', true, 'archived'),
  ],
}

const hard: ExampleDefinition = {
  title: '重大复杂疑难：先明确包保领导再受理；会商、共同申请司法确认，法院裁定有效',
  steps: [
    registered('2025-09-22 09:00', wages),
    screened('2025-09-22 10:00', true),
    dispatched(
      '2025-09-22 11:00',
      'lantai-labour',
      { state: 'accepting', due: { accepting: '2025-10-11 24:00' } },
      {
        body: 'department',
        co: [HOUSING],
      },
    ),
    acceptedBy('2025-09-23 09:00', 'lantai-labour', refusal('keeper-first')),
    charged('2025-09-23 10:00', 'accepting'),
    acceptedBy('2025-09-23 11:00', 'lantai-labour'),
    step(leader, 'keepReport', '2025-09-24 09:00', 'mediating', { met: true, progress: '面见工人代表，名册核对中。' }),
    step(mediator('lantai-labour'), 'confer', '2025-09-24 10:00', 'conferring', {
      co: [HOUSING],
      question: '工程款能否先行拨付用于发薪。',
    }),
    step(mediator('lantai-labour'), 'conclude', '2025-09-24 11:00', refusal('co-silent'), { conclusion: '先行拨付。' }),
    step(mediator(HOUSING), 'opine', '2025-09-25 09:00', 'conferring', { opinion: '已协调总包先行拨付六成。' }),
    step(mediator('lantai-labour'), 'conclude', '2025-09-25 15:00', 'mediating', {
      conclusion: '先付六成，余款分两月。',
    }),
    agreed('2025-09-26 15:00', '2025-12-31', 'agreed', 'lantai-labour'),
    step(mediator('lantai-labour'), 'applyConfirm', '2025-09-28 09:00', 'confirming', {
      jointly: true,
      application: paper,
    }),
    step(centre, 'confirmed', '2025-10-16 09:00', 'performing', { ruling: '（2025）兰台民特31号' }),
    step(mediator('lantai-labour'), 'breach', '2026-01-05 09:00', 'guiding', { reason: '余款没有按期支付。' }),
    step(mediator('lantai-labour'), 'guide', '2026-01-06 09:00', 'routed', {
      route: 'enforcement',
      told: true,
      notice: paper,
    }),
  ],
}

const failing: ExampleDefinition = {
  title: '调解不成：经双方同意延长，仍不成的书面告知法定途径；反弹重新分流，一方不愿调解的不予受理',
  steps: [
    ...atTable('2025-09-22'),
    step(
      mediator(STREET),
      'prolong',
      '2025-10-20 09:00',
      { state: 'mediating', due: { mediation: '2025-11-03 24:00' } },
      {
        days: 10,
        reason: '等待鉴定。',
        consent: paper,
      },
    ),
    failed('2025-10-31 09:00'),
    guided('2025-10-31 10:00', STREET, false, refusal('tell-route')),
    guided('2025-10-31 11:00'),
    step(centre, 'relapse', '2025-11-20 09:00', 'toDispatch', { reason: '双方在楼道发生推搡。', evidence: paper }),
    step(centre, 'grade', '2025-11-20 09:30', 'toDispatch', { risk: 'yellow', hard: false, reason: '有肢体冲突。' }),
    dispatched('2025-11-20 10:00'),
    step(mediator(STREET), 'turnCriminal', '2025-11-20 15:00', 'accepting', { document: '兰公立字〔2025〕118号' }),
    step(mediator(STREET), 'decline', '2025-11-21 09:00', 'guiding', { reason: '一方不同意调解。' }),
  ],
}

const returned: ExampleDefinition = {
  title: '不属于职责的三个工作日内移送；超期督办约谈；法院驳回的重新调解；回访未平息的重新调解',
  steps: [
    registered('2025-10-20 09:00'),
    screened('2025-10-20 10:00'),
    dispatched('2025-10-20 11:00', HOUSING),
    step(
      mediator(HOUSING),
      'giveBack',
      '2025-10-21 09:00',
      { state: 'returned', due: { transfer: '2025-10-24 24:00' } },
      {
        reason: '邻里纠纷，不涉及物业服务。',
        proper: STREET,
      },
    ),
    dispatched('2025-10-21 10:00', HOUSING, refusal('returned-by-it')),
    dispatched('2025-10-21 10:10'),
    acceptedBy('2025-10-21 15:00'),
    step(centre, 'urge', '2025-11-03 09:00', 'mediating', { reason: '请在本周内组织调解。' }),
    step(supervisor, 'callIn', '2025-11-10 09:00', 'mediating', { reason: '两周没有组织调解。' }),
    agreed('2025-11-12 15:00', '2025-11-30'),
    step(mediator(STREET), 'applyConfirm', '2025-11-13 09:00', 'confirming', { jointly: true, application: paper }),
    step(mediator(STREET), 'refusedByCourt', '2025-11-20 09:00', 'mediating', {
      ruling: '（2025）兰台民特40号',
      reason: '协议内容不明确。',
    }),
    agreed('2025-11-21 15:00', '2025-12-10'),
    toPerform('2025-11-24 09:00'),
    performed('2025-12-08 10:00'),
    visited('2025-12-10 10:00', false, 'mediating'),
    step(head(STREET), 'keepReport', '2025-12-11 09:00', refusal('nobody-keeps'), { met: false, progress: '待面见。' }),
  ],
}

const others: ExampleDefinition = {
  title: '共同申请司法确认须在30日内；当事人撤回的归档',
  steps: [
    ...atTable('2025-09-22'),
    agreed('2025-09-24 15:00', '2025-12-31', { state: 'agreed', due: { confirmation: '2025-10-24 24:00' } }),
    step(mediator(STREET), 'applyConfirm', '2025-10-25 09:00', refusal('confirm-too-late'), {
      jointly: true,
      application: paper,
    }),
  ],
}

const gone: ExampleDefinition = {
  title: '登记以后当事人自行和解，凭撤回申请归档',
  steps: [
    registered('2025-10-20 09:00'),
    step(grid, 'screen', '2025-10-20 09:30', refusal('engine/not-permitted'), {
      risk: 'blue',
      complexity: 'simple',
      hard: false,
    }),
    step(centre, 'withdraw', '2025-10-20 15:00', 'withdrawn', { reason: '双方自行和解。', proof: paper }),
  ],
}

/** Worked examples of disputes. */
export const disputeExamples: readonly ExampleDefinition[] = [usual, hard, failing, returned, others, gone]

import type { ExampleDefinition } from '@jiannuo/engine'
import { refusal, step } from '../example.ts'
import { dispatcher, arbiter, handler, reviewer, underWay, received } from './hotline.examples-steps.ts'

const returned: ExampleDefinition = {
  title: '时限内退单，改派属地街道；不能又派给刚退单的单位',
  steps: [
    ...underWay('2025-09-22'),
    step(
      handler('lantai-housing'),
      'giveBack',
      '2025-09-23 11:00',
      { state: 'returned', due: { redispatch: '2025-09-24 24:00' } },
      {
        reason: 'duty',
        explanation: '属于公共广场噪声，不是物业服务。',
      },
    ),
    step(dispatcher, 'dispatch', '2025-09-23 14:00', refusal('same-unit-again')),
    step(dispatcher, 'amend', '2025-09-23 14:05', 'returned', {
      category: '010302',
      title: '广场夜间音响扰民',
    }),
    step(dispatcher, 'dispatch', '2025-09-23 14:10', {
      state: 'dispatched',
      due: { signIn: '2025-09-23 16:10', handling: '2025-09-29 24:00' },
    }),
    step(handler('lantai-dongmen-guihua'), 'signIn', '2025-09-23 15:00', 'handling'),
  ],
}

const tooLate: ExampleDefinition = {
  title: '超过退单时限不能再退单，由首接单位牵头',
  steps: [
    ...underWay('2025-09-22'),
    step(handler('lantai-housing'), 'giveBack', '2025-09-25 09:00', refusal('return-too-late'), {
      reason: 'duty',
      explanation: '认为不属于本单位职责。',
    }),
    step(handler('lantai-housing'), 'invite', '2025-09-25 09:30', 'handling', {
      co: ['lantai-market'],
      question: '请核查电梯维保单位资质。',
    }),
  ],
}

const ruled: ExampleDefinition = {
  title: '职责异议经裁定指定单位后，不能再退单，也不能再提异议',
  steps: [
    ...underWay('2025-09-22'),
    step(handler('lantai-housing'), 'giveBack', '2025-09-23 09:00', 'returned', {
      reason: 'duty',
      explanation: '电梯安全监管不属于本单位。',
      suggestion: 'lantai-market',
    }),
    step(dispatcher, 'refuseReturn', '2025-09-23 10:00', 'dispatched', {
      explanation: '物业不履行维修义务，由住建部门牵头。',
    }),
    step(
      reviewer('lantai-housing'),
      'object',
      '2025-09-23 11:00',
      { state: 'arbitration', due: { arbitration: '2025-09-25 24:00' } },
      {
        reason: 'duty',
        explanation: '维保合同由市场监管部门监督。',
        suggestion: 'lantai-market',
      },
    ),
    step(
      arbiter,
      'designate',
      '2025-09-24 15:00',
      { state: 'dispatched', due: { handling: '2025-09-30 24:00' } },
      {
        lead: 'lantai-market',
        co: ['lantai-housing'],
        basis: '区特种设备安全职责分工第3项',
        ruling: '电梯停运由市场监管局牵头，住房局协办。',
      },
    ),
    step(handler('lantai-market'), 'signIn', '2025-09-24 16:00', 'handling'),
    step(handler('lantai-market'), 'giveBack', '2025-09-25 09:00', refusal('ruled-already'), {
      reason: 'duty',
      explanation: '认为应由住房局牵头。',
    }),
    step(reviewer('lantai-market'), 'object', '2025-09-25 09:10', refusal('ruled-already'), {
      reason: 'duty',
      explanation: '认为应由住房局牵头。',
    }),
  ],
}

const upheld: ExampleDefinition = {
  title: '提请裁定后维持原派，办理时限不重新起算',
  steps: [
    ...underWay('2025-09-22'),
    step(handler('lantai-housing'), 'giveBack', '2025-09-22 11:00', 'returned', {
      reason: 'area',
      explanation: '该小区在两个街道交界处。',
    }),
    step(dispatcher, 'refer', '2025-09-22 14:00', 'arbitration', {
      reason: 'area',
      explanation: '属地有争议，请裁定。',
    }),
    step(
      arbiter,
      'uphold',
      '2025-09-23 09:00',
      {
        state: 'dispatched',
        due: { signIn: '2025-09-23 11:00', handling: '2025-09-28 24:00' },
      },
      { basis: '派单目录 020101', ruling: '物业服务由住房局牵头，与属地无关。' },
    ),
  ],
}

const byHand: ExampleDefinition = {
  title: '目录外的事项指明单位派单，写明依据；主办不能兼协办',
  steps: [
    received('2025-09-22 09:00'),
    step(dispatcher, 'clear', '2025-09-22 09:10', 'ready'),
    step(dispatcher, 'dispatchByHand', '2025-09-22 09:20', refusal('lead-is-co'), {
      lead: 'lantai-market',
      co: ['lantai-market', 'lantai-housing'],
      clause: '特种设备安全监管职责',
    }),
    step(dispatcher, 'dispatchByHand', '2025-09-22 09:25', 'dispatched', {
      lead: 'lantai-market',
      co: ['lantai-housing'],
      clause: '特种设备安全监管职责',
    }),
    step(handler('lantai-market'), 'signIn', '2025-09-22 10:00', 'handling'),
  ],
}

/** Examples of whose it is: given back, too late, ruled on, upheld. */
export const dutyExamples: readonly ExampleDefinition[] = [returned, tooLate, ruled, upheld, byHand]

import type { ExampleDefinition } from '@jiannuo/engine'
import { refusal, step } from '../example.ts'
import {
  dispatcher,
  supervisor,
  handler,
  reviewer,
  matter,
  underWay,
  solved,
  finished,
  answer,
} from './hotline.examples-steps.ts'

const extended: ExampleDefinition = {
  title: '延期一次，告知诉求人；第二次申请不予受理',
  steps: [
    ...underWay('2025-09-22', 'lantai-housing', matter, { due: { handling: '2025-09-28 24:00' } }),
    step(handler('lantai-housing'), 'askExtension', '2025-09-25 10:00', refusal('tell-caller'), {
      reason: 'works',
      explanation: '更换曳引机需要定制配件。',
      days: 5,
      told: false,
    }),
    step(handler('lantai-housing'), 'askExtension', '2025-09-25 10:20', 'handling', {
      reason: 'works',
      explanation: '更换曳引机需要定制配件。',
      days: 5,
      told: true,
    }),
    step(
      dispatcher,
      'grantExtension',
      '2025-09-25 15:00',
      { state: 'handling', due: { handling: '2025-10-11 24:00' } },
      {
        reason: '情况属实，同意。',
      },
    ),
    step(handler('lantai-housing'), 'askExtension', '2025-10-09 10:00', refusal('extension-used-up'), {
      reason: 'works',
      explanation: '配件仍未到货。',
      days: 5,
      told: true,
    }),
  ],
}

const tooLong: ExampleDefinition = {
  title: '延期合计不能超过上限',
  steps: [
    ...underWay('2025-09-22'),
    step(handler('lantai-housing'), 'askExtension', '2025-09-25 10:00', 'handling', {
      reason: 'works',
      explanation: '更换曳引机需要定制配件。',
      days: 11,
      told: true,
    }),
    step(dispatcher, 'grantExtension', '2025-09-25 15:00', refusal('engine/extension-total'), { reason: '同意。' }),
    step(dispatcher, 'refuseExtension', '2025-09-25 15:05', 'handling', { reason: '超过可延长的上限，请重新申请。' }),
    step(handler('lantai-housing'), 'askExtension', '2025-09-25 16:00', 'handling', {
      reason: 'works',
      explanation: '更换曳引机需要定制配件。',
      days: 10,
      told: true,
    }),
    step(
      dispatcher,
      'grantExtension',
      '2025-09-25 16:30',
      { state: 'handling', due: { handling: '2025-10-17 24:00' } },
      {
        reason: '同意。',
      },
    ),
  ],
}

const paused: ExampleDefinition = {
  title: '国庆、中秋假期前暂停计时，节后恢复',
  steps: [
    ...underWay('2025-09-25', 'lantai-housing', matter, { due: { handling: '2025-10-09 24:00' } }),
    step(handler('lantai-housing'), 'askPause', '2025-09-26 15:00', 'handling', {
      reason: 'testing',
      explanation: '委托检测机构检验电梯，约需两周。',
    }),
    step(dispatcher, 'grantPause', '2025-09-26 16:00', 'handling', { reason: 'testing', opinion: '同意。' }),
    step(handler('lantai-housing'), 'finish', '2025-09-30 10:00', refusal('clock-paused'), solved),
    step(handler('lantai-housing'), 'resume', '2025-10-10 09:00', {
      state: 'handling',
      due: { handling: '2025-10-15 24:00' },
    }),
    ...finished('lantai-housing', '2025-10-14 10:00', '2025-10-14 16:00'),
    answer('2025-10-15 10:00', 'basic', true, 'archived'),
  ],
}

const shelved: ExampleDefinition = {
  title: '一时不能解决的挂账，定期复核，条件成熟再办',
  steps: [
    ...underWay('2025-09-22'),
    step(reviewer('lantai-housing'), 'askShelf', '2025-09-24 10:00', 'handling', {
      reason: 'planned',
      explanation: '电梯更新已列入明年老旧小区改造计划。',
      planned: '2026-03-31',
      told: true,
    }),
    step(
      supervisor,
      'grantShelf',
      '2025-09-24 16:00',
      { state: 'shelved', due: { shelf: '2025-12-23 24:00' } },
      {
        reason: 'planned',
      },
    ),
    step(
      supervisor,
      'keepShelf',
      '2025-12-22 10:00',
      { state: 'shelved', due: { shelf: '2026-03-23 24:00' } },
      {
        progress: '改造已招标，三月开工。',
      },
    ),
    step(reviewer('lantai-housing'), 'takeUp', '2026-03-02 09:00', {
      state: 'handling',
      due: { handling: '2026-03-05 24:00' },
    }),
  ],
}

const ended: ExampleDefinition = {
  title: '终止办理须经热线同意',
  steps: [
    ...underWay('2025-09-22'),
    step(dispatcher, 'grantTermination', '2025-09-23 09:00', refusal('nothing-asked')),
    step(reviewer('lantai-housing'), 'askTermination', '2025-09-23 10:00', 'handling', {
      reason: 'withdrawn',
      explanation: '诉求人来电撤回诉求。',
    }),
    step(handler('lantai-housing'), 'finish', '2025-09-23 10:30', refusal('request-pending'), solved),
    step(dispatcher, 'grantTermination', '2025-09-23 11:00', 'terminated', { reason: '已与诉求人核实。' }),
  ],
}

const excluded: ExampleDefinition = {
  title: '申请剔除要有佐证，由他人审批；申请人不能自己批准',
  steps: [
    ...underWay('2025-09-22'),
    ...finished('lantai-housing', '2025-09-24 10:00', '2025-09-24 11:00'),
    answer('2025-09-25 10:00', 'dissatisfied', true, 'redo'),
    ...finished('lantai-housing', '2025-09-28 10:00', '2025-09-28 11:00'),
    answer('2025-09-29 10:00', 'basic', true, 'archived'),
    step(supervisor, 'askExclusion', '2025-09-30 09:00', refusal('engine/bad-input'), {
      reason: 'false',
      explanation: '经核诉求不属实。',
    }),
    step(supervisor, 'askExclusion', '2025-09-30 09:10', 'archived', {
      reason: 'false',
      explanation: '经核诉求不属实。',
      evidence: ['record-1'],
    }),
    step(supervisor, 'grantExclusion', '2025-09-30 09:20', refusal('engine/second-person'), { reason: '同意。' }),
  ],
}

const excludedByUnit: ExampleDefinition = {
  title: '单位申请剔除，督查员审批同意，工单仍然可查',
  steps: [
    ...underWay('2025-09-22'),
    ...finished('lantai-housing', '2025-09-24 10:00', '2025-09-24 11:00'),
    answer('2025-09-25 10:00', 'basic', true, 'archived'),
    step(reviewer('lantai-housing'), 'askExclusion', '2025-09-26 09:00', 'archived', {
      reason: 'uncooperative',
      explanation: '诉求人拒绝入户维修。',
      evidence: ['record-2'],
    }),
    step(reviewer('lantai-housing'), 'askExclusion', '2025-09-26 09:10', refusal('request-pending'), {
      reason: 'uncooperative',
      explanation: '诉求人拒绝入户维修。',
      evidence: ['record-2'],
    }),
    step(supervisor, 'grantExclusion', '2025-09-28 10:00', 'archived', { reason: '佐证充分，同意剔除。' }),
  ],
}

const refused: ExampleDefinition = {
  title: '暂停、挂账、终止、剔除未获同意的，照常办理',
  steps: [
    ...underWay('2025-09-22', 'lantai-housing', matter, { due: { handling: '2025-09-28 24:00' } }),
    step(handler('lantai-housing'), 'askPause', '2025-09-23 09:00', 'handling', {
      reason: 'caller',
      explanation: '等诉求人提供合同。',
    }),
    step(dispatcher, 'refusePause', '2025-09-23 10:00', 'handling', { reason: '合同可由物业提供，不用等待。' }),
    step(reviewer('lantai-housing'), 'askShelf', '2025-09-23 11:00', 'handling', {
      reason: 'history',
      explanation: '小区维修资金一直没有归集。',
      planned: '2026-06-30',
      told: true,
    }),
    step(supervisor, 'refuseShelf', '2025-09-23 15:00', 'handling', { reason: '可先应急维修。' }),
    step(reviewer('lantai-housing'), 'askTermination', '2025-09-24 09:00', 'handling', {
      reason: 'refused',
      explanation: '诉求人不愿提供单元号。',
    }),
    step(
      dispatcher,
      'refuseTermination',
      '2025-09-24 10:00',
      { state: 'handling', due: { handling: '2025-09-28 24:00' } },
      {
        reason: '热线已补充单元号。',
      },
    ),
    ...finished('lantai-housing', '2025-09-25 10:00', '2025-09-25 11:00'),
    answer('2025-09-26 09:00', 'basic', true, 'archived'),
    step(reviewer('lantai-housing'), 'askExclusion', '2025-09-28 09:00', 'archived', {
      reason: 'repeat',
      explanation: '与上月工单为同一事项。',
      evidence: ['record-3'],
    }),
    step(supervisor, 'refuseExclusion', '2025-09-28 10:00', 'archived', { reason: '本次有新的情况，不属于重复诉求。' }),
  ],
}

/** Examples of what one asks for and another decides. */
export const requestsExamples: readonly ExampleDefinition[] = [
  extended,
  tooLong,
  paused,
  shelved,
  ended,
  excluded,
  excludedByUnit,
  refused,
]

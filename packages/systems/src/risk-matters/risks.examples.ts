import type { ExampleDefinition } from '@jiannuo/engine'
import { as, on, refusal, step } from '../example.ts'
import {
  answered,
  assessed,
  assigned,
  clerk,
  concluded,
  delay,
  grid,
  head,
  HOUSING,
  LABOUR,
  leader,
  office,
  paper,
  relapsed,
  reported,
  rolled,
  struck,
  submitted,
  supervisor,
  underHand,
} from './risks.examples-steps.ts'

const usual: ExampleDefinition = {
  title: '研交办督结：跨国庆假期各环节限时，复核的人不能销号，办结后排查过才销号',
  steps: [
    reported('2025-09-29 09:00'),
    step(office, 'amend', '2025-09-29 09:30', 'found', { people: 42 }),
    assessed('2025-09-29 15:00', 'yellow', { state: 'assessed', due: { assign: '2025-09-30 24:00' } }),
    assigned(
      '2025-09-30 10:00',
      {},
      {
        state: 'assigned',
        // The holiday does not count for the first answer; the day of the next round stands as it falls.
        due: { answer: '2025-10-11 24:00', rolling: '2025-10-15 24:00', handling: '2025-10-30 24:00' },
      },
    ),
    answered('2025-10-09 10:00'),
    step(clerk(HOUSING), 'progress', '2025-10-10 10:00', 'handling', { progress: '已约见企业负责人。' }),
    rolled('2025-10-13 10:00', { state: 'handling', due: { rolling: '2025-10-28 24:00' } }),
    as('程远', submitted('2025-10-20 10:00')),
    as('程远', concluded('2025-10-20 11:00', refusal('own-work'))),
    as('方晴', concluded('2025-10-21 10:00', { state: 'observing', due: { observe: '2025-11-20 24:00' } })),
    struck('2025-11-10 09:00', refusal('roll-first')),
    rolled('2025-11-11 10:00', 'observing'),
    as('方晴', struck('2025-11-21 09:00', refusal('own-review'))),
    struck('2025-11-21 10:00'),
    relapsed('2025-12-02 09:00'),
  ],
}

const red: ExampleDefinition = {
  title: '红色等级须有包案领导；协同单位反馈；升降等级、延期、提醒督办约谈',
  steps: [
    reported('2025-09-22 09:00'),
    assessed('2025-09-22 15:00', 'red'),
    assigned('2025-09-23 09:00', {}, refusal('keeper-first')),
    assigned(
      '2025-09-23 09:10',
      { keeper: '副区长', co: [LABOUR] },
      {
        state: 'assigned',
        due: { rolling: '2025-09-26 24:00', handling: '2025-10-09 24:00' },
      },
    ),
    answered('2025-09-24 09:00'),
    step(office, 'relate', '2025-09-24 10:00', 'handling', { other: 'hotline-118' }),
    step(office, 'regrade', '2025-09-28 10:00', refusal('same-level'), { newLevel: 'red', reason: '复核。' }),
    step(
      office,
      'regrade',
      '2025-09-28 10:10',
      { state: 'handling', due: { rolling: '2025-10-05 24:00' } },
      {
        newLevel: 'orange',
        reason: '企业已公布计划，聚集消除。',
      },
    ),
    step(office, 'remind', '2025-09-28 11:00', 'handling', { reason: '请每日报送业主群动态。' }),
    step(clerk(HOUSING), 'askExtension', '2025-09-29 09:00', 'handling', { days: 7, reason: '等待工程复工验收。' }),
    submitted('2025-09-29 10:00', refusal('request-pending')),
    step(office, 'refuseExtension', '2025-09-29 11:00', 'handling', { reason: '请先报稳控安排。' }),
    step(clerk(HOUSING), 'askExtension', '2025-09-29 14:00', 'handling', {
      days: 7,
      reason: '稳控专班已到位，等待复工。',
    }),
    step(
      office,
      'grantExtension',
      '2025-09-30 09:00',
      { state: 'handling', due: { handling: '2025-10-15 24:00' } },
      {
        reason: '同意延长7日',
      },
    ),
    step(supervisor, 'order', '2025-10-16 09:00', 'handling', { document: '兰督〔2025〕21号', reason: '三日内复工。' }),
    step(leader, 'callIn', '2025-10-17 09:00', 'handling', { reason: '到期未办结。' }),
    submitted('2025-10-17 15:00', refusal('co-silent')),
    step(clerk(HOUSING), 'invite', '2025-10-17 15:30', 'handling', {
      co: ['lantai-market'],
      matter: '核查开发企业预售宣传是否属实。',
    }),
    step(clerk('lantai-market'), 'coAnswer', '2025-10-17 15:50', 'handling', { done: '宣传内容与批准文件一致。' }),
    step(clerk(LABOUR), 'coAnswer', '2025-10-17 16:00', 'handling', { done: '已核实施工班组工资结清。' }),
    submitted('2025-10-20 09:00'),
    step(office, 'sendBack', '2025-10-20 15:00', 'handling', { reason: '缺业主代表签字。' }),
    submitted('2025-10-22 09:00'),
    concluded('2025-10-23 09:00'),
  ],
}

const back: ExampleDefinition = {
  title: '不属于职责的退回再研；同一事项归并；研判不构成风险的不立',
  steps: [
    ...on('一', [
      reported('2025-10-20 09:00'),
      assessed('2025-10-20 10:00'),
      assigned('2025-10-20 11:00', {}, 'assigned', LABOUR),
      step(head(LABOUR), 'giveBack', '2025-10-21 09:00', 'found', { reason: '属于房地产交付，应由住建部门办理。' }),
      assessed('2025-10-21 10:00'),
      assigned('2025-10-21 11:00'),
    ]),
    ...on('二', [
      reported('2025-10-22 09:00', { ...delay, source: 'hotline' }),
      step(office, 'merge', '2025-10-22 10:00', 'merged', { mergedInto: '一', reason: '同一小区同一事由。' }),
    ]),
    ...on('三', [
      step(grid, 'report', '2025-10-22 11:00', 'found', { ...delay, title: '商场促销排队', category: 'other' }),
      step(office, 'dismiss', '2025-10-22 14:00', 'dismissed', { reason: '正常商业活动。' }),
    ]),
  ],
}

const cut: ExampleDefinition = {
  title: '复核退回不另给时间：办理时限照走，到期即提醒、督办',
  steps: [
    ...underHand(),
    submitted('2025-10-20 09:00'),
    step(
      office,
      'sendBack',
      '2025-10-20 15:00',
      { state: 'handling', due: { handling: '2025-10-23 24:00' } },
      {
        reason: '缺业主代表签字。',
      },
    ),
    step(clerk(HOUSING), 'askExtension', '2025-10-24 09:00', refusal('extension-too-late'), {
      days: 5,
      reason: '补材料。',
    }),
    step(office, 'conclude', '2025-10-24 10:00', refusal('engine/wrong-state'), { checked: '待补。', proof: paper }),
  ],
}

/** Worked examples of matters of risk. */
export const riskExamples: readonly ExampleDefinition[] = [usual, red, back, cut]

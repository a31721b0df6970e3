import type { ExampleDefinition } from '@jiannuo/engine'
import { on, refusal, step, told } from '../example.ts'
import { bothNumbers, issued, LEAD, proposed, renovation, rules, underWayFrom } from './commitments.examples-steps.ts'
import { clerkOf, headOf, leader, supervisor } from './examples-people.ts'

const head = headOf(LEAD)

const adjusted: ExampleDefinition = {
  title: '单位申请调整，督查室凭文号同意，原目标和原时限留存；再次申请不同意',
  steps: [
    ...underWayFrom('2026-01-26'),
    step(head, 'requestAdjustment', '2026-07-06 09:00', refusal('nothing-changed'), { reason: '工期紧。' }),
    step(clerkOf(LEAD), 'requestAdjustment', '2026-07-06 09:05', refusal('engine/not-permitted'), {
      newValue: 26,
      reason: '工期紧。',
    }),
    step(head, 'requestAdjustment', '2026-07-06 09:10', 'running', {
      newTitle: '改造老旧小区26个，惠及居民7000户',
      newValue: 26,
      newDue: '2027-01-31',
      reason: '4个小区并入城市更新项目。',
    }),
    step(head, 'apply', '2026-07-07 09:00', refusal('request-pending'), bothNumbers),
    step(
      supervisor,
      'grantAdjustment',
      '2026-07-10 09:00',
      { state: 'running', due: { delivery: '2027-01-31 24:00' } },
      {
        approval: '区政府第12次常务会议',
        dueLimit: 205,
      },
    ),
    step(head, 'requestAdjustment', '2026-10-12 09:00', 'running', { newValue: 20, reason: '资金未到位。' }),
    step(supervisor, 'grantCancel', '2026-10-13 09:00', refusal('engine/not-permitted'), { approval: '口头同意' }),
    step(leader, 'refuseAdjustment', '2026-10-14 09:00', 'running', { reason: '资金已安排，按调整后的目标完成。' }),
    step(leader, 'grantAdjustment', '2026-10-14 09:10', refusal('nothing-asked'), { approval: '同意' }),
  ],
}

const merged: ExampleDefinition = {
  title: '两份文件说的是同一件事，后者并入前者；并入后随前者推进',
  steps: [
    ...on('报告任务', underWayFrom('2026-01-26')),
    ...on('计划任务', [
      proposed('2026-01-27 09:00', { ...renovation, item: 'p12', title: '完成30个老旧小区改造' }),
      step(supervisor, 'mergeInto', '2026-01-27 09:30', 'merged', { head: '报告任务', reason: '同一目标。' }),
      step(supervisor, 'issue', '2026-01-27 10:00', refusal('engine/wrong-state')),
    ]),
    ...on('报告任务', [step(supervisor, 'mergeInto', '2026-01-28 09:00', refusal('is-head'), { head: '计划任务' })]),
  ],
}

const cancelled: ExampleDefinition = {
  title: '取消须区领导批准：一次不同意，一次凭文号同意；公开过的撤回公开',
  steps: [
    ...underWayFrom('2026-01-26', rules, 155),
    step(supervisor, 'publish', '2026-02-02 09:00', 'running'),
    step(head, 'requestCancel', '2026-03-02 09:00', 'running', { reason: '上级将出台统一办法。' }),
    step(head, 'requestCancel', '2026-03-02 09:10', refusal('request-pending'), { reason: '上级将出台统一办法。' }),
    step(leader, 'refuseCancel', '2026-03-03 09:00', 'running', { reason: '上级办法未出台前照常推进。' }),
    step(supervisor, 'requestCancel', '2026-05-11 09:00', 'running', { reason: '市级办法已印发，本区不再另定。' }),
    step(leader, 'grantCancel', '2026-05-12 09:00', 'cancelled', { approval: '区政府第9次常务会议' }),
    step(supervisor, 'withdraw', '2026-05-12 10:00', 'cancelled', { reason: '任务已取消。' }),
    step(supervisor, 'withdraw', '2026-05-12 10:05', refusal('not-published'), { reason: '任务已取消。' }),
  ],
}

const handedOn: ExampleDefinition = {
  title: '职责调整，改由他单位牵头，重新签收；原单位不能再办，也不能再报',
  steps: [
    ...underWayFrom('2026-01-26'),
    step(supervisor, 'reassign', '2026-04-07 09:00', refusal('same-lead'), { newLead: LEAD, basis: '区机构改革方案' }),
    step(
      supervisor,
      'reassign',
      '2026-04-07 09:10',
      { state: 'issued', due: { acceptance: '2026-04-09 24:00' } },
      {
        newLead: 'lantai-planning',
        newPartners: [LEAD],
        basis: '区机构改革方案',
      },
    ),
    step(head, 'accept', '2026-04-07 10:00', refusal('engine/not-permitted')),
    {
      action: 'heard',
      at: '2026-04-07 10:05',
      refused: 'not-lead',
      input: { period: '2026-03', reporter: LEAD },
    },
    step(headOf('lantai-planning'), 'accept', '2026-04-08 09:00', 'running', { contact: 'gu-an' }),
  ],
}

const yearEnd: ExampleDefinition = {
  title: '年终：一项跨年结转到新任务，一项逾期未完成；未签收的也要有了结',
  steps: [
    ...on('结转任务', underWayFrom('2026-01-26')),
    ...on('未完成任务', underWayFrom('2026-01-27', rules, 154)),
    ...on('未签收任务', [proposed('2026-01-28 09:00'), issued('2026-01-28 10:00', 337)]),
    ...on('未完成任务', [
      told('assess', '2026-07-01 09:00', 'running', { light: 'red', lightAt: '2026-07-01' }),
      step(supervisor, 'closeUnmet', '2026-12-31 09:00', 'unmet', { reason: '办法起草停滞，全年没有印发。' }),
    ]),
    ...on('未签收任务', [step(supervisor, 'closeUnmet', '2026-12-31 09:30', 'unmet', { reason: '全年没有启动。' })]),
    ...on('新年任务', [
      proposed('2027-01-15 09:00', { ...renovation, year: 2027, title: '续建老旧小区4个', carriedFrom: '结转任务' }),
    ]),
    ...on('结转任务', [
      step(supervisor, 'carryOver', '2027-01-15 09:30', 'carried', {
        carriedTo: '新年任务',
        reason: '4个小区跨年施工。',
      }),
      told('matched', '2027-01-20 09:00', 'carried', { verdict: 'short' }),
    ]),
  ],
}

/** Changes of what is owed or of who owes it, and the ends of a year. */
export const changeExamples: readonly ExampleDefinition[] = [adjusted, merged, cancelled, handedOn, yearEnd]

import type { ExampleDefinition } from '@jiannuo/engine'
import { on, refusal, step, told } from '../example.ts'
import { hardExamples } from './requests.examples-hard.ts'
import {
  answered,
  clerk,
  explained,
  head,
  INDUSTRY,
  manager,
  matter,
  officer,
  PLANNING,
  policy,
  rate,
  received,
  solved,
  underWay,
} from './requests.examples-steps.ts'

const straight: ExampleDefinition = {
  title: '走访收集、受理、交办、协办、答复、企业满意，跨国庆计算时限',
  steps: [
    step(
      officer,
      'collect',
      '2025-09-28 09:00',
      { state: 'submitted', due: { acceptance: '2025-09-29 24:00' } },
      matter,
    ),
    step(manager, 'amend', '2025-09-28 09:20', 'submitted', { industry: 'industry', reason: '核对行业。' }),
    step(manager, 'accept', '2025-09-28 09:30', 'accepted', { complexity: 'simple' }),
    step(manager, 'assign', '2025-09-28 10:00', refusal('lead-is-co'), {
      lead: INDUSTRY,
      co: [INDUSTRY],
      basis: '部门职责清单第12项',
    }),
    step(
      manager,
      'assign',
      '2025-09-28 10:05',
      { state: 'assigned', due: { handling: '2025-10-11 24:00', coAnswer: '2025-10-09 24:00' } },
      { lead: INDUSTRY, co: [PLANNING], basis: '部门职责清单第12项' },
    ),
    step(clerk(INDUSTRY), 'signIn', '2025-09-28 11:00', 'handling'),
    step(clerk(INDUSTRY), 'record', '2025-09-28 15:00', 'handling', { progress: '已到企业现场核对图纸。' }),
    step(clerk(INDUSTRY), 'answer', '2025-09-29 10:00', refusal('co-not-answered'), solved),
    step(clerk(PLANNING), 'coAnswer', '2025-09-30 10:00', 'handling', { opinion: '符合调整条件。' }),
    step(clerk(INDUSTRY), 'answer', '2025-10-09 10:00', refusal('proof-missing'), {
      conclusion: 'solved',
      reply: '已解决。',
      contacted: true,
    }),
    step(clerk(INDUSTRY), 'answer', '2025-10-09 10:10', 'checking', solved),
    step(head(INDUSTRY), 'sendBack', '2025-10-09 11:00', 'handling', { comment: '补充批文文号。' }),
    ...answered('2025-10-09 14:00', '2025-10-09 16:00'),
    rate('2025-10-10 10:00', 'satisfied', true, 'archived'),
  ],
}

const unhappy: ExampleDefinition = {
  title: '企业不满意就重办，企业在线再评满意后归档',
  steps: [
    ...underWay('2025-03-03', 'simple'),
    ...answered('2025-03-04 10:00', '2025-03-04 11:00', explained),
    step(
      manager,
      'rate',
      '2025-03-05 10:00',
      { state: 'handling', due: { handling: '2025-03-12 24:00' } },
      {
        solved: false,
        satisfaction: 'dissatisfied',
        how: 'visit',
        remark: '没有说明依据。',
      },
    ),
    ...answered('2025-03-06 10:00', '2025-03-06 11:00'),
    step(manager, 'missFirm', '2025-03-07 10:00', 'rating'),
    told('firmRates', '2025-03-07 15:00', 'archived', { solved: true, satisfaction: 'satisfied' }),
  ],
}

const desk: ExampleDefinition = {
  title: '接待日现场答复，企业当场认可；用地问题不能现场答复了事；不属本区职权的告知途径',
  steps: [
    { ...step(officer, 'collect', '2025-03-03 09:00', 'submitted', policy), record: '咨询' },
    {
      ...step(manager, 'answerAtOnce', '2025-03-03 09:20', refusal('not-content'), {
        reply: '见申报指南。',
        solved: false,
        satisfaction: 'dissatisfied',
      }),
      record: '咨询',
    },
    {
      ...step(manager, 'answerAtOnce', '2025-03-03 09:30', 'archived', {
        reply: '起报线和材料已逐项说明。',
        solved: true,
        satisfaction: 'satisfied',
      }),
      record: '咨询',
    },
    { ...step(officer, 'collect', '2025-03-03 10:00', 'submitted', matter), record: '用地' },
    {
      ...step(manager, 'answerAtOnce', '2025-03-03 10:10', refusal('needs-handling'), {
        reply: '请排队。',
        solved: true,
        satisfaction: 'satisfied',
      }),
      record: '用地',
    },
    {
      ...step(manager, 'decline', '2025-03-03 10:20', 'declined', { why: 'outside', told: '属市级权限，已告知窗口。' }),
      record: '用地',
    },
  ],
}

const given = (at: string) => step(manager, 'assign', at, 'assigned', { lead: INDUSTRY, basis: '部门职责清单第12项' })

const whose: ExampleDefinition = {
  title: '退回有时限且只有一次，不重派给刚退回的单位；企业撤回',
  steps: [
    ...on('甲件', [
      ...received('2025-03-03'),
      given('2025-03-03 10:00'),
      step(head(INDUSTRY), 'giveBack', '2025-03-03 11:00', 'returned', { reason: '用地属规划部门职责。' }),
      step(manager, 'assign', '2025-03-03 14:00', refusal('same-unit-again'), { lead: INDUSTRY, basis: '清单第12项' }),
      step(
        manager,
        'assign',
        '2025-03-03 14:10',
        { state: 'assigned', due: { giveBack: '2025-03-05 24:00', handling: '2025-03-24 24:00' } },
        { lead: PLANNING, basis: '部门职责清单第3项' },
      ),
      step(clerk(PLANNING), 'signIn', '2025-03-03 16:00', 'handling'),
      step(head(PLANNING), 'giveBack', '2025-03-07 09:00', refusal('return-too-late'), { reason: '再核。' }),
      step(manager, 'withdraw', '2025-03-10 09:00', 'withdrawn', { reason: '企业调整计划，来函撤回。' }),
    ]),
    ...on('乙件', [
      ...received('2025-03-11'),
      given('2025-03-11 10:20'),
      step(head(INDUSTRY), 'giveBack', '2025-03-11 11:00', 'returned', { reason: '用地属规划部门职责。' }),
      step(manager, 'insist', '2025-03-11 14:00', 'assigned', { reason: '先由行业部门牵头。' }),
      step(head(INDUSTRY), 'giveBack', '2025-03-12 09:00', refusal('return-too-late'), { reason: '再核。' }),
    ]),
  ],
}

/** Worked examples of firms' requests. */
export const requestExamples: readonly ExampleDefinition[] = [straight, unhappy, desk, whose, ...hardExamples]

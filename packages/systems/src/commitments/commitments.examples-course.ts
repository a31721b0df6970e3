import type { ExampleDefinition } from '@jiannuo/engine'
import { as, refusal, step, told } from '../example.ts'
import {
  bothNumbers,
  issued,
  LEAD,
  PARTNER,
  proposed,
  renovation,
  rules,
  underWayFrom,
} from './commitments.examples-steps.ts'
import { clerkOf, headOf, supervisor } from './examples-people.ts'

const head = headOf(LEAD)
const clerk = clerkOf(LEAD)

const milestones = [
  { id: 'q2', title: '开工30个', due: '2026-06-30' },
  { id: 'q4', title: '完工30个', due: '2026-12-20' },
] as const

const straight: ExampleDefinition = {
  title: '分解、征求意见、异议采纳、下达、签收填节点和曲线、按期报送、凭佐证销号、次年报告比对',
  steps: [
    step(supervisor, 'propose', '2026-01-15 09:00', 'draft', { ...renovation, partners: ['lantai-water'] }),
    step(supervisor, 'consult', '2026-01-15 10:00', { state: 'consult', due: { consultation: '2026-01-22 24:00' } }),
    step(head, 'comment', '2026-01-16 09:00', 'consult', { comment: '无意见。' }),
    step(headOf('lantai-water'), 'object', '2026-01-16 10:00', 'consult', {
      reason: 'duty',
      explanation: '小区改造不涉及本单位，建议由城管部门配合。',
    }),
    step(supervisor, 'issue', '2026-01-19 09:00', refusal('objection-open')),
    step(supervisor, 'settleObjection', '2026-01-19 10:00', 'consult', {
      outcome: 'adopted',
      reason: '采纳，改由区城管局配合。',
    }),
    step(supervisor, 'edit', '2026-01-19 10:10', 'consult', { partners: [PARTNER] }),
    issued('2026-01-26 09:00', 339, { due: { acceptance: '2026-01-28 24:00', delivery: '2026-12-31 24:00' } }),
    step(clerkOf(PARTNER), 'accept', '2026-01-26 10:00', refusal('engine/not-permitted')),
    step(clerk, 'accept', '2026-01-27 10:00', 'running', {
      contact: 'zhou-ning',
      milestones,
      curve: [
        { by: '2026-06-30', share: 0.2 },
        { by: '2026-12-31', share: 1 },
      ],
    }),
    step(supervisor, 'feed', '2026-01-27 15:00', 'running', { series: 'c:commitments-1' }),
    step(supervisor, 'publish', '2026-02-02 09:00', 'running'),
    told('assess', '2026-02-28 18:00', 'running', {
      light: 'none',
      lightAt: '2026-02-28',
      lightRule: 'preset',
      returnLimit: 28,
    }),
    told('heard', '2026-03-26 16:00', 'running', { period: '2026-03', reporter: LEAD }),
    told('take', '2026-03-31 09:00', 'running', { period: '2026-03' }),
    told('assess', '2026-03-31 18:00', 'running', {
      light: 'green',
      lightAt: '2026-03-31',
      current: 6,
      currentPeriod: '2026-03',
      currentVersion: 'preliminary',
      currentSource: 'return',
      completion: 0.2,
      pace: 0.1,
      gap: 10,
      why: [{ no: '1', code: 'ahead-of-pace', words: '完成率高于时序进度10个百分点' }],
    }),
    step(clerk, 'reach', '2026-06-26 09:00', refusal('no-such-milestone'), {
      milestone: [{ id: 'q2', title: '开工30个', due: '2026-09-30', done: '2026-06-25' }],
    }),
    step(clerk, 'reach', '2026-06-26 09:10', 'running', {
      milestone: [{ id: 'q2', title: '开工30个', due: '2026-06-30', done: '2026-06-25' }],
      evidence: ['c'.repeat(64)],
    }),
    step(head, 'apply', '2026-12-14 09:00', refusal('evidence-missing'), {
      proof: [{ item: 's41', source: '区住建局竣工验收台账', value: 31 }],
    }),
    step(head, 'apply', '2026-12-14 10:00', { state: 'applied', due: { review: '2026-12-21 24:00' } }, bothNumbers),
    step(supervisor, 'review', '2026-12-15 09:00', 'review', { opinion: '佐证齐全。' }),
    step(supervisor, 'strikeOff', '2026-12-16 09:00', 'struckOff'),
    told('matched', '2027-01-12 10:00', 'struckOff', {
      resultDocument: 'report-2027',
      resultItem: 's8',
      verdict: 'exceeded',
    }),
  ],
}

const red: ExampleDefinition = {
  title: '亮红灯：五个工作日内说明，跨劳动节顺延；督办升级；恢复后又静默，补报后解除',
  steps: [
    ...underWayFrom('2026-01-26'),
    step(head, 'answerRed', '2026-04-01 09:00', refusal('not-red'), { redAnswer: '无。' }),
    told('assess', '2026-04-28 18:00', 'running', {
      light: 'yellow',
      lightAt: '2026-04-28',
      completion: 0.2,
      pace: 0.32,
      gap: -12,
    }),
    step(supervisor, 'urgeRemind', '2026-04-29 09:00', 'running', { demand: '加快开工。' }),
    step(supervisor, 'publish', '2026-04-29 09:10', 'running'),
    {
      ...told('assess', '2026-04-30 18:00', 'running', { light: 'red', lightAt: '2026-04-30', gap: -33 }),
      due: { explain: '2026-05-11 24:00' },
    },
    step(supervisor, 'urgeOrder', '2026-05-06 09:00', 'running', { demand: '说明原因，列出赶工计划。' }),
    step(clerk, 'answerRed', '2026-05-07 09:00', refusal('engine/not-permitted'), { redAnswer: '招标推迟。' }),
    step(head, 'answerRed', '2026-05-08 09:00', 'running', { redAnswer: '招标推迟一个月，已增开两个标段。' }),
    step(supervisor, 'urgeTalk', '2026-05-12 09:00', 'running', { demand: '当面说明赶工安排。' }),
    told('assess', '2026-06-30 18:00', 'running', { light: 'green', lightAt: '2026-06-30', gap: 1, returnLimit: 28 }),
    told('assess', '2026-07-31 18:00', 'running', { light: 'silent', lightAt: '2026-07-31', silentPeriods: 1 }),
    told('heard', '2026-08-03 10:00', 'running', { period: '2026-07', reporter: LEAD }),
    told('assess', '2026-08-03 18:00', 'running', { light: 'green', lightAt: '2026-08-03', silentPeriods: null }),
  ],
}

const secondPerson: ExampleDefinition = {
  title: '没有数字的任务凭说明销号；申请人不能自己销号；退回、再报、另一人销号；核实不符撤销后重来',
  steps: [
    ...underWayFrom('2026-01-26', rules, 155),
    as('周宁', step(head, 'apply', '2026-05-20 09:00', refusal('summary-missing'))),
    as('周宁', step(head, 'apply', '2026-05-20 09:10', 'applied', { summary: '办法已印发。' })),
    step(supervisor, 'sendBack', '2026-05-21 09:00', 'running', { reason: '请附印发文号。' }),
    as('周宁', step(head, 'apply', '2026-05-22 09:00', 'applied', { summary: '办法已印发，兰住建〔2026〕12号。' })),
    step(supervisor, 'review', '2026-05-25 09:00', 'review'),
    as('周宁', step(supervisor, 'strikeOff', '2026-05-25 10:00', refusal('second-person'))),
    step(supervisor, 'strikeOff', '2026-05-26 09:00', 'struckOff'),
    step(
      supervisor,
      'reopen',
      '2026-06-10 09:00',
      { state: 'running', due: { delivery: '2026-06-30 24:00' } },
      {
        reason: '文号所指为征求意见稿，办法尚未印发。',
        dueLimit: 20,
      },
    ),
    step(head, 'apply', '2026-06-24 09:00', 'applied', { summary: '办法已正式印发。' }),
    step(supervisor, 'review', '2026-06-25 09:00', 'review'),
    step(supervisor, 'strikeOff', '2026-06-25 10:00', 'struckOff'),
  ],
}

const objected: ExampleDefinition = {
  title: '异议不采纳，维持原分解；没有牵头单位的不能征求意见',
  steps: [
    proposed('2026-01-15 09:00', { title: '建成社区食堂5个', year: 2026 }),
    step(supervisor, 'consult', '2026-01-15 09:10', refusal('lead-missing')),
    step(supervisor, 'edit', '2026-01-15 09:20', refusal('lead-is-partner'), {
      leadUnit: 'lantai-civil',
      partners: ['lantai-civil'],
    }),
    step(supervisor, 'edit', '2026-01-15 09:21', 'draft', { leadUnit: 'lantai-civil', due: '2026-12-31' }),
    step(supervisor, 'consult', '2026-01-15 09:30', 'consult'),
    step(headOf('lantai-civil'), 'object', '2026-01-16 09:00', 'consult', {
      reason: 'target',
      explanation: '建议改为3个。',
    }),
    step(supervisor, 'settleObjection', '2026-01-19 09:00', 'consult', {
      outcome: 'kept',
      reason: '报告已经人代会通过，目标不改。',
    }),
    issued('2026-01-26 09:00'),
  ],
}

/** The course from document to strike-off, red lights, second persons. */
export const courseExamples: readonly ExampleDefinition[] = [straight, red, secondPerson, objected]

import type { ExampleDefinition } from '@jiannuo/engine'
import { as, refusal, type Step, step } from '../example.ts'
import { clerk, head, type Input, LEAD, office, paper, statistician } from './examples-people.ts'

/** What a return is about: the factory of the libraries' examples. */
export const subject: Input = {
  project: 'projects-1',
  projectName: '兰台启明精密部件智能工厂',
  period: '2025-09',
  leadUnit: LEAD,
  kind: 'industry',
  level: 'large',
  planned: 1200,
  enteredOn: '2025-09-25',
}

export const september: Input = {
  monthDone: 1150,
  yearDone: 1150,
  totalDone: 1150,
  imageProgress: '桩基完成60%。',
  evidence: paper('a'),
}

const drafting = (at: string, more: Input = {}, expected: Parameters<typeof step>[3] = 'draft'): Step =>
  step(clerk, 'draft', at, expected, { ...subject, ...more })

const course: ExampleDefinition = {
  title: '九月月报：国庆期间截止顺延，退回后重报、采用，年报核定时更正',
  steps: [
    drafting('2025-09-26 09:00', { leadUnit: 'lantai-housing' }, refusal('other-unit')),
    drafting('2025-09-26 09:05', { period: '2025-10' }, refusal('month-to-come')),
    // 1 October is a holiday: the return is owed by the end of the first working day after it.
    drafting('2025-09-26 09:10', {}, { state: 'draft', due: { filing: '2025-10-09 24:00' } }),
    step(clerk, 'submit', '2025-09-29 09:00', refusal('progress-missing')),
    step(clerk, 'fill', '2025-09-29 09:10', 'draft', { imageProgress: '桩基完成60%。', monthDone: 1250 }),
    step(clerk, 'submit', '2025-09-29 09:20', refusal('value-missing')),
    step(clerk, 'submit', '2025-09-29 09:25', refusal('sums-crossed'), { yearDone: 1150, totalDone: 1150 }),
    step(
      clerk,
      'submit',
      '2025-09-29 09:30',
      { state: 'submitted', due: { checking: '2025-10-10 24:00' } },
      {
        ...september,
        monthDone: 1250,
        yearDone: 1250,
        totalDone: 1250,
      },
    ),
    step(
      office,
      'sendBack',
      '2025-09-30 10:00',
      { state: 'sentBack', due: { refilling: '2025-10-10 24:00' } },
      {
        reason: '与支付凭证相差100万元。',
      },
    ),
    as('何川', step(head, 'submit', '2025-10-09 10:00', 'submitted', september)),
    as('何川', step(office, 'approve', '2025-10-09 11:00', refusal('second-person'))),
    step(office, 'approve', '2025-10-10 09:00', 'counted'),
    step(statistician, 'revise', '2026-02-26 09:00', 'counted', {
      finalMonth: 1120,
      finalYear: 1120,
      reason: '年报核定。',
    }),
  ],
}

const before: ExampleDefinition = {
  title: '先入库、后有数：没有入统的月份只记形象进度，不计投资；重复起草的撤回',
  steps: [
    step(clerk, 'draft', '2025-09-28 09:00', 'draft', {
      project: 'projects-1',
      projectName: '兰台启明精密部件智能工厂',
      period: '2025-09',
      leadUnit: LEAD,
    }),
    step(clerk, 'submit', '2025-09-28 09:30', 'submitted', september),
    step(office, 'approve', '2025-09-29 09:00', 'beforeEntry', { enteredOn: '2025-10-09' }),
    { ...drafting('2025-09-29 10:00'), record: 'second' },
    { ...step(clerk, 'withdraw', '2025-09-29 10:10', 'withdrawn', { reason: '重复起草。' }), record: 'second' },
  ],
}

/** Worked examples of monthly returns. */
export const projectReturnExamples: readonly ExampleDefinition[] = [course, before]

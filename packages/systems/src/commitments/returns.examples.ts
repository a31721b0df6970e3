import type { ExampleDefinition } from '@jiannuo/engine'
import { as, refusal, step } from '../example.ts'
import { clerkOf, headOf, supervisor } from './examples-people.ts'

const clerk = clerkOf('lantai-housing')
const head = headOf('lantai-housing')

const subject = {
  commitment: 'commitments-1',
  commitmentTitle: '改造老旧小区30个',
  period: '2026-03',
  leadUnit: 'lantai-housing',
  series: 'c:commitments-1',
  needsValue: true,
  unit: '个',
  covers: 'toDate',
} as const

const course: ExampleDefinition = {
  title: '起草、报送、退回、补充后再报、批准采用：采用后的数进入实绩，任务得到通知',
  steps: [
    step(
      clerk,
      'draft',
      '2026-03-25 09:00',
      { state: 'draft', due: { filing: '2026-03-30 24:00' } },
      { ...subject, filingLimit: 3 },
    ),
    step(clerkOf('lantai-urban'), 'fill', '2026-03-25 09:30', refusal('engine/not-permitted'), { value: 9 }),
    step(clerk, 'submit', '2026-03-25 10:00', refusal('progress-missing')),
    step(clerk, 'fill', '2026-03-25 10:10', 'draft', { progress: '开工12个，完工7个。' }),
    step(clerk, 'submit', '2026-03-25 10:20', refusal('value-missing')),
    step(
      clerk,
      'submit',
      '2026-03-26 16:00',
      { state: 'submitted', due: { checking: '2026-03-31 24:00' } },
      {
        value: 7,
        version: 'preliminary',
      },
    ),
    step(
      supervisor,
      'sendBack',
      '2026-03-27 10:00',
      { state: 'sentBack', due: { refilling: '2026-03-31 24:00' } },
      {
        reason: '完工7个没有验收单，请补佐证。',
      },
    ),
    step(head, 'submit', '2026-03-30 15:00', 'submitted', { value: 6, evidence: ['a'.repeat(64)] }),
    step(supervisor, 'approve', '2026-03-31 09:00', 'approved'),
    step(clerk, 'fill', '2026-03-31 10:00', refusal('engine/wrong-state'), { value: 8 }),
  ],
}

const secondPerson: ExampleDefinition = {
  title: '只能替本单位起草；报送的人不能自己批准',
  steps: [
    step(clerkOf('lantai-urban'), 'draft', '2026-04-27 09:00', refusal('other-unit'), {
      ...subject,
      period: '2026-04',
    }),
    step(clerk, 'draft', '2026-04-27 09:10', 'draft', { ...subject, period: '2026-04' }),
    as('周宁', step(head, 'submit', '2026-04-28 09:00', 'submitted', { value: 11, progress: '完工11个。' })),
    as('周宁', step(supervisor, 'approve', '2026-04-28 14:00', refusal('own-return'))),
    step(supervisor, 'approve', '2026-04-29 09:00', 'approved'),
  ],
}

const dropped: ExampleDefinition = {
  title: '无数字的任务只报进展；重复起草的撤回',
  steps: [
    step(clerk, 'draft', '2026-04-27 09:00', 'draft', {
      commitment: 'commitments-2',
      commitmentTitle: '完善物业服务评价办法',
      period: '2026-Q1',
      leadUnit: 'lantai-housing',
      progress: '已完成征求意见稿。',
    }),
    step(clerk, 'withdraw', '2026-04-27 09:30', 'withdrawn', { reason: '与上一份重复。' }),
  ],
}

/** Worked examples of returns. */
export const returnExamples: readonly ExampleDefinition[] = [course, secondPerson, dropped]

import type { ExampleDefinition } from '@jiannuo/engine'
import { as, refusal, step } from '../example.ts'
import { clerkOf, headOf, supervisor } from '../commitments/examples-people.ts'

const office = ['peaceOffice', 'lantai'] as const
const head = headOf('lantai-beihe')
const clerk = clerkOf('lantai-beihe')

const subject = {
  title: '平安指数连续两个月为橙色以下',
  watch: 'safety-run',
  kind: 'index',
  street: 'lantai-beihe',
  period: '2025-08',
  value: 66.5,
} as const

const plan = { cause: '两处工地停工后讨薪纠纷集中。', measures: '驻点调解，逐件约定付款日期。' } as const
const proof = { result: '纠纷全部达成协议。', evidence: ['b'.repeat(64)] } as const

const course: ExampleDefinition = {
  title: '发出预警，签收、整改、报送，复核退回一次后解除；整改时限跨国庆假期',
  steps: [
    step(office, 'warn', '2025-09-05 09:00', { state: 'issued', due: { accept: '2025-09-10 24:00' } }, subject),
    step(clerkOf('lantai-dongmen'), 'accept', '2025-09-08 09:00', refusal('engine/not-permitted'), plan),
    step(clerk, 'accept', '2025-09-08 10:00', { state: 'rectifying', due: { rectify: '2025-10-09 24:00' } }, plan),
    step(head, 'submit', '2025-09-26 10:00', refusal('evidence-missing'), { result: proof.result }),
    step(head, 'submit', '2025-09-26 11:00', { state: 'checking', due: { check: '2025-10-10 24:00' } }, proof),
    step(office, 'sendBack', '2025-09-28 10:00', 'rectifying', { reason: '还有一处没有约定付款日期。' }),
    step(head, 'submit', '2025-10-15 10:00', 'checking', proof),
    step(office, 'lift', '2025-10-17 10:00', 'lifted'),
  ],
}

const chase: ExampleDefinition = {
  title: '逾期没有整改，转督办并约谈；报送的人不能自己解除',
  steps: [
    step(office, 'warn', '2025-11-03 09:00', 'issued', { ...subject, period: '2025-10' }),
    step(clerk, 'accept', '2025-11-04 09:00', 'rectifying', plan),
    step(office, 'supervise', '2025-12-08 09:00', 'rectifying', { reason: '整改逾期。' }),
    step(supervisor, 'talk', '2025-12-10 09:00', 'rectifying', { talkedOn: '2025-12-10' }),
    as('许安', step(head, 'submit', '2025-12-12 09:00', 'checking', proof)),
    as('许安', step(office, 'lift', '2025-12-15 09:00', refusal('own-answer'))),
    step(office, 'lift', '2025-12-15 10:00', 'lifted'),
  ],
}

const mistaken: ExampleDefinition = {
  title: '数据有误的预警撤销，留痕',
  steps: [
    step(office, 'warn', '2025-11-03 09:00', 'issued', { ...subject, period: '2025-10' }),
    step(office, 'withdraw', '2025-11-03 15:00', 'withdrawn', { reason: '警情按登记地重复计入，已更正。' }),
  ],
}

/** Worked examples of warnings. */
export const safetyExamples: readonly ExampleDefinition[] = [course, chase, mistaken]

import type { ExampleDefinition } from '@jiannuo/engine'
import { as, on, refusal, step } from '../example.ts'
import { failingExamples } from './permits.examples-failing.ts'
import {
  accepted,
  BUILD,
  clerk,
  fail,
  head,
  issueAll,
  leader,
  paper,
  pass,
  permit,
  PLAN,
  project,
  received,
  window,
} from './permits.examples-steps.ts'

const together: ExampleDefinition = {
  title: '两证并联受理、同日齐发、送达、分阶段施工、联合验收（时限跨国庆假期）',
  steps: [
    ...on('项目', [
      step(
        window,
        'register',
        '2025-09-22 09:00',
        { state: 'planning', due: { telling: '2025-09-25 24:00' } },
        project,
      ),
    ]),
    ...permit('规划证', 'works', PLAN, '2025-09-22 10:00'),
    ...on('项目', [step(window, 'submit', '2025-09-22 10:30', refusal('engine/wrong-state'), { materials: paper })]),
    ...permit('施工证', 'start', BUILD, '2025-09-22 11:00'),
    ...on('项目', [
      step(
        window,
        'submit',
        '2025-09-23 09:00',
        { state: 'checking', due: { checking: '2025-09-29 24:00' } },
        { materials: paper },
      ),
      step(window, 'accept', '2025-09-24 09:00', { state: 'reviewing', due: { joint: '2025-12-02 24:00' } }),
    ]),
    ...pass('规划证', PLAN, '2025-10-10'),
    ...on('施工证', [
      step(head(BUILD), 'pass', '2025-10-13 09:00', refusal('not-reviewed'), { certificate: '兰施2025001号' }),
      as('周宁', step(clerk(BUILD), 'review', '2025-10-13 10:00', 'underReview', { opinion: '符合条件。' })),
      as('周宁', step(head(BUILD), 'pass', '2025-10-13 10:10', refusal('own-work'), { certificate: '兰施2025001号' })),
      step(head(BUILD), 'extendSingle', '2025-10-13 11:00', refusal('tell-applicant'), {
        reason: '图纸多。',
        days: 5,
        told: false,
      }),
      step(
        head(BUILD),
        'extendSingle',
        '2025-10-13 11:10',
        { state: 'underReview', due: { single: '2025-11-04 24:00' } },
        {
          reason: '图纸多。',
          days: 5,
          told: true,
        },
      ),
      step(head(BUILD), 'pass', '2025-10-20 10:00', 'passed', { certificate: '兰施2025001号' }),
    ]),
    ...on('项目', [
      step(leader, 'extendJoint', '2025-10-20 11:00', refusal('tell-applicant'), {
        reason: '备用。',
        days: 5,
        told: false,
      }),
    ]),
    ...issueAll(
      '2025-10-21 09:00',
      { state: 'issued', due: { delivery: '2025-11-04 24:00' } },
      { startCertificate: '兰开2025001号' },
    ),
    ...on('项目', [
      step(window, 'deliver', '2025-10-21 10:00', 'building', { how: '窗口领取' }),
      step(head(PLAN), 'grantPhase', '2025-11-03 09:00', 'building', {
        phase: [{ phase: '地上主体', number: '兰施阶2025003号' }],
      }),
      step(
        window,
        'applyCompletion',
        '2026-08-03 09:00',
        { state: 'completing', due: { completion: '2026-08-17 24:00' } },
        { materials: paper },
      ),
      step(head(PLAN), 'failCompletion', '2026-08-06 09:00', 'building', { opinions: '绿化未完成。' }),
      step(window, 'applyCompletion', '2026-09-01 09:00', 'completing', { materials: paper }),
      step(head(PLAN), 'passCompletion', '2026-09-04 09:00', 'done', { opinions: paper }),
    ]),
  ],
}

const stillness: ExampleDefinition = {
  title: '特别程序由单位负责人批准、书面告知，期间不计入审批时限，事项和项目同时停表',
  steps: [
    ...accepted('2025-03-03', { due: { joint: '2025-05-08 24:00' } }),
    ...on('施工证', [
      step(clerk(BUILD), 'askSpecial', '2025-03-05 09:00', 'underReview', {
        reason: 'experts',
        days: 10,
        notice: paper,
      }),
      step(head(BUILD), 'refuseSpecial', '2025-03-05 10:00', 'underReview', { reason: '不需要评审。' }),
      step(head(BUILD), 'grantSpecial', '2025-03-05 11:00', refusal('nothing-asked'), { reason: 'experts' }),
      step(clerk(BUILD), 'askSpecial', '2025-03-06 09:00', 'underReview', {
        reason: 'experts',
        days: 10,
        notice: paper,
      }),
      step(clerk(BUILD), 'review', '2025-03-06 09:30', 'underReview', { opinion: '待评审。' }),
      step(head(BUILD), 'pass', '2025-03-06 10:00', refusal('special-pending'), { certificate: '兰施2025002号' }),
      step(head(BUILD), 'grantSpecial', '2025-03-06 11:00', refusal('other-special'), { reason: 'test' }),
      step(
        head(BUILD),
        'grantSpecial',
        '2025-03-06 11:10',
        { state: 'special', due: { special: '2025-03-20 24:00' } },
        { reason: 'experts' },
      ),
      step(
        clerk(BUILD),
        'endSpecial',
        '2025-03-20 09:00',
        { state: 'underReview', due: { single: '2025-04-15 24:00' } },
        { result: paper },
      ),
    ]),
    ...on('项目', [
      step(
        leader,
        'extendJoint',
        '2025-03-21 09:00',
        { state: 'reviewing', due: { joint: '2025-06-13 24:00' } },
        {
          reason: '方案重大。',
          days: 15,
          told: true,
        },
      ),
    ]),
    ...pass('规划证', PLAN, '2025-03-24'),
    ...pass('施工证', BUILD, '2025-04-01'),
    ...issueAll('2025-04-02 09:00'),
  ],
}

const missing: ExampleDefinition = {
  title: '补正只能一次；再缺的容缺受理，按承诺期限补齐后才发证',
  steps: [
    ...received('2025-03-03'),
    ...on('项目', [
      step(
        window,
        'askCorrection',
        '2025-03-04 09:00',
        { state: 'correcting', due: { correcting: '2025-04-03 24:00' } },
        {
          missing: '缺总平面图。',
          notice: paper,
        },
      ),
      step(window, 'correct', '2025-03-10 09:00', 'checking', { materials: paper }),
      step(window, 'askCorrection', '2025-03-10 10:00', refusal('corrected-once'), {
        missing: '缺报告。',
        notice: paper,
      }),
      step(window, 'acceptWithPromise', '2025-03-10 11:00', refusal('deferred-past'), {
        deferred: [{ item: '地勘审查报告', kind: 'report' }],
        deferredUntil: '2025-03-10',
        promise: paper,
      }),
      step(
        window,
        'acceptWithPromise',
        '2025-03-10 11:10',
        { state: 'reviewing', due: { supplement: '2025-03-31 24:00' } },
        {
          deferred: [{ item: '地勘审查报告', kind: 'report' }],
          deferredUntil: '2025-03-31',
          promise: paper,
        },
      ),
    ]),
    ...pass('规划证', PLAN, '2025-03-20'),
    ...pass('施工证', BUILD, '2025-03-21'),
    ...issueAll('2025-03-24 09:00', refusal('deferred-missing')),
    ...on('项目', [
      step(window, 'supply', '2025-03-25 09:00', 'gathered', { papers: [{ item: '地勘审查报告', paper }] }),
    ]),
    ...issueAll('2025-03-26 09:00'),
  ],
}

const silent: ExampleDefinition = {
  title: '逾期未告知补正的视为受理，时限自收件起算',
  steps: [
    ...received('2025-03-03'),
    ...on('项目', [
      step(window, 'accept', '2025-03-11 09:00', refusal('engine/wrong-state')),
      step(window, 'supply', '2025-03-11 09:10', refusal('nothing-deferred'), { papers: [{ item: '无', paper }] }),
    ]),
    ...fail('规划证', PLAN, '2025-03-12'),
    ...on('规划证', [step(window, 'revise', '2025-03-14 09:00', 'underReview', { revised: '调整退线。' })]),
    ...pass('规划证', PLAN, '2025-03-17'),
    ...on('项目', [step(window, 'withdraw', '2025-03-18 09:00', 'withdrawn', { why: '业主调整投资计划。' })]),
  ],
}

/** Worked examples of S15: the scenarios written from its rules. */
export const permitExamples: readonly ExampleDefinition[] = [together, stillness, missing, silent, ...failingExamples]

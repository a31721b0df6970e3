import type { ExampleDefinition } from '@jiannuo/engine'
import { as, refusal, step } from '../example.ts'
import {
  admit,
  apply,
  approve,
  callBack,
  check,
  claim,
  convert,
  examine,
  exempt,
  exit,
  file,
  finance,
  leader,
  pay,
  proposeExit,
  receive,
  register,
  reportLoss,
  review,
  said,
  sector,
  sign,
  signed,
  trustee,
} from './invest.steps.ts'

const course: ExampleDefinition = {
  title: '一个高校成果项目从征集、评审、核准、签约、分期拨付到获得融资触发转股，再转让退出',
  steps: [
    apply('2025-03-03 09:00', { state: 'applied', due: { formal: '2025-03-17 24:00' } }),
    admit('2025-03-10 09:00'),
    review('2025-04-07 09:00', 82, 4, refusal('experts-few')),
    review('2025-04-07 09:10', 82, 7, 'diligence'),
    examine('2025-05-12 09:00'),
    approve('2025-06-03 09:00', 320, refusal('over-requested')),
    approve('2025-06-03 09:10', 200),
    sign('2025-07-01 09:00', { state: 'running', due: { check: '2025-12-30 24:00', term: '2028-06-30 24:00' } }),
    pay('2025-07-08 09:00', 80),
    pay('2025-09-08 09:00', 60, refusal('not-checked')),
    check('2025-12-22 09:00', true),
    pay('2025-12-29 09:00', 130, refusal('over-approved')),
    pay('2025-12-29 09:10', 60),
    claim('2026-05-11 09:00', 'profit', refusal('not-agreed')),
    claim('2026-05-11 09:10', 'financing', { state: 'triggered', due: { conversion: '2026-07-10 24:00' } }),
    step(trustee, 'finance', '2026-05-11 10:00', 'triggered', { round: '天使轮', sum: 800, evidence: [file] }),
    convert('2026-06-08 09:00', 12, 140, refusal('over-share')),
    convert('2026-06-08 09:10', 4.5, 140),
    register('2026-06-29 09:00'),
    step(trustee, 'follow', '2026-12-21 09:00', 'held', said),
    proposeExit('2027-09-06 09:00'),
    step(finance, 'refuseExit', '2027-09-20 09:00', 'held', { opinion: '定价低于评估值，请重新议价。' }),
    proposeExit('2027-11-01 09:00'),
    exit('2027-12-06 09:00', 210),
  ],
}

const secondPerson: ExampleDefinition = {
  title: '尽调人不能自己核准，检查人不能自己拨付，上报人不能自己决定转股；国庆前提交核准的时限顺延',
  steps: [
    apply('2025-08-04 09:00'),
    admit('2025-08-11 09:00'),
    review('2025-08-25 09:00', 75, 5, 'diligence'),
    as('周行', examine('2025-09-26 09:00', { state: 'deciding', due: { decision: '2025-10-30 24:00' } })),
    as('周行', approve('2025-10-13 09:00', 200, refusal('own-report'))),
    approve('2025-10-14 09:00', 200),
    sign('2025-10-20 09:00'),
    as('周行', check('2025-10-27 09:00', true)),
    as('周行', pay('2025-10-27 10:00', 100, refusal('own-check'))),
    pay('2025-10-28 09:00', 100),
    as('周行', claim('2026-03-02 09:00', 'revenue')),
    as('周行', convert('2026-03-03 09:00', 4, 100, refusal('own-claim'))),
    step(leader, 'defer', '2026-03-04 09:00', 'running', { opinion: '收入含一次性技术服务，下半年再核。' }),
  ],
}

const failed: ExampleDefinition = {
  title: '技术路线失败：程序完备、没有牟利的认定免责核销；上报人不能自己认定',
  steps: [
    ...signed,
    pay('2025-07-08 09:00', 80),
    check('2025-12-22 09:00', false),
    as('周行', reportLoss('2026-04-07 09:00')),
    as('周行', exempt('2026-04-13 09:00', refusal('own-proposal'))),
    exempt('2026-04-13 09:10', refusal('procedure-broken'), { procedure: false }),
    exempt('2026-04-13 09:20', refusal('not-honest'), { honest: false }),
    exempt('2026-04-20 09:00'),
  ],
}

const returned: ExampleDefinition = {
  title: '届满没有触发转股的按协议返还；没有拨付的不能报触发',
  steps: [
    ...signed,
    claim('2025-07-02 09:00', 'financing', refusal('nothing-in')),
    pay('2025-07-08 09:00', 80),
    callBack('2028-07-03 09:00'),
    receive('2028-08-07 09:00', 0, refusal('nothing-returned')),
    receive('2028-08-07 09:10', 84),
  ],
}

const stopped: ExampleDefinition = {
  title: '评审不过的不予支持',
  steps: [apply('2025-03-03 09:00'), admit('2025-03-10 09:00'), review('2025-04-07 09:00', 69, 5, 'rejected')],
}

const refused: ExampleDefinition = {
  title: '形式审查不符合的不予支持',
  steps: [
    apply('2025-03-03 09:00'),
    step(sector, 'reject', '2025-03-07 09:00', 'rejected', { opinion: '企业注册地不在本区。' }),
  ],
}

const withdrawn: ExampleDefinition = {
  title: '核准后企业放弃签约的撤回；超过单个项目上限的不能核准',
  steps: [
    apply('2025-03-03 09:00', 'applied', { requested: 900 }),
    admit('2025-03-10 09:00'),
    review('2025-04-07 09:00', 88, 7, 'diligence'),
    examine('2025-05-12 09:00'),
    approve('2025-06-03 09:00', 600, refusal('over-cap')),
    approve('2025-06-03 09:10', 500),
    step(sector, 'withdraw', '2025-06-16 09:00', 'withdrawn', said),
  ],
}

/** Worked examples of investing first, in 兰台区; firms and projects are invented. */
export const investExamples: readonly ExampleDefinition[] = [
  course,
  secondPerson,
  failed,
  returned,
  stopped,
  refused,
  withdrawn,
]

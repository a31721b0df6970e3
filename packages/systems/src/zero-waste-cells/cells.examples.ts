import type { ExampleDefinition, Json } from '@jiannuo/engine'
import { type Doer, type Expected, refusal, type Step, step } from '../example.ts'

type Input = Readonly<Record<string, Json>>

const clerk: Doer = ['streetClerk', 'lantai-dongmen']
const education: Doer = ['sector', 'lantai-education']
const health: Doer = ['sector', 'lantai-health']
const commerce: Doer = ['sector', 'lantai-commerce']
const force: Doer = ['taskForce', 'lantai']
const reviewer: Doer = ['reviewer', 'lantai-urban']
const file = 'e'.repeat(64)

const school: Input = {
  name: '兰台区第三小学',
  kind: 'school',
  street: 'lantai-dongmen',
  sector: 'lantai-education',
  place: { text: '桂花路18号' },
  size: '学生1260人，教职工84人',
  batch: '2025',
  contactName: '许知禾',
  contactPhone: '13800002468',
  promise: [file],
  clean: true,
}
const hospital: Input = {
  ...school,
  name: '兰台区中医院',
  kind: 'hospital',
  sector: 'lantai-health',
  size: '床位320张',
}
const hotel: Input = { ...school, name: '兰台江畔酒店', kind: 'hotel', sector: 'lantai-commerce', size: '客房146间' }

const sheet = (side: 'self' | 'site', off: readonly [number, number, number, number, number], must = true): Input => ({
  [`${side}Reduce`]: off[0],
  [`${side}Sort`]: off[1],
  [`${side}Reuse`]: off[2],
  [`${side}Dispose`]: off[3],
  [`${side}Run`]: off[4],
  [`${side}Must`]: must,
})
const self: Input = { ...sheet('self', [2, 2, 2, 2, 2]), evidence: [file] }
const visit: Input = { people: 2, found: '台账、分类点、公示栏逐项查看。', photos: [file] }
const good: Input = { ...visit, ...sheet('site', [3, 4, 3, 2, 3]) }
const bad: Input = { ...visit, ...sheet('site', [8, 8, 4, 4, 6]) }
const naming: Input = { number: '兰无废2025-07', document: [file] }
const note = '材料齐全，口径一致。'

const checkedUp = (cell: Input, office: Doer): readonly Step[] => [
  step(clerk, 'enter', '2025-08-18 09:00', { state: 'applied', due: { selfCheck: '2025-09-15 24:00' } }, cell),
  step(clerk, 'selfCheck', '2025-09-05 10:00', { state: 'checked', due: { audit: '2025-09-19 24:00' } }, self),
  step(office, 'audit', '2025-09-10 10:00', { state: 'audited', due: { site: '2025-10-14 24:00' } }, { note }),
]
const appoint = (at: string, expected: Expected | string, unit = 'lantai-urban'): Step =>
  step(force, 'appoint', at, expected, { siteUnit: unit })
const review = (at: string, expected: Expected | string, input: Input, who = reviewer): Step =>
  step(who, 'review', at, expected, input)
const recheck = (at: string, expected: Expected | string, input: Input, who = reviewer): Step =>
  step(who, 'recheck', at, expected, input)
const named = (cell: Input, office: Doer): readonly Step[] => [
  ...checkedUp(cell, office),
  appoint('2025-09-11 10:00', 'audited'),
  review('2025-09-15 10:00', { state: 'published', due: { publicity: '2025-09-22 24:00' } }, good),
  step(force, 'name', '2025-09-23 09:00', 'named', naming),
]

const course: ExampleDefinition = {
  title: '学校申报、自评、初审、另一单位现场核查；国庆前公示，五个工作日顺到节后，期满才命名，一年后复核',
  steps: [
    ...checkedUp(school, education),
    review('2025-09-12 09:00', refusal('engine/not-permitted'), good),
    appoint('2025-09-12 10:00', refusal('own-cell'), 'lantai-education'),
    appoint('2025-09-12 10:05', refusal('own-cell'), 'lantai-dongmen'),
    appoint('2025-09-12 10:10', 'audited'),
    review('2025-09-26 09:00', refusal('engine/not-permitted'), good, ['reviewer', 'lantai-education']),
    review('2025-09-26 09:10', refusal('not-appointed'), good, ['reviewer', 'lantai']),
    review('2025-09-26 09:20', refusal('engine/bad-input'), { ...good, people: 1 }),
    review('2025-09-26 10:00', { state: 'published', due: { publicity: '2025-10-10 24:00' } }, good),
    step(force, 'name', '2025-10-10 16:00', refusal('publicity-running'), naming),
    step(force, 'name', '2025-10-13 09:00', { state: 'named', due: { recheck: '2026-10-13 24:00' } }, naming),
    appoint('2026-09-28 10:00', 'named'),
    recheck('2026-10-09 10:00', { state: 'named', due: { recheck: '2027-10-11 24:00' } }, good),
  ],
}

const turnedAway: ExampleDefinition = {
  title: '有严重失信记录的、还在禁止申报期内的不能申报；自评不够、缺必备条件的不能报核查',
  steps: [
    step(clerk, 'enter', '2025-08-18 09:00', refusal('engine/stage-test'), { ...hotel, clean: false }),
    step(clerk, 'enter', '2025-08-18 09:05', refusal('engine/stage-test'), { ...hotel, formerBar: '2025-12-31' }),
    step(clerk, 'enter', '2025-08-18 09:10', 'applied', {
      ...hotel,
      former: 'zero-waste-cells-3',
      formerBar: '2024-12-31',
    }),
    step(clerk, 'selfCheck', '2025-08-25 09:00', refusal('over-marks'), {
      ...self,
      ...sheet('self', [0, 0, 0, 16, 0]),
    }),
    step(clerk, 'selfCheck', '2025-08-25 09:05', refusal('must-missing'), { ...self, selfMust: false }),
    step(clerk, 'selfCheck', '2025-08-25 09:10', refusal('self-below'), { ...self, ...sheet('self', [9, 4, 3, 2, 3]) }),
    step(clerk, 'change', '2025-08-26 09:00', 'applied', { size: '客房150间' }),
    step(commerce, 'selfCheck', '2025-09-05 10:00', 'checked', self),
    step(commerce, 'audit', '2025-09-05 11:00', refusal('own-self-check'), { note }),
    step(force, 'return:applied', '2025-09-08 09:00', 'applied', { reason: '厨余垃圾收运合同已过期，请补。' }),
    step(clerk, 'withdraw', '2025-09-09 09:00', 'ended', { reason: 'giveUp', note: '装修停业，明年再报。' }),
  ],
}

const secondTry: ExampleDefinition = {
  title: '现场核查不达标，退回整改后再自评、再核查；公示期间异议成立的重新核查',
  steps: [
    ...checkedUp(hotel, commerce),
    appoint('2025-09-11 10:00', 'audited'),
    review('2025-09-15 10:00', { state: 'applied', due: { selfCheck: '2025-10-17 24:00' } }, bad),
    step(clerk, 'selfCheck', '2025-10-15 10:00', 'checked', self),
    step(commerce, 'audit', '2025-10-16 10:00', 'audited', { note }),
    appoint('2025-10-17 10:00', 'audited'),
    review('2025-10-20 10:00', 'published', good),
    step(force, 'settle', '2025-10-21 09:00', refusal('no-objection'), { upheld: false, note: '无。' }),
    step(clerk, 'object', '2025-10-22 09:00', 'published', { note: '客房仍主动摆放一次性洗漱用品。' }),
    step(force, 'name', '2025-10-28 09:00', refusal('objection-open'), naming),
    step(force, 'settle', '2025-10-28 10:00', 'audited', { upheld: true, note: '暗访属实。' }),
    appoint('2025-10-29 09:00', refusal('own-cell')),
    appoint('2025-10-29 10:00', 'audited', 'lantai-market'),
    review('2025-11-03 10:00', { state: 'published', due: { publicity: '2025-11-10 24:00' } }, good, [
      'reviewer',
      'lantai-market',
    ]),
    step(clerk, 'object', '2025-11-11 09:00', refusal('publicity-over'), { note: '迟了一天。' }),
    step(force, 'name', '2025-11-11 10:00', 'named', naming),
  ],
}

const losing: ExampleDefinition = {
  title: '医院半年一复核：举报后提前复核不达标，整改三十日，复查仍不达标的摘牌',
  steps: [
    ...named(hospital, health),
    step(force, 'revoke', '2025-11-03 09:00', refusal('may-still-mend'), {
      reason: 'unmended',
      note: '举报。',
      document: [file],
    }),
    step(
      force,
      'orderRecheck',
      '2025-11-03 10:00',
      { state: 'named', due: { recheck: '2025-11-17 24:00' } },
      { cause: 'report', note: '举报医疗废物暂存间无人登记。' },
    ),
    appoint('2025-11-03 11:00', 'named'),
    recheck(
      '2025-11-06 10:00',
      { state: 'mending', due: { mend: '2025-12-08 24:00' } },
      {
        ...good,
        ...sheet('site', [3, 4, 3, 2, 3], false),
      },
    ),
    step(force, 'revoke', '2025-11-20 09:00', refusal('may-still-mend'), {
      reason: 'unmended',
      note: '太慢。',
      document: [file],
    }),
    appoint('2025-12-01 11:00', 'mending', 'lantai-market'),
    recheck('2025-12-03 10:00', 'mending', { ...visit, ...sheet('site', [3, 4, 3, 6, 3], false) }, [
      'reviewer',
      'lantai-market',
    ]),
    step(force, 'revoke', '2025-12-10 09:00', 'removed', {
      reason: 'unmended',
      note: '两次不达标。',
      document: [file],
    }),
  ],
}

const kept: ExampleDefinition = {
  title: '整改后复查达标的保住称号；后来查出造假，写明禁报期限才能摘牌',
  steps: [
    ...named(hotel, commerce),
    appoint('2026-09-10 11:00', 'named'),
    recheck('2026-09-21 10:00', 'mending', bad),
    appoint('2026-10-09 11:00', 'mending'),
    recheck('2026-10-12 10:00', { state: 'named', due: { recheck: '2027-10-12 24:00' } }, good),
    step(force, 'revoke', '2026-12-01 09:00', refusal('bar-missing'), {
      reason: 'fraud',
      note: '收运联单系伪造。',
      document: [file],
    }),
    step(force, 'revoke', '2026-12-01 09:10', 'removed', {
      reason: 'fraud',
      note: '收运联单系伪造。',
      document: [file],
      barredUntil: '2029-12-01',
    }),
  ],
}

/** Worked examples of the cells, in 兰台区; the units are invented. */
export const cellExamples: readonly ExampleDefinition[] = [course, turnedAway, secondTry, losing, kept]

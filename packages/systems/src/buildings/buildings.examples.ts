import type { ExampleDefinition, Json } from '@jiannuo/engine'
import { as, type Doer, refusal, type Step, step } from '../example.ts'

type Input = Readonly<Record<string, Json>>

const officer: Doer = ['buildingOfficer', 'lantai-dongmen']
const sector: Doer = ['sector', 'lantai-commerce']
const tax: Doer = ['taxOfficer', 'lantai']
const file = 'e'.repeat(64)

const tower: Input = {
  name: '兰台国际中心',
  code: 'B420199-001',
  kind: 'office',
  street: 'lantai-dongmen',
  sector: 'lantai-commerce',
  place: { text: '兰台大道18号' },
  owner: '兰台置业有限公司',
  manager: '兰台和润物业有限公司',
  contactName: '陈知远',
  contactPhone: '13800004321',
  floorArea: 52_000,
  rentable: 40_000,
  completedOn: '2023-06-30',
  industry: '软件和信息服务',
}

const swept: Input = {
  letArea: 30_000,
  selfUsed: 2_400,
  rent: 62,
  firms: 120,
  registeredHere: 96,
  taxedHere: 90,
  aboveScale: 14,
  statedHere: 12,
  virtual: 41,
  movedOut: 3,
  vacancies: [{ room: '18层1802', area: 620, rent: 65, from: '2025-05-01' }],
  found: '两户企业反映停车位不足，一户咨询扩租。',
  sheets: [file],
}

const sweep = (at: string, expected: Step['state'] | Pick<Step, 'state' | 'due' | 'refused'>, more: Input = {}): Step =>
  step(officer, 'sweep', at, expected ?? '', { ...swept, ...more })

const taxOf = (
  at: string,
  expected: string | Pick<Step, 'state' | 'due' | 'refused'>,
  year: string,
  total: number,
): Step =>
  step(tax, 'reportTax', at, expected, {
    year,
    total,
    district: Math.round(total * 0.3),
    version: 'final',
    tally: [file],
  })

const course: ExampleDefinition = {
  title: '在建楼宇跟踪到投用招商，扫楼见入驻过半转入运营，年税收过亿元成亿元楼宇，改造后重新招商',
  steps: [
    step(officer, 'enter', '2022-11-07 09:00', 'construction', { ...tower, completedOn: null }),
    step(sector, 'promote:letting', '2023-06-30 10:00', refusal('engine/stage-test')),
    step(officer, 'progress', '2023-06-30 14:00', 'construction', { completedOn: '2023-06-30', note: '竣工备案。' }),
    step(sector, 'promote:letting', '2023-07-03 09:00', 'letting'),
    step(sector, 'promote:operating', '2023-07-03 09:10', refusal('engine/stage-test')),
    sweep('2023-09-25 10:00', { state: 'letting', due: { sweep: '2023-12-25 24:00' } }),
    step(sector, 'promote:operating', '2023-09-26 09:00', 'operating'),
    taxOf('2024-01-22 10:00', 'operating', '2023', 8_600),
    taxOf('2025-01-20 10:00', { state: 'hundredMillion', due: { keySweep: '2025-02-19 24:00' } }, '2024', 10_400),
    step(sector, 'promote:renewing', '2025-11-03 09:00', 'renewing'),
    step(sector, 'promote:letting', '2026-05-11 09:00', 'letting'),
  ],
}

const checks: ExampleDefinition = {
  title: '扫楼登记：数字对不上的退回；登记的人不能自己复核；周期末日逢国庆假期顺延到10月9日',
  steps: [
    step(officer, 'enter:letting', '2025-06-03 09:00', 'letting', tower),
    step(sector, 'verify', '2025-06-03 10:00', refusal('not-swept'), { way: 'onSite' }),
    sweep('2025-07-04 09:00', refusal('area-over'), { letArea: 39_000 }),
    sweep('2025-07-04 09:10', refusal('firms-over'), { registeredHere: 121 }),
    as('林澈', sweep('2025-07-04 09:20', { state: 'letting', due: { sweep: '2025-10-09 24:00' } })),
    as('林澈', step(sector, 'verify', '2025-07-07 09:00', refusal('own-sweep'), { way: 'onSite' })),
    step(sector, 'verify', '2025-07-08 09:00', 'letting', { way: 'data', note: '与市场监管登记数一致。' }),
  ],
}

const retention: ExampleDefinition = {
  title: '一户重点企业迁出预警，五个工作日内走访，留下；没有预警的不用了结',
  steps: [
    step(officer, 'enter:operating', '2025-09-01 09:00', 'operating', { ...tower, letArea: 30_000 }),
    step(sector, 'settle', '2025-09-02 09:00', refusal('none-leaving'), {
      firm: '某公司',
      outcome: 'kept',
      note: '无。',
    }),
    step(officer, 'keepTenants', '2025-09-02 10:00', 'operating', {
      tenants: [
        { creditCode: '91420199MA4KA1B2C3', name: '兰台云图软件有限公司', floor: '12层', standing: 'stated' },
        { creditCode: '91420199MA4KD4E5F6', name: '兰台方圆设计有限公司', floor: '9层', standing: 'registered' },
      ],
    }),
    step(
      officer,
      'warn',
      '2025-09-26 10:00',
      { state: 'operating', due: { retention: '2025-10-10 24:00' } },
      { firm: '兰台云图软件有限公司', cause: 'rent', note: '租约十一月到期，外区来招引。' },
    ),
    step(sector, 'settle', '2025-10-09 15:00', 'operating', {
      firm: '兰台云图软件有限公司',
      outcome: 'kept',
      note: '业主同意租金不变，续租三年。',
    }),
  ],
}

const taxYears: ExampleDefinition = {
  title: '税收按年度登记：上一年度核定可以更正，更早的不收；跌破亿元回到运营',
  steps: [
    step(officer, 'enter:operating', '2023-02-01 09:00', 'operating', { ...tower, letArea: 30_000 }),
    step(tax, 'reportTax', '2024-01-22 10:00', refusal('district-over'), {
      year: '2023',
      total: 9_000,
      district: 9_100,
      version: 'preliminary',
      tally: [file],
    }),
    taxOf('2024-01-22 10:10', 'hundredMillion', '2023', 10_200),
    taxOf('2025-01-20 10:00', 'hundredMillion', '2024', 9_700),
    taxOf('2025-03-03 10:00', 'operating', '2023', 9_950),
    taxOf('2025-03-03 10:10', refusal('year-past'), '2022', 9_000),
  ],
}

const titles: ExampleDefinition = {
  title: '认定数字经济专业楼宇：集聚度不够的不认定；入驻回落退回招商；并入其他楼宇档案的退库',
  steps: [
    step(officer, 'enter:operating', '2024-03-04 09:00', 'operating', { ...tower, letArea: 24_000 }),
    step(sector, 'recognise', '2024-11-04 09:00', refusal('not-special'), {
      specialty: 'digital',
      share: 48,
      document: [file],
    }),
    step(sector, 'recognise', '2024-12-02 09:00', 'operating', { specialty: 'digital', share: 66, document: [file] }),
    step(officer, 'change', '2025-01-06 09:00', 'operating', { manager: '兰台明德物业有限公司' }),
    step(sector, 'return:letting', '2025-02-10 09:00', 'letting', { reason: '两户大企业退租，入驻率跌破一半。' }),
    step(officer, 'leave', '2025-03-10 09:00', refusal('engine/not-permitted'), { reason: 'merged' }),
    step(sector, 'leave', '2025-03-10 09:10', 'removed', { reason: 'merged' }),
  ],
}

/** Worked examples of the buildings, in 兰台区; buildings and firms are invented. */
export const buildingExamples: readonly ExampleDefinition[] = [course, checks, retention, taxYears, titles]

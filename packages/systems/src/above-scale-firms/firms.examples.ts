import type { ExampleDefinition, Json } from '@jiannuo/engine'
import { type Doer, refusal, type Step, step } from '../example.ts'

type Input = Readonly<Record<string, Json>>

const statistician: Doer = ['statistician', 'lantai']
const sector = (unit: string): Doer => ['sector', unit]
const clerk: Doer = ['streetClerk', 'lantai-dongmen']

const factory: Input = {
  name: '兰台启明精密制造有限公司',
  creditCode: '91420199MA4KA1B2C3',
  industry: 'industry',
  origin: 'grown',
  street: 'lantai-dongmen',
  sector: 'lantai-industry',
  guardian: 'p-guardian',
  contactName: '周予安',
  contactPhone: '13800005678',
  revenueLast: 1100,
  revenueThis: 1250,
  revenueMonth: '2025-03',
}

const shop: Input = {
  ...factory,
  name: '兰台东门百货有限公司',
  creditCode: '91420199MA4KD4E5F6',
  industry: 'retail',
  sector: 'lantai-commerce',
  revenueLast: 420,
  revenueThis: 520,
}

const builder: Input = {
  ...factory,
  name: '兰台安居建设有限公司',
  creditCode: '91420199MA4KG7H8J9',
  industry: 'construction',
  origin: 'founded',
  sector: 'lantai-housing',
  revenueLast: 0,
  revenueThis: 30,
}

const returned = (at: string, state: string, revenueThis: number, month: string, more: Input = {}): Step =>
  step(clerk, 'report', at, state, { revenueThis, revenueMonth: month, ...more })

const filing: Input = { window: 'yearly', batch: '2025-11', materials: ['profit-statement', 'licence'] }
const approval: Input = { enteredOn: '2025-12-20', number: '名录库回执2025第118号' }

const wholeWay: readonly Step[] = [
  step(clerk, 'enter', '2025-04-10 09:00', { state: 'training', due: { visit: '2025-07-09 24:00' } }, factory),
  returned('2025-07-08 10:00', 'training', 1700, '2025-06'),
  step(sector('lantai-industry'), 'promote:key', '2025-07-08 14:00', {
    state: 'key',
    due: { keyVisit: '2025-08-07 24:00' },
  }),
  step(sector('lantai-industry'), 'promote:ready', '2025-07-08 14:05', refusal('engine/stage-test')),
  returned('2025-10-13 10:00', 'key', 2080, '2025-09'),
  step(sector('lantai-industry'), 'promote:ready', '2025-10-13 15:00', {
    state: 'ready',
    due: { filing: '2025-11-10 24:00' },
  }),
  step(
    sector('lantai-industry'),
    'file',
    '2025-11-03 10:00',
    { state: 'filed', due: { approval: '2026-01-04 24:00' } },
    filing,
  ),
  step(statistician, 'approve', '2025-12-22 09:00', 'entered', approval),
]

/** Worked examples of the libraries, in 兰台区; the firms and their codes are invented. */
export const firmExamples: readonly ExampleDefinition[] = [
  {
    title: '一户工业企业从培育库、重点库、达标库到入统，再因营收下滑预警、退统',
    steps: [
      ...wholeWay,
      returned('2026-07-10 10:00', 'entered', 700, '2026-06', { revenueLast: 2300 }),
      step(clerk, 'warn', '2026-07-10 10:10', 'entered', {
        warning: 'below',
        note: '上半年订单减少，营收不到标准一半。',
      }),
      step(clerk, 'leave', '2026-12-25 10:00', refusal('engine/not-permitted'), { reason: 'below' }),
      step(statistician, 'leave', '2026-12-25 14:00', 'out', { reason: 'below' }),
    ],
  },
  {
    title: '达标企业直接进达标库；营收不够的进不了重点库',
    steps: [
      step(clerk, 'enter:key', '2025-04-10 09:00', refusal('engine/stage-test'), factory),
      step(clerk, 'enter:ready', '2025-04-10 09:10', 'ready', { ...factory, revenueThis: 2600 }),
    ],
  },
  {
    title: '零售企业的标准是500万元：同样的营收，行业不同结果不同',
    steps: [
      step(clerk, 'enter:ready', '2025-06-03 09:00', refusal('engine/stage-test'), { ...shop, industry: 'wholesale' }),
      step(clerk, 'enter:ready', '2025-06-03 09:10', 'ready', shop),
    ],
  },
  {
    title: '建筑业不看营收看资质：没有资质不达标',
    steps: [
      step(clerk, 'enter', '2025-05-06 09:00', 'training', builder),
      step(sector('lantai-housing'), 'promote:key', '2025-05-06 10:00', 'key'),
      step(sector('lantai-housing'), 'promote:ready', '2025-05-06 10:05', refusal('engine/stage-test')),
      returned('2025-06-03 10:00', 'key', 45, '2025-05', { qualified: true }),
      step(sector('lantai-housing'), 'promote:ready', '2025-06-03 10:10', 'ready'),
      step(sector('lantai-housing'), 'file', '2025-06-03 11:00', refusal('wrong-window'), {
        ...filing,
        batch: '2025-06',
      }),
      step(sector('lantai-housing'), 'file', '2025-06-03 11:05', 'filed', {
        ...filing,
        window: 'monthly',
        batch: '2025-06',
      }),
    ],
  },
  {
    title: '申报未通过，退回重点库，补足后再报',
    steps: [
      step(clerk, 'enter:ready', '2025-10-13 09:00', 'ready', {
        ...factory,
        revenueThis: 2010,
        revenueMonth: '2025-09',
      }),
      step(sector('lantai-industry'), 'file', '2025-11-03 10:00', 'filed', filing),
      step(
        statistician,
        'reject',
        '2025-12-01 10:00',
        { state: 'key', due: { keyVisit: '2025-12-31 24:00' } },
        {
          reason: '利润表营收与纳税申报不一致。',
        },
      ),
      returned('2025-12-08 10:00', 'key', 2300, '2025-11'),
      step(sector('lantai-industry'), 'promote:ready', '2025-12-08 11:00', 'ready'),
      step(sector('lantai-industry'), 'file', '2025-12-08 15:00', 'filed', { ...filing, batch: '2025-12' }),
    ],
  },
  {
    title: '营收回落的从达标库退回重点库，不能申报',
    steps: [
      step(clerk, 'enter:ready', '2025-03-03 09:00', 'ready', { ...factory, revenueLast: 1500, revenueThis: 2050 }),
      step(clerk, 'report', '2025-03-10 10:00', 'ready', { revenueThis: 1800, revenueMonth: '2025-02' }),
      step(sector('lantai-industry'), 'file', '2025-03-10 11:00', refusal('not-over-line'), {
        ...filing,
        batch: '2025-03',
      }),
      step(sector('lantai-industry'), 'return:key', '2025-03-10 11:10', 'key', {
        reason: '更正后的累计营收低于标准。',
      }),
    ],
  },
  {
    title: '只申报不算入统：已申报的企业离开是退库，不是退统',
    steps: [
      step(clerk, 'enter:ready', '2025-10-13 09:00', 'ready', { ...shop, revenueMonth: '2025-09' }),
      step(sector('lantai-commerce'), 'file', '2025-11-03 10:00', 'filed', filing),
      step(statistician, 'leave', '2025-11-10 10:00', 'removed', { reason: 'moved' }),
    ],
  },
  {
    title: '统一社会信用代码不合规的不能入库',
    steps: [
      step(clerk, 'enter', '2025-04-10 09:00', refusal('engine/bad-input'), {
        ...factory,
        creditCode: '91420199MA4KO1I2S3',
      }),
      step(clerk, 'enter', '2025-04-10 09:05', 'training', factory),
    ],
  },
  {
    title: '退统预警可以解除；没有预警的不用解除',
    steps: [
      ...wholeWay,
      step(clerk, 'clearWarning', '2026-03-02 09:00', refusal('not-warned'), { note: '误操作。' }),
      step(clerk, 'warn', '2026-03-02 09:10', 'entered', { warning: 'moving', note: '企业拟搬迁新厂房。' }),
      step(sector('lantai-industry'), 'clearWarning', '2026-04-08 09:00', 'entered', { note: '新厂房仍在本区。' }),
    ],
  },
  {
    title: '走访培育，营收回落退回培育库；企业迁到另一街道随之变更',
    steps: [
      step(
        clerk,
        'enter:key',
        '2025-04-10 09:00',
        { state: 'key', due: { keyVisit: '2025-05-12 24:00' } },
        {
          ...factory,
          revenueThis: 1700,
        },
      ),
      step(
        clerk,
        'visit',
        '2025-05-08 10:00',
        { state: 'key', due: { keyVisit: '2025-06-09 24:00' } },
        {
          found: '新产线六月投产，缺熟练工。',
        },
      ),
      returned('2025-06-09 10:00', 'key', 1250, '2025-05'),
      step(sector('lantai-industry'), 'return:training', '2025-06-09 11:00', 'training', {
        reason: '更正后不足标准的八成。',
      }),
      step(clerk, 'change', '2025-06-10 09:00', 'training', { street: 'lantai-beihe' }),
      step(clerk, 'visit', '2025-06-10 10:00', refusal('engine/not-permitted'), { found: '已不在本街道。' }),
      step(['streetClerk', 'lantai-beihe'], 'visit', '2025-06-11 10:00', 'training', { found: '已在新址走访。' }),
    ],
  },
  {
    title: '入统企业每年核查一次',
    steps: [
      ...wholeWay,
      step(
        statistician,
        'check',
        '2026-06-15 10:00',
        { state: 'entered', due: { check: '2027-06-15 24:00' } },
        {
          note: '营收2400万元，仍符合标准。',
        },
      ),
    ],
  },
]

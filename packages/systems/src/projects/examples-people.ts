import type { Json } from '@jiannuo/engine'
import { type Doer, type Expected, type Step, step } from '../example.ts'

/** A form. */
export type Input = Readonly<Record<string, Json>>

export const office: Doer = ['projectOffice', 'lantai']
export const statistician: Doer = ['statistician', 'lantai']
export const leader: Doer = ['leader', 'lantai']
export const LEAD = 'lantai-industry'
export const clerk: Doer = ['unitClerk', LEAD]
export const head: Doer = ['unitLead', LEAD]

/** Pictures and papers, by their hashes. */
export const paper = (sign: string): readonly string[] => [sign.repeat(64)]

/** A factory of more than a hundred million, invented. */
export const factory: Input = {
  name: '兰台启明精密部件智能工厂',
  kind: 'industry',
  totalInvestment: 26000,
  leadUnit: LEAD,
  street: 'lantai-beihe',
  place: { text: '北河街道新苑路2号' },
  owner: '兰台启明精密制造有限公司',
  industry: '通用设备制造业',
  content: '新建厂房2.4万平方米，生产线6条。',
  contactName: '秦越',
  contactPhone: '13800006789',
}

export const entering = (at: string, more: Input = {}, expected: Expected | string = 'idea'): Step =>
  step(clerk, 'enter', at, expected, { ...factory, ...more })

export const reserving = (at: string, expected: Expected | string = 'reserve'): Step =>
  step(office, 'promote:reserve', at, expected, {
    scheme: paper('a'),
    siteNote: '用地已纳入年度供地计划，规划条件已出具。',
    funding: 'enterprise',
  })

export const approving = (at: string, more: Input = {}, expected: Expected | string = 'preparing'): Step =>
  step(office, 'promote:preparing', at, expected, {
    projectCode: '2502-420199-04-01-123456',
    approvalNo: '兰发改备〔2025〕18号',
    plannedStart: '2025-09-20',
    plannedEnd: '2026-12-31',
    ...more,
  })

export const reportingStart = (at: string, more: Input = {}, expected: Expected | string = 'startReported'): Step =>
  step(clerk, 'reportStart', at, expected, {
    startedOn: at.slice(0, 10),
    startWorks: 'foundation',
    permitNo: '施工许可2025第031号',
    permitOn: '2025-09-01',
    photos: paper('b'),
    ...more,
  })

export const verifyingStart = (at: string, expected: Expected | string = 'building'): Step =>
  step(office, 'verifyStart', at, expected, { opinion: '桩机3台在作业，已成桩18根。', site: paper('c') })

export const enteringStatistics = (at: string, expected: Expected | string = 'building', more: Input = {}): Step =>
  step(statistician, 'enterStatistics', at, expected, {
    enteredOn: at.slice(0, 10),
    statNumber: '统入2025第77号',
    ...more,
  })

/** From the idea to works under way, seen on the site on 24 September 2025. */
export const underWay: readonly Step[] = [
  entering('2025-03-03 10:00'),
  reserving('2025-04-02 10:00'),
  approving('2025-06-10 10:00'),
  reportingStart('2025-09-18 09:00'),
  verifyingStart('2025-09-24 10:00'),
]

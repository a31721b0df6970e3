import type { Json } from '@jiannuo/engine'
import { type Doer, type Expected, type Step, step } from '../example.ts'

/** A form. */
export type Input = Readonly<Record<string, Json>>

/** Who acts in the examples, at units of 兰台区. */
export const HOUSING = 'lantai-housing'
export const LABOUR = 'lantai-labour'
export const grid: Doer = ['gridWorker', 'lantai-dongmen-guihua-1']
export const office: Doer = ['peaceOffice', 'lantai']
export const clerk = (unit: string): Doer => ['unitClerk', unit]
export const head = (unit: string): Doer => ['unitLead', unit]
export const supervisor: Doer = ['supervisor', 'lantai']
export const leader: Doer = ['leader', 'lantai']

export const paper: Json = ['e'.repeat(64)]

export const delay: Input = {
  title: '兰苑小区延期交房业主聚集',
  source: 'grid',
  category: 'housing',
  foundOn: '2025-09-22',
  facts: '约四十名业主在售楼部询问交房时间，开发企业没有答复。',
  people: 40,
  place: { text: '兰苑售楼部' },
  area: 'lantai-dongmen-guihua-1',
}

export const reported = (at: string, input: Input = delay): Step => step(grid, 'report', at, 'found', input)
export const assessed = (at: string, level = 'yellow', expected: Expected | string = 'assessed'): Step =>
  step(office, 'assess', at, expected, { level, opinion: '资金监管账户余额充足，工期滞后两个月，可协调。' })
export const assigned = (
  at: string,
  more: Input = {},
  expected: Expected | string = 'assigned',
  lead = HOUSING,
): Step =>
  step(office, 'assign', at, expected, {
    orderNumber: '兰平交〔2025〕12号',
    task: '会同街道约见企业，公布交房计划，专人接待业主。',
    lead,
    ...more,
  })
export const answered = (at: string, expected: Expected | string = 'handling'): Step =>
  step(clerk(HOUSING), 'answer', at, expected, {
    calming: '售楼部设接待点，社区建立业主联络群。',
    solving: '企业书面承诺交房日期，按周公布进度。',
  })

/** From the finding to the work, the usual way. */
export const underHand = (level = 'yellow', more: Input = {}): readonly Step[] => [
  reported('2025-09-22 09:00'),
  assessed('2025-09-22 15:00', level),
  assigned('2025-09-23 09:00', more),
  answered('2025-09-24 10:00'),
]
export const submitted = (at: string, expected: Expected | string = 'reviewing', more: Input = {}): Step =>
  step(clerk(HOUSING), 'submit', at, expected, {
    basis: '企业已公布交房计划，业主代表签字认可。',
    evidence: paper,
    ...more,
  })
export const concluded = (at: string, expected: Expected | string = 'observing'): Step =>
  step(office, 'conclude', at, expected, { checked: '电话回访业主代表八人，均认可。', proof: paper })
export const rolled = (at: string, state: Expected | string, trend = 'easing'): Step =>
  step(grid, 'roll', at, state, { rolledOn: at.slice(0, 10), trend, finding: '售楼部无聚集，业主群情绪平稳。' })
export const struck = (at: string, expected: Expected | string = 'struckOff'): Step =>
  step(leader, 'strike', at, expected, { approval: '同意销号' })
export const relapsed = (at: string, expected: Expected | string = 'found'): Step =>
  step(supervisor, 'relapse', at, expected, { reason: '企业再次停工，业主重新聚集。', proof: paper })

import type { Json } from '@jiannuo/engine'
import { type Doer, type Expected, type Step, step } from '../example.ts'

/** A form. */
export type Input = Readonly<Record<string, Json>>

/** Who acts in the examples, at units of 兰台区. */
export const STREET = 'lantai-dongmen'
export const HOUSING = 'lantai-housing'
export const grid: Doer = ['gridWorker', 'lantai-dongmen-guihua-1']
export const centre: Doer = ['centre', STREET]
export const mediator = (unit: string): Doer => ['mediator', unit]
export const head = (unit: string): Doer => ['unitLead', unit]
export const supervisor: Doer = ['supervisor', 'lantai']
export const leader: Doer = ['leader', 'lantai']

export const paper: Json = ['d'.repeat(64)]

/** Water from above: the most ordinary of quarrels. */
export const leak: Input = {
  title: '楼上漏水损坏天花板纠纷',
  source: 'grid',
  category: 'neighbour',
  facts: '三楼卫生间漏水，二楼天花板和橱柜受损，双方对赔偿金额不能达成一致。',
  people: 4,
  amount: 0.8,
  place: { text: '桂花路12号2栋' },
  partyA: '沈和',
  phoneA: '13600001357',
  partyB: '许嘉',
  phoneB: '13500002468',
  area: 'lantai-dongmen-guihua-1',
}

/** A works stopped by unpaid wages: many people, several departments. */
export const wages: Input = {
  ...leak,
  title: '东门工地农民工工资纠纷',
  source: 'visit',
  category: 'labour',
  facts: '工地停工后两个月工资没有发放，工人到街道反映，要求节前付清。',
  people: 36,
  amount: 58,
  partyB: '兰台示例建筑劳务有限公司',
}

export const registered = (at: string, input: Input = leak): Step => step(grid, 'register', at, 'registered', input)
export const screened = (at: string, hard = false, expected: Expected | string = 'toDispatch'): Step =>
  step(centre, 'screen', at, expected, {
    risk: hard ? 'orange' : 'blue',
    complexity: hard ? 'complex' : 'simple',
    hard,
  })
export const dispatched = (
  at: string,
  lead = STREET,
  expected: Expected | string = 'accepting',
  more: Input = {},
): Step => step(centre, 'dispatch', at, expected, { body: 'justice', lead, ...more })
export const acceptedBy = (at: string, unit = STREET, expected: Expected | string = 'mediating'): Step =>
  step(mediator(unit), 'accept', at, expected, { willing: true, told: true })

/** From the grid to the table, the usual way, in one day. */
export const atTable = (day = '2025-09-22'): readonly Step[] => [
  registered(`${day} 09:00`),
  screened(`${day} 10:00`),
  dispatched(`${day} 11:00`),
  acceptedBy(`${day} 15:00`),
]
export const agreed = (at: string, performBy: string, expected: Expected | string = 'agreed', unit = STREET): Step =>
  step(mediator(unit), 'agree', at, expected, {
    performBy,
    agreedAmount: 0.6,
    content: '三楼修复防水，赔偿六千元，双方不再追究。',
    form: 'written',
    signed: true,
    paper,
  })
export const toPerform = (at: string, expected: Expected | string = 'performing'): Step =>
  step(mediator(STREET), 'perform', at, expected, { told: true })
export const performed = (at: string, expected: Expected | string = 'followUp'): Step =>
  step(mediator(STREET), 'performed', at, expected, { note: '赔偿款已转账，防水已修复。', evidence: paper })
export const visited = (at: string, calm: boolean, expected: Expected | string): Step =>
  step(centre, 'visit', at, expected, {
    performed: true,
    settled: calm,
    satisfied: calm ? 'satisfied' : 'dissatisfied',
    ...(calm ? {} : { remark: '又发生渗水，双方再次争吵。' }),
  })
export const failed = (at: string, unit = STREET): Step =>
  step(mediator(unit), 'fail', at, 'guiding', { reason: '对赔偿金额差距过大。', record: paper })
export const guided = (at: string, unit = STREET, told = true, expected: Expected | string = 'routed'): Step =>
  step(mediator(unit), 'guide', at, expected, { route: 'lawsuit', told, notice: paper })
export const charged = (at: string, expected: Expected | string): Step =>
  step(centre, 'takeCharge', at, expected, {
    keeper: '副区长',
    keeperUnit: 'lantai-labour',
    plan: '人社局牵头核实欠薪名册，住建局调度工程款，节前兑付。',
  })

import type { Json } from '@jiannuo/engine'
import { type Doer, type Step, step } from '../example.ts'

/** A form. */
export type Input = Readonly<Record<string, Json>>

/** Who acts in the examples, at units of 兰台区. */
export const officer: Doer = ['serviceOfficer', 'lantai-dongmen']
export const manager: Doer = ['caseManager', 'lantai']
export const supervisor: Doer = ['supervisor', 'lantai']
export const leader: Doer = ['leader', 'lantai']
export const clerk = (unit: string): Doer => ['unitClerk', unit]
export const head = (unit: string): Doer => ['unitLead', unit]

export const INDUSTRY = 'lantai-industry'
export const PLANNING = 'lantai-planning'
export const paper = ['b'.repeat(64)]

export const matter: Input = {
  title: '厂区扩建用地指标不足',
  channel: 'visit',
  category: 'land',
  content: '企业拟扩建二期厂房，现有地块容积率已用满，希望调整。',
  firmName: '兰台澄光精密制造有限公司',
  industry: 'industry',
  contactName: '顾青禾',
  contactPhone: '13600004321',
  area: 'lantai-dongmen',
}

export const policy: Input = {
  ...matter,
  title: '咨询技改补贴申报条件',
  channel: 'reception',
  category: 'policy',
  content: '咨询本年度技改补贴申报的起报线和材料。',
}

export const received = (day: string, input: Input = matter, complexity = 'complex'): readonly Step[] => [
  step(officer, 'collect', `${day} 09:00`, 'submitted', input),
  step(manager, 'accept', `${day} 09:30`, 'accepted', { complexity }),
]

/** From the visit to the unit's sign-in, within one morning. */
export const underWay = (day: string, complexity = 'complex', more: Input = {}): readonly Step[] => [
  ...received(day, matter, complexity),
  step(manager, 'assign', `${day} 10:00`, 'assigned', { lead: INDUSTRY, basis: '部门职责清单第12项', ...more }),
  step(clerk(INDUSTRY), 'signIn', `${day} 11:00`, 'handling'),
]

export const solved: Input = {
  conclusion: 'solved',
  reply: '已办理容积率调整批复，批文送达企业。',
  contacted: true,
  material: paper,
}
export const explained: Input = { conclusion: 'explained', reply: '现行规划不允许调整，已当面说明。', contacted: true }
export const pledge = (promiseDue: string): Input => ({
  reply: '已列入年度供地计划。',
  contacted: true,
  promise: '完成扩建地块挂牌出让。',
  promiseDue,
})

export const answered = (at: string, approvedAt: string, input: Input = solved): readonly Step[] => [
  step(clerk(INDUSTRY), 'answer', at, 'checking', input),
  step(head(INDUSTRY), 'approve', approvedAt, 'rating'),
]

export const pledged = (at: string, approvedAt: string, day: string): readonly Step[] => [
  step(clerk(INDUSTRY), 'answerWithPromise', at, 'pledging', pledge(day)),
  step(head(INDUSTRY), 'approvePledge', approvedAt, { state: 'promised', due: { promise: `${day} 24:00` } }),
]

export const rate = (at: string, satisfaction: string, done: boolean, state: string): Step =>
  step(manager, 'rate', at, state, { solved: done, satisfaction, how: 'phone' })

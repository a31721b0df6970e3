import { type Expected, type Step, step } from '../example.ts'
import { clerk, head, type Input, LEAD, leader, office, paper } from '../projects/examples-people.ts'

/** An issue that the responsible unit brings to the weekly round. */
export const pipes: Input = {
  title: '新苑路10千伏线路未迁改，厂房基坑不能开挖',
  project: 'projects-1',
  projectName: '兰台启明精密部件智能工厂',
  kind: 'pipes',
  description: '场地东侧架空线路压占基坑，供电部门迁改方案未定。',
  demand: '请协调供电部门9月底前完成迁改。',
  round: '2025-W38',
}

export const raising = (at: string, more: Input = {}): Step => step(clerk, 'raise', at, 'raised', { ...pipes, ...more })

export const assigning = (at: string, expected: Expected | string = 'handling', more: Input = {}): Step =>
  step(office, 'assign', at, expected, {
    leadUnit: LEAD,
    partners: ['lantai-urban'],
    owner: 'p-owner',
    measure: '三方会商迁改方案，先行敷设临时电缆。',
    promisedOn: '2025-12-30',
    ...more,
  })

export const weekly = (at: string, expected: Expected | string = 'handling'): Step =>
  step(clerk, 'reviewWeekly', at, expected, { progress: '迁改方案已报供电部门。' })

export const dispatching = (at: string, expected: Expected | string = 'agenda'): Step =>
  step(office, 'submitDispatch', at, expected, { reason: '两次周盘点没有定下停电窗口。' })

export const escalating = (at: string, expected: Expected | string = 'handling'): Step =>
  step(office, 'escalate', at, expected, { reason: '需与市级供电部门协调。' })

export const applying = (at: string): Step =>
  step(head, 'apply', at, 'applied', { result: '线路已入地，基坑已开挖。', proof: paper('a') })

export const striking = (at: string, expected: Expected | string = 'struckOff'): Step =>
  step(office, 'strikeOff', at, expected, { way: 'site', finding: '现场线路已拆除。', checked: paper('b') })

export const relapsing = (at: string): Step =>
  step(office, 'relapse', at, 'handling', { reason: '临时电缆再次压占基坑。', seen: paper('c') })

export const shelving = (at: string, expected: Expected | string = 'shelved'): Step =>
  step(leader, 'shelve', at, expected, { reason: 'upper', approval: '同意挂账，待市级批复。' })

/** Assigned on the Friday before the National Day holiday. */
export const assigned: readonly Step[] = [raising('2025-09-18 10:00'), assigning('2025-09-19 09:00')]

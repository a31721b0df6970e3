import type { Json } from '@jiannuo/engine'
import { type Doer, type Expected, type Step, step } from '../example.ts'

/** A form. */
export type Input = Readonly<Record<string, Json>>

/** Who acts in the examples, at units of 兰台区. */
export const operator: Doer = ['operator', 'lantai']
export const dispatcher: Doer = ['dispatcher', 'lantai']
export const arbiter: Doer = ['arbiter', 'lantai']
export const callerBack: Doer = ['callerBack', 'lantai']
export const supervisor: Doer = ['supervisor', 'lantai']
export const handler = (unit: string): Doer => ['handler', unit]
export const reviewer = (unit: string): Doer => ['reviewer', unit]

export const matter: Input = {
  channel: 'phone',
  kind: 'complaint',
  category: '020101',
  urgency: 'ordinary',
  title: '电梯停运三天物业不修',
  content: '小区三号楼电梯停运三天，物业没有安排维修。',
  callerName: '林知夏',
  callerPhone: '13800001234',
  address: { text: '东门路18号3栋' },
  area: 'lantai-dongmen-guihua',
}

export const noise: Input = {
  ...matter,
  category: '010302',
  title: '广场夜间音响扰民',
  content: '东门广场晚上十点以后仍有音响外放。',
}

export const received = (at: string, input: Input = matter): Step => step(operator, 'accept', at, 'accepted', input)

/** From the call to the unit's sign-in, the usual way, within one morning. */
export const underWay = (
  day: string,
  unit = 'lantai-housing',
  input: Input = matter,
  expected: Expected = {},
): readonly Step[] => [
  received(`${day} 09:00`, input),
  step(dispatcher, 'clear', `${day} 09:20`, 'ready'),
  step(dispatcher, 'dispatch', `${day} 09:30`, { state: 'dispatched', ...expected }),
  step(handler(unit), 'signIn', `${day} 10:00`, 'handling'),
]

export const solved: Input = { contacted: true, solved: true, reply: '电梯已修复并试运行，已电话告知诉求人。' }

export const finished = (
  unit: string,
  at: string,
  approvedAt: string,
  expected: Expected | string = 'callBack',
): readonly Step[] => [
  step(handler(unit), 'finish', at, 'review', solved),
  step(reviewer(unit), 'approve', approvedAt, expected),
]

export const answer = (at: string, satisfaction: string, done: boolean, state: string): Step =>
  step(callerBack, 'callBack', at, state, { contacted: true, solved: done, satisfaction })

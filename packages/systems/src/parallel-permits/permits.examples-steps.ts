import type { Json } from '@jiannuo/engine'
import { type Doer, type Expected, on, type Step, step } from '../example.ts'

/** A form. */
export type Input = Readonly<Record<string, Json>>

/** Who acts in the examples, at units of 兰台区. */
export const window: Doer = ['windowClerk', 'lantai']
export const leader: Doer = ['leader', 'lantai']
export const clerk = (unit: string): Doer => ['unitClerk', unit]
export const head = (unit: string): Doer => ['unitLead', unit]

export const PLAN = 'lantai-planning'
export const BUILD = 'lantai-housing'
export const paper = ['a'.repeat(64)]

export const project: Input = {
  title: '兰台智造园二期厂房',
  projectCode: '2506-420199-04-01-123456',
  owner: '兰台智造园开发有限公司',
  contactName: '方予安',
  contactPhone: '13800001234',
  stage: 'start',
  leadUnit: PLAN,
}

/** One permit of the project `项目`. */
export const permit = (name: string, kind: string, leadUnit: string, at: string): readonly Step[] =>
  on(name, [
    step(window, 'addPermit', at, 'prepared', {
      title: `二期厂房：${name}`,
      application: '项目',
      permit: kind,
      leadUnit,
    }),
  ])

/** Registered, two permits listed, papers in, within one morning. */
export const received = (day: string): readonly Step[] => [
  ...on('项目', [step(window, 'register', `${day} 09:00`, 'planning', project)]),
  ...permit('规划证', 'works', PLAN, `${day} 09:10`),
  ...permit('施工证', 'start', BUILD, `${day} 09:20`),
  ...on('项目', [step(window, 'submit', `${day} 10:00`, 'checking', { materials: paper })]),
]

export const accepted = (day: string, expected: Expected = {}): readonly Step[] => [
  ...received(day),
  ...on('项目', [step(window, 'accept', `${day} 11:00`, { state: 'reviewing', ...expected })]),
]

/** A permit is looked into by one and passed by another. */
export const pass = (name: string, unit: string, at: string, expected: Expected | string = 'passed'): readonly Step[] =>
  on(name, [
    step(clerk(unit), 'review', `${at} 09:00`, 'underReview', { opinion: '符合条件。' }),
    step(head(unit), 'pass', `${at} 10:00`, expected, { certificate: `兰${name}2025001号` }),
  ])

export const fail = (name: string, unit: string, at: string): readonly Step[] =>
  on(name, [
    step(clerk(unit), 'review', `${at} 09:00`, 'underReview', { opinion: '退线不足。' }),
    step(head(unit), 'fail', `${at} 10:00`, 'failed', { why: '建筑退线不符合规划条件。' }),
  ])

export const issueAll = (at: string, expected: Expected | string = 'issued', input: Input = {}): readonly Step[] =>
  on('项目', [step(window, 'issueAll', at, expected, input)])

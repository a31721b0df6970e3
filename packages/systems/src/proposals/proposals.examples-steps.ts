import type { Json } from '@jiannuo/engine'
import { type Doer, type Expected, type Step, step } from '../example.ts'

/** A form. */
export type Input = Readonly<Record<string, Json>>

/** Who acts in the examples, at units of 兰台区. */
export const liaison: Doer = ['liaison', 'lantai']
export const office: Doer = ['proposalOffice', 'lantai']
export const supervisor: Doer = ['supervisor', 'lantai']
export const leader: Doer = ['leader', 'lantai']
export const clerk = (unit: string): Doer => ['unitClerk', unit]
export const head = (unit: string): Doer => ['unitLead', unit]

export const LEAD = 'lantai-housing'
export const paper = ['a'.repeat(64)]

export const matter: Input = {
  number: '建议第27号',
  kind: 'suggestion',
  subject: '关于东门片区老旧小区加装电梯的建议',
  year: 2025,
  term: '十届四次会议',
  occasion: 'session',
  category: 'urban',
  content: '东门片区多层住宅多，建议统一勘察管线，分批加装电梯。',
  leadAuthor: '方予安',
  authorPhone: '13800001234',
  delegation: '东门代表团',
  supporters: 4,
}

export const duty: Input = {
  mode: 'single',
  leadUnit: LEAD,
  difficulty: 'ordinary',
  dutyBasis: '区住建局职责：老旧小区改造',
}

/** Handed over and filed. */
export const filed = (day: string, more: Input = {}): readonly Step[] => [
  step(liaison, 'register', `${day} 09:00`, 'registered', { ...matter, ...more }),
  step(liaison, 'file', `${day} 11:00`, 'filed'),
]

export const dispatched = (day: string, more: Input = {}, expected: Expected = {}): Step =>
  step(office, 'dispatch', `${day} 14:00`, { state: 'dispatched', ...expected }, { ...duty, ...more })

export const talk = (at: string, stage: string, way = 'meet', state = 'handling', unit = LEAD): Step =>
  step(clerk(unit), 'contact', at, state, {
    stage,
    way,
    on: at.slice(0, 10),
    said: '就加装条件、管线迁改和资金分担交换了意见。',
    record: paper,
  })

/** In the unit's hands, and the author met. */
export const underWay = (day: string, more: Input = {}, dutyMore: Input = {}): readonly Step[] => [
  ...filed(day, more),
  dispatched(day, dutyMore),
  step(clerk(LEAD), 'accept', `${day} 15:00`, 'handling'),
  talk(`${day} 16:00`, 'before'),
]

export const answer: Input = {
  replyClass: 'A',
  disclosure: 'full',
  answer: '已完成管线勘察，首批12部电梯开工。',
  letter: paper,
}

export const promised: Input = {
  ...answer,
  replyClass: 'B',
  answer: '首批12部已开工，第二批列入明年计划。',
}

export const list: Input = {
  promises: [
    { item: '1', what: '第二批20部电梯完成勘察设计', by: '2026-03-31' },
    { item: '2', what: '第二批20部电梯开工', by: '2026-06-30' },
  ],
  promiseDue: '2026-06-30',
}

/** From the draft to the letter, within one day. */
export const sent = (day: string, input: Input = answer, expected: Expected = {}): readonly Step[] => [
  ...(input['replyClass'] === 'B' ? [step(clerk(LEAD), 'promise', `${day} 08:50`, 'handling', list)] : []),
  step(clerk(LEAD), 'draftReply', `${day} 09:00`, 'signing', input),
  step(head(LEAD), 'sign', `${day} 10:00`, 'vetting'),
  step(office, 'send', `${day} 15:00`, { state: 'replied', ...expected }),
]

export const rated = (at: string, satisfaction: string, state: string | Expected): Step =>
  step(liaison, 'rate', at, state, { attitude: 'satisfied', satisfaction, form: paper })

export const kept = (at: string, ...items: readonly string[]): Step =>
  step(clerk(LEAD), 'deliver', at, 'tracking', {
    rows: items.map((item) => ({ item, result: '已完成', doneOn: at.slice(0, 10), proof: paper })),
  })

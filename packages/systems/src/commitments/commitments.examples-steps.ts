import type { Json } from '@jiannuo/engine'
import { type Expected, type Step, step } from '../example.ts'
import { clerkOf, supervisor } from './examples-people.ts'

/** A form. */
export type Input = Readonly<Record<string, Json>>

export const LEAD = 'lantai-housing'
export const PARTNER = 'lantai-urban'

/** A promise with two numbers, as a person confirmed it. */
export const renovation: Input = {
  title: '改造老旧小区30个，惠及居民8000户',
  year: 2026,
  chapter: '办好民生实事',
  item: 's41',
  sentence: '改造老旧小区30个，惠及居民8000户。',
  quote: '30个',
  indicator: 'x:renovated-estates',
  indicatorName: '改造老旧小区',
  kind: 'level',
  direction: 'up',
  adding: 'increments',
  comparator: 'eq',
  value: 30,
  unit: '个',
  from: '2026-01-01',
  due: '2026-12-31',
  numbers: [
    { item: 's41', quote: '30个', value: 30, unit: '个' },
    { item: 's42', quote: '8000户', value: 8000, unit: '户' },
  ],
  leader: '分管副区长',
  leadUnit: LEAD,
  partners: [PARTNER],
  reports: 'toDate',
  needsValue: true,
}

/** A promise without a number. */
export const rules: Input = {
  title: '出台物业服务评价办法',
  year: 2026,
  chapter: '加强基层治理',
  item: 't7',
  sentence: '出台物业服务评价办法。',
  due: '2026-06-30',
  leadUnit: LEAD,
}

export const proposed = (at: string, input: Input = renovation): Step => step(supervisor, 'propose', at, 'draft', input)

/** Days from 26 January to the end of the year. */
export const TO_YEAR_END = 339

export const issued = (at: string, dueLimit = TO_YEAR_END, expected: Expected = {}): Step =>
  step(supervisor, 'issue', at, { state: 'issued', ...expected }, { dueLimit })

/** From the document to under way, without a round of comments. */
export const underWayFrom = (day: string, input: Input = renovation, dueLimit = TO_YEAR_END): readonly Step[] => [
  proposed(`${day} 09:00`, input),
  issued(`${day} 10:00`, dueLimit),
  step(clerkOf(LEAD), 'accept', `${day} 11:00`, 'running', { contact: 'zhou-ning' }),
]

export const bothNumbers: Input = {
  proof: [
    { item: 's41', source: '区住建局竣工验收台账', value: 31, files: ['a'.repeat(64)] },
    { item: 's42', source: '区住建局竣工验收台账', value: 8120, files: ['b'.repeat(64)] },
  ],
}

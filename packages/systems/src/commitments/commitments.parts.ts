import type { Condition, Effect, FieldDefinition } from '@jiannuo/engine'
import { all, constant, field, gt, input, not, present, requestIs, today, when } from '@jiannuo/engine'

export interface Guard {
  readonly when: Condition
  readonly code: string
}

/** A text that says why, which stays in the log. */
export const reason = (title: string, required = true): FieldDefinition => ({
  title,
  type: 'longText',
  required,
  maxLength: 1000,
})

/** By what it is approved: number of the document, or who approved it and in which words. */
export const approval: FieldDefinition = {
  title: '批准意见或文号',
  type: 'text',
  required: true,
  maxLength: 500,
}

/** Natural days from today to the day that was promised. */
export const dueLimit: FieldDefinition = {
  title: '距完成时限的天数（自然日）',
  type: 'number',
  min: 1,
  help: '不填的由系统按完成时限算出。',
}

/** To the end of the day that is promised now; a day that is not to come any more starts nothing. */
export const startDelivery: Effect = when(
  present(input('dueLimit')),
  [{ start: 'delivery', limit: input('dueLimit') }],
  [when(gt(field('due'), today), [{ start: 'delivery', limit: field('due') }])],
)

/** Its light has to be judged anew. */
export const judgeAnew: Effect = { set: 'pending', to: constant(true) }

/** What is asked is decided first: an answer must not meet a commitment that has become another one meanwhile. */
export const nothingAsked: Guard = {
  when: all(...['adjustment', 'cancel'].map((kind) => not(requestIs(kind, 'pending')))),
  code: 'request-pending',
}

export const asked = (kind: string): Guard => ({ when: requestIs(kind, 'pending'), code: 'nothing-asked' })

/** The units of the record are those of its fields; helpers are named anew, for they are asked anew. */
export const unitsByFields: readonly Effect[] = [
  { release: 'co' },
  when(present(field('leadUnit')), [{ assign: 'lead', to: field('leadUnit') }], [{ release: 'lead' }]),
  { assign: 'co', to: field('partners') },
]

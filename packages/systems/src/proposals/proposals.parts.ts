import type { Condition, Effect, Expr, FieldDefinition } from '@jiannuo/engine'
import {
  clockIs,
  constant,
  counter,
  equals,
  fact,
  field,
  firstOf,
  gt,
  input,
  lt,
  not,
  now,
  present,
  requestIs,
  setting,
  today,
  truthField,
  when,
} from '@jiannuo/engine'
import { tellAll } from '../commitments/clock-parts.ts'
import { leadStaff } from './proposals.roles.ts'

export interface Guard {
  readonly when: Condition
  readonly code: string
}

/** A text that says why or how, which stays in the log. */
export const words = (title: string, required = true): FieldDefinition => ({
  title,
  type: 'longText',
  required,
  maxLength: 2000,
})

export const oneOfList = (title: string, choices: Readonly<Record<string, string>>): FieldDefinition => ({
  title,
  type: 'choice',
  required: true,
  choices,
})

export const asked = (request: string): Guard => ({ when: requestIs(request, 'pending'), code: 'nothing-asked' })
export const noneAsked = (request: string): Guard => ({
  when: not(requestIs(request, 'pending')),
  code: 'request-pending',
})

export const isTrue = (id: string): Condition => equals(field(id), constant(true))
export const sentB: Condition = equals(field('sentClass'), constant('B'))
export const redone: Condition = gt(counter('redo'), constant(0))

/** The promised day, to its end; one that is past already is due tomorrow, so that it stays on the list. */
export const startPromise: Effect = when(
  present(field('promiseDue')),
  [
    when(
      gt(field('promiseDue'), today),
      [{ start: 'promise', limit: field('promiseDue') }],
      [{ start: 'promise', limit: constant(1) }],
    ),
  ],
  [{ start: 'promise' }],
)

/** Another round of handling, for a reason that is kept with the round that ends. */
export const doAgain = (reason: Expr): readonly Effect[] => [
  { redo: true, reason },
  { set: 'redoneAt', to: firstOf(field('redoneAt'), now) },
  { clear: 'draftedBy' },
  // What was made public was the former answer.
  { clear: 'publishedAt' },
  { start: 'redo' },
  ...tellAll('to-redo', leadStaff),
]

/** Whatever is neither done again nor owed goes to be made public and archived. */
const toArchive: readonly Effect[] = [{ start: 'archiving' }]

/** What follows from a rating: not content is done again as often as the setting allows. */
export const afterRating: readonly Effect[] = [
  when(
    equals(truthField('citizen', 'satisfaction'), constant('dissatisfied')),
    [when(lt(counter('redo'), setting('maxRedo')), doAgain(firstOf(input('note'), constant('评价不满意'))), toArchive)],
    toArchive,
  ),
]

/** Where a rated answer goes; the effects have started the clock by which it can be told. */
export const ratedTo = [{ when: clockIs('redo', 'running'), to: 'redo' }, { to: 'archiving' }] as const

/** The promised day was moved: the clock begins anew. */
export const restartPromise: readonly Effect[] = [startPromise, { clear: 'promiseLateAt' }]

export const hasHelpers: Condition = not(equals(fact('coCount'), constant(0)))

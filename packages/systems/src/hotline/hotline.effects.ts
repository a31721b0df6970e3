import type { Effect, Expr } from '@jiannuo/engine'
import { constant, equals, fact, field, firstOf, not, now, when } from '@jiannuo/engine'

/** An order goes to a unit: everything that begins with it, and ends with the unit before. */
export interface Sent {
  readonly lead: Expr
  readonly co: Expr
  /** The entry of the catalogue, the rule of duties or the ruling by which it goes; it stays on the order. */
  readonly basis: Expr
  /** What the unit is told. */
  readonly message: string
}

/** The order goes to a unit with its helpers, by a basis; its clocks start. */
export const sendTo = ({ lead, co, basis, message }: Sent): readonly Effect[] => [
  { release: 'co' },
  { stop: 'coAnswer' },
  { assign: 'lead', to: lead, basis },
  { assign: 'co', to: co },
  { set: 'dispatchedAt', to: now },
  // What a former unit was late with is not laid on the next one.
  { clear: 'overdueAt' },
  { start: 'signIn' },
  { start: 'giveBack' },
  { start: 'handling' },
  { notify: { role: 'handler', at: 'lead' }, message },
  when(not(equals(fact('coCount'), constant(0))), [
    { start: 'coAnswer' },
    { notify: { role: 'handler', at: 'co' }, message: 'co-invited' },
  ]),
]

/** Another round of handling begins, for a reason that is kept with the round that ends. */
export const doAgain = (reason: Expr): readonly Effect[] => [
  { redo: true, reason },
  { set: 'redoneAt', to: firstOf(field('redoneAt'), now) },
  { clear: 'missedCalls' },
  { clear: 'unreached' },
  { start: 'redo' },
  { notify: { role: 'handler', at: 'lead' }, message: 'to-redo' },
]

import type { Effect, Expr } from '@jiannuo/engine'
import { constant, field, firstOf, now } from '@jiannuo/engine'
import { tell } from './form.ts'
import { calledStaff, communityLead, gridWorkers, streetLead } from './whistle.grants.ts'
import { fieldsOf } from './whistle.slots.ts'

export const atLevel = (level: string): Effect => ({ set: 'level', to: constant(level) })

/** A matter is held at a level: its time there begins. */
export const holdAt = (level: string): readonly Effect[] => [
  atLevel(level),
  { stop: 'intake' },
  { clear: 'overdueAt' },
  { start: 'handling' },
]

/** Nobody is called any more. */
export const clearCalled: readonly Effect[] = [...fieldsOf('called').map((clear) => ({ clear })), { release: 'co' }]

/** All are on the spot, or the district has decided: the work together begins. */
export const assembled: readonly Effect[] = [
  { stop: 'arrival' },
  { stop: 'ruling' },
  { set: 'onSiteAt', to: now },
  { clear: 'overdueAt' },
  { start: 'handling' },
]

export const doAgain = (reason: Expr): readonly Effect[] => [
  { redo: true, reason },
  { set: 'redoneAt', to: firstOf(field('redoneAt'), now) },
  { clear: 'missedCalls' },
  { clear: 'overdueAt' },
  { start: 'handling' },
  ...tell('to-redo', ...gridWorkers, ...communityLead, ...streetLead, ...calledStaff),
]

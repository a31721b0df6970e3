import type { Condition, Effect, FieldDefinition } from '@jiannuo/engine'
import {
  actorPerson,
  all,
  constant,
  equals,
  field,
  firstOf,
  gt,
  gte,
  input,
  lt,
  not,
  plus,
  present,
  setting,
  today,
  when,
} from '@jiannuo/engine'

/** A text that says why, which stays in the log. */
export const words = (title: string, required = true): FieldDefinition => ({
  title,
  type: 'longText',
  required,
  maxLength: 1000,
})

/** Evidence that must be there: a claim without it is none. */
export const evidence = (title: string): FieldDefinition => ({ title, type: 'files', required: true })

/** 谋划库: large enough to be counted as fixed-asset investment at all. */
export const ideaTest: Condition = gte(field('totalInvestment'), setting('ideaLine'))

/** 储备库: worked out, large enough for its kind, with a site and money in view (domain.md 5). */
export const reserveTest: Condition = all(
  gte(field('totalInvestment'), setting('kinds', field('kind'), constant('size'))),
  present(field('scheme')),
  present(field('siteNote')),
  present(field('funding')),
)

/** 前期: approved or filed, with its code and its dates. */
export const preparingTest: Condition = all(
  present(field('projectCode')),
  present(field('approvalNo')),
  present(field('plannedStart')),
  present(field('plannedEnd')),
)

/** The one level of a project: the highest that it reaches. */
export const levelled: Effect = when(
  equals(field('municipal'), constant(true)),
  [{ set: 'level', to: constant('municipal') }],
  [
    when(
      gte(field('totalInvestment'), setting('largeLine')),
      [{ set: 'level', to: constant('large') }],
      [{ set: 'level', to: constant('district') }],
    ),
  ],
)

/** Another person than the one whose report it is. */
export const secondPerson = (reporter: string) => ({
  when: not(equals(actorPerson, field(reporter))),
  code: 'second-person',
})

/** Works that count as a start; clearing the ground or a ceremony do not. */
export const realStart: Condition = equals(
  setting('startWorks', field('startWorks'), constant('counts')),
  constant(true),
)

/** Below the line of the statistics, nothing has to be entered. */
export const entryOwed: Condition = gte(field('totalInvestment'), setting('statLine'))

/** To the planned day of completion; one that has passed is late already, and is settled anew within the clock's own limit. */
export const startCompletion: Effect = when(
  gt(field('plannedEnd'), today),
  [{ start: 'completion', limit: field('plannedEnd') }],
  [{ start: 'completion' }],
)

/** What a sum comes to with the amount of the form. */
export const sumWith = (sum: string, amount: string) => plus(firstOf(field(sum), constant(0)), input(amount))

export const notBefore = (day: string, other: string): Condition => not(lt(field(day), field(other)))
export const notToCome = (day: string): Condition => not(gt(field(day), today))

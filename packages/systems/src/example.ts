import type { ExampleDefinition, Json } from '@jiannuo/engine'

/** One step of a worked example. */
export type Step = ExampleDefinition['steps'][number]

/** What must come of a step. */
export type Expected = Pick<Step, 'state' | 'refused' | 'due'>

/** Somebody who acts in examples: a role at a unit. */
export type Doer = readonly [role: string, unit: string]

/**
 * A step: who does what, when, with which form, and what must come of it.
 *
 * @param doer role and unit
 * @param action id of the action
 * @param at local time, `2025-09-26 10:00`
 * @param expected a state that it leads to, or the code of a refusal; due moments besides
 * @param input the form
 */
export const step = (
  [role, unit]: Doer,
  action: string,
  at: string,
  expected: Expected | string,
  input?: Readonly<Record<string, Json>>,
): Step => ({
  role,
  unit,
  action,
  at,
  ...(typeof expected === 'string' ? { state: expected } : expected),
  ...(input === undefined ? {} : { input }),
})

/**
 * A step that the machine does, told from outside: by another record or by the program.
 *
 * @param expected the state that it leads to
 */
export const told = (action: string, at: string, state: string, input: Readonly<Record<string, Json>>): Step => ({
  action,
  at,
  state,
  input,
})

/** The step as done by a certain person, who may hold another post besides. */
export const as = (person: string, one: Step): Step => ({ ...one, person })

/** The refusal with this code. */
export const refusal = (refused: string): Expected => ({ refused })

/** Steps on one record of an example that has several, by its name there. */
export const on = (record: string, steps: readonly Step[]): readonly Step[] => steps.map((one) => ({ ...one, record }))

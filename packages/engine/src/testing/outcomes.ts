import type { Machine } from '../model/definition.ts'
import type { RecordState } from '../model/record.ts'
import type { Context, Outcome } from '../model/run.ts'
import { transition } from '../run/transition.ts'
import { actorsFor, mayAct, type Standing, STANDINGS, standing } from './actors.ts'
import type { Mentions } from './mentions.ts'
import { type Input, inputVariants, sampleInput } from './sample.ts'

/** What comes of one action tried by one role in one standing, at one place. */
export interface TriedAction {
  /** State of the record; `new` when there is none. */
  readonly state: string
  readonly action: string
  readonly role: string
  readonly standing: Standing
  /** `→ state`, or the code of the refusal. */
  readonly came: string
  /** What the definition says of it: the code with which it must be refused, or `may`: the role may do it, whatever else comes. */
  readonly expected: string
}

/** Tries an action by every role in every standing, on one record or on none. */
export function tryAction(
  machine: Machine,
  record: RecordState | undefined,
  action: string,
  context: Context,
  mentions: Mentions,
): readonly TriedAction[] {
  const input = fittingInput(machine, record, action, context, mentions)
  return Object.keys(machine.roles).flatMap((role) =>
    STANDINGS.map((who): TriedAction => {
      const actor = standing(role, who, context.district)
      const outcome = transition(machine, record, { action, input, actor, record: record?.id ?? 'tried-1' }, context)
      return {
        state: record?.state ?? 'new',
        action,
        role,
        standing: who,
        came: inShort(outcome),
        expected: expectation(machine, record, action, role, who),
      }
    }),
  )
}

/** A form with which somebody who may can do the action here; the plainest when there is none. */
function fittingInput(
  machine: Machine,
  record: RecordState | undefined,
  action: string,
  context: Context,
  mentions: Mentions,
): Input {
  for (const input of inputVariants(machine, action, context, record, mentions))
    for (const { people, post } of actorsFor(machine, action, record, context.district))
      for (const person of people) {
        const actor = { person, posts: [post] }
        if (transition(machine, record, { action, input, actor, record: record?.id ?? 'tried-1' }, context).ok)
          return input
      }
  return sampleInput(machine, action, context, record) ?? {}
}

const inShort = (outcome: Outcome): string => (outcome.ok ? `→ ${outcome.value.record.state}` : outcome.refusal.code)

/** What must come of a try, read off the definition alone. */
function expectation(
  machine: Machine,
  record: RecordState | undefined,
  actionId: string,
  role: string,
  who: Standing,
): string {
  const action = machine.actions[actionId]
  if (action === undefined) return 'engine/unknown-action'
  if (action.system === true) return 'engine/system-action'
  if (action.from === 'new' && record !== undefined) return 'engine/already-open'
  if (action.from !== 'new' && record === undefined) return 'engine/no-record'
  if (action.from !== 'new' && record !== undefined && !action.from.includes(record.state)) return 'engine/wrong-state'
  return mayAct(action.by, role, who, record !== undefined) ? 'may' : 'engine/not-permitted'
}

/** What must never come of an action that the role may do and whose form is filled in as the fields ask. */
const NEVER = new Set([
  'engine/not-permitted',
  'engine/wrong-state',
  'engine/bad-input',
  'engine/unknown-action',
  'engine/system-action',
  'engine/no-record',
  'engine/already-open',
])

/** Where a try came otherwise than the definition says; `undefined` when all is well. */
export function faultOf({ state, action, role, standing: who, came, expected }: TriedAction): string | undefined {
  const well = expected === 'may' ? !NEVER.has(came) : came === expected
  return well ? undefined : `${state}/${action} by ${role} (${who}): ${came}, expected ${expected}`
}

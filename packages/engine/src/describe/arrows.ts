import type { ActionDefinition, Machine } from '../model/definition.ts'
import type { Condition } from '../model/value.ts'
import { own } from './names.ts'

/** One way from a state to a state. */
export interface Arrow {
  /** `undefined` opens a record. */
  readonly from: string | undefined
  readonly to: string
  readonly action: string
  /** Done by the machine itself. */
  readonly system: boolean
}

type Branches = readonly { readonly when?: Condition; readonly to: string }[]

/** Where an action may lead, as branches. */
export const branchesOf = (action: ActionDefinition): Branches =>
  typeof action.to === 'string' ? [{ to: action.to }] : action.to

/**
 * What a test says when all that is known is the state: `undefined` when it depends on more. So branches that only sort by state are not
 * shown where they cannot be taken.
 */
function holdsIn(state: string | undefined, condition: Condition): boolean | undefined {
  if ('always' in condition) return true
  if ('inState' in condition) return state === undefined ? undefined : condition.inState.includes(state)
  if ('not' in condition) {
    const inner = holdsIn(state, condition.not)
    return inner === undefined ? undefined : !inner
  }
  if ('all' in condition)
    return joined(
      condition.all.map((part) => holdsIn(state, part)),
      false,
    )
  if ('any' in condition)
    return joined(
      condition.any.map((part) => holdsIn(state, part)),
      true,
    )
  return undefined
}

/** One part that decides is enough; otherwise all must be known. */
function joined(parts: readonly (boolean | undefined)[], decides: boolean): boolean | undefined {
  if (parts.includes(decides)) return decides
  return parts.includes(undefined) ? undefined : !decides
}

/** Branches that may be taken from a state, as far as the state alone tells. */
function branchesFrom(action: ActionDefinition, from: string | undefined): Branches {
  const possible: { readonly when?: Condition; readonly to: string }[] = []
  for (const branch of branchesOf(action)) {
    const holds = branch.when === undefined ? true : holdsIn(from, branch.when)
    if (holds !== false) possible.push(branch)
    if (holds === true) break
  }
  return possible
}

/** Every arrow of a machine: by state in the order of the definition, then by action. The record's opening comes first. */
export function arrowsOf(machine: Machine): Arrow[] {
  const froms: (string | undefined)[] = [undefined, ...Object.keys(machine.states)]
  return froms.flatMap((from) =>
    Object.entries(machine.actions).flatMap(([id, action]) => {
      const starts = from === undefined ? action.from === 'new' : action.from !== 'new' && action.from.includes(from)
      return starts ? arrowsFrom(machine, from, id, action) : []
    }),
  )
}

function arrowsFrom(machine: Machine, from: string | undefined, id: string, action: ActionDefinition): Arrow[] {
  return branchesFrom(action, from).flatMap(({ to }): Arrow[] => {
    const target = to === 'same' ? from : to
    if (target === undefined || own(machine.states, target) === undefined) return []
    return [{ from, to: target, action: id, system: action.system === true }]
  })
}

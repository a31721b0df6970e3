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
  /** The branch is taken when this holds; the last branch needs none. */
  readonly when?: Condition
  /** Whether it is one of several branches. */
  readonly branch: boolean
}

type Branches = readonly { readonly when?: Condition; readonly to: string }[]

/** Where an action may lead, as branches. */
export const branchesOf = (action: ActionDefinition): Branches =>
  typeof action.to === 'string' ? [{ to: action.to }] : action.to

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
  const branches = branchesOf(action)
  return branches.flatMap(({ when, to }): Arrow[] => {
    const target = to === 'same' ? from : to
    if (target === undefined || own(machine.states, target) === undefined) return []
    const arrow = { from, to: target, action: id, system: action.system === true, branch: branches.length > 1 }
    return [when === undefined ? arrow : { ...arrow, when }]
  })
}

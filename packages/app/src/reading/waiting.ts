import { type ActionDefinition, type Condition, type Grant, type RecordState, relates } from '@jiannuo/engine'
import type { Kit } from '../office/machines.ts'
import type { Session } from '../organisation/session.ts'
import type { OrganisationTree } from '../organisation/tree.ts'

/** Which records wait for a session: where they stand, and which units lead them. */
export interface Waiting {
  readonly states: readonly string[]
  /** Only those led by one of these units; absent where the session may move on others too. */
  readonly leads?: readonly string[]
}

const answersRequest = (when: Condition): boolean => 'request' in when && when.is === 'pending'

/**
 * Whether an action moves a record on. What only answers a request is not meant: where requests are made they are told in messages,
 * and most records of the state have none.
 */
const movesOn = ({ from, to, system, guards }: ActionDefinition): boolean =>
  from !== 'new' && system !== true && to !== 'same' && guards?.some(({ when }) => answersRequest(when)) !== true

/** States in which it is for one of the session's roles to move a record on, and whose records. */
export function waitingFor({ machine }: Kit, session: Session, tree: OrganisationTree): Waiting {
  const states = new Set<string>()
  const leads = new Set<string>()
  let onlyLed = true
  for (const action of Object.values(machine.actions)) {
    if (!movesOn(action)) continue
    for (const { at, role } of action.by)
      for (const post of session.posts) {
        if (post.role !== role || !standsAt(at, post.unit, tree)) continue
        for (const id of action.from) if (machine.states[id]?.kind === 'open') states.add(id)
        if (at === 'lead') for (const unit of tree.below(post.unit)) leads.add(unit)
        else onlyLed = false
      }
  }
  const whole = leads.has(tree.district)
  return states.size === 0 || !onlyLed || whole ? { states: [...states] } : { states: [...states], leads: [...leads] }
}

/** Relations that a record decides are open as yet. */
const standsAt = (at: Grant['at'], unit: string, tree: OrganisationTree): boolean =>
  at === 'lead' || at === 'co' || at === 'area' || relates(at, unit, undefined, tree)

/** Whether it is for the session to move this very record on. */
export function waitsForSession(
  { machine }: Kit,
  session: Session,
  tree: OrganisationTree,
  record: RecordState,
): boolean {
  if (machine.states[record.state]?.kind !== 'open') return false
  return Object.values(machine.actions).some(
    (action) =>
      movesOn(action) &&
      action.from.includes(record.state) &&
      action.by.some(({ at, role }) =>
        session.posts.some((post) => post.role === role && relates(at, post.unit, record, tree)),
      ),
  )
}

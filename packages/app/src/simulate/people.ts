import type { Instant, Result } from '@jiannuo/kernel'
import type { DistrictView } from '../office/district-view.ts'
import { refuse } from '../office/problem.ts'
import { type Session, sessionAt } from '../organisation/session.ts'
import type { Chance } from './chance.ts'

/** Who can be found for a role in the simulated district. */
export interface People {
  /**
   * Somebody who holds the role at the unit, or at the nearest one above it.
   *
   * @param except who it must not be
   */
  readonly find: (chance: Chance, role: string, unit: string, except?: string) => Session | undefined
}

/**
 * The people of a district as they are at a moment; a simulation neither appoints nor dismisses.
 *
 * @param roles roles that somebody must hold at the district itself
 * @returns the people, or `app/no-district`, `app/simulation-people`
 */
export function peopleOf(view: DistrictView, at: Instant, roles: readonly string[]): Result<People> {
  const { district } = view.tree
  if (view.tree.unit(district) === undefined) return refuse('app/no-district', { district })
  const held = new Map<string, string[]>()
  for (const { role, unit, person } of view.posts) {
    const key = `${role} ${unit}`
    const list = held.get(key)
    if (list === undefined) held.set(key, [person])
    else if (!list.includes(person)) list.push(person)
  }
  const missing = roles.find((role) => !held.has(`${role} ${district}`))
  if (missing !== undefined) return refuse('app/simulation-people', { district, role: missing })
  const sessions = new Map<string, Session>()
  const sessionFor = (person: string): Session | undefined => {
    const known = sessions.get(person)
    if (known !== undefined) return known
    const made = sessionAt(view, district, person, at)
    if (!made.ok) return undefined
    sessions.set(person, made.value)
    return made.value
  }
  return {
    ok: true,
    value: {
      find(chance, role, unit, except) {
        for (const above of view.tree.line(unit)) {
          const able = (held.get(`${role} ${above}`) ?? []).filter((person) => person !== except)
          if (able.length > 0) return sessionFor(chance.one(able))
        }
        return undefined
      },
    },
  }
}

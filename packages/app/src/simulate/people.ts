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
  readonly find: (
    chance: Chance,
    role: string,
    unit: string,
    except?: string | ReadonlySet<string>,
  ) => Session | undefined
  /** That person, when they hold the role at the unit or above it. */
  readonly holding: (person: string, role: string, unit: string) => Session | undefined
  /** Units at which the role is held. */
  readonly units: (role: string) => readonly string[]
  /** Anybody who has a post at the unit. */
  readonly anyone: (chance: Chance, unit: string) => string | undefined
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
  const units = new Map<string, string[]>()
  const staff = new Map<string, string[]>()
  for (const { role, unit, person } of view.posts) {
    put(held, `${role} ${unit}`, person)
    put(units, role, unit)
    put(staff, unit, person)
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
          const all = held.get(`${role} ${above}`)
          if (all === undefined) continue
          const able = except === undefined ? all : all.filter((person) => !isExcepted(person, except))
          if (able.length > 0) return sessionFor(chance.one(able))
        }
        return undefined
      },
      holding: (person, role, unit) =>
        view.tree.line(unit).some((above) => held.get(`${role} ${above}`)?.includes(person) === true)
          ? sessionFor(person)
          : undefined,
      units: (role) => units.get(role) ?? [],
      anyone(chance, unit) {
        const all = staff.get(unit)
        return all === undefined ? undefined : chance.one(all)
      },
    },
  }
}

const isExcepted = (person: string, except: string | ReadonlySet<string>): boolean =>
  typeof except === 'string' ? person === except : except.has(person)

function put(lists: Map<string, string[]>, key: string, value: string): void {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [value])
  else if (!list.includes(value)) list.push(value)
}

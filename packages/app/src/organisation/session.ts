import type { Actor } from '@jiannuo/engine'
import type { Instant, Result } from '@jiannuo/kernel'
import type { PostRow, Scope } from '@jiannuo/store'
import type { DistrictView } from '../office/district-view.ts'
import type { Office } from '../office/office.ts'
import { refuse } from '../office/problem.ts'
import { ADMINISTRATOR, AUDITOR, postsAt, sightOf } from './posts.ts'

/** Somebody at work: who, by which posts, and what the store shows them. It holds for one request, not longer than a post. */
export interface Session {
  readonly district: string
  readonly person: string
  readonly name: string
  /** Posts in force at the moment the session was made. */
  readonly posts: readonly PostRow[]
  readonly actor: Actor
  readonly scope: Scope
  readonly at: Instant
}

/**
 * The session of a person: their posts in force now, and the sight that these give.
 *
 * @returns the session, or `app/no-district`, `app/no-person`, `app/no-post` when no post is in force
 */
export async function sessionOf(office: Office, district: string, person: string): Promise<Result<Session>> {
  const view = await office.districts.view(district)
  return sessionAt(view, district, person, office.now())
}

/** The session that a person had at a moment. */
export function sessionAt(view: DistrictView, district: string, person: string, at: Instant): Result<Session> {
  if (view.tree.unit(district) === undefined) return refuse('app/no-district', { district })
  const row = view.persons.get(person)
  if (row === undefined) return refuse('app/no-person', { person })
  const posts = postsAt(view.posts, person, at)
  if (posts.length === 0) return refuse('app/no-post', { person: row.name })
  return { ok: true, value: makeSession(district, row.id, row.name, posts, at) }
}

function makeSession(district: string, person: string, name: string, posts: readonly PostRow[], at: Instant): Session {
  const audit = posts.some(({ role, unit }) => role === AUDITOR && unit === district)
  const units = sightOf(district, posts)
  return {
    district,
    person,
    name,
    posts,
    actor: { person, posts: posts.map(({ role, unit }) => ({ role, unit })) },
    scope: audit ? { district, person, units, audit } : { district, person, units },
    at,
  }
}

/** Whether the session may keep the organisation, the people and the settings. */
export const administers = (session: Session): boolean =>
  session.posts.some(({ role, unit }) => role === ADMINISTRATOR && unit === session.district)

import { phrase } from '../wording.zh.ts'
import { ANYONE, type Post } from '@jiannuo/engine'
import type { Instant } from '@jiannuo/kernel'
import type { PostRow } from '@jiannuo/store'

/** Role of those who keep the organisation, the people and the settings of a district. It is held at the district itself. */
export const ADMINISTRATOR = 'administrator'

/** Role of those who may read the log itself. It is held at the district itself, and may change nothing. */
export const AUDITOR = 'auditor'

/** Roles that every district has besides those of its systems, with their titles. */
export const DISTRICT_ROLES: Readonly<Record<string, string>> = {
  [ADMINISTRATOR]: phrase('role/administrator'),
  [AUDITOR]: phrase('role/auditor'),
}

/** Whether a post is held at a moment: its first moment belongs to it, its last does not. */
export const inForce = (post: PostRow, at: Instant): boolean =>
  post.from <= at && (post.to === undefined || at < post.to)

/** The posts of one person that are in force at a moment, in the order in which they began. */
export const postsAt = (posts: readonly PostRow[], person: string, at: Instant): readonly PostRow[] =>
  posts
    .filter((post) => post.person === person && inForce(post, at))
    .sort((a, b) => a.from - b.from || (a.id < b.id ? -1 : 1))

/**
 * Units by which somebody sees records: those of their posts, and what readers anywhere may see; or everything when one is at the
 * district itself.
 */
export const sightOf = (district: string, posts: readonly Post[]): readonly string[] | 'all' =>
  posts.some(({ unit }) => unit === district) ? 'all' : [...new Set([...posts.map(({ unit }) => unit), ANYONE])].sort()

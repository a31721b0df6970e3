import type { KeptMessage, Scope } from '../api.ts'
import type { Database } from '../database/connection.ts'
import { settingsOf } from '../scope.ts'

const TEXT = `
  select m.id, m.record, m.role, m.unit, m.message, m.at
  from unnest($2::text[], $3::text[]) as post(role, unit) cross join lateral (
    select * from message m where m.district = $1 and m.unit = post.unit and m.role = post.role and m.id < $4
    order by m.id desc limit $5) m
  order by m.id desc limit $5`

/** Messages for posts, newest first. */
export async function readMessages(
  database: Database,
  scope: Scope,
  posts: readonly { readonly role: string; readonly unit: string }[],
  page: { readonly limit: number; readonly before?: number },
): Promise<readonly KeptMessage[]> {
  const distinct = [...new Map(posts.map((post) => [`${post.unit}\n${post.role}`, post])).values()]
  const { rows } = await database.once<KeptMessage>('app', settingsOf(scope), TEXT, [
    scope.district,
    distinct.map((post) => post.role),
    distinct.map((post) => post.unit),
    page.before ?? Number.MAX_SAFE_INTEGER,
    page.limit,
  ])
  return rows
}

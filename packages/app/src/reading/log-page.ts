import type { Result } from '@jiannuo/kernel'
import type { LoggedEntry } from '@jiannuo/store'
import type { Office } from '../office/office.ts'
import { refuse } from '../office/problem.ts'
import { administers, type Session } from '../organisation/session.ts'
import { AUDITOR } from '../organisation/posts.ts'

/** A line of the log in words. */
export interface LogLine {
  readonly position: number
  readonly at: number
  readonly stream: string
  readonly seq: number
  readonly who: string
  readonly what: string
  readonly hash: string
}

const PAGE = 100

/** Whether the session may read the log itself. */
export const readsLog = (session: Session): boolean => session.posts.some(({ role }) => role === AUDITOR)

/**
 * Lines of the district's log, the newest first, for its auditor.
 *
 * @param before lines older than this position
 * @returns a page, or `app/not-auditor`
 */
export async function logPage(
  office: Office,
  session: Session,
  page: { readonly before?: number; readonly stream?: string } = {},
): Promise<Result<{ readonly rows: readonly LogLine[]; readonly next?: number }>> {
  if (!readsLog(session)) return refuse(administers(session) ? 'app/administrator-no-log' : 'app/not-auditor')
  const view = await office.districts.view(session.district)
  const rows = await office.store.log({ ...session.scope, audit: true }, { limit: PAGE, ...page })
  const titles = actionTitles(office)
  const line = (one: LoggedEntry & { readonly position: number }): LogLine => ({
    position: one.position,
    at: one.entry.at,
    stream: one.stream,
    seq: one.seq,
    who: [view.tree.name(one.entry.unit), view.persons.get(one.entry.by)?.name ?? one.entry.by]
      .filter(Boolean)
      .join(' '),
    what: titles.get(one.entry.action) ?? one.entry.action,
    hash: one.hash,
  })
  const last = rows.length < PAGE ? undefined : rows.at(-1)?.position
  return { ok: true, value: { rows: rows.map(line), ...(last === undefined ? {} : { next: last }) } }
}

/** Titles of actions: one id says the same in every machine, or the first that has it stands for it. */
function actionTitles(office: Office): ReadonlyMap<string, string> {
  const titles = new Map<string, string>()
  for (const id of office.machines.ids)
    for (const [action, { title }] of Object.entries(office.machines.kit(id)?.machine.actions ?? {}))
      if (!titles.has(action)) titles.set(action, title)
  return titles
}

import { logHead, type Office, type Session } from '@jiannuo/app'
import type { Answer } from '@jiannuo/contract'
import { localDate } from '@jiannuo/kernel'

type Overview = Answer<'overview'>

interface Kept {
  readonly head: number
  readonly made: Promise<Overview>
}

/** So many overviews are remembered: a district has a few dozen kinds of eyes. */
const KEPT = 500

/**
 * Overviews by whose eyes see them, each good for as long as nothing is added to the district's log. Many people open the same page at once: it is
 * worked out once for all of them.
 */
export interface Overviews {
  get(session: Session, year: number | undefined, make: () => Promise<Overview>): Promise<Overview>
}

const byOffice = new WeakMap<Office, Overviews>()

/** The overviews of an office. */
export function overviewsOf(office: Office): Overviews {
  const known = byOffice.get(office)
  if (known !== undefined) return known
  const kept = new Map<string, Kept>()
  const made: Overviews = {
    async get(session, year, make) {
      const head = await logHead(office, session.district)
      const posts = session.posts.map(({ role, unit }) => `${role}@${unit}`).sort()
      const day = localDate(office.now(), office.calendar.utcOffset)
      const key = JSON.stringify([session.district, day, year ?? '', posts])
      const found = kept.get(key)
      if (found?.head === head) return found.made
      const one = { head, made: make() }
      kept.delete(key)
      kept.set(key, one)
      for (const oldest of kept.keys()) {
        if (kept.size <= KEPT) break
        kept.delete(oldest)
      }
      one.made.catch(() => kept.delete(key))
      return one.made
    },
  }
  byOffice.set(office, made)
  return made
}

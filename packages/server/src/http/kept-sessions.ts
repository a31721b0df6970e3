import type { Accounts } from '@jiannuo/app/accounts'

interface Kept {
  readonly looked: ReturnType<Accounts['sessionOf']>
  /** By the office's clock, which decides when sessions end. */
  readonly at: number
  /** By the machine's, which goes on while the office's may stand. */
  readonly ticks: number
}

/** A page asks for many things as it opens; they share one look at the session. */
const KEPT_MS = 1000

/** What ends no session and makes none worth less. Whatever is not named here may. */
const HARMLESS: ReadonlySet<string | symbol> = new Set<keyof Accounts>([
  'accountsIn',
  'createAccount',
  'signIn',
  'listSessions',
  'unlock',
  'oidc',
  'close',
])

/**
 * Accounts that look a session up once a second at most. Whatever may end one by these accounts forgets all look-ups, so that an ended session is
 * refused at once; one that was ended by another process of the office, within the second.
 *
 * @param now the office's clock
 * @param ticks the machine's
 */
export function keptSessions(
  accounts: Accounts,
  now: () => number,
  ticks: () => number = () => performance.now(),
): Accounts {
  let kept = new Map<string, Kept>()
  const isFresh = ({ at, ticks: then }: Kept): boolean =>
    ticks() - then < KEPT_MS && now() >= at && now() - at < KEPT_MS
  const sessionOf: Accounts['sessionOf'] = async (token, origin) => {
    const found = kept.get(token)
    // An event is for whoever looked, once.
    if (found !== undefined && isFresh(found)) return { result: (await found.looked).result }
    const map = kept
    const one: Kept = { looked: accounts.sessionOf(token, origin), at: now(), ticks: ticks() }
    map.delete(token)
    map.set(token, one)
    for (const [oldest, old] of map) {
      if (isFresh(old)) break
      map.delete(oldest)
    }
    let good = false
    try {
      const seen = await one.looked
      good = seen.result.ok
      return seen
    } finally {
      if (!good && map.get(token) === one) map.delete(token)
    }
  }
  return new Proxy(accounts, {
    get(target, name, receiver) {
      if (name === 'sessionOf') return sessionOf
      const found: unknown = Reflect.get(target, name, receiver)
      if (typeof found !== 'function' || HARMLESS.has(name)) return found
      return async (...given: readonly unknown[]): Promise<unknown> => {
        try {
          return await Reflect.apply(found, target, given)
        } finally {
          // A new map: look-ups under way stay in the old one.
          kept = new Map()
        }
      }
    },
  })
}

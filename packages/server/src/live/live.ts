import { type LogMark, type Office, type Session, wasQuiet } from '@jiannuo/app'
import type { Changed } from '@jiannuo/contract'
import { streamSSE } from 'hono/streaming'
import type { AppContext, ServerParts } from '../http/app.ts'
import { signedIn } from '../http/call.ts'
import { type ChangesOf, recordOf } from '../http/changes.ts'
import { failureOf } from '../http/failure.ts'
import { serverProblem } from '../http/handler.ts'

interface Client {
  readonly session: Session
  readonly token: string
  readonly tell: (changes: readonly Changed[]) => void
  readonly end: () => void
}

interface Watched {
  readonly clients: Set<Client>
  /** A mark of which all that came in later has a larger position, and positions behind it that pages were told of. */
  mark: LogMark
  readonly told: Set<number>
  timer: NodeJS.Timeout
}

const LOOK_MS = 1000
const HEARTBEAT_MS = 20_000
/** Pages that one session may keep open at once. */
const MOST = 8

/** What waits to be sent to one page. */
class Outbox {
  readonly #changes: Changed[] = []
  #open = true
  #wake: (() => void) | undefined

  isOpen(): boolean {
    return this.#open
  }

  put(changes: readonly Changed[]): void {
    this.#changes.push(...changes)
    this.#wake?.()
  }

  close(): void {
    this.#open = false
    this.#wake?.()
  }

  take(): readonly Changed[] {
    return this.#changes.splice(0)
  }

  /** Waits until there is something to send, the page has gone, or it is time for a sign of life. */
  filled(ms: number): Promise<void> {
    if (this.#changes.length > 0 || !this.#open) return Promise.resolve()
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms)
      this.#wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }
}

/** Tells open pages what has changed: one look at the log a second for each district that somebody watches. */
export class Live {
  readonly #office: Office
  readonly #changes: ChangesOf
  readonly #onError: (error: unknown) => void
  readonly #districts = new Map<string, Watched>()

  constructor(office: Office, changes: ChangesOf, onError: (error: unknown) => void) {
    this.#office = office
    this.#changes = changes
    this.#onError = onError
  }

  /** Pages that listen. */
  get size(): number {
    return [...this.#districts.values()].reduce((sum, { clients }) => sum + clients.size, 0)
  }

  /** Ends every page's listening, as the server stops. */
  close(): void {
    for (const { clients, timer } of this.#districts.values()) {
      clearTimeout(timer)
      for (const client of clients) client.end()
    }
    this.#districts.clear()
  }

  /** Ends the pages of a session that is over. */
  drop(token: string): void {
    for (const { clients } of this.#districts.values())
      for (const client of clients) if (client.token === token) client.end()
  }

  /** Answers one page that listens. */
  async serve(c: AppContext, parts: ServerParts): Promise<Response> {
    const who = await signedIn(c, parts, 'GET')
    if (!who.ok) {
      const { body, status } = failureOf(who.problems, c.get('requestId'))
      return c.json(body, status)
    }
    const { session, token, account } = who.value
    const watched = await this.#watch(session.district)
    if ([...watched.clients].filter((one) => one.token === token).length >= MOST) {
      const { body, status } = failureOf([serverProblem('server/too-many', { seconds: 60 })], c.get('requestId'))
      return c.json(body, status)
    }
    return streamSSE(c, async (stream) => {
      const outbox = new Outbox()
      const client: Client = { session, token, tell: (changes) => outbox.put(changes), end: () => outbox.close() }
      watched.clients.add(client)
      stream.onAbort(client.end)
      while (outbox.isOpen()) {
        const changes = outbox.take()
        if (changes.length === 0) await stream.write(': \n\n')
        for (const change of changes) await stream.writeSSE({ event: 'changed', data: JSON.stringify(change) })
        await outbox.filled(HEARTBEAT_MS)
        // Somebody whose session is over hears nothing more; looking must not keep it alive.
        const sessions = await parts.accounts.listSessions(account.account)
        if (!sessions.some(({ id }) => id === account.id)) break
      }
      watched.clients.delete(client)
      this.#rest(session.district)
    })
  }

  async #watch(district: string): Promise<Watched> {
    const known = this.#districts.get(district)
    if (known !== undefined) return known
    const mark = await this.#changes.of(district).look()
    const again = this.#districts.get(district)
    if (again !== undefined) return again
    const made: Watched = { clients: new Set(), mark, told: new Set(), timer: this.#later(district) }
    this.#districts.set(district, made)
    return made
  }

  #rest(district: string): void {
    const watched = this.#districts.get(district)
    if (watched === undefined || watched.clients.size > 0) return
    clearTimeout(watched.timer)
    this.#districts.delete(district)
  }

  #later(district: string): NodeJS.Timeout {
    return setTimeout(() => {
      this.#look(district)
        .catch(this.#onError)
        .finally(() => {
          const watched = this.#districts.get(district)
          if (watched !== undefined) watched.timer = this.#later(district)
        })
    }, LOOK_MS)
  }

  async #look(district: string): Promise<void> {
    const watched = this.#districts.get(district)
    if (watched === undefined) return
    const records = await this.#fresh(district, watched)
    if (records.length === 0) return
    // People with the same posts see the same records: they are looked up once for all of them.
    const groups = new Map<string, Client[]>()
    for (const client of watched.clients) {
      const units = JSON.stringify(client.session.scope.units)
      groups.set(units, [...(groups.get(units) ?? []), client])
    }
    for (const clients of groups.values()) {
      const [first] = clients
      if (first === undefined) continue
      const seen = await this.#office.store.records(first.session.scope, records)
      const changes = seen.map(({ id, machine }) => ({ machine, record: id }))
      if (changes.length > 0) for (const client of clients) client.tell(changes)
    }
  }

  /** Records that pages have not been told of. When more came at once than is remembered, they are told of some of them. */
  async #fresh(district: string, watched: Watched): Promise<readonly string[]> {
    const changes = this.#changes.of(district)
    const mark = await changes.look()
    const fresh = (changes.since(watched.mark) ?? changes.lately()).filter(
      ({ position }) => !watched.told.has(position),
    )
    if (wasQuiet(mark)) {
      watched.mark = mark
      watched.told.clear()
    }
    for (const { position } of fresh) watched.told.add(position)
    return [...new Set(fresh.flatMap((change) => recordOf(change) ?? []))]
  }
}

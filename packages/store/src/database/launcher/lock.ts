import { randomBytes } from 'node:crypto'
import { linkSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { isRecord } from './json.ts'
import { findProcess, machineOf } from './processes.ts'

/** Who holds a lock. */
export interface LockHolder {
  readonly pid: number
  readonly host: string
}

/** A lock that this process holds. */
export interface Lock {
  release(): void
}

/** The outcome of asking for a lock: the lock, or who had it to the end of the wait. */
export type LockAnswer = { readonly lock: Lock } | { readonly holder: LockHolder }

interface Ticket extends LockHolder {
  readonly started: string
  /** Differs after every start of the machine; empty where the system does not tell. */
  readonly boot: string
  /** Differs between containers, each of which counts its processes anew. */
  readonly space: string
  readonly nonce: string
}

const LOOK_MS = 15
const BEAT_MS = 5000
/** Without a sign of life for so long, a holder on another machine is taken for dead. */
const SILENT_MS = 30_000
const GUARD_MS = 10_000

/** Locks held by this process, by their nonce. */
const held = new Set<string>()

/**
 * Takes a lock file, waiting for it at most so long. A lock whose holder is dead is taken over: on the same machine by asking
 * for the process (its number and the moment it began), elsewhere when it has not been touched for half a minute.
 *
 * @param path the lock file; its folder exists
 */
export async function takeLock(path: string, waitMs: number): Promise<LockAnswer> {
  const until = Date.now() + waitMs
  for (;;) {
    const ticket = makeTicket()
    if (place(path, ticket)) return { lock: hold(path, ticket) }
    const holder = readTicket(path)
    if (holder === 'gone') continue
    if (holder === 'unreadable' ? isSilent(path, GUARD_MS) : isDead(path, holder)) {
      takeAway(path)
      continue
    }
    if (Date.now() >= until) return { holder: holder === 'unreadable' ? { pid: 0, host: '' } : holder }
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS))
  }
}

/** Who holds a lock, when somebody alive does. */
export function findHolder(path: string): LockHolder | undefined {
  const holder = readTicket(path)
  return typeof holder === 'object' && !isDead(path, holder) ? holder : undefined
}

const makeTicket = (): Ticket => ({
  pid: process.pid,
  host: hostname(),
  started: findProcess(process.pid)?.started ?? '',
  ...machineOf(),
  nonce: randomBytes(12).toString('hex'),
})

/** Puts the file there whole or not at all, so that nobody reads half a ticket. */
function place(path: string, ticket: Ticket): boolean {
  const whole = `${path}.${ticket.nonce}`
  writeFileSync(whole, JSON.stringify(ticket), { mode: 0o644 })
  try {
    linkSync(whole, path)
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    // A file system without hard links.
    return placeSlowly(path, ticket)
  } finally {
    rmSync(whole, { force: true })
  }
}

function placeSlowly(path: string, ticket: Ticket): boolean {
  try {
    writeFileSync(path, JSON.stringify(ticket), { mode: 0o644, flag: 'wx' })
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
}

function hold(path: string, ticket: Ticket): Lock {
  held.add(ticket.nonce)
  const beat = setInterval(() => touch(path), BEAT_MS)
  beat.unref()
  return {
    release: () => {
      clearInterval(beat)
      held.delete(ticket.nonce)
      const now = readTicket(path)
      if (typeof now === 'object' && now.nonce === ticket.nonce) rmSync(path, { force: true })
    },
  }
}

function touch(path: string): void {
  try {
    const now = new Date()
    utimesSync(path, now, now)
  } catch {
    // Taken away by hand: the next release sees it.
  }
}

function readTicket(path: string): Ticket | 'gone' | 'unreadable' {
  try {
    const read: unknown = JSON.parse(readFileSync(path, 'utf8'))
    return isTicket(read) ? read : 'unreadable'
  } catch (error) {
    return codeOf(error) === 'ENOENT' ? 'gone' : 'unreadable'
  }
}

const isTicket = (value: unknown): value is Ticket =>
  isRecord(value) &&
  typeof value.pid === 'number' &&
  ['host', 'started', 'boot', 'space', 'nonce'].every((key) => typeof value[key] === 'string')

function isDead(path: string, holder: Ticket): boolean {
  const here = machineOf()
  // Numbers of processes mean nothing across machines and containers: there only the signs of life count.
  if (holder.host !== hostname() || holder.space !== here.space) return isSilent(path, SILENT_MS)
  if (holder.boot !== here.boot) return true
  const found = findProcess(holder.pid)
  if (holder.pid === process.pid && holder.started === '') return !held.has(holder.nonce)
  return found === undefined || (found.started ?? '') !== holder.started
}

function isSilent(path: string, ms: number): boolean {
  try {
    return Date.now() - statSync(path).mtimeMs > ms
  } catch {
    return false
  }
}

/**
 * Takes a dead holder's lock away. Under a second lock, and after another look: between the first look and now somebody
 * else may have done so and have put a living lock there.
 */
function takeAway(path: string): void {
  const guard = `${path}.guard`
  if (isSilent(guard, GUARD_MS)) rmSync(guard, { force: true })
  try {
    writeFileSync(guard, String(process.pid), { flag: 'wx', mode: 0o600 })
  } catch {
    return
  }
  try {
    const holder = readTicket(path)
    const dead = holder === 'unreadable' ? isSilent(path, GUARD_MS) : holder !== 'gone' && isDead(path, holder)
    if (dead) rmSync(path, { force: true })
  } finally {
    rmSync(guard, { force: true })
  }
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

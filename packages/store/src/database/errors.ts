/**
 * The database could not be reached, or was lost while it worked. Thrown, because any call may meet it and none can mend
 * it; callers turn it into an answer by its code.
 */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable'
  /** Same as the code of the problem that the caller answers with. */
  readonly code = 'store/unavailable'
  /**
   * Whether the work can have been done: `none` when nothing was sent; `unknown` when the connection broke after it
   * was, so that only the database knows (send the same idempotency key again and see).
   */
  readonly outcome: 'none' | 'unknown'

  constructor(outcome: 'none' | 'unknown', cause: unknown) {
    super(`database unavailable, outcome ${outcome}: ${cause instanceof Error ? cause.message : String(cause)}`, {
      cause,
    })
    this.outcome = outcome
  }
}

/**
 * The database refused a statement. The detail line of the server is left out on purpose: it quotes values of rows, and
 * errors are written to logs.
 */
export class StatementFailed extends Error {
  override readonly name = 'StatementFailed'
  /** SQLSTATE, five signs: `23505` is a doubled key, `42501` a missing right. */
  readonly state: string
  readonly constraint: string | undefined
  readonly table: string | undefined
  readonly column: string | undefined

  constructor(message: string, state: string, place: StatementPlace = {}) {
    super(message)
    this.state = state
    this.constraint = place.constraint
    this.table = place.table
    this.column = place.column
  }
}

/** Where a statement failed. */
export interface StatementPlace {
  readonly constraint?: string | undefined
  readonly table?: string | undefined
  readonly column?: string | undefined
}

/** SQLSTATE of a refused statement; nothing for any other error. */
export const sqlState = (error: unknown): string | undefined =>
  error instanceof StatementFailed ? error.state : undefined

/** Whether the same transaction may succeed when it is tried again: it lost against another, or was the victim of a deadlock. */
export const mayRetry = (error: unknown): boolean => RETRY.has(sqlState(error) ?? '')

const RETRY = new Set(['40001', '40P01'])

// The system's and the driver's ways to say that a connection is not there, or is no longer.
const LOST_CODES = new Set(
  // 57P0x: shut down by an administrator, after a crash, not yet ready, database dropped. 53300: too many connections.
  (
    'ECONNREFUSED ECONNRESET ECONNABORTED EPIPE ENOENT EACCES ETIMEDOUT EHOSTUNREACH ENETUNREACH ENOTFOUND EAI_AGAIN ' +
    'EADDRNOTAVAIL 57P01 57P02 57P03 57P04 53300'
  ).split(' '),
)
const LOST_WORDS =
  /^(?:Connection terminated|Client (?:has encountered a connection error|was closed)|timeout (?:expired|exceeded)|Cannot use a pool after)/

/** Whether an error of the driver means that the connection, not the statement, failed. */
export const isLoss = (error: unknown): boolean =>
  error instanceof StoreUnavailable || (error instanceof Error && lostBy(error))

function lostBy(error: Error): boolean {
  const code = textOf(error, 'code') ?? ''
  return LOST_CODES.has(code) || /^08\w{3}$/.test(code) || LOST_WORDS.test(error.message)
}

/** An error of either driver as one of the two of this file; anything else as it is, for it is a bug. */
export function asStoreError(error: unknown, outcome: 'none' | 'unknown'): unknown {
  if (error instanceof StoreUnavailable || error instanceof StatementFailed) return error
  if (isLoss(error)) return new StoreUnavailable(outcome, error)
  const state = error instanceof Error ? textOf(error, 'code') : undefined
  if (!(error instanceof Error) || state === undefined || !/^[0-9A-Z]{5}$/.test(state)) return error
  const place = {
    constraint: textOf(error, 'constraint'),
    table: textOf(error, 'table'),
    column: textOf(error, 'column'),
  }
  return new StatementFailed(error.message, state, place)
}

const textOf = (error: Error, key: string): string | undefined => {
  const value: unknown = Reflect.get(error, key)
  return typeof value === 'string' ? value : undefined
}

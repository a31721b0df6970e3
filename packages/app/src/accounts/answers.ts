import { granted, type Instant, type Problem, refused } from '@jiannuo/kernel'
import type { AccountAction, AccountEvent, AccountReason, Answer } from './types.ts'
import type { AccountProblemCode } from './wording.zh.ts'

/** Stream of what happened with names that are no account. */
export const UNKNOWN_STREAM = 'account:unknown'

/** Stream of an account's audit trail. */
export const accountStream = (account: string): string => `account:${account}`

/** Of what and by whom an answer's event speaks. */
export interface Subject {
  readonly action: AccountAction
  /** Absent when no account is meant. */
  readonly account?: string | undefined
  readonly by: string
  readonly from: string
  readonly at: Instant
}

type Params = NonNullable<AccountEvent['params']>

/** A problem of accounts. */
export const problem = (code: AccountProblemCode, params?: Params): Problem => ({
  code,
  severity: 'error',
  ...(params === undefined ? {} : { params }),
})

/** The event alone. */
export function eventOf(subject: Subject, reason?: AccountReason, params?: Params): AccountEvent {
  return {
    stream: subject.account === undefined ? UNKNOWN_STREAM : accountStream(subject.account),
    at: subject.at,
    action: subject.action,
    by: subject.by,
    from: subject.from,
    ok: reason === undefined,
    ...(reason === undefined ? {} : { reason }),
    ...(params === undefined ? {} : { params }),
  }
}

/** It was done. */
export const done = <T>(subject: Subject, value: T, params?: Params): Answer<T> => ({
  result: granted(value),
  event: eventOf(subject, undefined, params),
})

/**
 * It was not: the person is told the code, the auditor the reason where that says more.
 *
 * @param params values for the wording
 */
export const denied = (
  subject: Subject,
  code: AccountProblemCode,
  reason: AccountReason = code,
  params?: Params,
): Answer<never> => ({ result: refused(problem(code, params)), event: eventOf(subject, reason) })

/** How long a lock still holds, as people count it. */
export const minutesUntil = (until: Instant, at: Instant): number => Math.max(1, Math.ceil((until - at) / 60_000))

import type { Failure } from '@jiannuo/contract'
import type { Problem } from '@jiannuo/kernel'
import { problemBody } from '../views/problem.ts'
import { serverWording } from '../wording.zh.ts'
import { serverProblem } from './handler.ts'

/** Statuses of answers that are refusals. */
export type RefusedStatus = 400 | 401 | 403 | 404 | 409 | 413 | 415 | 422 | 429

const STATUSES: Readonly<Record<string, RefusedStatus>> = {
  'server/no-session': 401,
  'accounts/no-session': 401,
  'accounts/session-over': 401,
  'accounts/sign-in-refused': 401,
  'accounts/code-refused': 401,
  'accounts/challenge-over': 401,
  'accounts/locked': 429,
  'server/too-many': 429,
  'server/cross-site': 403,
  'server/bad-csrf': 403,
  'server/no-person': 403,
  'accounts/must-change-password': 403,
  'accounts/totp-required': 403,
  'app/not-administrator': 403,
  'app/not-auditor': 403,
  'app/administrator-no-log': 403,
  'app/no-person': 403,
  'app/no-record': 404,
  'app/no-document': 404,
  'app/no-unit': 404,
  'app/no-post': 404,
  'app/no-machine': 404,
  'app/no-index': 404,
  'app/no-such-file': 404,
  'app/not-a-reader': 403,
  'app/feed-not-permitted': 403,
  'server/no-route': 404,
  'server/refused': 409,
  'app/refused': 409,
  'app/busy': 409,
  'server/too-large': 413,
  'server/bad-media': 415,
  'server/bad-json': 400,
  'server/bad-text': 400,
}

/** The status that a problem is answered with; what is wrong with the input is 422 unless said. */
export const statusOf = ({ code }: Problem): RefusedStatus => STATUSES[code] ?? 422

/** The first code of a refusal that names another one in its parameters: machines refuse in words of their own. */
const codeOf = (problem: Problem): string => {
  const inner = problem.params?.['code']
  return problem.code === 'server/refused' && typeof inner === 'string' ? inner : problem.code
}

/** A refusal as it is answered. */
export function failureOf(problems: readonly Problem[], requestId: string): { body: Failure; status: RefusedStatus } {
  const [first = serverProblem('server/refused', { text: serverWording['server/unknown'] })] = problems
  const bodies = problems.map((one) => ({ ...problemBody(one), code: codeOf(one) }))
  const error = { ...problemBody(first), code: codeOf(first) }
  return { body: { error, problems: bodies.length === 0 ? [error] : bodies, requestId }, status: statusOf(first) }
}

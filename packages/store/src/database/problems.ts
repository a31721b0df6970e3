import { describeProblem, type Problem, type Result, refused, type Severity } from '@jiannuo/kernel'
import { type DatabaseProblemCode, reasonWording } from './wording.zh.ts'

type Params = Readonly<Record<string, string | number>>

/** A problem of reaching a database; its wording is in `databaseWording`. */
export const databaseProblem = (
  code: DatabaseProblemCode,
  params: Params = {},
  severity: Severity = 'error',
): Problem => ({ code, severity, params })

/** A refusal with one problem. */
export const refuse = (code: DatabaseProblemCode, params: Params = {}): Result<never> =>
  refused(databaseProblem(code, params))

/** A reason in words, to stand in the `{reason}` of a problem. */
export const reasonText = (reason: keyof typeof reasonWording, params: Params = {}): string =>
  describeProblem({ code: reason, severity: 'note', params }, reasonWording)

/** What an error says, for the `{detail}` of a problem: one line, no stack. */
export function detailOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error)
  return text.trim().split('\n')[0] ?? ''
}

import type { Problem, Result } from '@jiannuo/kernel'

type Params = NonNullable<Problem['params']>

/** An error of this package; its wording is in `appWording`. */
export const problem = (code: string, params: Params = {}): Problem => ({ code, severity: 'error', params })

/** A refusal with one problem. */
export const refuse = (code: string, params: Params = {}): Extract<Result<never>, { ok: false }> => ({
  ok: false,
  problems: [problem(code, params)],
})

import type { Problem } from '@jiannuo/kernel'
import type { CliProblemCode } from './wording.zh.ts'

/** An error of the command itself, as a value. */
export const cliProblem = (code: CliProblemCode, params: NonNullable<Problem['params']> = {}): Problem => ({
  code,
  severity: 'error',
  params,
})

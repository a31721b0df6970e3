import type { Problem, Severity } from '@jiannuo/kernel'
import type { StoreProblemCode } from './wording.zh.ts'

/** A problem of the store; its wording is in `storeWording`. */
export const storeProblem = (
  code: StoreProblemCode,
  params: Readonly<Record<string, string | number>> = {},
  severity: Severity = 'error',
): Problem => ({ code, severity, params })

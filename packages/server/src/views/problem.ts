import { everyWording } from '@jiannuo/app'
import type { ProblemBody } from '@jiannuo/contract'
import { describeProblem, type Problem } from '@jiannuo/kernel'
import { serverWording } from '../wording.zh.ts'
import { given } from './given.ts'

const SEVERITIES = { error: 'error', warning: 'warning', note: 'info' } as const

const words = { ...everyWording, ...serverWording }

/** A problem with its words. */
export function problemBody(one: Problem): ProblemBody {
  const { code, severity, place, span } = one
  return {
    code,
    severity: SEVERITIES[severity],
    message: describeProblem(one, words),
    ...given({ place, span: span === undefined ? undefined : { start: span.start, end: span.end } }),
  }
}

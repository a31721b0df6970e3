import type { Problem } from './problem.ts'

/** The outcome of work that may be refused: a value, or the problems that stand against it. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/** A granted result. */
export const granted = <T>(value: T): Result<T> => ({ ok: true, value })

/** A refusal with its reasons. */
export const refused = (...problems: readonly Problem[]): Result<never> => ({ ok: false, problems })

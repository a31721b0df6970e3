import type { Span } from './span.ts'

/** How bad a problem is: `error` stops the work, `warning` may change a result, `note` is worth knowing. */
export type Severity = 'error' | 'warning' | 'note'

/**
 * Something wrong with what was given, as a value: a code for programs, a place, and parameters for the wording.
 * The wording for people is Chinese and lives in a locale table keyed by code, never in the code that finds the problem.
 */
export interface Problem {
  /** Stable, kebab-case, prefixed by the package: `reader/missing-unit`, `files/too-large`. */
  readonly code: string
  readonly severity: Severity
  /** Where in the text, when the problem has a place there. */
  readonly span?: Span
  /** Where in the source file, in words for people: 第3页, 表1第2行. */
  readonly place?: string
  /** Values that the wording names. */
  readonly params?: Readonly<Record<string, string | number>>
}

/** Wording by problem code. A template names parameters in braces: `文件超过{limit}`. */
export type Wording = Readonly<Record<string, string>>

/**
 * The problem in words, from a locale table; an unknown code is shown as it is, so that nothing is swallowed.
 *
 * @param problem the problem
 * @param wording templates by code
 */
export function describeProblem(problem: Problem, wording: Wording): string {
  const template = wording[problem.code] ?? problem.code
  return template.replace(/\{(\w{1,40})\}/g, (whole, name: string) => String(problem.params?.[name] ?? whole))
}

import type { Finding } from '../api.ts'
import type { StoreProblemCode } from '../wording.zh.ts'

/** Findings kept; of a log that is broken all through the rest is only counted. */
const MOST = 1000

/** What is found wrong. */
export class Findings {
  readonly #found: Finding[] = []
  #left = 0

  add(code: StoreProblemCode, params: Readonly<Record<string, string | number>>): void {
    if (this.#found.length < MOST) this.#found.push({ code, params })
    else this.#left += 1
  }

  /** All findings; the last one says how many more there are, if there are. */
  all(): readonly Finding[] {
    return this.#left === 0
      ? this.#found
      : [...this.#found, { code: 'store/more-findings' satisfies StoreProblemCode, params: { count: this.#left } }]
  }
}

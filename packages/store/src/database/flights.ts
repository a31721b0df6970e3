import type pg from 'pg'
import type { Role } from './connection.ts'

/** Statements that go together, and what opens their transaction. */
export interface Flight {
  readonly role: Role
  readonly opening: string
  readonly statements: readonly pg.QueryConfig[]
}

interface Waiting {
  readonly statement: pg.QueryConfig
  readonly resolve: (result: pg.QueryResult | Promise<pg.QueryResult>) => void
}

/** Statements of one flight: they are carried out one after the other, so a page's many questions are better spread over a few connections. */
const MOST = 8

/**
 * Reads that are asked for at the same moment under the same settings leave together: one begin, one commit, one packet there and one back. A page asks
 * for a dozen things at once, and people of one unit open the same page.
 */
export class Flights {
  readonly #fly: (flight: Flight) => Promise<readonly pg.QueryResult[]>
  readonly #waiting = new Map<string, { readonly role: Role; readonly opening: string; readonly all: Waiting[] }>()

  /** @param fly carries out a flight; it rejects when any statement of it fails */
  constructor(fly: (flight: Flight) => Promise<readonly pg.QueryResult[]>) {
    this.#fly = fly
  }

  /** Takes a read along. It must change nothing: when another one of its flight fails it is sent again, alone. */
  join(role: Role, opening: string, statement: pg.QueryConfig): Promise<pg.QueryResult> {
    return new Promise((resolve) => {
      if (this.#waiting.size === 0) setImmediate(() => this.#leave())
      const key = `${role}\n${opening}`
      const known = this.#waiting.get(key)
      if (known === undefined) this.#waiting.set(key, { role, opening, all: [{ statement, resolve }] })
      else known.all.push({ statement, resolve })
    })
  }

  #leave(): void {
    const leaving = [...this.#waiting.values()]
    this.#waiting.clear()
    for (const { role, opening, all } of leaving)
      for (let from = 0; from < all.length; from += MOST) void this.#send(role, opening, all.slice(from, from + MOST))
  }

  async #send(role: Role, opening: string, all: readonly Waiting[]): Promise<void> {
    const alone = ({ statement, resolve }: Waiting): void =>
      resolve(this.#fly({ role, opening, statements: [statement] }).then(([result]) => resultOf(result)))
    const [first] = all
    if (all.length === 1 && first !== undefined) return alone(first)
    try {
      const results = await this.#fly({ role, opening, statements: all.map(({ statement }) => statement) })
      for (const [at, { resolve }] of all.entries()) resolve(resultOf(results[at]))
    } catch {
      all.forEach(alone)
    }
  }
}

function resultOf(result: pg.QueryResult | undefined): pg.QueryResult {
  if (result === undefined) throw new Error('a statement without an answer')
  return result
}

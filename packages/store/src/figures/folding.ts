import type { Database } from '../database/connection.ts'
import { foldDeltas } from './fold.ts'

/** Folds deltas from time to time, so that reading sums stays cheap without anybody seeing to it. */
export class Folding {
  readonly #database: Database
  readonly #every: number
  #pending = 0
  #running: Promise<void> | undefined

  /** @param every deltas after which they are folded; 0 for never */
  constructor(database: Database, every: number) {
    this.#database = database
    this.#every = every
  }

  /** Counts the deltas of commands that were carried out. The command that fills the measure waits for the folding. */
  async count(deltas: number): Promise<void> {
    if (this.#every === 0) return
    this.#pending += deltas
    if (this.#pending < this.#every || this.#running !== undefined) return
    this.#pending = 0
    this.#running = this.#fold()
    await this.#running
    this.#running = undefined
  }

  // The commands are done, whatever becomes of this: sums are right without it, and the next folding takes what it left.
  async #fold(): Promise<void> {
    try {
      await foldDeltas(this.#database)
    } catch {
      this.#pending = this.#every
    }
  }
}

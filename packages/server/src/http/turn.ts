/**
 * One question for all who come to ask it. Whoever comes while it is being asked waits for the next one, which begins after they came: so the answer is
 * never older than the one who asks.
 */
export class Turn<T> {
  readonly #ask: () => Promise<T>
  #asked: Promise<T> | undefined
  #next: Promise<T> | undefined

  constructor(ask: () => Promise<T>) {
    this.#ask = ask
  }

  /** The answer to a question that begins now or later. */
  take(): Promise<T> {
    if (this.#asked === undefined) return this.#begin()
    this.#next ??= this.#asked.then(
      () => this.#begin(),
      () => this.#begin(),
    )
    return this.#next
  }

  #begin(): Promise<T> {
    this.#next = undefined
    const asked = this.#ask()
    this.#asked = asked
    const over = (): void => {
      if (this.#asked === asked) this.#asked = undefined
    }
    asked.then(over, over)
    return asked
  }
}

/** An element of a Postgres array as the driver gives it: a text, null, or an array again. */
export type ArrayElement<T> = T | null | readonly ArrayElement<T>[]

/**
 * Reads an array as Postgres writes it: `{1,NULL,"a \"b\"",{2}}`. Lower bounds other than 1 (`[0:1]={…}`) are dropped.
 *
 * @param text as the server sends it
 * @param parse reads one element
 */
export function parseArray<T>(text: string, parse: (text: string) => T): ArrayElement<T>[] {
  const start = text.indexOf('{')
  const reader = new ArrayReader(text, start + 1, parse)
  return reader.elements()
}

class ArrayReader<T> {
  #at: number
  readonly #text: string
  readonly #parse: (text: string) => T

  constructor(text: string, at: number, parse: (text: string) => T) {
    this.#text = text
    this.#at = at
    this.#parse = parse
  }

  elements(): ArrayElement<T>[] {
    const found: ArrayElement<T>[] = []
    while (this.#at < this.#text.length) {
      const sign = this.#text[this.#at]
      if (sign === '}') {
        this.#at += 1
        return found
      }
      if (sign === ',') this.#at += 1
      else found.push(this.#element(sign))
    }
    return found
  }

  #element(sign: string | undefined): ArrayElement<T> {
    if (sign === '{') {
      this.#at += 1
      return this.elements()
    }
    if (sign === '"') return this.#parse(this.#quoted())
    const from = this.#at
    while (this.#at < this.#text.length && !',}'.includes(this.#text.charAt(this.#at))) this.#at += 1
    const plain = this.#text.slice(from, this.#at)
    return plain === 'NULL' ? null : this.#parse(plain)
  }

  #quoted(): string {
    let value = ''
    let from = this.#at + 1
    for (this.#at = from; this.#at < this.#text.length; this.#at += 1) {
      const sign = this.#text[this.#at]
      if (sign === '"') break
      if (sign !== '\\') continue
      value += this.#text.slice(from, this.#at)
      this.#at += 1
      from = this.#at
    }
    value += this.#text.slice(from, this.#at)
    this.#at += 1
    return value
  }
}

/** An array as Postgres reads it. Elements are quoted, so that no word among them is taken for NULL or a brace. */
export function formatArray(values: readonly unknown[], format: (value: unknown) => string | null): string {
  const parts = values.map((value) => {
    if (Array.isArray(value)) return formatArray(value, format)
    const text = format(value)
    return text === null ? 'NULL' : `"${text.replace(/[\\"]/g, '\\$&')}"`
  })
  return `{${parts.join(',')}}`
}

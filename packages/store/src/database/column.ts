/** Types that a column of many values can have. */
export type ColumnType = 'text' | 'integer' | 'bigint' | 'boolean' | 'json' | 'bytes'

/** A value of a column; bytes are given in hex. */
export type ColumnValue = string | number | boolean | null

// Numbers of the types, from pg_type; they never change.
const OIDS: Readonly<Record<ColumnType, number>> = {
  text: 25,
  integer: 23,
  bigint: 20,
  boolean: 16,
  json: 114,
  bytes: 17,
}
const HEAD = 20
const NULL = -1
const FIRST_SIZE = 8192
const HIGH = 2 ** 32

/**
 * Many values of one type, on their way to the database as one parameter `$n::type[]`. They are laid down once, in the bytes in which a
 * Postgres server takes an array: with thousands of texts, quoting them for it and parsing them there costs more than storing them.
 */
export class Column {
  readonly type: ColumnType
  #bytes = Buffer.allocUnsafe(FIRST_SIZE)
  #end = HEAD
  #length = 0
  #hasNull = false

  constructor(type: ColumnType) {
    this.type = type
  }

  /** How many values. */
  get length(): number {
    return this.#length
  }

  /** Adds a value. */
  push(value: ColumnValue): void {
    this.#length += 1
    if (value === null) this.#pushNull()
    else if (typeof value === 'string') this.#pushText(value)
    else this.#pushNumber(Number(value))
  }

  #pushNull(): void {
    this.#hasNull = true
    this.#ensure(4)
    this.#end = this.#bytes.writeInt32BE(NULL, this.#end)
  }

  #pushText(value: string): void {
    const start = this.#end + 4
    // A UTF-16 unit becomes three bytes at most; two signs of hex become one.
    this.#ensure(4 + value.length * 3)
    const written = this.#bytes.write(value, start, this.type === 'bytes' ? 'hex' : 'utf8')
    this.#bytes.writeInt32BE(written, this.#end)
    this.#end = start + written
  }

  #pushNumber(value: number): void {
    this.#ensure(12)
    const size = this.type === 'bigint' ? 8 : this.type === 'integer' ? 4 : 1
    const at = this.#bytes.writeInt32BE(size, this.#end)
    if (size === 1) this.#bytes[at] = value
    else if (size === 4) this.#bytes.writeInt32BE(value, at)
    else {
      const high = Math.floor(value / HIGH)
      this.#bytes.writeInt32BE(high, at)
      this.#bytes.writeUInt32BE(value - high * HIGH, at + 4)
    }
    this.#end = at + size
  }

  #ensure(more: number): void {
    const wanted = this.#end + more
    if (wanted <= this.#bytes.length) return
    const grown = Buffer.allocUnsafe(Math.max(wanted, this.#bytes.length * 2))
    this.#bytes.copy(grown, 0, 0, this.#end)
    this.#bytes = grown
  }

  /** The array as the server takes it. What is pushed afterwards is not in it. */
  bytes(): Buffer {
    const head = [1, this.#hasNull ? 1 : 0, OIDS[this.type], this.#length, 1]
    for (const [index, value] of head.entries()) this.#bytes.writeInt32BE(value, index * 4)
    return this.#bytes.subarray(0, this.#end)
  }

  /** The values again, for an engine that takes arrays as text only; bytes as Postgres writes them. */
  values(): readonly (string | number | boolean | null)[] {
    const found: (string | number | boolean | null)[] = []
    for (let at = HEAD; at < this.#end; ) {
      const size = this.#bytes.readInt32BE(at)
      at += 4
      found.push(size === NULL ? null : this.#read(at, size))
      at += Math.max(size, 0)
    }
    return found
  }

  #read(at: number, size: number): string | number | boolean {
    const bytes = this.#bytes
    switch (this.type) {
      case 'integer':
        return bytes.readInt32BE(at)
      case 'bigint':
        return bytes.readInt32BE(at) * HIGH + bytes.readUInt32BE(at + 4)
      case 'boolean':
        return bytes[at] === 1
      case 'bytes':
        return `\\x${bytes.toString('hex', at, at + size)}`
      case 'text':
      case 'json':
        return bytes.toString('utf8', at, at + size)
    }
  }
}

/** Texts as a column. */
export function textColumn(texts: readonly string[]): Column {
  const column = new Column('text')
  for (const text of texts) column.push(text)
  return column
}

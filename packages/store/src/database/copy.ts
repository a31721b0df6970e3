import { type ClientBase, Query } from 'pg'
import type { RowSource } from './connection.ts'
import { identifier } from './settings.ts'
import { encodeValue } from './values.ts'

/** The part of the driver's connection that COPY needs; its types leave it out. */
interface CopyConnection {
  readonly stream: NodeJS.EventEmitter & { readonly writableNeedDrain?: boolean; readonly destroyed?: boolean }
  sendCopyFromChunk(chunk: Uint8Array): void
  endCopyFrom(): void
  sendCopyFail(reason: string): void
}

const CHUNK = 64 * 1024
const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' }

/** One row as a line of COPY's text form. */
export const copyLine = (row: readonly unknown[]): string =>
  `${row.map((value) => encodeValue(value)?.replace(/[\\\n\r\t]/g, (sign) => ESCAPES[sign] ?? sign) ?? '\\N').join('\t')}\n`

/**
 * COPY … FROM STDIN as a query of the driver. Nothing else may be sent on the connection before it ends: the session sees
 * to that.
 */
class CopyIn extends Query {
  /** Answered, well or badly: the server wants no more rows. */
  #over = false
  #cause: unknown
  readonly #rows: RowSource

  constructor(text: string, rows: RowSource, done: (error: unknown, count: number) => void) {
    super({ text }, (error, result) => {
      this.#over = true
      done(error === undefined || error === null ? undefined : (this.#cause ?? error), result?.rowCount ?? 0)
    })
    this.#rows = rows
  }

  /** Called by the driver when the server is ready for the rows. */
  handleCopyInResponse(connection: CopyConnection): void {
    this.#send(connection).then(
      () => connection.endCopyFrom(),
      (error: unknown) => {
        this.#cause = error
        connection.sendCopyFail('source of rows failed')
      },
    )
  }

  async #send(connection: CopyConnection): Promise<void> {
    let lines = ''
    for await (const row of this.#rows) {
      if (this.#over) return
      lines += copyLine(row)
      if (lines.length < CHUNK) continue
      connection.sendCopyFromChunk(Buffer.from(lines))
      lines = ''
      await drained(connection.stream)
    }
    if (lines !== '') connection.sendCopyFromChunk(Buffer.from(lines))
  }
}

const drained = (stream: CopyConnection['stream']): Promise<void> =>
  stream.writableNeedDrain === true && stream.destroyed !== true
    ? new Promise((resolve) => {
        const done = () => {
          stream.off('drain', done)
          stream.off('close', done)
          resolve()
        }
        stream.on('drain', done)
        stream.on('close', done)
      })
    : Promise.resolve()

/** Writes rows by COPY on a connection that is in a transaction. */
export const copyRows = (
  client: ClientBase,
  table: string,
  columns: readonly string[],
  rows: RowSource,
): Promise<number> =>
  new Promise((resolve, reject) => {
    const text = `copy ${identifier(table)} (${columns.map(identifier).join(', ')}) from stdin`
    client.query(
      new CopyIn(text, rows, (error, count) => {
        if (error === undefined) resolve(count)
        else reject(error instanceof Error ? error : new Error('copy failed', { cause: error }))
      }),
    )
  })

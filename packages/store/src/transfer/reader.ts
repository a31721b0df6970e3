import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import { pipeline } from 'node:stream'
import type { StoreProblemCode } from '../wording.zh.ts'
import {
  type BackupHeader,
  type BackupTrailer,
  FORMAT_VERSION,
  readHeader,
  readRow,
  readTableLine,
  readTrailer,
  type RowLine,
  type TableLine,
} from './format.ts'

/** What stands against a backup file: a code of this package, and what it names. */
export class BackupFault extends Error {
  override readonly name = 'BackupFault'
  readonly code: FaultCode
  readonly params: Readonly<Record<string, string | number>>

  constructor(code: FaultCode, params: BackupFault['params'] = {}) {
    super(code)
    this.code = code
    this.params = params
  }
}

type FaultCode = Extract<
  StoreProblemCode,
  `store/backup-${'foreign' | 'newer' | 'line' | 'count' | 'checksum' | 'short'}`
>

/**
 * Reads a backup once, from the first line to the last, and checks it on the way: what is read before the end is not to be
 * relied on until the end was read.
 */
export class BackupReader {
  readonly #lines: AsyncGenerator<string>
  readonly #hash = createHash('sha256')
  readonly #counts: Record<string, number> = {}
  #number = 0
  #next: unknown
  #trailer: BackupTrailer | undefined

  constructor(path: string) {
    this.#lines = linesOf(path)
  }

  /** Closes the file. */
  async close(): Promise<void> {
    await this.#lines.return(undefined)
  }

  /** @throws BackupFault, or an error of the file system */
  async header(): Promise<BackupHeader> {
    await this.#advance()
    const header = readHeader(this.#next)
    if (header === undefined) throw new BackupFault('store/backup-foreign')
    if (header.formatVersion > FORMAT_VERSION)
      throw new BackupFault('store/backup-newer', { version: header.formatVersion })
    await this.#advance()
    return header
  }

  /** The next table; undefined when the end is reached, which was checked. @throws BackupFault */
  async table(): Promise<TableLine | undefined> {
    const table = readTableLine(this.#next)
    if (table !== undefined) {
      this.#counts[table.table] = 0
      await this.#advance()
      return table
    }
    if (this.#trailer === undefined) throw badLine(this.#number)
    this.#checkEnd(this.#trailer)
    return undefined
  }

  /** Rows of the table, all of them. @throws BackupFault */
  async *rows({ table, columns }: TableLine): AsyncGenerator<RowLine> {
    for (;;) {
      const row = readRow(this.#next, columns.length)
      if (row === undefined) return
      this.#counts[table] = (this.#counts[table] ?? 0) + 1
      yield row
      await this.#advance()
    }
  }

  get trailer(): BackupTrailer {
    if (this.#trailer === undefined) throw new Error('the end of the backup was not read yet')
    return this.#trailer
  }

  async #advance(): Promise<void> {
    const line = await this.#lines.next()
    if (line.done === true) throw new BackupFault('store/backup-short', { line: this.#number })
    this.#number += 1
    this.#next = parse(line.value, this.#number)
    this.#trailer = readTrailer(this.#next)
    if (this.#trailer === undefined) this.#hash.update(`${line.value}\n`, 'utf8')
  }

  #checkEnd(trailer: BackupTrailer): void {
    for (const table of new Set([...Object.keys(trailer.tables), ...Object.keys(this.#counts)]))
      if (trailer.tables[table] !== this.#counts[table]) throw new BackupFault('store/backup-count', { table })
    if (this.#hash.digest('hex') !== trailer.checksum) throw new BackupFault('store/backup-checksum')
  }
}

const badLine = (line: number): BackupFault => new BackupFault('store/backup-line', { line })

/** The file ends in the middle, is no packed file at all, or is packed wrong from somewhere on. */
function unpackFault(code: string, lines: number): BackupFault {
  if (code === 'Z_BUF_ERROR') return new BackupFault('store/backup-short', { line: lines })
  return lines === 0 ? new BackupFault('store/backup-foreign') : badLine(lines + 1)
}

function parse(line: string, number: number): unknown {
  try {
    return JSON.parse(line)
  } catch {
    throw number === 1 ? new BackupFault('store/backup-foreign') : badLine(number)
  }
}

/** Lines of the file, unpacked. @throws BackupFault when it cannot be unpacked, or an error of the file system */
async function* linesOf(path: string): AsyncGenerator<string> {
  const unpacked = createGunzip()
  pipeline(createReadStream(path), unpacked, () => {})
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let rest: string[] = []
  let number = 0
  try {
    for await (const piece of unpacked) {
      const parts = decode(decoder, piece, number).split('\n')
      const last = parts.pop() ?? ''
      for (const part of parts) {
        number += 1
        yield rest.length === 0 ? part : rest.join('') + part
        rest = []
      }
      if (last !== '') rest.push(last)
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_'))
      throw unpackFault(String(error.code), number)
    throw error
  }
  if (rest.length > 0) throw new BackupFault('store/backup-short', { line: number })
}

function decode(decoder: InstanceType<typeof TextDecoder>, piece: Uint8Array, number: number): string {
  try {
    return decoder.decode(piece, { stream: true })
  } catch {
    throw badLine(number + 1)
  }
}

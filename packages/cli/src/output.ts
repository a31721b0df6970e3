import { write, writeSync } from 'node:fs'

/** Exit codes of the command. Interrupted by Ctrl-C, the shell reports 130. */
export const exitCode = {
  /** Everything was read. */
  read: 0,
  /** At least one file could not be read, or the result could not be written. */
  failed: 1,
  /** The command was called wrongly; nothing was read. */
  usage: 2,
} as const

const STDOUT = 1
const STDERR = 2
/** A pause while the reader of a non-blocking pipe catches up. */
const PAUSE_MS = 2

/**
 * Writes to the standard output at once, without the stream object that Node takes some milliseconds to build.
 *
 * @returns false when nobody reads any more (`| head` has seen enough), which is no error
 */
export const writeOut = (data: string | Uint8Array): boolean => writeAll(STDOUT, data)

/** Writes to the standard error output; a closed one is no reason to stop. */
export const writeErr = (text: string): void => void writeAll(STDERR, text)

function writeAll(fd: number, data: string | Uint8Array): boolean {
  const bytes = bytesOf(data)
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(fd, bytes, at)
    } catch (error) {
      const code = codeOf(error)
      if (isClosed(code)) return false
      if (code !== 'EAGAIN') throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_MS)
    }
  }
  return true
}

/** As `writeOut`, but the thread stays free while the reader is slow, so that Ctrl-C is heard and work goes on. */
export async function writeOutLater(data: string | Uint8Array): Promise<boolean> {
  const bytes = bytesOf(data)
  for (let at = 0; at < bytes.length; ) {
    try {
      at += await writeSome(bytes, at)
    } catch (error) {
      const code = codeOf(error)
      if (isClosed(code)) return false
      if (code !== 'EAGAIN') throw error
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
    }
  }
  return true
}

const writeSome = (bytes: Uint8Array, at: number): Promise<number> =>
  new Promise((resolve, reject) => {
    write(STDOUT, bytes, at, bytes.length - at, null, (error, written) => (error ? reject(error) : resolve(written)))
  })

const bytesOf = (data: string | Uint8Array): Uint8Array =>
  typeof data === 'string' ? new TextEncoder().encode(data) : data

/** The pipe's other end is gone. Windows says EOF. */
const isClosed = (code: string): boolean => code === 'EPIPE' || code === 'EOF'

/** Code of a system error: ENOENT, EACCES; empty for anything else. */
export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

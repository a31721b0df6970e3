import { readFileSync, readSync, type Stats, statSync } from 'node:fs'
import { defaultLimits } from '@jiannuo/files'
import { granted, type Problem, refused, type Result } from '@jiannuo/kernel'
import { codeOf } from '../output.ts'
import { cliProblem } from '../cli-problem.ts'

/** The name by which the standard input is given. */
export const STANDARD_INPUT = '-'

/** What a file is called in a message. */
export const nameOf = (path: string): string => (path === STANDARD_INPUT ? '标准输入' : path)

/** The bytes of a file, or of the standard input for `-`. A file beyond the size limit is refused before it is read. */
export async function loadBytes(path: string): Promise<Result<Uint8Array>> {
  try {
    if (path === STANDARD_INPUT) return granted(await readStandardInput())
    const stats = statSync(path)
    if (stats.isDirectory()) return refused(cliProblem('cli/not-a-file', { name: path }))
    if (stats.size > defaultLimits.fileBytes) return refused(tooLarge(path, stats.size))
    return granted(bytesOf(readFileSync(path)))
  } catch (error) {
    return refused(accessProblem(path, error))
  }
}

/** What is known of a path without reading it. */
export function describePath(path: string): Result<Stats> {
  try {
    return granted(statSync(path))
  } catch (error) {
    return refused(accessProblem(path, error))
  }
}

/** A system error in words that say what to do. */
export function accessProblem(path: string, error: unknown): Problem {
  const name = nameOf(path)
  const code = codeOf(error)
  if (code === 'ENOENT' || code === 'ENOTDIR') return cliProblem('cli/not-found', { name })
  if (code === 'EACCES' || code === 'EPERM') return cliProblem('cli/no-permission', { name })
  return cliProblem('cli/unreadable', { name, reason: code === '' ? String(error) : code })
}

const megabytes = (bytes: number): string => `${Number((bytes / 1024 / 1024).toFixed(1))} MB`

function tooLarge(name: string, size: number): Problem {
  const params = { name, size: megabytes(size), limit: megabytes(defaultLimits.fileBytes) }
  return { code: 'files/too-large', severity: 'error', params }
}

/** Reads until the end, or until there is more than any file may have: an endless stream must not fill the memory. */
async function readStandardInput(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  const take = (chunk: Uint8Array): boolean => {
    chunks.push(chunk)
    size += chunk.length
    return size <= defaultLimits.fileBytes
  }
  try {
    for (let more = true; more; ) {
      const buffer = new Uint8Array(1 << 16)
      const read = readSync(0, buffer, 0, buffer.length, null)
      if (read === 0) break
      more = take(buffer.subarray(0, read))
    }
  } catch (error) {
    const code = codeOf(error)
    // EOF is how Windows ends a pipe; EAGAIN is a pipe that does not block, for which the stream knows how to wait.
    if (code !== 'EOF' && code !== 'EAGAIN') throw error
    if (code === 'EAGAIN') for await (const chunk of process.stdin) if (!take(bytesOf(Buffer.from(chunk)))) break
  }
  return joined(chunks, size)
}

function joined(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}

/** The same bytes without Node's own class around them. */
const bytesOf = ({ buffer, byteOffset, byteLength }: Buffer): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength)

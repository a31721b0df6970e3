import { refused, type Result } from '@jiannuo/kernel'
import { serverProblem } from './handler.ts'

const MB = 1024 * 1024
const inWords = (bytes: number): string => `${Math.round((bytes / MB) * 10) / 10} MB`

/**
 * Reads a body as it comes and stops as soon as it is too large.
 *
 * @param limit bytes
 * @returns the bytes, or `server/too-large`
 */
export async function readBody(request: Request, limit: number): Promise<Result<Uint8Array>> {
  const tooLarge = refused(serverProblem('server/too-large', { limit: inWords(limit) }))
  const declared = Number(request.headers.get('content-length') ?? 0)
  if (declared > limit) return tooLarge
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of request.body ?? []) {
    size += part.length
    if (size > limit) return tooLarge
    parts.push(part)
  }
  return { ok: true, value: Buffer.concat(parts, size) }
}

const JSON_TYPE = 'application/json'

/**
 * Reads a body of JSON.
 *
 * @returns what it holds, or `server/bad-media`, `server/bad-json`, `server/too-large`
 */
export async function readJson(request: Request, limit: number): Promise<Result<unknown>> {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? ''
  if (type !== JSON_TYPE)
    return refused(serverProblem('server/bad-media', { got: type.slice(0, 80), wanted: JSON_TYPE }))
  const bytes = await readBody(request, limit)
  if (!bytes.ok) return bytes
  try {
    return { ok: true, value: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes.value)) }
  } catch (error) {
    const at = error instanceof Error ? (/position (\d+)/.exec(error.message)?.[1] ?? '0') : '0'
    return refused(serverProblem('server/bad-json', { at }))
  }
}

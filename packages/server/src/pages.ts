import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import type { AppContext } from './http/app.ts'
import { notBuilt } from './wording.zh.ts'

/** The built pages: where they lie. */
export interface Pages {
  readonly folder: string
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.json': 'application/json',
  '.woff2': 'font/woff2',
  '.map': 'application/json',
}

/** Files under this folder have their content's hash in the name. */
const HASHED = `${sep}assets${sep}`
const NONCE = '__CSP_NONCE__'

/** A file of the pages; the page itself for every other address, so that a link into the office opens it. */
export async function servePage(c: AppContext, { folder }: Pages): Promise<Response> {
  const asked = normalize(join(folder, decodePath(c.req.path)))
  const inside = asked.startsWith(folder + sep) && TYPES[extname(asked)] !== undefined && !asked.endsWith('index.html')
  const bytes = inside ? await readFile(asked).catch(() => undefined) : undefined
  if (bytes !== undefined) {
    const cache = asked.includes(HASHED) ? 'public, max-age=31536000, immutable' : 'no-cache'
    return c.body(Uint8Array.from(bytes).buffer, 200, {
      'content-type': TYPES[extname(asked)] ?? 'application/octet-stream',
      'cache-control': cache,
    })
  }
  if (inside && asked.includes(HASHED)) return c.text('', 404)
  const page = await readFile(join(folder, 'index.html'), 'utf8').catch(() => undefined)
  if (page === undefined) return c.text(`${notBuilt}\n`, 503)
  return c.html(page.replaceAll(NONCE, c.get('nonce')), 200, { 'cache-control': 'no-store' })
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path).replaceAll('\0', '')
  } catch {
    return '/'
  }
}

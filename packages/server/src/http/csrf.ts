import { createHmac, timingSafeEqual } from 'node:crypto'

/** The token that changes of a session must carry: only pages of this office can read it. */
export const csrfOf = (secret: string, sessionToken: string): string =>
  createHmac('sha256', `csrf:${secret}`).update(sessionToken).digest('base64url')

/** Compares without telling by its time how far two texts agree. */
export function sameText(a: string, b: string): boolean {
  const [x, y] = [Buffer.from(a), Buffer.from(b)]
  return x.length === y.length && timingSafeEqual(x, y)
}

/** Whether a browser says that a request comes from another site. Programs say nothing, and carry no cookie by themselves. */
export function isCrossSite(headers: Headers, own: string): boolean {
  const site = headers.get('sec-fetch-site')
  if (site !== null && site !== 'same-origin' && site !== 'none') return true
  const origin = headers.get('origin')
  if (origin === null || site === 'same-origin') return false
  const host = headers.get('host')
  return origin !== own && (host === null || URL.parse(origin)?.host !== host)
}

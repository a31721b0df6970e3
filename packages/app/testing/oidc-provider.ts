import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'

/** A provider of single sign-on on the loopback, with its person already in front of it. */
export interface TestProvider {
  readonly discoveryUrl: string
  readonly clientId: string
  readonly clientSecret: string
  /** What the person's browser brings back from an address that sign-in sent it to. */
  readonly approve: (url: string, claims: Readonly<Record<string, unknown>>) => string
  /** Changes what the next identity token claims, to see it refused. */
  readonly forge: (claims: Readonly<Record<string, unknown>>) => void
  readonly close: () => Promise<void>
}

interface Grant {
  readonly claims: Readonly<Record<string, unknown>>
  readonly nonce: string | null
  readonly challenge: string | null
  readonly redirect: string | null
}

const CLIENT = { clientId: 'jiannuo', clientSecret: 'a secret of the loopback' }

/** Starts the provider: discovery, keys, token with PKCE and client secret, user info. */
export async function startProvider(): Promise<TestProvider> {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const grants = new Map<string, Grant>()
  const people = new Map<string, Readonly<Record<string, unknown>>>()
  let forged: Readonly<Record<string, unknown>> = {}
  let issuer = ''

  const idToken = (claims: object): string => {
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
    const text = `${part({ alg: 'ES256', kid: 'k1', typ: 'JWT' })}.${part(claims)}`
    return `${text}.${sign('sha256', Buffer.from(text), { key: privateKey, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`
  }

  function token(form: URLSearchParams, authorization: string): object | undefined {
    const grant = grants.get(form.get('code') ?? '')
    grants.delete(form.get('code') ?? '')
    const basic = `Basic ${Buffer.from(`${CLIENT.clientId}:${CLIENT.clientSecret}`).toString('base64')}`
    const known = form.get('client_secret') === CLIENT.clientSecret || authorization === basic
    const proof = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url')
    if (grant === undefined || !known || proof !== grant.challenge || form.get('redirect_uri') !== grant.redirect)
      return undefined
    const access = randomBytes(12).toString('hex')
    people.set(access, grant.claims)
    const now = Math.floor(Date.now() / 1000)
    const base = {
      iss: issuer,
      aud: CLIENT.clientId,
      iat: now,
      exp: now + 60,
      nonce: grant.nonce,
      sub: grant.claims.sub,
    }
    return { token_type: 'Bearer', access_token: access, expires_in: 60, id_token: idToken({ ...base, ...forged }) }
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(Buffer.from(chunk))
    const body = respond(request, new URLSearchParams(Buffer.concat(chunks).toString()))
    response.writeHead(body === undefined ? 400 : 200, { 'content-type': 'application/json' })
    response.end(JSON.stringify(body ?? { error: 'invalid_request' }))
  }

  function respond(request: IncomingMessage, form: URLSearchParams): object | undefined {
    const authorization = request.headers.authorization ?? ''
    switch (request.url ?? '') {
      case '/.well-known/openid-configuration':
        return {
          issuer,
          authorization_endpoint: `${issuer}/authorize`,
          token_endpoint: `${issuer}/token`,
          userinfo_endpoint: `${issuer}/userinfo`,
          jwks_uri: `${issuer}/jwks`,
          id_token_signing_alg_values_supported: ['ES256'],
        }
      case '/jwks':
        return { keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'k1', alg: 'ES256', use: 'sig' }] }
      case '/token':
        return token(form, authorization)
      case '/userinfo':
        return people.get(authorization.replace('Bearer ', ''))
      default:
        return undefined
    }
  }

  const server = createServer((request, response) => void answer(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  issuer = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`
  return {
    ...CLIENT,
    discoveryUrl: `${issuer}/.well-known/openid-configuration`,
    approve: (url, claims) => {
      const asked = new URL(url).searchParams
      const code = randomBytes(12).toString('hex')
      const challenge = asked.get('code_challenge')
      grants.set(code, { claims, nonce: asked.get('nonce'), challenge, redirect: asked.get('redirect_uri') })
      return new URLSearchParams({ code, state: asked.get('state') ?? '' }).toString()
    },
    forge: (claims) => {
      forged = claims
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

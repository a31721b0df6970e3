import { type EndpointName, paths } from '@jiannuo/contract'
import { type RouteSpec, routes } from '@jiannuo/contract/schemas'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openApiDocument } from './openapi.ts'
import { codeIn, testServer } from '../testing/kit.ts'

interface Endpoint {
  readonly name: string
  readonly method: string
  readonly path: string
  readonly spec: RouteSpec
}

const table: Readonly<Record<EndpointName, RouteSpec>> = routes
const endpoints: readonly Endpoint[] = (Object.keys(paths) as EndpointName[]).map((name) => {
  const [method, path] = paths[name]
  return { name, method, path: path.replace(/\{\w+\}/g, 'some-id'), spec: table[name] }
})
const closed = endpoints.filter(({ spec }) => spec.access !== 'public')
const changing = closed.filter(({ method }) => method !== 'GET')

describe('the access matrix', () => {
  it('V5 nobody: every endpoint but the public ones is 401', async () => {
    const { browser } = await testServer()
    for (const { method, path } of closed)
      expect([path, (await browser().send(method, path)).status]).toEqual([path, 401])
  })

  it('V7 every change without a token, and with a forged one, is 403', async () => {
    const { as } = await testServer()
    const one = await as('lantai-admin')
    for (const { method, path } of changing)
      for (const token of ['', 'forged'])
        expect([path, await codeIn(await one.send(method, path, { headers: { 'x-csrf-token': token } }))]).toEqual([
          path,
          'server/bad-csrf',
        ])
  })

  it('V2 V3 every body that is none of its own is refused with its code', async () => {
    const { as } = await testServer({ uploadBytes: 100 })
    const one = await as('lantai-admin')
    for (const { name, method, path, spec } of changing) {
      if (spec.body !== undefined) {
        const send = (body: string) => one.send(method, path, { body, headers: { 'content-type': 'application/json' } })
        expect([name, await codeIn(await send('{'))]).toEqual([name, 'server/bad-json'])
        expect([name, (await send(`"${'x'.repeat(1_100_000)}"`)).status]).toEqual([name, 413])
      }
      if (spec.upload === true)
        expect([name, (await one.upload(`${path}?name=a.txt`, new Uint8Array(300))).status]).toEqual([name, 413])
    }
  })

  it('V16 who administers, who audits: everybody else is refused', async () => {
    const { as } = await testServer()
    const people = {
      leader: await as('lantai-leader-1'),
      clerk: await as('lantai-education-a'),
      supervisor: await as('lantai-supervisor-1'),
    }
    const admin = await as('lantai-admin')
    const seen: string[] = []
    for (const [who, one] of Object.entries(people)) {
      expect([
        who,
        (await one.post('/api/organisation/units', { name: '某单位', kind: 'department', parent: 'lantai' })).status,
      ]).toEqual([who, 403])
      expect([who, (await one.get('/api/log')).status]).toEqual([who, 403])
      const { people: listed } = (await (await one.get('/api/organisation')).json()) as { people: unknown[] }
      seen.push(`${who} ${listed.length}`)
    }
    expect(seen).toEqual(['leader 0', 'clerk 0', 'supervisor 0'])
    const { people: all } = (await (await admin.get('/api/organisation')).json()) as { people: unknown[] }
    expect(all.length).toBeGreaterThan(20)
  })

  it('V1 V4 the description names every endpoint once, with its schemas', () => {
    const document = openApiDocument('1') as {
      openapi: string
      paths: Record<string, Record<string, { operationId: string; responses: object }>>
    }
    expect(document.openapi).toBe('3.1.0')
    const operations = Object.values(document.paths).flatMap((item) => Object.values(item))
    const ids = operations.map(({ operationId }) => operationId)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.toSorted()).toEqual([...Object.keys(paths), 'events'].toSorted())
    expect(JSON.stringify(document)).not.toContain('undefined')
  })

  it('V2 nothing that is sent in makes an answer of 5xx', async () => {
    const { as } = await testServer({ callsPerSecond: 1_000_000 })
    const browsers = [await as('lantai-supervisor-1'), await as('lantai-admin'), await as('lantai-education-a')]
    const odd = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.constantFrom('\0', '../..', "'; drop table log; --", '１２', '9'.repeat(400), '%00'),
    )
    const call = fc.record({
      who: fc.nat(2),
      endpoint: fc.constantFrom(
        ...endpoints.filter(
          ({ name }) =>
            !['signOut', 'signIn', 'secondFactor', 'changePassword', 'resetPassword', 'closeUnit', 'endPost'].includes(
              name,
            ),
        ),
      ),
      id: odd,
      query: fc.dictionary(
        fc.constantFrom(
          'year',
          'light',
          'q',
          'after',
          'limit',
          'period',
          'month',
          'address',
          'a',
          'b',
          'plan',
          'report',
          'before',
          'stream',
          'name',
          'counter',
          'lead',
          'facet',
          'state',
          'columns',
        ),
        odd,
        { maxKeys: 4 },
      ),
      body: fc.oneof(
        fc.json({ maxDepth: 3 }),
        fc.object({ maxDepth: 2 }).map((value) => JSON.stringify(value) ?? '{}'),
      ),
    })
    const runs = Number(process.env['JIANNUO_FUZZ'] ?? 250)
    const seed = Number(process.env['JIANNUO_SEED'] ?? 7)
    console.log(`fuzz: ${runs} requests, seed ${seed}`)
    await fc.assert(
      fc.asyncProperty(call, async ({ who, endpoint, id, query, body }) => {
        const path = endpoint.path.replaceAll('some-id', encodeURIComponent(id.toWellFormed()) || 'x')
        const search = new URLSearchParams()
        for (const [key, value] of Object.entries(query)) search.set(key, value.toWellFormed())
        const init =
          endpoint.method === 'GET'
            ? {}
            : {
                body,
                headers: {
                  'content-type': endpoint.spec.upload === true ? 'application/octet-stream' : 'application/json',
                },
              }
        const response = await browsers[who]!.send(endpoint.method, `${path}?${search}`, init)
        expect([endpoint.name, response.status, response.status >= 500 ? await response.text() : '']).toEqual([
          endpoint.name,
          response.status < 500 ? response.status : 0,
          '',
        ])
      }),
      { numRuns: runs, seed, endOnFailure: true },
    )
  }, 600_000)
})

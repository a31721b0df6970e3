import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { Buckets } from './http/buckets.ts'
import { readSettings } from './settings.ts'
import { codeIn, testServer } from '../testing/kit.ts'

describe('safety', () => {
  it('V10 V20 headers, pages and nonces', async () => {
    const { app, folder } = await testServer()
    mkdirSync(join(folder, 'pages', 'assets'), { recursive: true })
    writeFileSync(
      join(folder, 'pages', 'index.html'),
      '<meta name="csp-nonce" content="__CSP_NONCE__"><div id="root"></div>',
    )
    writeFileSync(join(folder, 'pages', 'assets', 'a-1f2e.js'), 'export {}')
    const nonces = new Set<string>()
    for (const path of ['/', '/ledger/x', '/no/such.page']) {
      const response = await app.request(path)
      const policy = response.headers.get('content-security-policy') ?? ''
      const [, nonce = ''] = /'nonce-([^']+)'/.exec(policy) ?? []
      nonces.add(nonce)
      expect(await response.text()).toContain(`content="${nonce}"`)
      expect(policy).toContain("default-src 'none'")
      expect(policy).toContain("frame-ancestors 'none'")
      expect(policy).not.toContain('unsafe-eval')
      expect(policy).not.toMatch(/script-src[^;]*unsafe/)
      expect(response.headers.get('cache-control')).toBe('no-store')
      expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    }
    expect(nonces.size).toBe(3)
    const script = await app.request('/assets/a-1f2e.js')
    expect([script.status, script.headers.get('cache-control')]).toEqual([200, 'public, max-age=31536000, immutable'])
    for (const path of ['/assets/../../server-secret', '/%2e%2e/server-secret', '/assets/none-00.js', '/assets/%00.js'])
      expect(await (await app.request(path)).text()).not.toMatch(/^[\w-]{40,}/)
    expect((await app.request('/assets/none-00.js')).status).toBe(404)
  })

  it('V11 calls are limited, and told how long to wait', async () => {
    let now = 0
    const buckets = new Buckets({ burst: 2, perSecond: 0.5 }, () => now)
    expect([buckets.take('a'), buckets.take('a'), buckets.take('a'), buckets.take('b')]).toEqual([0, 0, 2, 0])
    now = 2000
    expect([buckets.take('a'), buckets.take('a')]).toEqual([0, 2])
    const { browser } = await testServer()
    const one = browser()
    const tries = await Promise.all(
      Array.from({ length: 14 }, () => one.post('/api/session', { name: 'nobody', password: 'x' })),
    )
    const stopped = tries.find(({ status }) => status === 429)
    expect(stopped?.headers.get('retry-after')).toMatch(/^\d+$/)
    expect(tries.some(({ status }) => status === 401)).toBe(true)
  })

  it('V12 nothing personal is noted down', async () => {
    const lines: string[] = []
    const { parts, as } = await testServer()
    const note = (facts: object): void => void lines.push(JSON.stringify(facts))
    Object.assign(parts.log, { info: note, error: note })
    const one = await as('lantai-leader-1')
    await one.get('/api/search?q=%E9%87%91%E5%AE%B6')
    await one.get('/api/commitments/0mkvw3340d43d29dab0a')
    const all = lines.join('\n')
    for (const hidden of ['lantai-leader-1', 'q=', '0mkvw', '陈宁朗', one.cookie.slice(-20), 'search?'])
      expect(all).not.toContain(hidden)
    expect(all).toContain('/api/commitments/{id}')
  })

  it('V13 metrics for this machine alone', async () => {
    const { app } = await testServer()
    await app.request('/api/health')
    const text = await (await app.request('/metrics')).text()
    expect(text).toMatch(/jiannuo_requests_total\{method="GET",route="\/api\/health",status="200"\} 1/)
    const proxied = await testServer({ trustProxy: true })
    expect((await proxied.app.request('/metrics', { headers: { 'x-forwarded-for': '192.0.2.7' } })).status).toBe(404)
  })

  it('V3 bodies: no type, no JSON, too large', async () => {
    const { as } = await testServer({ uploadBytes: 1000 })
    const one = await as('lantai-supervisor-1')
    const raw = (body: string, type: string) =>
      one.send('POST', '/api/commitments/bulk', { body, headers: { 'content-type': type } })
    expect(await codeIn(await raw('{}', 'text/plain'))).toBe('server/bad-media')
    expect(await codeIn(await raw('{"ids": [', 'application/json'))).toBe('server/bad-json')
    expect(await codeIn(await raw('{"ids": 7}', 'application/json'))).toBe('server/bad-input')
    expect(await codeIn(await raw(`"${'x'.repeat(2_000_000)}"`, 'application/json'))).toBe('server/too-large')
    const file = await one.upload('/api/documents?name=a.txt', new Uint8Array(5000))
    expect([file.status, await codeIn(file)]).toEqual([413, 'server/too-large'])
    expect(await codeIn(await one.upload('/api/documents?name=a.txt', new Uint8Array(0)))).toBe('server/no-body')
  })

  it('V15 settings are refused all at once, without showing the secret', () => {
    const refused = readSettings({
      PORT: '99999',
      JIANNUO_BASE_URL: 'office',
      JIANNUO_SECRET: 'short',
      JIANNUO_LOG: 'loud',
    })
    const problems = refused.ok ? [] : refused.problems
    expect(problems.map(({ params }) => params?.['name'])).toEqual([
      'PORT',
      'JIANNUO_BASE_URL',
      'JIANNUO_SECRET',
      'JIANNUO_LOG',
    ])
    expect(JSON.stringify(problems)).not.toContain('short')
    const good = readSettings({ PORT: '0', HOST: '::1' })
    expect(good.ok && [good.value.port, good.value.baseUrl]).toEqual([0, 'http://[::1]:0'])
  })
})

import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { connect, createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Result } from '@jiannuo/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from './connection.ts'
import { openEmbedded } from './embedded.ts'
import { statusEmbedded } from './launcher/launcher.ts'
import { openServer } from './server.ts'

const parent = mkdtempSync(join(tmpdir(), 'jiannuo-server-'))
let embedded: Database
let host = ''
beforeAll(async () => {
  embedded = must(await openEmbedded(join(parent, 'data')))
  await embedded.transaction('owner', {}, (session) =>
    session.run('create role jiannuo_app login; create role clerk login in role jiannuo_app'),
  )
  host = statusEmbedded(join(parent, 'data')).place?.host ?? ''
}, 60_000)
afterAll(async () => {
  await embedded.close()
  rmSync(parent, { recursive: true, force: true })
}, 60_000)

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.value
}

const url = (user: string, at = host) => `postgres://${user}@${encodeURIComponent(at)}/jiannuo`
const whoAmI = async (db: Database) =>
  (await db.once<{ name: string }>('app', {}, 'select current_user::text as name')).rows[0]?.name

describe('a server by its address', () => {
  it('S25 takes on the role of the application where it has one login, and says so', async () => {
    // The owner has made the role, but since Postgres 16 has not taken it on by that.
    const db = must(await openServer(url('jiannuo_owner')))
    expect(db).toMatchObject({ engine: 'server', notices: [{ code: 'store/app-set-role', severity: 'note' }] })
    expect(db.version).toMatch(/^\d+\.\d+$/)
    expect(await whoAmI(db)).toBe('jiannuo_app')
    await db.close()
  })

  it('S25 uses the application’s own login where there is one, and says so', async () => {
    const db = must(await openServer(url('jiannuo_owner'), { appUrl: url('clerk') }))
    expect(db.notices).toEqual([{ code: 'store/app-login', severity: 'note', params: { user: 'clerk' } }])
    expect(await whoAmI(db)).toBe('clerk')
    await db.close()
  })

  it('S25 refuses an application that policies do not bind', async () => {
    expect(await openServer(url('jiannuo_owner'), { appUrl: url('postgres') })).toMatchObject({
      ok: false,
      problems: [{ code: 'store/app-too-powerful', params: { user: 'postgres' } }],
    })
  })

  it.each(['', 'localhost/x', 'mysql://a@b/c', 'postgres//a'])('S25 refuses what is no address: %o', async (bad) => {
    expect(await openServer(bad)).toMatchObject({ ok: false, problems: [{ code: 'store/bad-url' }] })
  })

  it('S25 that cannot be reached is refused by its host, without the password', async () => {
    const refused = await openServer(`postgres://anna:secret-word@${encodeURIComponent(join(parent, 'none'))}:5433/x`)
    expect(refused).toMatchObject({ ok: false, problems: [{ code: 'store/server-unreachable' }] })
    expect(JSON.stringify(refused)).not.toContain('secret-word')
  })

  it('S25 older than 15 is refused by its version', async () => {
    const folder = join(parent, 'old')
    mkdirSync(folder)
    const server = await listen(folder, answerAsOld)
    const refused = await openServer(url('anna', folder))
    server.close()
    expect(refused).toMatchObject({
      ok: false,
      problems: [{ code: 'store/server-too-old', params: { found: '14.12' } }],
    })
  })
})

describe('flights to the server', () => {
  it('S26 once is one: nothing is answered before begin, statement and commit are all there', async () => {
    const { db, hold, stop } = await throughProxy()
    await db.once('app', {}, 'select 1')
    hold('commit')
    const { rows } = await db.once(
      'app',
      { 'jiannuo.person': '甲' },
      `select current_setting('jiannuo.person') as person`,
      [],
    )
    expect(rows).toEqual([{ person: '甲' }])
    hold('commit')
    await expect(db.once('app', {}, 'select 1 / $1::int8', [0], { name: 'over' })).rejects.toMatchObject({
      state: '22012',
    })
    await db.close()
    stop()
  })

  it('S26 a transaction opens with its first statement', async () => {
    const { db, hold, stop } = await throughProxy()
    await db.once('app', {}, 'select 1')
    hold('first_statement')
    const rows = await db.transaction(
      'app',
      {},
      async (session) => (await session.query('select 1 as first_statement')).rows,
    )
    expect(rows).toEqual([{ first_statement: 1 }])
    await db.close()
    stop()
  })
})

const listen = (folder: string, answer: (socket: Socket) => void): Promise<Server> =>
  new Promise((resolve) => {
    const server = createServer(answer).listen(join(folder, '.s.PGSQL.5432'), () => resolve(server))
  })

/** The embedded server behind a proxy that can hold its answers back until the client has sent a certain word. */
async function throughProxy() {
  const folder = mkdtempSync(join(parent, 'proxy-'))
  let word = ''
  const proxy = await listen(folder, (client) => {
    const server = connect(join(host, '.s.PGSQL.5432'))
    let held: Buffer[] = []
    let sent = ''
    client.on('data', (data) => {
      server.write(data)
      sent = word === '' ? '' : sent + data.toString('latin1')
      if (word === '' || !sent.includes(word)) return
      word = ''
      for (const answer of held) client.write(answer)
      held = []
    })
    server.on('data', (data) => (word === '' ? client.write(data) : held.push(data)))
    client.on('close', () => server.destroy())
    server.on('close', () => client.destroy())
    for (const socket of [client, server]) socket.on('error', () => {})
  })
  const db = must(await openServer(url('jiannuo_owner', folder), { poolSize: 1 }))
  return {
    db,
    hold: (until: string) => {
      word = until
    },
    stop: () => proxy.close(),
  }
}

/** Speaks as much of the protocol as tells its version: 14.12. */
function answerAsOld(socket: Socket): void {
  const message = (type: string, ...parts: readonly (string | number[])[]) => {
    const body = Buffer.concat(parts.map((part) => Buffer.from(part)))
    const head = Buffer.alloc(5)
    head.write(type)
    head.writeInt32BE(body.length + 4, 1)
    return Buffer.concat([head, body])
  }
  const ready = message('Z', 'I')
  const column = (name: string, type: number): (string | number[])[] => [
    name,
    [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, type, 0, 4, 255, 255, 255, 255, 0, 0],
  ]
  socket.once('data', () => {
    socket.write(Buffer.concat([message('R', [0, 0, 0, 0]), ready]))
    socket.once('data', () => {
      const names = message('T', [0, 2], ...column('number', 23), ...column('version', 25))
      const row = message('D', [0, 2], [0, 0, 0, 6], '140012', [0, 0, 0, 5], '14.12')
      socket.write(Buffer.concat([names, row, message('C', 'SELECT 1\0'), ready]))
    })
  })
  socket.on('error', () => {})
}

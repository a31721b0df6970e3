import { readFileSync } from 'node:fs'
import { addUnit, furnishStore, type Session, sessionOf, wasQuiet } from '@jiannuo/app'
import { ordinaryOffice } from '@jiannuo/engine'
import { granted, type Result } from '@jiannuo/kernel'
import { describe, expect, it } from 'vitest'
import { answerOf, type Browser, testServer } from '../../testing/kit.ts'
import { type Asked, KeptAnswers } from './kept.ts'

const PLAN = new URL('../../../../examples/lantai-2026-plan.txt', import.meta.url)
const LIST = '/api/commitments?year=2026&limit=50'
let keys = 0

type Server = Awaited<ReturnType<typeof testServer>>

/** The plan of 2026 with one commitment of the education department and one of the health department. */
async function begin() {
  const server = await testServer({}, '2026-01-27 09:00')
  const supervisor = await server.as('lantai-supervisor-1')
  const upload = supervisor.upload('/api/documents?name=plan.txt&own=true', readFileSync(PLAN))
  const { row } = await answerOf('importDocument', upload)
  const { proposals } = await answerOf('document', supervisor.get(`/api/documents/${row.id}`))
  const items = proposals.slice(0, 2).map(({ item }) => item)
  const units = ['lantai-education', 'lantai-health']
  const made: string[] = []
  for (const [at, item] of items.entries()) {
    const body = { decide: 'confirm', items: [item], corrections: { [item]: { leadUnit: units[at] } } }
    const done = await answerOf('decide', supervisor.post(`/api/documents/${row.id}/decisions`, body))
    made.push(done.commitments[item] ?? '')
  }
  return { ...server, supervisor, made }
}

const session = async ({ office }: Server, person: string): Promise<Session> => {
  const made = await sessionOf(office, 'lantai', person)
  if (!made.ok) throw new Error(person)
  return made.value
}

/** Answers of a server's office, with every making counted. */
function counting({ office }: Server, bounds?: ConstructorParameters<typeof KeptAnswers>[1]) {
  const kept = new KeptAnswers(office, bounds)
  let made = 0
  const make = (): Promise<Result<string>> => Promise.resolve(granted(`answer ${++made}`))
  const ask = async (who: Session, more: Partial<Asked> = {}, how = make): Promise<string> => {
    const answer = await kept.answer(
      who,
      { name: 'overview', kept: { who: 'posts', until: 'anything' }, input: {}, ...more },
      how,
    )
    return answer.ok ? answer.value : 'refused'
  }
  return { kept, ask, made: () => made }
}

describe('kept answers', () => {
  it('V19 are good until something is written, whoever writes it', async () => {
    const server = await testServer()
    const { ask, made } = counting(server)
    const leader = await session(server, 'lantai-leader-1')
    expect([await ask(leader), await ask(leader)]).toEqual(['answer 1', 'answer 1'])
    // Another process of the office: it shares the database and nothing else.
    const other = await furnishStore(server.office.store, { calendar: ordinaryOffice, now: server.clock.now })
    if (!other.ok) throw new Error('no office')
    const administrator = await sessionOf(other.value, 'lantai', 'lantai-admin')
    if (!administrator.ok) throw new Error('no administrator')
    const unit = { id: 'lantai-new', name: '新单位', kind: 'department', parent: 'lantai' } as const
    expect((await addUnit(other.value, administrator.value, unit)).ok).toBe(true)
    expect(await ask(leader)).toBe('answer 2')
    expect(await Promise.all(Array.from({ length: 5 }, () => ask(leader)))).toEqual(Array(5).fill('answer 2'))
    server.clock.pass(1)
    expect([await ask(leader), made()]).toEqual(['answer 3', 3])
  })

  it('V19 about records outlast what concerns none of them, and nothing that does', async () => {
    const server = await begin()
    const { supervisor, made } = server
    const { ask } = counting(server)
    const leader = await session(server, 'lantai-leader-1')
    const [first = '', second = ''] = made
    const named = { kept: { who: 'posts', until: 'named' } } as const
    let answers = 0
    const about = async () => {
      // While anybody is writing, nothing is taken to be unchanged.
      while (!wasQuiet(await server.office.store.mark('lantai'))) await new Promise((resolve) => setTimeout(resolve, 5))
      return ask(leader, named, () => Promise.resolve(granted(JSON.stringify([first, ++answers]))))
    }
    const begun = await about()
    const clerk = await server.as('lantai-education-a')
    expect(await about()).toBe(begun)
    const done = await supervisor.post(`/api/records/${second}/actions/issue`, { input: {}, key: 'named-issue-2' })
    expect([done.status, await about()]).toEqual([200, begun])
    const mine = await supervisor.post(`/api/records/${first}/actions/issue`, { input: {}, key: 'named-issue-1' })
    expect([mine.status, await about()]).toEqual([200, JSON.stringify([first, 2])])
    const administrator = await server.as('lantai-admin')
    const unit = { id: 'lantai-late', name: '新单位', kind: 'department', parent: 'lantai' }
    expect((await administrator.post('/api/organisation/units', unit)).status).toBe(200)
    expect(await about()).toBe(JSON.stringify([first, 3]))
    const opened = await clerk.post('/api/returns', { commitment: first, period: '2026-01' })
    expect([opened.status, await about()]).toEqual([200, JSON.stringify([first, 4])])
  })

  it('V19 are for the same posts, input and endpoint, or for one person', async () => {
    const server = await testServer()
    const { ask } = counting(server)
    const [first, second] = [await session(server, 'lantai-supervisor-1'), await session(server, 'lantai-supervisor-2')]
    const [clerk, leader] = [await session(server, 'lantai-education-a'), await session(server, 'lantai-leader-1')]
    expect([await ask(first), await ask(second), await ask(clerk), await ask(leader)]).toEqual([
      'answer 1',
      'answer 1',
      'answer 2',
      'answer 3',
    ])
    expect([await ask(first, { input: { year: 1 } }), await ask(first, { name: 'commitments' })]).toEqual([
      'answer 4',
      'answer 5',
    ])
    const own = { kept: { who: 'person', until: 'anything' } } as const
    expect([await ask(first, own), await ask(second, own), await ask(first, own)]).toEqual([
      'answer 6',
      'answer 7',
      'answer 6',
    ])
    const without = { ...first, posts: first.posts.slice(1) }
    expect(await ask(without)).toBe('answer 8')
  })

  it('V19 hold nothing that was refused or failed, and not more than they may', async () => {
    const server = await testServer()
    const { ask, kept } = counting(server, { answers: 3, characters: 40 })
    const leader = await session(server, 'lantai-leader-1')
    const refusing = (): Promise<Result<string>> => Promise.resolve({ ok: false, problems: [] })
    expect([await ask(leader, {}, refusing), kept.size]).toEqual(['refused', 0])
    await expect(ask(leader, {}, () => Promise.reject(new Error('lost')))).rejects.toThrow('lost')
    expect(kept.size).toBe(0)
    for (let n = 0; n < 5; n++) await ask(leader, { input: { n } })
    expect(kept.size).toBe(3)
    await ask(leader, { input: { n: 'long' } }, () => Promise.resolve(granted('x'.repeat(39))))
    expect(kept.size).toBe(1)
  })
})

const lights = async (who: Browser): Promise<number> => (await answerOf('commitments', who.get(LIST))).total ?? -1

describe('the ledger over HTTP', () => {
  it('V19 shows everybody their own, and a change in the next answer', async () => {
    const server = await begin()
    const { supervisor, made } = server
    const [clerk, health] = [await server.as('lantai-education-a'), await server.as('lantai-education-c')]
    const [first = '', second = ''] = made
    const titles = async (who: Browser) => (await answerOf('commitments', who.get(LIST))).rows.map(({ id }) => id)
    for (let turn = 0; turn < 2; turn++) {
      expect((await titles(supervisor)).toSorted()).toEqual([...made].sort())
      expect(await titles(clerk)).toEqual([first])
      expect((await clerk.get(`/api/commitments/${first}`)).status).toBe(200)
      expect((await clerk.get(`/api/commitments/${second}`)).status).toBe(404)
      expect((await supervisor.get(`/api/commitments/${second}`)).status).toBe(200)
    }
    expect([await lights(supervisor), await lights(clerk), await lights(health)]).toEqual([2, 1, 1])
    const path = `/api/commitments/${first}`
    const before = await answerOf('commitment', supervisor.get(path))
    const open = before.record.actions.filter(({ allowed }) => allowed).map(({ action }) => action)
    expect(open).toContain('issue')
    const body = { input: {}, key: `kept-key-${++keys}`, seen: before.record.seq }
    expect((await supervisor.post(`/api/records/${first}/actions/issue`, body)).status).toBe(200)
    const after = await answerOf('commitment', supervisor.get(path))
    expect([after.row.seq > before.row.seq, after.row.state === before.row.state]).toEqual([true, false])
    expect((await answerOf('commitments', clerk.get(LIST))).rows[0]?.state).toBe(after.row.state)
  })

  it('V19 V25 refuses an ended session although the answer is at hand', async () => {
    const server = await begin()
    const [one, two] = [await server.as('lantai-education-a'), await server.as('lantai-education-a')]
    for (const who of [one, two]) expect((await who.get(LIST)).status).toBe(200)
    const cookie = one.cookie
    await one.send('DELETE', '/api/session')
    one.cookie = cookie
    expect([(await one.get(LIST)).status, (await two.get(LIST)).status]).toEqual([401, 200])
    const admin = await server.as('lantai-admin')
    expect((await admin.send('POST', '/api/organisation/people/lantai-education-a/password')).status).toBe(200)
    expect((await two.get(LIST)).status).toBe(401)
  })
})

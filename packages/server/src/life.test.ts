import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { answerOf, type Browser, codeIn, testServer } from '../testing/kit.ts'

const PLAN = 'lantai-2026-plan.txt'
/** Hours: sessions that outlast the test's leaps through the year. */
const YEAR = 9000
let keys = 0

/** The plan of 2026 taken in, and one of its targets (新增学位4500个) found among what it proposes. */
async function begin() {
  const server = await testServer({ idleMinutes: YEAR * 60, sessionHours: YEAR }, '2026-01-27 09:00')
  const { as, clock } = server
  const supervisor = await as('lantai-supervisor-1')
  const bytes = readFileSync(new URL(`../../../examples/${PLAN}`, import.meta.url))
  const taken = await answerOf('importDocument', supervisor.upload(`/api/documents?name=${PLAN}&own=true`, bytes))
  const again = await answerOf('importDocument', supervisor.upload(`/api/documents?name=${PLAN}&own=true`, bytes))
  const path = `/api/documents/${taken.row.id}`
  const read = await answerOf('document', supervisor.get(path))
  const seats = read.proposals.find(({ start }) => read.text.startsWith('4500个', start))
  return { ...server, clock, supervisor, taken, again, path, read, item: seats?.item ?? '' }
}

type Life = Awaited<ReturnType<typeof begin>>

const act = (who: Browser, record: string, action: string, input: object = {}, seen?: number) =>
  who.post(`/api/records/${record}/actions/${action}`, { input, key: `life-key-${++keys}`, seen })

/** Opens a month's return as a clerk, and sends it. */
async function report(clerk: Browser, commitment: string, period: string, value: number): Promise<string> {
  const { record } = await answerOf('openReturn', clerk.post('/api/returns', { commitment, period }))
  await answerOf('act', act(clerk, record, 'submit', { value, progress: `累计新增学位${value}个。` }))
  return record
}

describe('the whole way', () => {
  let life: Life
  let seats = ''
  let clerk: Browser
  let chief: Browser
  const detail = async (who: Browser) => answerOf('commitment', who.get(`/api/commitments/${seats}`))
  beforeAll(async () => {
    life = await begin()
    clerk = await life.as('lantai-education-a')
    chief = await life.as('lantai-education-c')
  }, 60_000)

  it('V17 a plan is taken in once, and what it proposes waits for a person', async () => {
    const { supervisor, taken, again, path, read, item } = life
    expect([taken.repeated, again.repeated, again.row.id]).toEqual([false, true, taken.row.id])
    expect(read.proposals.every(({ decision }) => decision === 'open')).toBe(true)
    expect((await answerOf('overview', supervisor.get('/api/overview'))).unconfirmed).toBe(read.proposals.length)
    const body = { decide: 'confirm', items: [item], corrections: { [item]: { leadUnit: 'lantai-education' } } }
    const decided = await answerOf('decide', supervisor.post(`${path}/decisions`, body))
    expect(decided).toMatchObject({ decided: 1, open: read.proposals.length - 1 })
    seats = decided.commitments[item] ?? ''
    expect(await codeIn(await clerk.post(`${path}/decisions`, body))).not.toBe('ok')
    const shown = await detail(supervisor)
    expect(shown.source).toMatchObject({ document: taken.row.id })
    expect(read.text.slice(shown.source?.start, shown.source?.end)).toBe(shown.source?.quote)
  })

  it('V17 given out and accepted; its parts cover it', async () => {
    const { supervisor, clock } = life
    clock.to('2026-01-28 09:00')
    const stranger = await life.as('lantai-housing-a')
    expect(await codeIn(await stranger.get(`/api/commitments/${seats}`))).toBe('app/no-record')
    await answerOf('act', act(supervisor, seats, 'issue'))
    expect(await answerOf('act', act(clerk, seats, 'accept'))).toMatchObject({ state: 'running' })
    expect((await detail(clerk)).row).toMatchObject({ lead: 'lantai-education', state: 'running' })
  })

  it('V17 reported, sent back, mended, approved; the light follows', async () => {
    const { supervisor, clock } = life
    clock.to('2026-02-26 10:00')
    const record = await report(clerk, seats, '2026-02', 500)
    expect((await detail(supervisor)).row.current).toBeUndefined()
    expect(await codeIn(await act(clerk, record, 'approve'))).not.toBe('ok')
    await answerOf('act', act(supervisor, record, 'sendBack', { reason: '请附证明。' }))
    const mine = await answerOf('returns', clerk.get('/api/returns?period=2026-02'))
    expect(mine.rows.find(({ id }) => id === record)).toMatchObject({ state: 'sentBack', reason: '请附证明。' })
    await answerOf('act', act(clerk, record, 'submit', { value: 520 }))
    await answerOf('act', act(supervisor, record, 'approve'))
    const shown = await detail(supervisor)
    expect(shown.row).toMatchObject({ current: 520, light: 'green', currentPeriod: '2026-02' })
    expect(shown.readings).toMatchObject([{ value: 520, used: true, sourceTitle: '月报' }])
    expect(shown.record.timeline.length).toBeGreaterThan(3)
  })

  it('V17 two at once: the second is refused and told who was first; a repeated key changes nothing', async () => {
    const { supervisor } = life
    const { seq } = (await detail(supervisor)).record
    const body = { input: { newValue: 4200, reason: '一所学校选址调整。' }, key: 'adjust-once-1', seen: seq }
    const path = `/api/records/${seats}/actions/requestAdjustment`
    await answerOf('act', chief.post(path, body))
    expect(await answerOf('act', chief.post(path, body))).toMatchObject({ repeated: true })
    const late = await chief.post(path, { ...body, key: 'adjust-once-2' })
    expect(late.status).toBe(409)
    expect(await late.text()).toContain((await answerOf('me', chief.get('/api/me'))).name)
  })

  it('V17 adjusted with approval, and what was promised stays to be read', async () => {
    const { supervisor } = life
    await answerOf('act', act(supervisor, seats, 'grantAdjustment', { approval: '区政府专题会议纪要〔2026〕9号' }))
    const shown = await detail(supervisor)
    expect([shown.row.value, shown.row.adjusted, shown.original?.target]).toEqual([4200, true, '4500个'])
  })

  it('V17 struck off by a second person, with evidence of every number', async () => {
    const { supervisor, as, clock } = life
    clock.to('2026-11-28 09:00')
    const record = await report(clerk, seats, '2026-11', 4230)
    await answerOf('act', act(supervisor, record, 'approve'))
    expect(await codeIn(await act(chief, seats, 'apply', { summary: '已完成。' }))).toBe('evidence-missing')
    const { numbers } = await detail(chief)
    const proof = numbers.map(({ item }) => ({ item, source: '教育事业统计年报', value: 4230 }))
    await answerOf('act', act(chief, seats, 'apply', { summary: '已完成。', proof }))
    await answerOf('act', act(supervisor, seats, 'review'))
    expect(await answerOf('act', act(supervisor, seats, 'strikeOff'))).toMatchObject({ state: 'struckOff' })
    const leader = await as('lantai-leader-1')
    expect(await answerOf('overview', leader.get('/api/overview'))).toMatchObject({ struckOff: 1, total: 1 })
  })

  it('V17 the split table goes out and comes back, the circular is printed', async () => {
    const { supervisor } = life
    const sheet = await supervisor.get('/api/split-table?year=2026')
    expect(sheet.headers.get('content-disposition')).toMatch(/^attachment; filename\*=UTF-8''/)
    const bytes = new Uint8Array(await sheet.arrayBuffer())
    const back = await answerOf('importSplit', supervisor.upload('/api/split-table', bytes))
    expect(back).toMatchObject({ rows: 1, differences: [], takeable: 0, taken: 0 })
    const printed = new Uint8Array(await (await supervisor.get('/api/circular?month=2026-11')).arrayBuffer())
    expect(String.fromCharCode(...printed.slice(0, 2))).toBe('PK')
  })

  it('V19 an overview is the same for the same posts until something changes, and another for others', async () => {
    const { as, supervisor, path, read } = life
    const [first, second] = [await as('lantai-supervisor-1'), await as('lantai-supervisor-2')]
    const seen = () => Promise.all([first, second].map((who) => answerOf('overview', who.get('/api/overview'))))
    const [one, two] = await seen()
    expect(one).toEqual(two)
    const other = read.proposals.find(({ decision, item }) => decision === 'open' && item !== life.item)?.item ?? ''
    const body = { decide: 'confirm', items: [other], corrections: { [other]: { leadUnit: 'lantai-health' } } }
    const { commitments } = await answerOf('decide', supervisor.post(`${path}/decisions`, body))
    await answerOf('act', act(supervisor, commitments[other] ?? '', 'issue'))
    expect((await seen()).map(({ total }) => total)).toEqual([2, 2])
    expect((await answerOf('overview', clerk.get('/api/overview'))).total).toBe(1)
  })
})

import { beforeAll, describe, expect, it } from 'vitest'
import { answerOf, type Browser, codeIn, testServer } from '../testing/kit.ts'
import { perform, sessionOf } from '@jiannuo/app'
import { openCase, valueOf } from '../../app/testing/kit.ts'

const SUPERVISOR = 'lantai-supervisor-1'
const TARGET = {
  title: '受理群众诉求不超过100件',
  year: 2026,
  due: '2026-12-31',
  leadUnit: 'lantai-urban',
  indicatorName: '受理诉求',
  kind: 'level',
  adding: 'increments',
  comparator: 'lte',
  value: 100,
  unit: '件',
  direction: 'down',
}

describe('figures to the ledger over HTTP', () => {
  let server: Awaited<ReturnType<typeof testServer>>
  let supervisor: Browser
  let record = ''
  let keys = 0
  const act = (who: Browser, action: string, input: object = {}) =>
    who.post(`/api/records/${record}/actions/${action}`, { input, key: `feed-key-${++keys}` })
  beforeAll(async () => {
    server = await testServer({}, '2026-03-02 09:00')
    const { office } = server
    const session = valueOf(await sessionOf(office, 'lantai', SUPERVISOR))
    const done = await perform(office, session, {
      machine: 'commitments',
      action: 'propose',
      input: TARGET,
      key: 'propose-1',
    })
    if (!done.ok) throw new Error(JSON.stringify(done.refusal))
    record = done.value.record
    const operator = valueOf(await sessionOf(office, 'lantai', 'lantai-operator-1'))
    const accept = async (_person: string, command: { readonly action: string; readonly input?: object }) => {
      const opened = await perform(office, operator, {
        machine: 'hotline',
        action: command.action,
        input: { ...command.input },
        key: `case-${++keys}`,
      })
      if (!opened.ok) throw new Error(JSON.stringify(opened.refusal))
      return opened.value
    }
    await openCase(accept)
    await openCase(accept)
    supervisor = await server.as(SUPERVISOR)
    await answerOf('act', act(supervisor, 'issue'))
    server.clock.pass(1)
  }, 60_000)

  it('V50 measures are offered with reasons, a choice is previewed, and the action sets it', async () => {
    const path = `/api/commitments/${record}/feed`
    expect(await answerOf('feed', supervisor.get(path))).toEqual({ may: true })
    const { choices } = await answerOf('feedChoices', supervisor.get(`${path}/choices`))
    const received = choices.find(({ id }) => id === 'hotline.received')
    expect(received).toMatchObject({ fits: true, by: 'toDate' })
    expect(received?.reasons.join()).toContain('名称相近')
    const preview = await answerOf('previewFeed', supervisor.get(`${path}/preview?measure=hotline.received`))
    expect(preview.figure.raw).toBe('2件')
    expect(preview.months.map(({ period, value }) => [period, value])).toEqual([
      ['2026-01', 0],
      ['2026-02', 0],
      ['2026-03', 2],
    ])
    expect(await codeIn(await supervisor.get(`${path}/preview?measure=hotline.onTimeRate`))).toBe('app/feed-misfit')
    await answerOf('act', act(supervisor, 'feed', { measure: preview.address }))
    const now = await answerOf('feed', supervisor.get(path))
    expect(now).toMatchObject({ address: 'hotline.received@2026;by=toDate', traceable: true, figure: { raw: '2件' } })
    const shown = await answerOf('commitment', supervisor.get(`/api/commitments/${record}`))
    expect(shown.row).toMatchObject({ current: 2, currentPeriod: '2026-03' })
    const figures = shown.readings.map(({ figure }) => figure ?? '')
    expect(figures.at(-1)).toBe('hotline.received@2026-01..2026-03')
    const trace = await answerOf(
      'trace',
      supervisor.get(`/api/trace?address=${encodeURIComponent(figures.at(-1) ?? '')}`),
    )
    expect(trace.records?.rows).toHaveLength(2)
  })

  it('V50 who may not set it is offered nothing, sees the sum, and is not led to records', async () => {
    const clerk = await server.as('lantai-urban-a')
    const path = `/api/commitments/${record}/feed`
    const answer = await clerk.get(`${path}/choices`)
    expect([answer.status, await codeIn(answer)]).toEqual([403, 'app/feed-not-permitted'])
    expect(await codeIn(await clerk.get(`${path}/preview?measure=hotline.received`))).toBe('app/feed-not-permitted')
    expect(await answerOf('feed', clerk.get(path))).toMatchObject({
      may: false,
      traceable: false,
      figure: { raw: '2件' },
    })
    const { readings } = await answerOf('commitment', clerk.get(`/api/commitments/${record}`))
    expect(readings.every(({ figure }) => figure === undefined)).toBe(true)
    const stranger = await server.as('lantai-housing-a')
    expect(await codeIn(await stranger.get(path))).toBe('app/no-record')
  })
})

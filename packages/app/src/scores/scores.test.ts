import { beforeAll, describe, expect, it } from 'vitest'
import { codeOf, lantai, offices, openCase, testClock, valueOf } from '../../testing/kit.ts'
import {
  addPerson,
  appoint,
  indexesFor,
  indexScores,
  type Office,
  runWatches,
  setSettings,
  verifyOffice,
} from '../index.ts'

const open = offices()
const clock = testClock('2025-09-01 09:00')
let office: Office
let as: Awaited<ReturnType<typeof lantai>>['as']
let act: Awaited<ReturnType<typeof lantai>>['act']

/** A case of the Beihe street, answered in time. */
async function answered(): Promise<void> {
  const record = await openCase(act, { category: '110102', area: 'lantai-beihe-liuyin' })
  for (const [person, action, input] of [
    ['lantai-dispatcher-1', 'clear', {}],
    ['lantai-dispatcher-1', 'dispatch', {}],
    ['lantai-beihe-a', 'signIn', {}],
    ['lantai-beihe-a', 'finish', { contacted: true, solved: true, reply: '已装座椅。' }],
    ['lantai-beihe-c', 'approve', {}],
    ['lantai-callerBack-1', 'callBack', { contacted: true, solved: true, satisfaction: 'satisfied' }],
  ] as const)
    expect(await act(person, { action, record, input })).toHaveProperty('record')
}

beforeAll(async () => {
  office = await open(clock)
  ;({ as, act } = await lantai(office))
  const admin = await as('lantai-admin')
  const lines = { calls: { zero: 80, full: 100, warn: 101 }, content: { zero: 70, full: 98 } }
  valueOf(await setSettings(office, admin, 'safety-warnings', { leastBase: 1, lines }))
  await answered()
  clock.to('2025-10-09 09:00')
  await answered()
  clock.to('2025-11-03 09:00')
}, 60_000)

describe('indexes and watches', () => {
  it('A172 scores every open street for the last whole month, for whoever reads the warnings', async () => {
    const supervisor = await as('lantai-supervisor-1')
    expect(indexesFor(office, supervisor).map(({ id }) => id)).toEqual(['safety'])
    const found = valueOf(await indexScores(office, supervisor, 'safety'))
    expect([found.period, found.running]).toEqual(['2025-10', false])
    const streets = Object.keys(found.names)
    expect(found.scores.map(({ area }) => area)).toEqual(streets)
    const beihe = found.scores.find(({ area }) => area === 'lantai-beihe')
    expect(beihe?.parts.find(({ part }) => part === 'calls')).toMatchObject({ value: 100, standard: 100 })
    const quiet = found.scores.find(({ area }) => area !== 'lantai-beihe')
    expect(quiet?.parts.find(({ part }) => part === 'calls')).toMatchObject({ missing: { why: 'none', rule: 'omit' } })
    expect(valueOf(await indexScores(office, supervisor, 'safety', '2025-11')).running).toBe(true)
    for (const month of ['2025-12', '2025-13', 'now'])
      expect(codeOf(await indexScores(office, supervisor, 'safety', month))).toBe('app/no-such-month')
    expect(codeOf(await indexScores(office, supervisor, 'none'))).toBe('app/no-index')
    const operator = await as('lantai-operator-1')
    expect([indexesFor(office, operator), codeOf(await indexScores(office, operator, 'safety'))]).toEqual([
      [],
      'app/not-a-reader',
    ])
  })

  it('A173 a crossed line opens one case a month, however often it is looked at, and none while one is open', async () => {
    const first = await runWatches(office, 'lantai')
    const opened = first.filter(({ record }) => record !== undefined)
    expect(opened).toMatchObject([{ watch: 'calls-late', area: 'lantai-beihe', period: '2025-10' }])
    const record = opened[0]?.record ?? ''
    const state = await office.store.record((await as('lantai-supervisor-1')).scope, record)
    expect(state).toMatchObject({ machine: 'safety-warnings', state: 'issued', lead: 'lantai-beihe' })
    expect(state?.fields).toMatchObject({
      watch: 'calls-late',
      kind: 'complaint',
      value: 100,
      words: '北河街道2025-10为100，低于101，已连续2个月',
    })
    expect(await runWatches(office, 'lantai')).toMatchObject([{ watch: 'calls-late', why: 'open' }])
    const admin = await as('lantai-admin')
    valueOf(await addPerson(office, admin, { id: 'safety-1', name: '孟安' }))
    valueOf(await appoint(office, admin, { person: 'safety-1', unit: 'lantai', role: 'peaceOffice' }))
    const input = { reason: '界线设错了。' }
    const withdrawn = await act('safety-1', { machine: 'safety-warnings', action: 'withdraw', record, input })
    expect(withdrawn).toHaveProperty('record')
    expect(await runWatches(office, 'lantai')).toMatchObject([{ watch: 'calls-late', record }])
    expect((await office.store.record((await as('lantai-supervisor-1')).scope, record))?.state).toBe('withdrawn')
    expect((await verifyOffice(office)).findings).toEqual([])
  })
})

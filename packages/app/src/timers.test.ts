import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { advance, lantai, moment, offices, openCase, testClock } from '../testing/kit.ts'
import { fireDueTimers, nextTimerAt, type Office, runTimers, verifyOffice } from './index.ts'
import { recent } from './office/recent.ts'

const open = offices()
const all = { district: 'lantai', person: 'x', units: 'all' } as const

/** Another process on the same database: it remembers nothing. */
const another = (office: Office): Office => ({ ...office, records: recent(1000) })

const marksOf = async (office: Office, record: string) =>
  (await office.store.history(all, record))
    .filter(({ entry }) => entry.action.startsWith('mark:'))
    .map(({ entry }) => entry)

async function waiting(cases: number) {
  const clock = testClock('2025-03-03 09:00')
  const office = await open(clock, { leaseMs: 60 })
  const { as, act } = await lantai(office)
  const records: string[] = []
  for (let n = 0; n < cases; n++) {
    const record = await openCase(act, { callerName: undefined, callerPhone: undefined })
    await advance(act, record, 'signIn')
    records.push(record)
  }
  return { clock, office, as, act, records }
}

describe('timers', () => {
  it('A25 fires what is due, in the order of time, at the moments of the timers', async () => {
    const { clock, office, records } = await waiting(1)
    expect(await fireDueTimers(office)).toBe(0)
    expect(await nextTimerAt(office, 'lantai')).toBe(moment('2025-03-06 00:00') + 1)
    clock.to('2025-03-14 09:00')
    const fired = await fireDueTimers(office)
    const marks = await marksOf(office, records[0]!)
    expect(fired).toBe(marks.length)
    expect(
      marks.map(({ action, at }) => `${action} ${new Date(at + 8 * 3_600_000).toISOString().slice(0, 16)}`),
    ).toEqual([
      'mark:giveBack.due 2025-03-06T00:00',
      'mark:coAnswer.due 2025-03-06T00:00',
      'mark:handling.warning 2025-03-08T00:00',
      'mark:handling.due 2025-03-11T00:00',
      'mark:handling.order 2025-03-12T00:00',
      'mark:handling.talk 2025-03-14T00:00',
    ])
    expect(await office.store.record(all, records[0]!)).toMatchObject({ urging: 'talk' })
    expect(await fireDueTimers(office)).toBe(0)
  })

  it('A25 up to a moment, and no further', async () => {
    const { clock, office } = await waiting(1)
    clock.to('2025-03-14 09:00')
    expect(await fireDueTimers(office, { district: 'lantai', until: moment('2025-03-08 00:00') })).toBe(3)
    expect(await fireDueTimers(office, { district: 'elsewhere' })).toBe(0)
  })

  it('A26 several workers fire each timer once, and one that died loses what it had claimed', async () => {
    const { clock, office, records } = await waiting(12)
    clock.to('2025-03-14 09:00')
    // A worker claims everything and dies.
    expect((await office.store.dueTimers('lantai', office.now(), 500)).length).toBeGreaterThan(12)
    expect(await fireDueTimers(office)).toBe(0)
    await sleep(120)
    const fired = await Promise.all(
      [office, another(office), another(office), another(office)].map((one) => fireDueTimers(one)),
    )
    expect(fired.reduce((sum, count) => sum + count, 0)).toBe(12 * 6)
    for (const record of records) {
      const names = (await marksOf(office, record)).map(({ action }) => action)
      expect(names).toHaveLength(6)
      expect(new Set(names).size).toBe(6)
    }
    expect((await verifyOffice(office)).findings).toEqual([])
  })

  it('A26 a worker and the people at work do not get in each other’s way', async () => {
    const { clock, office, act, records } = await waiting(8)
    clock.to('2025-03-07 09:00')
    const form = { progress: '已到现场查看。' }
    const [, ...done] = await Promise.all([
      fireDueTimers(another(office)),
      ...records.map((record) => act('lantai-urban-a', { action: 'record', record, input: form })),
    ])
    for (const outcome of done) expect(outcome).toMatchObject({ state: 'handling' })
    await fireDueTimers(office)
    for (const record of records) {
      const names = (await office.store.history(all, record)).map(({ entry }) => entry.action).slice(4)
      expect(names.toSorted()).toEqual(['mark:coAnswer.due', 'mark:giveBack.due', 'record'])
      // What was due before the people acted stands before what they did, even if the worker was late.
      expect(names.indexOf('record')).toBe(2)
    }
  })

  it('A27 the loop goes on after what fails, and ends when it is told', async () => {
    const { clock, office } = await waiting(1)
    clock.to('2025-03-14 09:00')
    const stop = new AbortController()
    const failing: Office = { ...office, store: { ...office.store, dueTimers: failOnce(office) } }
    const errors: unknown[] = []
    let fired = 0
    const loop = runTimers(failing, {
      district: 'lantai',
      everyMs: 5,
      signal: stop.signal,
      onError: (error) => errors.push(error),
      onFired: (count) => {
        fired += count
        stop.abort()
      },
    })
    await loop
    expect(errors).toHaveLength(1)
    expect(fired).toBe(6)
  })
})

function failOnce(office: Office): Office['store']['dueTimers'] {
  let failed = false
  return async (...given) => {
    if (!failed) {
      failed = true
      throw new Error('the database is away')
    }
    return office.store.dueTimers(...given)
  }
}

import { describe, expect, it } from 'vitest'
import { codeOf, lantai, moment, offices, testClock, valueOf } from '../../testing/kit.ts'
import { createDistrict, figure, type Office, sealOffice, sessionOf, simulate, verifyOffice } from '../index.ts'

const open = offices()
const FROM = moment('2025-08-25 00:00')
const all = { district: 'lantai', person: 'x', units: 'all' } as const

const MEASURES = [
  'received',
  'dispatched',
  'finished',
  'satisfactionRate',
  'solveRate',
  'responseRate',
  'score',
  'onTimeRate',
  'signInRate',
  'returnRate',
  'redoRate',
  'open',
]

async function simulated(options: { cases?: number; seed?: number; workers?: number; callers?: boolean }) {
  const clock = testClock('2025-08-25 00:00')
  const office = await open(clock)
  await lantai(office)
  const told: number[] = []
  const done = valueOf(
    await simulate(office, {
      machine: 'S05',
      cases: 300,
      seed: 7,
      days: 40,
      from: FROM,
      callers: false,
      progress: (count) => told.push(count),
      ...options,
    }),
  )
  clock.to('2025-10-04 00:00')
  return { office, done, told, figures: await figuresOf(office, 'hotline', MEASURES) }
}

async function figuresOf(office: Office, machine: string, measures: readonly string[]) {
  const session = valueOf(
    await sessionOf(office, 'lantai', machine === 'hotline' ? 'lantai-supervisor-1' : 'lantai-statistician-1'),
  )
  const figures = await Promise.all(
    measures.map(async (id) => valueOf(await figure(office, session, `${machine}.${id}`))),
  )
  return figures.map(({ measure, value, adjusted, numerator, base }) => ({ measure, value, adjusted, numerator, base }))
}

async function actionsOf(office: Office): Promise<Map<string, number>> {
  const actions = new Map<string, number>()
  for (let before: number | undefined; ; ) {
    const page = await office.store.log(
      { ...all, audit: true },
      { limit: 1000, ...(before === undefined ? {} : { before }) },
    )
    for (const { entry } of page) actions.set(entry.action, (actions.get(entry.action) ?? 0) + 1)
    before = page.at(-1)?.position
    if (page.length < 1000) return actions
  }
}

const sum = (counts: Readonly<Record<string, number>>): number => Object.values(counts).reduce((a, b) => a + b, 0)

describe('simulation', () => {
  it('A61 the same seed gives the same course: figures, entries and their hashes, whatever the workers', async () => {
    const one = await simulated({})
    const two = await simulated({ workers: 3 })
    expect(two.done).toEqual(one.done)
    expect(two.figures).toEqual(one.figures)
    const [first, second] = await Promise.all([one.office, two.office].map((office) => sealOffice(office, 'lantai')))
    expect(second!.entries).toBe(first!.entries)
    const heads = async (office: Office) => {
      const records = (await office.store.list(all, { machine: 'hotline', order: 'newest', limit: 300 })).map(
        ({ id }) => id,
      )
      return Promise.all(records.map(async (id) => [id, (await office.store.history(all, id)).at(-1)!.hash]))
    }
    expect(await heads(two.office)).toEqual(await heads(one.office))
    const other = await simulated({ seed: 8, cases: 40 })
    expect(other.figures).not.toEqual(one.figures)
  }, 240_000)

  it('A62 goes through the real use cases without a refusal, and everything in it can be verified', async () => {
    const { office, done, told, figures } = await simulated({ callers: true, cases: 300, seed: 14 })
    expect(done).toMatchObject({ machine: 'hotline', opened: 300 })
    // People may try what is refused, but seldom.
    expect(sum(done.refused)).toBeLessThan(done.commands / 200)
    expect(done.commands).toBeGreaterThan(300 * 5)
    // Once more, nothing happens twice.
    const again = await simulate(office, { machine: 'S05', cases: 300, seed: 14, days: 40, from: FROM })
    expect(valueOf(again)).toMatchObject({ commands: 0, refused: {} })
    expect(done.marks).toBeGreaterThan(100)
    expect(told.at(-1)).toBe(300)
    expect((await verifyOffice(office)).findings).toEqual([])
    const value = (id: string) => figures.find(({ measure }) => measure === id)!
    expect(value('received').value).toBe(300)
    for (const [id, low, high] of [
      ['satisfactionRate', 88, 100],
      ['onTimeRate', 85, 100],
      ['signInRate', 80, 100],
      ['returnRate', 0.5, 12],
    ] as const) {
      expect(value(id).value, id).toBeGreaterThanOrEqual(low)
      expect(value(id).value, id).toBeLessThanOrEqual(high)
    }
    const actions = await actionsOf(office)
    for (const action of [
      'answerAtOnce',
      'merge',
      'giveBack',
      'coAnswer',
      'record',
      'askExtension',
      'grantExtension',
      'missCall',
      'callBack',
      'follow',
      'mark:handling.due',
    ])
      expect(actions.get(action) ?? 0, action).toBeGreaterThan(0)
    expect((actions.get('accept') ?? 0) > (actions.get('finish') ?? 0)).toBe(true)
  }, 240_000)

  it('A63 the libraries of firms in small: taken in, promoted, filed, in the statistics, and out again', async () => {
    const clock = testClock('2025-01-01 00:00')
    const office = await open(clock)
    await lantai(office)
    const done = valueOf(
      await simulate(office, {
        machine: 'S29',
        cases: 40,
        seed: 3,
        days: 300,
        from: moment('2025-01-01 00:00'),
        callers: false,
      }),
    )
    expect(done).toMatchObject({ machine: 'above-scale-firms', opened: 40, refused: {} })
    clock.to('2025-11-01 00:00')
    expect((await verifyOffice(office)).findings).toEqual([])
    const actions = await actionsOf(office)
    for (const action of ['enter', 'promote:key', 'promote:ready', 'file', 'approve', 'report', 'visit'])
      expect(actions.get(action) ?? 0, action).toBeGreaterThan(0)
    const [taken, entered, inStatistics, netIncrease] = await figuresOf(office, 'above-scale-firms', [
      'taken',
      'entered',
      'inStatistics',
      'netIncrease',
    ])
    expect(taken!.value).toBe(40)
    expect(netIncrease!.value).toBe(inStatistics!.value)
    expect(entered!.value!).toBeGreaterThanOrEqual(inStatistics!.value!)
  }, 240_000)

  it('A64 what cannot be simulated is refused', async () => {
    const office = await open(testClock('2025-03-03 09:00'))
    const run = { machine: 'hotline', cases: 5, seed: 1, days: 5, from: FROM }
    expect(codeOf(await simulate(office, run))).toBe('app/no-district')
    valueOf(await createDistrict(office, { id: 'lantai', name: '兰台区', administrator: { id: 'gu', name: '顾安' } }))
    expect(codeOf(await simulate(office, run))).toBe('app/simulation-people')
    expect(codeOf(await simulate(office, { ...run, machine: 'S01' }))).toBe('app/no-machine')
    expect(codeOf(await simulate(office, { ...run, cases: 0 }))).toBe('app/simulation-range')
    expect(codeOf(await simulate(office, { ...run, days: 2.5 }))).toBe('app/simulation-range')
  })
})

import { evaluateFigure, naiveSums, type RecordState } from '@jiannuo/engine'
import { localDate } from '@jiannuo/kernel'
import { machineScope } from '@jiannuo/store'
import * as fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { lantai, offices, openCase, testClock, valueOf } from '../../testing/kit.ts'
import {
  type ActionCommand,
  assessLedger,
  commitmentView,
  feedNow,
  fireDueTimers,
  type Office,
  parseFeedAddress,
  previewFeed,
  textField,
  verifyOffice,
} from '../index.ts'
import { figureOfMonth } from './feed-address.ts'
import { type MonthCount, monthOf } from './feed-count.ts'

const open = offices()
const SUPERVISOR = 'lantai-supervisor-1'
const SEED = 20261125

type Input = ActionCommand['input']

/** What a person may try on a case next, whether the rules allow it or not. */
const TRIES: readonly (readonly [person: string, action: string, input: Input])[] = [
  ['lantai-dispatcher-1', 'clear', {}],
  ['lantai-dispatcher-1', 'dispatch', {}],
  ['lantai-urban-a', 'signIn', {}],
  ['lantai-transport-a', 'coAnswer', { done: true, answer: '已到场配合。' }],
  ['lantai-urban-a', 'finish', { contacted: true, solved: true, reply: '已修补。' }],
  ['lantai-urban-c', 'approve', {}],
  ['lantai-callerBack-1', 'callBack', { contacted: true, solved: true, satisfaction: 'basic' }],
  ['lantai-callerBack-1', 'callBack', { contacted: true, solved: false, satisfaction: 'dissatisfied' }],
]

const target = (indicatorName: string, kind: string, adding: string, unit: string, comparator: string): Input => ({
  title: indicatorName,
  indicatorName,
  kind,
  adding,
  unit,
  comparator,
  value: 50,
  direction: comparator === 'lte' ? 'down' : 'up',
})

/** A rate, a count, a stock and a weighted rate, each of the whole district or narrowed. */
const FEEDS: readonly (readonly [measure: string, target: Input, narrowed: Readonly<Record<string, unknown>>])[] = [
  ['hotline.onTimeRate', target('按时办结率', 'share', 'recomputed', '%', 'gte'), {}],
  ['hotline.satisfactionRate', target('满意率', 'share', 'recomputed', '%', 'gte'), { units: ['lantai-urban'] }],
  [
    'hotline.received',
    target('受理诉求', 'level', 'increments', '件', 'gte'),
    { units: ['lantai-yanchi', 'lantai-beihe'] },
  ],
  ['hotline.finished', target('办结诉求', 'level', 'increments', '件', 'gte'), { from: '2026-02', category: '040102' }],
  ['hotline.open', target('在办诉求', 'level', 'last', '件', 'lte'), {}],
]

async function begin() {
  const clock = testClock('2026-01-20 09:00')
  const office = await open(clock)
  const { as, act } = await lantai(office)
  const supervisor = await as(SUPERVISOR)
  const fed: string[] = []
  for (const [measure, input, narrowed] of FEEDS) {
    const steps: readonly (readonly [string, string, Input])[] = [
      [SUPERVISOR, 'issue', {}],
      ['lantai-urban-a', 'accept', {}],
    ]
    const propose = { year: 2026, due: '2026-12-31', leadUnit: 'lantai-urban', ...input }
    const opened = await act(SUPERVISOR, { machine: 'commitments', action: 'propose', input: propose })
    if (!('record' in opened)) throw new Error(JSON.stringify(opened))
    const { record } = opened
    for (const [person, action, form] of steps)
      await act(person, { machine: 'commitments', action, record, input: form })
    const { address } = valueOf(await previewFeed(office, supervisor, record, { measure, ...narrowed }))
    expect(
      await act(SUPERVISOR, { machine: 'commitments', action: 'feed', record, input: { measure: address } }),
    ).toHaveProperty('record')
    fed.push(record)
  }
  return { clock, office, act, supervisor, fed, cases: [] as string[] }
}

/** As the worker does it: what is due first, or it would be written afterwards with its earlier moment. */
async function assess(office: Office): Promise<void> {
  await fireDueTimers(office, { district: 'lantai' })
  await assessLedger(office, 'lantai')
}

async function allOf(office: Office, machine: string): Promise<readonly RecordState[]> {
  const rows = await office.store.list(machineScope('lantai'), { machine, order: 'newest', limit: 1000 })
  return office.store.records(
    machineScope('lantai'),
    rows.map(({ id }) => id),
  )
}

/** The value of a month counted straight from the records: no contributions, no sums, no store. */
async function naively(office: Office, text: string, period: string): Promise<MonthCount | undefined> {
  const feed = valueOf(parseFeedAddress(text))
  const kit = office.machines.kit(feed.machine)
  const measure = kit?.measures?.measures.find(({ id }) => id === feed.measure)
  if (kit?.measures === undefined || measure === undefined) throw new Error(text)
  const view = await office.districts.view('lantai')
  const { from, to, unit, category } = figureOfMonth(feed, period)
  const sums = naiveSums(kit.measures, kit.machine, await allOf(office, feed.machine), {
    utcOffset: office.calendar.utcOffset,
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(unit === undefined ? {} : { units: unit.split(',').flatMap((one) => [...view.tree.below(one)]) }),
    ...(category === undefined ? {} : { category }),
  })
  const settings = view.settingsAt(feed.machine, office.now())
  const pair = (counter: string) => sums.find((sum) => sum.counter === counter) ?? { raw: 0, adjusted: 0 }
  return monthOf(feed, measure, feed.by === 'moment', period, evaluateFigure(kit.measures, measure.id, pair, settings))
}

describe('fed values', () => {
  let world: Awaited<ReturnType<typeof begin>>
  beforeAll(async () => {
    world = await begin()
  }, 60_000)

  const step = fc.oneof(
    { weight: 2, arbitrary: fc.record({ do: fc.constant('open' as const), other: fc.boolean() }) },
    {
      weight: 12,
      arbitrary: fc.record({ do: fc.constant('try' as const), which: fc.nat(), how: fc.nat(TRIES.length - 1) }),
    },
    {
      weight: 6,
      arbitrary: fc.record({ do: fc.constant('along' as const), which: fc.nat(), to: fc.integer({ min: 2, max: 8 }) }),
    },
    { weight: 3, arbitrary: fc.record({ do: fc.constant('pass' as const), hours: fc.integer({ min: 1, max: 200 }) }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('assess' as const) }) },
  )

  type Taken = typeof step extends fc.Arbitrary<infer T> ? T : never

  async function take(one: Taken): Promise<void> {
    const { office, clock, act, cases } = world
    clock.pass(1)
    if (one.do === 'open') {
      const more = one.other ? { category: '110102', area: 'lantai-beihe-liuyin' } : {}
      cases.push(await openCase(act, more))
    } else if (one.do === 'pass') clock.pass(one.hours * 60)
    else if (one.do === 'assess') await assess(office)
    else {
      const record = cases[one.which % Math.max(1, cases.length)]
      if (record === undefined) return
      const tries = one.do === 'try' ? TRIES.slice(one.how, one.how + 1) : TRIES.slice(0, one.to)
      for (const [person, action, input] of tries) {
        clock.pass(1)
        await act(person, { action, record, input })
      }
    }
  }

  it('A146 after any sequence of commands every month is fed what a naive count of the records gives', async () => {
    const { office, supervisor, clock, fed } = world
    const run = async (steps: readonly Taken[]): Promise<void> => {
      for (const one of steps) await take(one)
      clock.pass(1)
      await assess(office)
      const month = localDate(office.now(), office.calendar.utcOffset).slice(0, 7)
      for (const record of fed) {
        const { record: state, readings } = valueOf(await commitmentView(office, supervisor, record))
        const address = textField(state.fields, 'measure') ?? ''
        const last = new Map(readings.map((one) => [one.period, one]))
        const now = valueOf(await feedNow(office, supervisor, record))
        for (const [period, one] of last) {
          // Of what stands at a moment only the running month can be counted now.
          if (address.includes('by=moment') && period !== month) continue
          const naive = await naively(office, address, period)
          expect([address, period, one.value, one.numerator, one.denominator]).toEqual([
            address,
            period,
            naive?.value,
            naive?.numerator,
            naive?.denominator,
          ])
          if (period === month) expect([address, now.figure?.value]).toEqual([address, naive?.value])
        }
      }
    }
    // One world for all runs: what one leaves behind is where the next begins.
    await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 30 }), run), {
      numRuns: 12,
      seed: SEED,
      endOnFailure: true,
    })
    // The runs must have come far enough to say anything.
    for (const record of fed) {
      const { readings } = valueOf(await commitmentView(office, supervisor, record))
      expect([record, readings.some(({ value }) => value > 0)]).toEqual([record, true])
    }
    const { findings, fed: counted } = await verifyOffice(office)
    expect(findings).toEqual([])
    expect(counted.readings).toBeGreaterThan(10)
    expect(counted.reproduced + counted.repeated).toBe(counted.readings)
  }, 120_000)
})

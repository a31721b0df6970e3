import { beforeAll, describe, expect, it } from 'vitest'
import { advance, codeOf, lantai, moment, offices, openCase, testClock, valueOf } from '../../testing/kit.ts'
import {
  type ActionCommand,
  assessLedger,
  commitmentView,
  feedChoices,
  feedNow,
  feedRecord,
  figureBehind,
  figureOfReading,
  openBatch,
  parseFeedAddress,
  performAt,
  previewFeed,
  trace,
  traceRecord,
  verifyOffice,
} from '../index.ts'

const open = offices()
const SUPERVISOR = 'lantai-supervisor-1'

type Input = ActionCommand['input']

const SHARE: Input = {
  title: '群众诉求按时办结率达到95%以上',
  indicatorName: '群众诉求按时办结率',
  kind: 'share',
  comparator: 'gte',
  value: 95,
  unit: '%',
  direction: 'up',
  adding: 'recomputed',
}
const FIRMS: Input = {
  title: '新增“四上”企业3家',
  indicatorName: '新增“四上”企业',
  kind: 'increase',
  comparator: 'eq',
  value: 3,
  unit: '家',
  direction: 'up',
  adding: 'increments',
}
const STOCK: Input = {
  title: '在库“四上”企业达到3家',
  indicatorName: '在库“四上”企业',
  kind: 'level',
  comparator: 'gte',
  value: 3,
  unit: '家',
  direction: 'up',
  adding: 'last',
}

async function begin(start = '2026-01-05 09:00') {
  const clock = testClock(start)
  const office = await open(clock)
  const { as, act } = await lantai(office)
  const supervisor = await as(SUPERVISOR)
  const ledger = (record: string, action: string, input: Input = {}, person = SUPERVISOR) =>
    act(person, { machine: 'commitments', action, record, input })
  const promise = async (input: Input): Promise<string> => {
    const opened = await act(SUPERVISOR, {
      machine: 'commitments',
      action: 'propose',
      input: { year: 2026, due: '2026-12-31', leadUnit: 'lantai-urban', ...input },
    })
    if (!('record' in opened)) throw new Error(JSON.stringify(opened))
    expect(await ledger(opened.record, 'issue')).toMatchObject({ state: 'issued' })
    expect(await ledger(opened.record, 'accept', {}, 'lantai-urban-a')).toMatchObject({ state: 'running' })
    return opened.record
  }
  const look = async (record: string) => valueOf(await commitmentView(office, supervisor, record))
  const readings = async (record: string) =>
    (await look(record)).readings.map(({ period, value, version, source, numerator, denominator }) =>
      numerator === undefined
        ? [period, value, version, source]
        : [period, value, version, source, `${numerator}/${denominator}`],
    )
  const fed = async (record: string, chosen: Parameters<typeof previewFeed>[3]) => {
    const { address } = valueOf(await previewFeed(office, supervisor, record, chosen))
    expect(await ledger(record, 'feed', { measure: address })).toMatchObject({ state: 'running' })
    return address
  }
  return { clock, office, as, act, supervisor, ledger, promise, look, readings, fed }
}

type World = Awaited<ReturnType<typeof begin>>

/** A case that is finished; late when so many days pass before it is. */
async function finished({ clock, act }: World, days = 0): Promise<string> {
  const record = await openCase(act)
  clock.pass(1)
  await advance(act, record, 'signIn', () => clock.pass(1))
  clock.pass(days * 24 * 60 + 1)
  for (const [person, action, input] of [
    ['lantai-transport-a', 'coAnswer', { done: true, answer: '已到场配合。' }],
    ['lantai-urban-a', 'finish', { contacted: true, solved: true, reply: '已修补。' }],
    ['lantai-urban-c', 'approve', {}],
  ] as const) {
    clock.pass(1)
    const done = await act(person, { action, record, input })
    if (!('record' in done)) throw new Error(`${action} ${JSON.stringify(done)}`)
  }
  clock.pass(1)
  return record
}

let firms = 0

/** A firm that is in the statistics. */
async function entered({ clock, act, office, as }: World): Promise<string> {
  const one = async (action: string, input: Input, record?: string) => {
    clock.pass(1)
    const done = await act('lantai-statistician-1', {
      machine: 'above-scale-firms',
      action,
      input,
      ...(record === undefined ? {} : { record }),
    })
    if (!('record' in done)) throw new Error(`${action} ${JSON.stringify(done)}`)
    return done.record
  }
  const codes = ['91420199MA4KA1B2C3', '91420199MA4KD4E5F6', '91420199MA4KG7H8J9', '91420199MA4KJ1K2L3']
  const materials = await office.store.files.put(
    (await as('lantai-statistician-1')).scope,
    Buffer.from('表'),
    'image/png',
  )
  const record = await one('enter:ready', {
    name: `兰台某某精密制造${firms}有限公司`,
    creditCode: codes[firms++ % codes.length] ?? '',
    industry: 'industry',
    origin: 'founded',
    street: 'lantai-dongmen',
    sector: 'lantai-industry',
    contactName: '周予安',
    contactPhone: '13800005678',
    revenueLast: 1100,
    revenueThis: 2600,
    revenueMonth: '2026-01',
  })
  await one('file', { window: 'monthly', batch: '2026-02', materials: [materials.hash] }, record)
  await one('approve', { enteredOn: '2026-02-20', number: '名录库回执第118号' }, record)
  clock.pass(1)
  return record
}

describe('a rate feeds a share', () => {
  let world: World
  let share: string
  beforeAll(async () => {
    world = await begin()
    share = await world.promise(SHARE)
  }, 60_000)

  it('A140 measures are offered the best first, each with why it fits or why not', async () => {
    const { office, supervisor } = world
    const { choices, from, to } = valueOf(await feedChoices(office, supervisor, share))
    expect([from, to]).toEqual(['2026-01', '2026-12'])
    // Another system may have a rate of that name as well; this one stands among the first all the same.
    const best = choices.slice(0, 3).find(({ id }) => id === 'hotline.onTimeRate')
    expect(best).toMatchObject({ fits: true, by: 'ratio', unit: '%' })
    expect(best?.reasons.join()).toContain('名称相近')
    const received = choices.find(({ id }) => id === 'hotline.received')
    expect(received).toMatchObject({ fits: false })
    expect(received?.reasons.join()).toContain('目标是比重')
    expect(choices.find(({ id }) => id === 'hotline.redoRate')?.reasons.join()).toContain('方向相反')
    expect(choices.some(({ machine }) => machine === 'feeds')).toBe(false)
    const clerk = await world.as('lantai-urban-a')
    expect(codeOf(await feedChoices(office, clerk, share))).toBe('app/feed-not-permitted')
  })

  it('A141 a measure that does not fit is refused, whichever way it comes', async () => {
    const { office, supervisor, ledger, fed } = world
    expect(codeOf(await previewFeed(office, supervisor, share, { measure: 'hotline.received' }))).toBe(
      'app/feed-misfit',
    )
    for (const [measure, code] of [
      ['hotline.received@2026;by=toDate', 'app/feed-misfit'],
      ['hotline.onTimeRate@2026', 'app/bad-feed'],
      ['hotline.onTimeRate@2026;by=toDate', 'app/bad-feed'],
      ['hotline.onTimeRate@2026-01..2026-12;by=ratio', 'app/bad-feed'],
      ['hotline.onTimeRate@2026;unit=nowhere;by=ratio', 'app/no-unit'],
      ['市民热线按时办结率', 'app/bad-figure-name'],
    ])
      expect(await ledger(share, 'feed', { measure: measure ?? '' })).toMatchObject({ refused: code })
    expect(await ledger(share, 'feed', { measure: 'x' }, 'lantai-urban-a')).not.toHaveProperty('state')
    const task = await world.promise({ title: '完善城市管理机制' })
    expect(codeOf(await feedChoices(office, supervisor, task))).toBe('app/feed-no-target')
    expect(await fed(share, { measure: 'hotline.onTimeRate' })).toBe('hotline.onTimeRate@2026;by=ratio')
  })

  it('A142 the reading follows the records without anybody typing, and the light follows the reading', async () => {
    const { clock, office, look, readings } = world
    expect(await readings(share)).toEqual([])
    clock.to('2026-01-12 09:00')
    await finished(world)
    await finished(world)
    clock.to('2026-01-30 23:00')
    await assessLedger(office, 'lantai')
    expect(await readings(share)).toEqual([['2026-01', 100, 'preliminary', 'measure', '2/2']])
    const { record, readings: stored } = await look(share)
    expect(record.fields).toMatchObject({ current: 100, currentSource: 'measure', light: 'green' })
    expect(stored.map(({ used }) => used)).toEqual([true])
    expect(record.fields['pending'] ?? null).toBeNull()
  })

  it('A142 the same records give no further entry; a running month is replaced by what came since', async () => {
    const { clock, office, look, readings } = world
    const { seq } = (await look(share)).record
    clock.pass(5)
    await assessLedger(office, 'lantai')
    await assessLedger(office, 'lantai')
    expect((await look(share)).record.seq).toBe(seq)
    clock.to('2026-02-02 09:00')
    await finished(world, 30)
    clock.to('2026-03-05 20:00')
    await assessLedger(office, 'lantai')
    expect(await readings(share)).toEqual([
      ['2026-01', 100, 'preliminary', 'measure', '2/2'],
      ['2026-01', 100, 'final', 'measure', '2/2'],
      ['2026-02', 66.6666666666667, 'preliminary', 'measure', '2/3'],
      ['2026-03', 66.6666666666667, 'preliminary', 'measure', '2/3'],
    ])
    expect((await look(share)).record.fields).toMatchObject({ current: 66.666667, currentPeriod: '2026-03' })
  }, 20_000)

  it('A143 the way leads from a reading to its figure, its records and their events', async () => {
    const { office, supervisor, look } = world
    const { record, readings } = await look(share)
    const last = readings.at(-1)
    if (last === undefined) throw new Error('no reading')
    const address = figureBehind(record, last) ?? ''
    expect(address).toBe('hotline.onTimeRate@2026-01..2026-03')
    expect(valueOf(await figureOfReading(office, supervisor, last.id))).toMatchObject({ figure: address })
    const traced = valueOf(await trace(office, supervisor, address))
    expect(traced.figure).toMatchObject({ numerator: last.numerator, base: last.denominator })
    const [one] = traced.records?.rows ?? []
    const events = valueOf(await traceRecord(office, supervisor, address, one?.record ?? ''))
    expect(events.entries.length).toBeGreaterThan(5)
    const now = valueOf(await feedNow(office, supervisor, share))
    expect(now).toMatchObject({ may: true, traceable: true, stopped: false, figure: { numerator: 2, base: 3 } })
    const clerk = valueOf(await feedNow(office, await world.as('lantai-urban-a'), share))
    expect(clerk).toMatchObject({ may: false, traceable: false, figure: { numerator: 2, base: 3 } })
  })

  it('A144 everything verifies, each reading counted again as of its moment', async () => {
    const { fed, findings } = await verifyOffice(world.office)
    expect(findings).toEqual([])
    expect(fed).toEqual({ readings: 4, reproduced: 4, repeated: 0, late: 0, unchecked: 0 })
  })
})

describe('counts and stocks', () => {
  let world: World
  let [increase, stock] = ['', '']
  beforeAll(async () => {
    world = await begin('2026-02-02 09:00')
    increase = await world.promise(FIRMS)
    stock = await world.promise(STOCK)
  }, 60_000)

  it('A140 a classifier that names the same thing is written down as the target has it', async () => {
    const { office, supervisor, fed } = world
    const { choices } = valueOf(await feedChoices(office, supervisor, increase))
    expect(choices[0]).toMatchObject({ id: 'above-scale-firms.netIncrease', fits: true, by: 'toDate', as: '家' })
    expect(choices.find(({ id }) => id === 'above-scale-firms.inStatistics')).toMatchObject({ fits: false })
    expect(choices.find(({ id }) => id === 'above-scale-firms.left')?.reasons.join()).toContain('方向相反')
    const stocks = valueOf(await feedChoices(office, supervisor, stock)).choices
    expect(stocks[0]).toMatchObject({ id: 'above-scale-firms.inStatistics', fits: true, by: 'moment' })
    expect(stocks.find(({ id }) => id === 'above-scale-firms.entered')?.reasons.join()).toContain('发生数')
    expect(await fed(increase, { measure: 'above-scale-firms.netIncrease' })).toBe(
      'above-scale-firms.netIncrease@2026;by=toDate;as=家',
    )
    expect(await fed(stock, { measure: 'above-scale-firms.inStatistics' })).toBe(
      'above-scale-firms.inStatistics@2026;by=moment;as=家',
    )
  })

  it('A142 what was entered feeds an increase from the year’s beginning, and a level as it stands', async () => {
    const { clock, office, look, readings } = world
    clock.to('2026-02-10 09:00')
    await entered(world)
    await assessLedger(office, 'lantai')
    clock.to('2026-03-03 09:00')
    await entered(world)
    await entered(world)
    await assessLedger(office, 'lantai')
    expect(await readings(increase)).toEqual([
      ['2026-01', 0, 'preliminary', 'measure'],
      ['2026-01', 0, 'final', 'measure'],
      ['2026-02', 0, 'preliminary', 'measure'],
      ['2026-02', 1, 'preliminary', 'measure'],
      ['2026-03', 3, 'preliminary', 'measure'],
    ])
    // Of what stands nothing is known about January; February keeps the last value that was taken in it.
    expect(await readings(stock)).toEqual([
      ['2026-02', 0, 'preliminary', 'measure'],
      ['2026-02', 1, 'preliminary', 'measure'],
      ['2026-03', 3, 'preliminary', 'measure'],
    ])
    for (const record of [increase, stock])
      expect((await look(record)).record.fields).toMatchObject({ current: 3, currentSource: 'measure', light: 'green' })
    clock.to('2026-03-11 09:00')
    await assessLedger(office, 'lantai')
    expect((await readings(stock)).slice(2, 3)).toEqual([['2026-02', 1, 'final', 'measure']])
  })

  it('A145 commitments that name one figure share its readings; another figure leaves them where they are', async () => {
    const { office, supervisor, ledger, promise, fed, readings, look } = world
    const other = await promise(FIRMS)
    const before = await readings(increase)
    await fed(other, { measure: 'above-scale-firms.netIncrease' })
    expect(await readings(other)).toEqual(before)
    await fed(other, { measure: 'above-scale-firms.netIncrease', units: ['lantai-yanchi'] })
    expect((await look(other)).record.fields).toMatchObject({ current: 0 })
    expect(valueOf(await feedNow(office, supervisor, other))).toMatchObject({ figure: { value: 0 } })
    await ledger(other, 'feed', { measure: null })
    expect(await readings(other)).toEqual([])
    expect((await look(other)).record.fields['current']).toBeUndefined()
  })

  it('A144 everything verifies; final values of what stood are held against those that they repeat', async () => {
    const { fed, findings } = await verifyOffice(world.office)
    expect(findings).toEqual([])
    expect(fed).toMatchObject({ repeated: 1, late: 0, unchecked: 0 })
    expect(fed.reproduced).toBe(fed.readings - fed.repeated)
  })

  it('A144 a reading that the records never gave is found', async () => {
    const { clock, office } = world
    clock.to('2026-04-02 09:00')
    await assessLedger(office, 'lantai')
    const feed = valueOf(parseFeedAddress('above-scale-firms.netIncrease@2026;by=toDate;as=家'))
    const wrong = { period: '2026-04', version: 'preliminary', covers: 'toDate', value: 9, unit: '家' }
    clock.pass(1)
    const batch = await openBatch(office, 'lantai')
    const told = { record: feedRecord(feed), action: 'gather', input: wrong, key: 'forged-1', at: clock.now() }
    expect(await batch.tell(told)).toBeUndefined()
    await batch.write()
    const { findings } = await verifyOffice(office)
    expect(findings).toMatchObject([
      { code: 'app/feed-not-reproduced', params: { period: '2026-04', kept: 9, counted: 3 } },
    ])
    // The next round puts the true value beside it, and the light goes by that.
    clock.pass(1)
    await assessLedger(office, 'lantai')
    expect((await world.readings(increase)).slice(-2)).toEqual([
      ['2026-04', 9, 'preliminary', 'measure'],
      ['2026-04', 3, 'preliminary', 'measure'],
    ])
    expect((await world.look(increase)).record.fields['current']).toBe(3)
  })
})

describe('corrections', () => {
  let world: World
  beforeAll(async () => {
    world = await begin()
  }, 60_000)

  it('A142 a case that is opened again changes the month it was counted in, as a further version', async () => {
    const { clock, office, act, as, promise, fed, readings } = world
    const share = await promise({ ...SHARE, title: '群众诉求解决率达到95%以上', indicatorName: '群众诉求解决率' })
    const answer = { contacted: true, solved: true, satisfaction: 'satisfied' }
    const cases = [await finished(world), await finished(world)]
    const [record = ''] = cases
    clock.to('2026-01-30 09:00')
    for (const one of cases)
      expect(await act('lantai-callerBack-1', { action: 'callBack', record: one, input: answer })).toHaveProperty(
        'record',
      )
    clock.pass(1)
    await fed(share, { measure: 'hotline.solveRate' })
    clock.to('2026-02-15 09:00')
    await assessLedger(office, 'lantai')
    const january = async () => (await readings(share)).filter(([period]) => period === '2026-01')
    expect((await january()).at(-1)).toEqual(['2026-01', 100, 'final', 'measure', '2/2'])
    clock.pass(1)
    const { scope } = await as(SUPERVISOR)
    const photo = await office.store.files.put(scope, Buffer.from('照片'), 'image/png')
    const found = { found: 'unsolved', note: '坑洞仍在。', photos: [photo.hash] }
    for (const [action, input] of [
      ['inspect', found],
      ['reopen', { reason: '核查不实。' }],
    ] as const)
      expect(await act(SUPERVISOR, { action, record, input })).toHaveProperty('record')
    clock.pass(1)
    await assessLedger(office, 'lantai')
    expect((await january()).slice(-2)).toEqual([
      ['2026-01', 100, 'final', 'measure', '2/2'],
      ['2026-01', 100, 'final', 'measure', '1/1'],
    ])
    expect((await verifyOffice(office)).findings).toEqual([])
  })

  it('A144 what was entered later with an earlier day is told apart from a fault', async () => {
    const { clock, office, promise, fed, readings, as } = world
    const taken = await promise({ ...FIRMS, title: '新入库企业20家', indicatorName: '新入库企业', value: 20 })
    clock.to('2026-03-02 09:00')
    await fed(taken, { measure: 'above-scale-firms.taken' })
    clock.to('2026-03-02 12:00')
    const command = {
      machine: 'above-scale-firms',
      action: 'enter',
      key: 'late-1',
      input: {
        name: '兰台补录精密制造有限公司',
        creditCode: '91420199MA4KM3N4P5',
        industry: 'industry',
        origin: 'founded',
        street: 'lantai-dongmen',
        sector: 'lantai-industry',
        contactName: '周予安',
        revenueLast: 1100,
      },
    }
    const session = await as('lantai-statistician-1')
    expect(await performAt(office, session, command, moment('2026-01-20 09:00'))).toMatchObject({ ok: true })
    await assessLedger(office, 'lantai')
    expect((await readings(taken)).map(([period, value]) => [period, value])).toEqual([
      ['2026-01', 0],
      ['2026-01', 1],
      ['2026-02', 0],
      ['2026-02', 1],
      ['2026-03', 0],
      ['2026-03', 1],
    ])
    const { fed: counted, findings } = await verifyOffice(office)
    expect(findings).toEqual([])
    expect(counted.late).toBe(3)
  })

  it('A142 a feed that is stopped keeps its values, and goes on when it is resumed', async () => {
    const { clock, office, act, promise, fed, readings, supervisor } = world
    const record = await promise(FIRMS)
    await fed(record, { measure: 'above-scale-firms.entered' })
    const feed = feedRecord(valueOf(parseFeedAddress('above-scale-firms.entered@2026;by=toDate;as=家')))
    const supervise = (action: string) =>
      act(SUPERVISOR, { machine: 'feeds', record: feed, action, input: { reason: '口径有争议。' } })
    expect(await supervise('stop')).toMatchObject({ state: 'stopped' })
    const before = await readings(record)
    await entered(world)
    clock.to('2026-04-03 09:00')
    await assessLedger(office, 'lantai')
    expect(await readings(record)).toEqual(before)
    expect(valueOf(await feedNow(office, supervisor, record))).toMatchObject({ stopped: true, figure: { value: 1 } })
    expect(await supervise('resume')).toMatchObject({ state: 'running' })
    await assessLedger(office, 'lantai')
    expect((await readings(record)).at(-1)).toEqual(['2026-04', 1, 'preliminary', 'measure'])
  })
})

import { readFileSync } from 'node:fs'
import { readSheet } from '@jiannuo/files'
import { beforeAll, describe, expect, it } from 'vitest'
import { lantai, offices, testClock, valueOf } from '../../testing/kit.ts'
import {
  assessLedger,
  commitmentView,
  decideProposals,
  exportSplitTable,
  importDocument,
  importSplitTable,
  ledgerOverview,
  type Office,
  openReturn,
  proposalsOf,
  returnsOwed,
  type Session,
  splitCommitment,
  trace,
  verifyOffice,
} from '../index.ts'

const open = offices()
const PLAN = 'lantai-2026-plan.txt'
const SUPERVISOR = 'lantai-supervisor-1'

type Life = Awaited<ReturnType<typeof begin>>

/** The plan of 2026 confirmed, and one target (新增学位4500个) given to the education department and accepted there. */
async function begin() {
  const clock = testClock('2026-01-27 09:00')
  const office = await open(clock)
  const { as, act } = await lantai(office)
  const supervisor = await as(SUPERVISOR)
  const bytes = readFileSync(new URL(`../../../../examples/${PLAN}`, import.meta.url))
  const document = valueOf(await importDocument(office, supervisor, { bytes, name: PLAN })).record
  const { items } = valueOf(await proposalsOf(office, supervisor, document))
  const item = items.find(({ proposal }) => proposal.quote.startsWith('4500个'))?.proposal.item ?? ''
  const corrections = { [item]: { leadUnit: 'lantai-education' } }
  const done = valueOf(
    await decideProposals(office, supervisor, document, {
      decide: 'confirm',
      corrections,
      items: items.map(({ proposal }) => proposal.item),
    }),
  )
  return { clock, office, as, act, supervisor, document, seats: done.commitments[item] ?? '' }
}

async function issue({ clock, act, seats }: Life, record = seats, unit = 'lantai-education') {
  clock.to('2026-01-28 09:00')
  expect(await act(SUPERVISOR, { machine: 'commitments', action: 'issue', record, input: {} })).toMatchObject({
    state: 'issued',
  })
  expect(await act(`${unit}-a`, { machine: 'commitments', action: 'accept', record, input: {} })).toMatchObject({
    state: 'running',
  })
}

const view = async (office: Office, session: Session, record: string) =>
  valueOf(await commitmentView(office, session, record))

/** A return of a month, filled and submitted by the clerk. */
async function report(
  { office, as, act, seats }: Life,
  period: string,
  value: number,
  unit = 'lantai-education',
  record = seats,
) {
  const opened = await openReturn(office, await as(`${unit}-a`), record, period)
  if (!opened.ok) throw new Error(JSON.stringify(opened.refusal))
  const input = { value, progress: `本月新增学位，累计${value}个。` }
  const sent = await act(`${unit}-a`, { machine: 'returns', action: 'submit', record: opened.value.record, input })
  expect(sent).toMatchObject({ state: 'submitted' })
  return opened.value.record
}

const approve = async ({ act }: Life, record: string) =>
  expect(await act(SUPERVISOR, { machine: 'returns', action: 'approve', record, input: {} })).toMatchObject({
    state: 'approved',
  })

describe('a year of a commitment', () => {
  let life: Life
  beforeAll(async () => {
    life = await begin()
    await issue(life)
  }, 60_000)

  it('A110 a return counts once it is approved, and the light follows at once', async () => {
    const { office, clock, supervisor, seats, act } = life
    clock.to('2026-02-26 10:00')
    const first = await report(life, '2026-02', 500)
    expect((await view(office, supervisor, seats)).record.fields['current']).toBeUndefined()
    expect(
      await act(SUPERVISOR, { machine: 'returns', action: 'sendBack', record: first, input: { reason: '请附证明。' } }),
    ).toMatchObject({ state: 'sentBack' })
    expect(
      await act('lantai-education-a', { machine: 'returns', action: 'submit', record: first, input: { value: 520 } }),
    ).toMatchObject({ state: 'submitted' })
    await approve(life, first)
    const { record, readings, returns } = await view(office, supervisor, seats)
    expect(record.fields).toMatchObject({ current: 520, light: 'green', lastPeriod: '2026-02' })
    expect(readings).toMatchObject([{ value: 520, used: true }])
    expect(returns).toHaveLength(1)
  })

  it('A111 who has not reported turns silent when the day has passed, and back when heard', async () => {
    const { office, clock, supervisor, seats } = life
    clock.to('2026-03-29 09:00')
    const { turned } = await assessLedger(office, 'lantai')
    expect(turned).toContainEqual({ record: seats, from: 'green', to: 'silent' })
    const owed = await returnsOwed(office, await life.as('lantai-education-a'), '2026-03')
    expect(owed).toMatchObject([{ commitment: seats, unit: 'lantai-education' }])
    await approve(life, await report(life, '2026-03', 1100))
    expect((await view(office, supervisor, seats)).record.fields['light']).toBe('green')
  })

  it('A112 behind by more than 30 points turns red, is answered, and made good shows yellow', async () => {
    const { office, clock, supervisor, seats, act } = life
    for (const month of ['04', '05', '06', '07']) {
      clock.to(`2026-${month}-28 09:00`)
      await approve(life, await report(life, `2026-${month}`, 1150))
    }
    clock.to('2026-07-31 20:00')
    await assessLedger(office, 'lantai')
    const red = (await view(office, supervisor, seats)).record
    expect(red.fields).toMatchObject({ light: 'red', hadRed: true, redSince: '2026-07-31' })
    expect(red.clocks['explain']?.run.stoppedAt).toBeUndefined()
    expect(
      await act('lantai-education-c', {
        machine: 'commitments',
        action: 'answerRed',
        record: seats,
        input: { redAnswer: '校舍七月交付，九月投用。' },
      }),
    ).toMatchObject({ state: 'running' })
    clock.to('2026-08-28 09:00')
    await approve(life, await report(life, '2026-08', 4000))
    expect((await view(office, supervisor, seats)).record.fields['light']).toBe('yellow')
  })

  it('A113 an adjustment needs approval and keeps what was promised', async () => {
    const { office, supervisor, seats, act } = life
    const asked = { newValue: 4200, reason: '一所学校选址调整。' }
    expect(
      await act('lantai-education-c', {
        machine: 'commitments',
        action: 'requestAdjustment',
        record: seats,
        input: asked,
      }),
    ).toMatchObject({ state: 'running' })
    expect(
      await act(SUPERVISOR, {
        machine: 'commitments',
        action: 'grantAdjustment',
        record: seats,
        input: { approval: '区政府专题会议纪要〔2026〕9号' },
      }),
    ).toMatchObject({ state: 'running' })
    const { fields } = (await view(office, supervisor, seats)).record
    expect(fields).toMatchObject({ value: 4200, originalValue: 4500, originalTitle: fields['title'] })
  })

  it('A114 strike-off wants evidence of every number and a second person, and can be taken back', async () => {
    const { office, clock, supervisor, seats, act } = life
    clock.to('2026-11-28 09:00')
    await approve(life, await report(life, '2026-11', 4230))
    const apply = (input: Readonly<Record<string, never>> | Record<string, unknown>) =>
      act('lantai-education-c', {
        machine: 'commitments',
        action: 'apply',
        record: seats,
        input: input as Parameters<typeof act>[1]['input'],
      })
    expect(await apply({ summary: '已完成。' })).toMatchObject({ refused: 'evidence-missing' })
    const { record } = await view(office, supervisor, seats)
    const owed = (record.fields['numbers'] as readonly { item: string }[]).map(({ item }) => item)
    const proof = owed.map((item) => ({ item, source: '教育事业统计年报', value: 4230 }))
    expect(await apply({ summary: '已完成。', proof })).toMatchObject({ state: 'applied' })
    expect(await act(SUPERVISOR, { machine: 'commitments', action: 'review', record: seats, input: {} })).toMatchObject(
      { state: 'review' },
    )
    expect(
      await act(SUPERVISOR, { machine: 'commitments', action: 'strikeOff', record: seats, input: {} }),
    ).toMatchObject({ state: 'struckOff' })
    expect(
      await act(SUPERVISOR, {
        machine: 'commitments',
        action: 'reopen',
        record: seats,
        input: { reason: '统计口径复核。' },
      }),
    ).toMatchObject({ state: 'running' })
  })

  it('A115 from a light to the sentence: figure, record, reading, return, document, characters', async () => {
    const { office, supervisor, seats } = life
    const traced = valueOf(await trace(office, supervisor, 'commitments.yellow'))
    expect(traced.records?.rows.map(({ record }) => record)).toContain(seats)
    const { source, readings, record } = await view(office, supervisor, seats)
    expect(source?.quote).toBe('4500个')
    expect(`${source?.before}${source?.quote}${source?.after}`).toContain('新增学位4500个')
    const used = readings.filter((one) => one.used)
    expect(used.map(({ value }) => value)).toEqual([record.fields['current']])
    const history = await office.store.history(supervisor.scope, used[0]?.record ?? '')
    expect(
      history.some(({ seq, entry }) => seq === used[0]?.seq && entry.events.some(({ type }) => type === 'read')),
    ).toBe(true)
  })

  it('A116 the overview counts what is followed, by unit, and everything agrees with the log', async () => {
    const { office, supervisor } = life
    const seen = await ledgerOverview(office, supervisor)
    expect(seen.lights).toMatchObject({ yellow: 1, red: 0 })
    expect(seen.units).toMatchObject([{ unit: 'lantai-education', total: 1, yellow: 1 }])
    expect((await verifyOffice(office)).findings).toEqual([])
  })

  it('A117 a stranger can neither see nor report on it, whichever way they try', async () => {
    const { office, as, act, seats } = life
    const stranger = await as('lantai-water-a')
    expect((await commitmentView(office, stranger, seats)).ok).toBe(false)
    expect(await openReturn(office, stranger, seats, '2026-12')).toMatchObject({
      ok: false,
      refusal: { code: 'app/not-yours' },
    })
    const forged = { commitment: seats, period: '2026-12', leadUnit: 'lantai-water', series: `c:${seats}` }
    expect(await act('lantai-water-a', { machine: 'returns', action: 'draft', input: forged })).toMatchObject({
      refused: 'app/not-yours',
    })
    expect(
      await act('lantai-water-a', { machine: 'commitments', action: 'reach', record: seats, input: {} }),
    ).toMatchObject({ refused: 'app/no-record' })
  })
})

it('A118 parts are reported by their units and make up the whole', async () => {
  const life = await begin()
  const { office, clock, supervisor, seats, act } = life
  const parts = valueOf(
    await splitCommitment(office, supervisor, seats, [
      { unit: 'lantai-education', value: 3000 },
      { unit: 'lantai-housing', value: 1500 },
    ]),
  )
  await issue(life)
  for (const [index, unit] of ['lantai-education', 'lantai-housing'].entries()) {
    const record = parts[index] ?? ''
    expect(await act(SUPERVISOR, { machine: 'commitments', action: 'issue', record, input: {} })).toMatchObject({
      state: 'issued',
    })
    expect(await act(`${unit}-a`, { machine: 'commitments', action: 'accept', record, input: {} })).toMatchObject({
      state: 'running',
    })
  }
  clock.to('2026-02-27 09:00')
  await approve(life, await report(life, '2026-02', 300, 'lantai-education', parts[0] ?? ''))
  await approve(life, await report(life, '2026-02', 100, 'lantai-housing', parts[1] ?? ''))
  const whole = await view(office, supervisor, seats)
  expect(whole.record.fields).toMatchObject({ current: 400, light: 'green' })
  expect(
    whole.parts
      .map(({ fields }) => (fields['numbers'] as readonly { value: number }[])[0]?.value)
      .sort((a = 0, b = 0) => a - b),
  ).toEqual([1500, 3000])
})

it('A119 the split table goes out and comes back: differences first, conflicts with their reason', async () => {
  const life = await begin()
  const { office, supervisor, seats, act } = life
  const { bytes, rows } = valueOf(await exportSplitTable(office, supervisor))
  expect(rows).toBeGreaterThan(60)
  const sheet = valueOf(await readSheet(bytes, '分解表.xlsx'))
  const untouched = valueOf(await importSplitTable(office, supervisor, sheet))
  expect([untouched.differences, untouched.problems]).toEqual([[], []])
  const at = (title: string) => sheet.header.indexOf(title)
  const mine = sheet.rows.findIndex(({ cells }) => cells[at('编号')] === seats)
  const other = sheet.rows.findIndex(({ cells }, index) => index !== mine && cells[at('目标值')] !== '')
  const change = (row: number, title: string, text: string) => {
    const cells = [...(sheet.rows[row]?.cells ?? [])]
    cells[at(title)] = text
    return { number: sheet.rows[row]?.number ?? 0, cells }
  }
  // Meanwhile somebody gives it to another unit in the office itself.
  expect(
    await act(SUPERVISOR, {
      machine: 'commitments',
      action: 'edit',
      record: seats,
      input: { leadUnit: 'lantai-housing' },
    }),
  ).toMatchObject({ state: 'draft' })
  const edited = {
    ...sheet,
    rows: [
      change(mine, '牵头单位', '兰台区城管局'),
      change(other, '牵头领导', '周副区长'),
      {
        number: 99,
        cells: change(other, '目标值', '很多').cells.map((cell, index) => (index === at('编号') ? 'nobody' : cell)),
      },
    ],
  }
  const preview = valueOf(await importSplitTable(office, supervisor, edited))
  expect(preview).toMatchObject({ takeable: 1, refused: 1, taken: 0 })
  expect(preview.differences.find(({ record }) => record === seats)).toMatchObject({
    before: '兰台区教育局',
    now: '兰台区住建局',
    wanted: '兰台区城管局',
    refused: '导出以后台账中已改为别的内容，请先核对再改',
  })
  expect(preview.problems.map(({ code }) => code)).toEqual(['app/no-record'])
  expect(valueOf(await importSplitTable(office, supervisor, edited, { take: true }))).toMatchObject({
    taken: 1,
    refused: 1,
  })
  expect(valueOf(await importSplitTable(office, supervisor, edited)).takeable).toBe(0)
})

import { beforeAll, describe, expect, it } from 'vitest'
import { advance, codeOf, lantai, offices, openCase, testClock, valueOf } from '../../testing/kit.ts'
import { plainDate } from '@jiannuo/kernel'
import {
  boardsFor,
  figure,
  figureBoard,
  figureTable,
  meetingFile,
  meetingOf,
  type Office,
  readSheet,
  setSettings,
  trace,
  traceRecord,
  verifyOffice,
} from '../index.ts'

const open = offices()
const clock = testClock('2025-09-01 09:00')
let office: Office
let as: Awaited<ReturnType<typeof lantai>>['as']
let act: Awaited<ReturnType<typeof lantai>>['act']
const records: string[] = []

/** Four cases answered in September and one in October: two content, one half, one not solved; the last of them excluded. */
beforeAll(async () => {
  office = await open(clock)
  ;({ as, act } = await lantai(office))
  const answers = [
    { contacted: true, solved: true, satisfaction: 'satisfied' },
    { contacted: true, solved: true, satisfaction: 'satisfied' },
    { contacted: true, solved: true, satisfaction: 'basic' },
    { contacted: false, solved: true, satisfaction: 'basic' },
  ]
  for (const input of answers) {
    const record = await openCase(act)
    await advance(act, record, 'approve')
    await act('lantai-callerBack-1', { action: 'callBack', record, input })
    records.push(record)
  }
  const evidence = await office.store.files.put((await as('lantai-urban-c')).scope, Buffer.from('证明'), 'image/png')
  const ask = { reason: 'uncooperative', explanation: '拒绝配合。', evidence: [evidence.hash] }
  await act('lantai-urban-c', { action: 'askExclusion', record: records[3]!, input: ask })
  await act('lantai-supervisor-1', { action: 'grantExclusion', record: records[3]!, input: { reason: '情况属实。' } })
  clock.to('2025-10-09 09:00')
  const later = await openCase(act, { category: '110102', area: 'lantai-beihe-liuyin' })
  for (const [person, action, input] of [
    ['lantai-dispatcher-1', 'clear', {}],
    ['lantai-dispatcher-1', 'dispatch', {}],
    ['lantai-beihe-a', 'signIn', {}],
    ['lantai-beihe-a', 'finish', { contacted: true, solved: true, reply: '已装座椅。' }],
    ['lantai-beihe-c', 'approve', {}],
    ['lantai-callerBack-1', 'callBack', { contacted: true, solved: true, satisfaction: 'satisfied' }],
  ] as const)
    expect(await act(person, { action, record: later, input })).toHaveProperty('record')
  records.push(later)
}, 60_000)

const ask = async (address: string, person = 'lantai-supervisor-1') => figure(office, await as(person), address)

describe('figures', () => {
  it('A41 raw and adjusted side by side, with numerator, base and what was left out', async () => {
    expect(valueOf(await ask('hotline.satisfactionRate@2025-09'))).toMatchObject({
      title: '满意率',
      unit: '%',
      value: 95,
      numerator: 3.8,
      base: 4,
      adjusted: 96.6666666666667,
      adjustedNumerator: 2.9,
      adjustedBase: 3,
      excluded: 1,
      period: '2025-09',
    })
    expect(valueOf(await ask('hotline.responseRate@2025-09'))).toMatchObject({ value: 75, adjusted: 100 })
    expect(valueOf(await ask('hotline.received@2025'))).toMatchObject({
      value: 5,
      period: '2025-01至2025-12',
      unitName: '兰台区',
    })
    expect(valueOf(await ask('hotline.received@2025-11'))).toMatchObject({ value: 0 })
    expect(valueOf(await ask('hotline.solveRate@2025-11')).value).toBeUndefined()
    expect(valueOf(await ask('hotline.open'))).toMatchObject({ value: 0, period: '此刻' })
  })

  it('A41 a changed weight changes the figure, and no record', async () => {
    const before = valueOf(await ask('hotline.satisfactionRate@2025-09')).value
    const admin = await as('lantai-admin')
    valueOf(await setSettings(office, admin, 'hotline', { basicWeight: 0.5 }))
    expect(valueOf(await ask('hotline.satisfactionRate@2025-09'))).toMatchObject({ numerator: 3, value: 75 })
    clock.pass(1)
    valueOf(await setSettings(office, admin, 'hotline', { basicWeight: 0.9 }))
    expect(valueOf(await ask('hotline.satisfactionRate@2025-09')).value).toBe(before)
  })

  it('A42 what cannot be asked is refused by name; units see their own figures and no others', async () => {
    expect(codeOf(await ask('满意率'))).toBe('app/bad-figure-name')
    expect(codeOf(await ask('x.y'))).toBe('app/no-machine')
    const unknown = await ask('hotline.happiness')
    expect(codeOf(unknown)).toBe('app/no-measure')
    expect(unknown.ok ? '' : unknown.problems[0]!.params?.allowed).toContain('satisfactionRate')
    expect(codeOf(await ask('hotline.received;unit=x'))).toBe('app/no-unit')
    expect(codeOf(await ask('hotline.received;category=x'))).toBe('app/no-category')
    expect(codeOf(await ask('hotline.received', 'lantai-statistician-1'))).toBe('app/not-a-reader')
    expect(valueOf(await ask('hotline.finished@2025', 'lantai-urban-c')).value).toBe(4)
    expect(valueOf(await ask('hotline.finished@2025', 'lantai-beihe-c')).value).toBe(1)
    expect(valueOf(await ask('hotline.finished@2025', 'lantai-water-c')).value).toBe(0)
    expect(valueOf(await ask('hotline.finished@2025;unit=lantai-beihe-liuyin', 'lantai-beihe-c')).value).toBe(1)
    expect(codeOf(await ask('hotline.finished@2025;unit=lantai-urban', 'lantai-beihe-c'))).toBe('app/unit-out-of-sight')
    expect(codeOf(await ask('hotline.finished@2025;unit=lantai', 'lantai-beihe-c'))).toBe('app/unit-out-of-sight')
    expect(valueOf(await ask('hotline.finished@2025;unit=lantai;category=110102')).value).toBe(1)
  })

  it('A43 by unit, month and category, each part worked out from its own counters', async () => {
    const session = await as('lantai-supervisor-1')
    const table = async (address: string, by: 'unit' | 'period' | 'category') =>
      valueOf(await figureTable(office, session, address, by)).map(({ title, figure: { value, base } }) => [
        title,
        value,
        base,
      ])
    expect(await table('hotline.satisfactionRate@2025', 'unit')).toEqual([
      ['兰台区城管局', 95, 4],
      ['北河街道', 100, 1],
    ])
    expect(await table('hotline.received@2025', 'unit')).toEqual([
      ['北河街道', 1, undefined],
      ['砚池街道', 4, undefined],
    ])
    expect(await table('hotline.received@2025;unit=lantai-yanchi', 'unit')).toEqual([['洗砚社区', 4, undefined]])
    expect(await table('hotline.satisfactionRate', 'period')).toEqual([
      ['2025-09', 95, 4],
      ['2025-10', 100, 1],
    ])
    expect(await table('hotline.received@2025', 'category')).toEqual([
      ['路面破损', 4, undefined],
      ['便民设施', 1, undefined],
    ])
    const own = valueOf(await figureTable(office, await as('lantai-beihe-c'), 'hotline.finished@2025', 'unit'))
    expect(own.map(({ title }) => title)).toEqual(['北河街道'])
  })

  it('A44 a figure is taken apart: formula in words and numbers, counters, records page by page', async () => {
    const session = await as('lantai-supervisor-1')
    const taken = valueOf(await trace(office, session, 'hotline.satisfactionRate@2025-09', { limit: 2 }))
    expect(taken.figure).toMatchObject({ value: 95, address: 'hotline.satisfactionRate@2025-09' })
    expect(taken.formula).toMatchObject({ raw: '(2 + 0.9 × 2) ÷ (4 + 0 × 0)', adjusted: '(2 + 0.9 × 1) ÷ (3 + 0 × 0)' })
    expect(taken.formula.words).toContain('“满意数”')
    expect(taken.counters.map(({ id, raw, adjusted }) => [id, raw, adjusted])).toEqual([
      ['satisfied', 2, 2],
      ['basic', 2, 1],
      ['calledBack', 4, 3],
      ['unreached', 0, 0],
    ])
    const seen: string[] = []
    for (let after: string | undefined; ; ) {
      const page = valueOf(
        await trace(office, session, 'hotline.satisfactionRate@2025-09', {
          counter: 'calledBack',
          limit: 3,
          ...(after ? { after } : {}),
        }),
      ).records!
      seen.push(...page.rows.map(({ record }) => record))
      after = page.next
      if (after === undefined) break
    }
    expect(seen.toSorted()).toEqual(records.slice(0, 4).toSorted())
    const excluded = valueOf(await trace(office, session, 'hotline.satisfactionRate@2025-09', { counter: 'basic' }))
      .records!.rows
    expect(excluded.find(({ record }) => record === records[3])).toMatchObject({
      excluded: true,
      unitName: '兰台区城管局',
      category: '路面破损',
      state: '已归档',
    })
    expect(codeOf(await trace(office, session, 'hotline.satisfactionRate', { counter: 'x' }))).toBe('app/no-counter')
    expect(valueOf(await trace(office, session, 'hotline.received', { counter: false })).records).toBeUndefined()
  })

  it('A45 a record’s part in a figure down to the entries, their hashes and events', async () => {
    const session = await as('lantai-supervisor-1')
    const address = 'hotline.satisfactionRate@2025-09'
    const taken = valueOf(await traceRecord(office, session, address, records[3]!))
    expect(taken.contributions).toMatchObject([
      { counter: 'hotline.calledBack', title: '有效回访数', amount: 1, excluded: true },
      { counter: 'hotline.basic', amount: 1, excluded: true },
    ])
    expect(taken.entries).toHaveLength(taken.timeline.length)
    expect(taken.entries.flatMap(({ events }) => events.map(({ type }) => type))).toContain('stated')
    for (const [index, entry] of taken.entries.entries())
      if (index > 0) expect(entry.previous).toBe(taken.entries[index - 1]!.hash)
    expect(
      valueOf(await traceRecord(office, session, 'hotline.satisfactionRate@2025-10', records[3]!)).contributions,
    ).toEqual([])
    expect(codeOf(await traceRecord(office, await as('lantai-water-c'), address, records[3]!))).toBe('app/no-record')
  })

  it('A46 the figures are those of a naive count', async () => {
    expect((await verifyOffice(office)).findings).toEqual([])
  })
})

describe('boards and meetings', () => {
  it('A170 a board has every figure of a system, as each is when it is asked for alone, of what the session sees', async () => {
    for (const person of ['lantai-supervisor-1', 'lantai-urban-a']) {
      const session = await as(person)
      const board = valueOf(await figureBoard(office, session, { machine: 'hotline', from: '2025-09', to: '2025-09' }))
      expect(board.figures.length).toBeGreaterThan(10)
      for (const { address, figure: one } of board.figures)
        expect(valueOf(await figure(office, session, address))).toMatchObject({ ...one })
    }
    const session = await as('lantai-supervisor-1')
    const empty = { machine: 'commitments', from: '2025-09', to: '2025-09' }
    expect(codeOf(await figureBoard(office, session, { machine: 'nothing' }))).toBe('app/no-machine')
    expect(codeOf(await figureBoard(office, await as('lantai-operator-1'), empty))).toBe('app/not-a-reader')
    expect(boardsFor(office, await as('lantai-operator-1')).map(({ machine }) => machine)).toContain('hotline')
    expect(boardsFor(office, await as('lantai-operator-1')).map(({ machine }) => machine)).not.toContain('commitments')
  })

  it('A171 a meeting goes through figures, what is overdue, what is open, and what was closed in its span', async () => {
    clock.to('2025-10-13 09:00')
    const overdue = await openCase(act, { title: '井盖松动' })
    await advance(act, overdue, 'signIn')
    clock.to('2025-12-01 09:00')
    const fresh = await openCase(act, { title: '路灯不亮' })
    const session = await as('lantai-supervisor-1')
    const of = { machine: 'hotline', span: 'month', on: plainDate(2025, 12, 1) } as const
    const meeting = valueOf(await meetingOf(office, session, of))
    expect([meeting.from, meeting.to]).toEqual(['2025-12-01', '2025-12-31'])
    expect(meeting.overdue.map(({ id }) => id)).toContain(overdue)
    expect(meeting.open.map(({ id, title }) => [id, title])).toContainEqual([fresh, '路灯不亮'])
    expect(meeting.open.filter(meeting.isNew).map(({ id }) => id)).toEqual([fresh])
    const before = valueOf(await meetingOf(office, session, { ...of, on: plainDate(2025, 9, 15) }))
    expect(before.closed.map(({ id }) => id).toSorted()).toEqual(records.slice(0, 4).toSorted())
    const week = valueOf(await meetingOf(office, session, { ...of, span: 'week', on: plainDate(2025, 12, 7) }))
    expect([week.from, week.to]).toEqual(['2025-12-01', '2025-12-07'])
    const sheet = valueOf(await meetingFile(office, session, of, 'xlsx'))
    const read = valueOf(await readSheet(sheet.bytes, 'sheet.xlsx'))
    expect(JSON.stringify(read)).toContain('指标')
    const paper = valueOf(await meetingFile(office, session, of, 'docx'))
    expect([paper.name, Buffer.from(paper.bytes).subarray(0, 2).toString()]).toEqual([
      '市民热线案件办理闭环月调度（2025-12-01至2025-12-31）',
      'PK',
    ])
  })
})

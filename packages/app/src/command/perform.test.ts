import { beforeAll, describe, expect, it } from 'vitest'
import { advance, CASE, lantai, offices, openCase, testClock, valueOf } from '../../testing/kit.ts'
import {
  explainRefusal,
  messagesFor,
  type Office,
  perform,
  performAt,
  performMany,
  setSetting,
  verifyOffice,
} from '../index.ts'
import { FOLLOW_AT_ONCE } from './decide.ts'

const open = offices()
const clock = testClock('2025-03-03 09:00')
let office: Office
let as: Awaited<ReturnType<typeof lantai>>['as']
let act: Awaited<ReturnType<typeof lantai>>['act']

beforeAll(async () => {
  office = await open(clock)
  ;({ as, act } = await lantai(office))
}, 60_000)

const state = async (record: string) =>
  (await office.store.record({ district: 'lantai', person: 'x', units: 'all' }, record))!
const history = async (record: string) =>
  office.store.history({ district: 'lantai', person: 'x', units: 'all' }, record)
const dispatcher = () => as('lantai-dispatcher-1')

describe('commands', () => {
  it('A11 a case goes from the call to the archive, one entry a command', async () => {
    const record = await openCase(act)
    const last = await advance(act, record, 'callBack', () => clock.pass(20))
    expect(last).toEqual({ record, seq: 8, state: 'archived', repeated: false })
    const entries = await history(record)
    expect(entries.map(({ entry }) => entry.action)).toEqual([
      'accept',
      'clear',
      'dispatch',
      'signIn',
      'coAnswer',
      'finish',
      'approve',
      'callBack',
    ])
    expect(entries.map(({ entry }) => entry.by).at(-1)).toBe('lantai-callerBack-1')
    expect(await state(record)).toMatchObject({ state: 'archived', lead: 'lantai-urban', seq: 8 })
  })

  it('A12 the same key changes nothing and gets the first answer, also when it could no longer be done', async () => {
    const session = await as('lantai-operator-1')
    const command = { machine: 'hotline', action: 'accept', input: CASE, key: 'once' }
    const first = await perform(office, session, command)
    clock.pass(3)
    const again = await perform(office, session, command)
    expect(first.ok && again.ok && again.value).toEqual({ ...(first.ok && first.value), repeated: true })
    const record = first.ok ? first.value.record : ''
    const clear = { machine: 'hotline', record, action: 'clear', input: {}, key: 'clear-once' }
    await perform(office, await dispatcher(), clear)
    await act('lantai-dispatcher-1', { action: 'dispatch', record, input: {} })
    expect(await perform(office, await dispatcher(), clear)).toEqual({
      ok: true,
      value: { record, seq: 2, state: 'ready', repeated: true },
    })
    expect((await state(record)).seq).toBe(3)
  })

  it('A12 a key of another command, or of somebody else, is refused', async () => {
    const record = await openCase(act)
    const command = { machine: 'hotline', record, action: 'clear', input: {}, key: 'mine' }
    await perform(office, await dispatcher(), command)
    const other = await perform(office, await as('lantai-dispatcher-2'), command)
    expect(other).toMatchObject({ ok: false, refusal: { code: 'app/key-reused' } })
    const reused = await perform(office, await dispatcher(), { ...command, action: 'dispatch' })
    expect(reused).toMatchObject({ ok: false, refusal: { code: 'app/key-reused' } })
  })

  it('A12 a key that could be one of the machine’s own is refused, and so is an id that is none', async () => {
    const session = await as('lantai-operator-1')
    const command = { machine: 'hotline', action: 'accept', input: CASE }
    for (const key of ['', 'mark:x:handling.due:3', 'import:hotline.accept:LT1', 'a#1', 'a\nb', 'x'.repeat(161)])
      expect(await perform(office, session, { ...command, key })).toMatchObject({
        ok: false,
        refusal: { code: 'app/bad-key' },
      })
    expect(await act('lantai-operator-1', { ...command, record: 'a b' })).toMatchObject({ refused: 'app/bad-id' })
    const record = await openCase(act)
    expect(await act('lantai-operator-1', { ...command, record })).toMatchObject({ refused: 'app/record-exists' })
    expect(await act('lantai-urban-a', { ...command, record })).toMatchObject({ refused: 'engine/not-permitted' })
  })

  it('A13 who comes second is told who was first, and when, and what they did', async () => {
    const record = await openCase(act)
    const seen = (await state(record)).seq
    clock.to('2025-03-03 15:30')
    await act('lantai-dispatcher-2', { action: 'clear', record, input: {} })
    const second = await act('lantai-dispatcher-1', { action: 'clear', record, input: {}, expected: seen })
    expect(second).toMatchObject({
      refused: 'app/overtaken',
      refusal: { state: 'ready', params: { at: '2025-03-03 15:30', action: '判重通过（不重复）' } },
    })
    const { name } = await as('lantai-dispatcher-2')
    if (!('refusal' in second)) throw new Error('not refused')
    expect(explainRefusal(office, 'hotline', second.refusal)).toContain(`${name}已于2025-03-03 15:30先行办理`)
    // Without having said what it was decided on, the next thing that can be done is done.
    expect(await act('lantai-dispatcher-1', { action: 'dispatch', record, input: {} })).toMatchObject({
      state: 'dispatched',
    })
  })

  it('A14 of many at once on the same cases none is lost or doubled, and refusals name the winner', async () => {
    const { callerName: _name, callerPhone: _phone, ...input } = CASE
    const records: string[] = []
    for (let n = 0; n < 100; n++) records.push(await openCase(act, input))
    const people = ['lantai-dispatcher-1', 'lantai-dispatcher-2', 'lantai-dispatcher-3']
    const sessions = await Promise.all(people.map(as))
    // Another process: it remembers nothing of what this one knows.
    const other: Office = { ...office, records: (await import('../office/recent.ts')).recent(1000) }
    const outcomes = await Promise.all(
      Array.from({ length: 1000 }, async (_, n) => {
        const record = records[n % 100]!
        const command = { machine: 'hotline', record, action: 'clear', input: {}, key: `race-${n}` }
        return { record, by: n % 3, outcome: await perform(n % 2 === 0 ? office : other, sessions[n % 3]!, command) }
      }),
    )
    for (const record of records) {
      const mine = outcomes.filter((one) => one.record === record)
      const winners = mine.filter(({ outcome }) => outcome.ok)
      expect(winners).toHaveLength(1)
      const { name } = sessions[winners[0]!.by]!
      for (const { outcome } of mine) {
        if (outcome.ok) continue
        expect(['app/overtaken', 'engine/wrong-state']).toContain(outcome.refusal.code)
        if (outcome.refusal.code === 'app/overtaken') expect(outcome.refusal.params.person).toBe(name)
      }
      expect(await state(record)).toMatchObject({ seq: 2, state: 'ready' })
    }
    const won = outcomes.filter(({ outcome }) => outcome.ok).length
    const named = outcomes.filter(({ outcome }) => !outcome.ok && outcome.refusal.code === 'app/overtaken').length
    console.info(
      `1,000 commands on 100 cases: ${won} done, ${named} refused naming the winner, ${1000 - won - named} refused before`,
    )
  }, 120_000)

  it('A15 a record out of sight is answered like one that does not exist', async () => {
    const record = await openCase(act)
    await advance(act, record, 'dispatch')
    const outside = await act('lantai-water-a', { action: 'signIn', record, input: {} })
    const nowhere = await act('lantai-water-a', { action: 'signIn', record: 'nothing', input: {} })
    expect(outside).toMatchObject({ refused: 'app/no-record' })
    expect({ ...(outside as object), refusal: 0 }).toEqual({ ...(nowhere as object), refusal: 0 })
    if (!('refusal' in outside)) throw new Error('not refused')
    expect(outside.refusal).toEqual({ code: 'app/no-record', action: 'signIn', record, params: {}, possible: [] })
    // Whoever may see it but not do it is told why.
    expect(await act('lantai-yanchi-a', { action: 'signIn', record, input: {} })).toMatchObject({
      refused: 'engine/not-permitted',
    })
    expect(
      await act('lantai-urban-a', { action: 'signIn', record, input: {}, machine: 'above-scale-firms' }),
    ).toMatchObject({
      refused: 'app/no-record',
    })
  })

  it('A16 personal values are checked, then sealed; their words stand nowhere in the store', async () => {
    const record = await openCase(act, {
      callerName: '欧阳兰台',
      callerPhone: '10087654321',
      address: { text: '砚池路12号3单元' },
    })
    const { fields } = await state(record)
    expect(fields.callerPhone).toMatch(/^enc:v1:/)
    expect(fields.address).toMatch(/^enc:v1:/)
    const everything = JSON.stringify([await history(record), await state(record)])
    for (const word of ['欧阳', '10087654321', '3单元']) expect(everything).not.toContain(word)
    const bad = await act('lantai-operator-1', { action: 'accept', input: { ...CASE, callerPhone: '123' } })
    expect(bad).toMatchObject({
      refused: 'engine/bad-input',
      refusal: { fields: [{ field: 'callerPhone', code: 'engine/pattern' }] },
    })
    if (!('refusal' in bad)) throw new Error('not refused')
    expect(explainRefusal(office, 'hotline', bad.refusal)).toContain('“联系电话”应为11位手机号')
    // A sealed value that is handed in could be another record's.
    const stolen = await act('lantai-operator-1', {
      action: 'accept',
      input: { ...CASE, callerPhone: fields.callerPhone ?? null },
    })
    expect(stolen).toMatchObject({
      refused: 'engine/bad-input',
      refusal: { fields: [{ field: 'callerPhone', code: 'engine/wrong-type' }] },
    })
  })

  it('A17 files and records that a form names must be there and in sight', async () => {
    const record = await openCase(act, { repeatOf: undefined })
    const missing = await act('lantai-operator-1', { action: 'accept', input: { ...CASE, repeatOf: 'nothing' } })
    expect(missing).toMatchObject({
      refused: 'engine/bad-input',
      refusal: { fields: [{ field: 'repeatOf', code: 'app/no-such-record' }] },
    })
    expect(await act('lantai-operator-1', { action: 'accept', input: { ...CASE, repeatOf: record } })).toMatchObject({
      state: 'accepted',
    })
    const unsent = await act('lantai-operator-1', {
      action: 'accept',
      input: { ...CASE, attachments: ['0'.repeat(64)] },
    })
    expect(unsent).toMatchObject({
      refused: 'engine/bad-input',
      refusal: { fields: [{ field: 'attachments', code: 'app/no-such-file' }] },
    })
    const kept = await office.store.files.put((await dispatcher()).scope, Buffer.from('照片'), 'image/png')
    expect(
      await act('lantai-operator-1', { action: 'accept', input: { ...CASE, attachments: [kept.hash] } }),
    ).toMatchObject({ state: 'accepted' })
  })

  it('A18 head and member are written together, and members follow their head in the same command', async () => {
    const head = await openCase(act)
    await advance(act, head, 'clear')
    const members = [await openCase(act), await openCase(act)]
    for (const record of members)
      expect(await act('lantai-dispatcher-1', { action: 'merge', record, input: { head } })).toMatchObject({
        state: 'merged',
      })
    expect(await state(head)).toMatchObject({ members })
    expect(
      await act('lantai-dispatcher-1', { action: 'merge', record: head, input: { head: members[0]! } }),
    ).toMatchObject({ refused: 'is-head' })
    const late = await openCase(act)
    expect(
      await act('lantai-dispatcher-1', { action: 'merge', record: late, input: { head: members[0]! } }),
    ).toMatchObject({
      refused: 'engine/head-is-member',
    })
    expect(
      await act('lantai-dispatcher-1', { action: 'merge', record: late, input: { head: 'nothing' } }),
    ).toMatchObject({
      refused: 'engine/bad-input',
    })
    await act('lantai-dispatcher-1', { action: 'split', record: members[1]!, input: { reason: '地点不同。' } })
    expect(await state(head)).toMatchObject({ members: [members[0]] })
    for (const [person, action, input] of [
      ['lantai-dispatcher-1', 'dispatch', {}],
      ['lantai-urban-a', 'signIn', {}],
      ['lantai-transport-a', 'coAnswer', { done: true, answer: '已配合。' }],
      ['lantai-urban-a', 'finish', { contacted: true, solved: true, reply: '已修补。' }],
      ['lantai-urban-c', 'approve', {}],
    ] as const)
      expect(await act(person, { action, record: head, input })).toHaveProperty('record')
    expect(await state(members[0]!)).toMatchObject({ state: 'callBack', lead: 'lantai-urban' })
    const [ofHead, ofMember] = [await history(head), await history(members[0]!)]
    expect(ofMember.at(-1)).toMatchObject({ key: ofHead.at(-1)!.key, entry: { action: 'follow', by: 'system' } })
    expect((await state(members[1]!)).state).toBe('ready')
  })

  it('A18 a group of more than two hundred follows in chunks, and a command sent again finishes what is left', async () => {
    const head = await openCase(act)
    await advance(act, head, 'clear')
    const session = await as('lantai-operator-1')
    const { callerName: _name, callerPhone: _phone, ...input } = CASE
    const count = FOLLOW_AT_ONCE + 30
    const at = office.now()
    const opened = await performMany(
      office,
      'lantai',
      Array.from({ length: count }, (_, n) => ({
        session,
        at,
        command: { machine: 'hotline', action: 'accept', input, key: `many-${n}` },
      })),
    )
    const records = opened.map((one) => (one.ok ? one.value.record : ''))
    const merging = await dispatcher()
    const merged = await performMany(
      office,
      'lantai',
      records.map((record, n) => ({
        session: merging,
        at,
        command: { machine: 'hotline', record, action: 'merge', input: { head }, key: `merge-${n}` },
      })),
    )
    expect(merged.every(({ ok }) => ok)).toBe(true)
    await act('lantai-dispatcher-1', { action: 'dispatch', record: head, input: {} })
    await act('lantai-urban-a', { action: 'signIn', record: head, input: {} })
    await act('lantai-urban-a', {
      action: 'finish',
      record: head,
      input: { contacted: true, solved: true, reply: '已修补。', coExplained: '未到场。' },
    })
    const approve = { machine: 'hotline', record: head, action: 'approve', input: {}, key: 'approve-many' }
    expect(await perform(office, await as('lantai-urban-c'), approve)).toMatchObject({ ok: true })
    expect(await perform(office, await as('lantai-urban-c'), approve)).toMatchObject({
      ok: true,
      value: { repeated: true },
    })
    const states = await office.store.records({ district: 'lantai', person: 'x', units: 'all' }, records)
    expect(states.map((one) => one.state)).toEqual(Array.from({ length: count }, () => 'callBack'))
    expect(new Set(states.map(({ seq }) => seq))).toEqual(new Set([3]))
  })

  it('A19 messages reach the posts they are meant for, with the command that causes them', async () => {
    const record = await openCase(act)
    await advance(act, record, 'dispatch')
    const messages = await messagesFor(office, await as('lantai-urban-a'))
    expect(messages[0]).toMatchObject({ record, role: '承办员', unit: '兰台区城管局', machine: 'hotline' })
    expect(messages[0]!.text).toMatch(/工单/)
    expect((await messagesFor(office, await as('lantai-water-a'))).filter((one) => one.record === record)).toEqual([])
  })

  it('A20 what was due before a command is reached first, at its own moment', async () => {
    clock.to('2025-03-10 09:00')
    const record = await openCase(act)
    await advance(act, record, 'signIn')
    // The time in which it may be given back runs out on 12 March at 24:00; no worker has looked since.
    clock.to('2025-03-13 09:00')
    const late = await act('lantai-urban-a', {
      action: 'giveBack',
      record,
      input: { reason: 'duty', explanation: '不属本单位职责。' },
    })
    expect(late).toMatchObject({ refused: 'return-too-late' })
    const entries = await history(record)
    const mark = entries.find(({ entry }) => entry.action === 'mark:giveBack.due')
    const at = Date.parse('2025-03-13T00:00:00.001+08:00')
    expect(mark!.entry).toMatchObject({ by: 'system', unit: '', at })
  })

  it('A21 settings hold from their moment on, and limits that have begun keep what they began with', async () => {
    clock.to('2025-03-17 09:00')
    const before = await openCase(act)
    await advance(act, before, 'dispatch')
    const limits = { '*': { '*': { value: 1, unit: 'workday' } } }
    valueOf(await setSetting(office, await as('lantai-admin'), 'hotline', 'limits', limits))
    const after = await openCase(act)
    await advance(act, after, 'dispatch')
    expect((await state(before)).clocks.handling!.run.limit).toEqual({ value: 5, unit: 'workday' })
    expect((await state(after)).clocks.handling!.run.limit).toEqual({ value: 1, unit: 'workday' })
  })

  it('A22 many commands in one go are decided on what those before them leave', async () => {
    const session = await as('lantai-operator-1')
    const at = office.now()
    const record = 'batch-1'
    const key = (n: number) => `batch-${n}`
    const items = [
      { session, at, command: { machine: 'hotline', record, action: 'accept', input: CASE, key: key(1) } },
      {
        session: await dispatcher(),
        at,
        command: { machine: 'hotline', record, action: 'clear', input: {}, key: key(2) },
      },
      {
        session: await dispatcher(),
        at,
        command: { machine: 'hotline', record, action: 'clear', input: {}, key: key(3) },
      },
      {
        session: await dispatcher(),
        at,
        command: { machine: 'hotline', record, action: 'dispatch', input: {}, key: key(4) },
      },
    ]
    const outcomes = await performMany(office, 'lantai', items)
    expect(outcomes.map((one) => (one.ok ? one.value.state : one.refusal.code))).toEqual([
      'accepted',
      'ready',
      'engine/wrong-state',
      'dispatched',
    ])
    const again = await performMany(office, 'lantai', items)
    expect(again.map((one) => one.ok && one.value.repeated)).toEqual([true, true, false, true])
    expect((await state(record)).seq).toBe(3)
  })

  it('A22 one of many that meets another’s entry is decided anew by itself', async () => {
    const record = await openCase(act)
    const other: Office = { ...office, records: (await import('../office/recent.ts')).recent(1000) }
    await office.districts.view('lantai')
    // This office remembers the case as it was; the other one moves it on.
    await performAt(
      other,
      await dispatcher(),
      { machine: 'hotline', record, action: 'clear', input: {}, key: `${record}-1` },
      office.now(),
    )
    const [outcome] = await performMany(office, 'lantai', [
      {
        session: await dispatcher(),
        at: office.now(),
        command: { machine: 'hotline', record, action: 'dispatch', input: {}, key: `${record}-2` },
      },
    ])
    expect(outcome).toMatchObject({ ok: false, refusal: { code: 'engine/wrong-state' } })
    office.records.clear()
    const [retried] = await performMany(office, 'lantai', [
      {
        session: await dispatcher(),
        at: office.now(),
        command: { machine: 'hotline', record, action: 'dispatch', input: {}, key: `${record}-3` },
      },
    ])
    expect(retried).toMatchObject({ ok: true, value: { state: 'dispatched' } })
  })

  it('A66 after all of this the log, the records and the figures agree', async () => {
    const { findings, records } = await verifyOffice(office)
    expect(findings).toEqual([])
    expect(records).toBeGreaterThan(200)
  })
})

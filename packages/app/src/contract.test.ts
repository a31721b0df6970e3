import { describe, expect, it } from 'vitest'
import { advance, lantai, moment, offices, openCase, testClock, valueOf } from '../testing/kit.ts'
import {
  caseView,
  erase,
  figure,
  fireDueTimers,
  inbox,
  sealOffice,
  search,
  simulate,
  trace,
  unmask,
  verifyOffice,
} from './index.ts'

const engines = [
  { engine: 'embedded', open: offices('embedded') },
  { engine: 'pglite', open: offices('pglite') },
] as const

describe.each(engines)('on $engine', ({ open }) => {
  it('A23 a case lives through the same, with its figures, its trace, its secrets and its timers', async () => {
    const clock = testClock('2025-09-22 09:00')
    const office = await open(clock)
    const { as, act } = await lantai(office)
    const record = await openCase(act)
    await advance(act, record, 'signIn')
    clock.to('2025-09-29 09:00')
    expect(await fireDueTimers(office)).toBe(4)
    await act('lantai-urban-a', {
      action: 'finish',
      record,
      input: { contacted: true, solved: false, reply: '已核实。', unsolved: '列入计划。', coExplained: '未到场。' },
    })
    await act('lantai-urban-c', { action: 'approve', record, input: {} })
    const answer = { contacted: true, solved: false, satisfaction: 'dissatisfied' }
    expect(await act('lantai-callerBack-1', { action: 'callBack', record, input: answer })).toMatchObject({
      state: 'redo',
    })
    const stranger = await as('lantai-water-a')
    const handler = await as('lantai-urban-a')
    const supervisor = await as('lantai-supervisor-1')
    expect(valueOf(await inbox(office, handler, { machine: 'hotline', mine: true })).rows.map(({ id }) => id)).toEqual([
      record,
    ])
    expect(valueOf(await inbox(office, stranger, { machine: 'hotline' })).rows).toEqual([])
    expect(valueOf(await search(office, handler, { query: '路面破损' })).map(({ id }) => id)).toEqual([record])
    expect(valueOf(await caseView(office, handler, record))).toMatchObject({
      stateTitle: '重办',
      rounds: [{ number: 1 }],
    })
    expect(await unmask(office, handler, record, 'callerPhone', '回电')).toEqual({ ok: true, value: '10012345678' })
    expect(valueOf(await figure(office, supervisor, 'hotline.redoRate@2025-09'))).toMatchObject({
      value: 100,
      numerator: 1,
      base: 1,
    })
    const taken = valueOf(await trace(office, supervisor, 'hotline.redoRate@2025-09'))
    expect(taken.records!.rows.map((row) => row.record)).toEqual([record])
    expect(await erase(office, await as('lantai-admin'), record, '本人要求')).toMatchObject({ ok: true })
    expect((await sealOffice(office, 'lantai')).root).toMatch(/^[0-9a-f]{64}$/)
    expect((await verifyOffice(office)).findings).toEqual([])
  }, 120_000)

  it('A23 a small simulation runs through, and verifies', async () => {
    const clock = testClock('2025-09-01 00:00')
    const office = await open(clock)
    await lantai(office)
    const done = valueOf(
      await simulate(office, { machine: 'hotline', cases: 40, seed: 5, days: 20, from: moment('2025-09-01 00:00') }),
    )
    expect(done.opened).toBe(40)
    expect((await verifyOffice(office)).findings).toEqual([])
  }, 120_000)
})

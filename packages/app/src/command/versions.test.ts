import { catalogue, type Machine, ordinaryOffice } from '@jiannuo/engine'
import { hotline, hotlineMeasures } from '@jiannuo/systems'
import { describe, expect, it } from 'vitest'
import { advance, COURSE, lantai, offices, openCase, testClock, valueOf } from '../../testing/kit.ts'
import { caseView, furnishStore, type Office, perform, sessionOf, upgradeRecord, verifyOffice } from '../index.ts'

const open = offices()

/** The next version: what was 待签收 is called otherwise, and the form of finishing asks for nothing more. */
const second: Machine = {
  ...hotline,
  version: 2,
  states: Object.fromEntries(
    Object.entries(hotline.states).map(([id, state]) => [
      id,
      id === 'told' ? { ...state, title: '已告知办理途径' } : state,
    ]),
  ),
  clocks: {
    ...hotline.clocks,
    signIn: { ...hotline.clocks['signIn']!, limit: { const: { value: 30, unit: 'workday' } } },
  },
  migrations: [{ from: 1, to: 2 }],
}

describe('versions of definitions', () => {
  it('A24 an open record stays on the version it began with until it is brought up to date', async () => {
    const clock = testClock('2025-03-03 09:00')
    const office = await open(clock)
    const { act } = await lantai(office)
    const [old, moved] = [await openCase(act), await openCase(act)]
    const newer: Office = valueOf(
      await furnishStore(office.store, {
        now: clock.now,
        calendar: ordinaryOffice,
        catalogue: catalogue({ machines: [hotline, second], measures: [hotlineMeasures] }),
      }),
    )
    const as = async (person: string) => valueOf(await sessionOf(newer, 'lantai', person))
    const go = async (person: string, record: string, action: string, input = {}) =>
      perform(newer, await as(person), { machine: 'hotline', record, action, input, key: `${record}-${action}` })
    expect(await upgradeRecord(newer, await as('lantai-dispatcher-1'), moved)).toMatchObject({
      ok: false,
      refusal: { code: 'app/not-administrator' },
    })
    expect(await upgradeRecord(newer, await as('lantai-admin'), moved)).toMatchObject({ ok: true, value: { seq: 2 } })
    expect(await upgradeRecord(newer, await as('lantai-admin'), moved)).toMatchObject({
      ok: false,
      refusal: { code: 'engine/no-migration' },
    })
    for (const record of [old, moved])
      for (const [person, action, input] of COURSE.slice(0, 2))
        expect(await go(person, record, action, input)).toMatchObject({ ok: true })
    const [first, next] = await Promise.all(
      [old, moved].map(async (record) => valueOf(await caseView(newer, await as('lantai-dispatcher-1'), record))),
    )
    const signIn = (view: typeof first) => view!.clocks.find(({ clock: id }) => id === 'signIn')!.reading!.limit
    expect(first).toMatchObject({ version: 1 })
    expect(next).toMatchObject({ version: 2 })
    expect([signIn(first), signIn(next)]).toEqual([2, 30])
    expect(next!.timeline.map(({ title }) => title)).toEqual([
      '受理登记',
      '规则升级',
      '判重通过（不重复）',
      '按目录派单',
    ])
    const opened = await perform(newer, await as('lantai-operator-1'), {
      machine: 'hotline',
      action: 'accept',
      input: { ...(await formOf(office, old)) },
      key: 'fresh',
    })
    expect(
      valueOf(await caseView(newer, await as('lantai-operator-1'), opened.ok ? opened.value.record : '')),
    ).toMatchObject({ version: 2 })
    // A program that does not have the newer version does not touch its records.
    expect(await act('lantai-urban-a', { action: 'signIn', record: moved, input: {} })).toMatchObject({
      refused: 'app/no-record',
    })
    expect(await advance(act, await openCase(act), 'dispatch')).toMatchObject({ state: 'dispatched' })
    expect((await verifyOffice(newer)).findings).toEqual([])
  })
})

/** What may be given again of an open case's fields. */
async function formOf(office: Office, record: string) {
  const state = (await office.store.record({ district: 'lantai', person: 'x', units: 'all' }, record))!
  const { title, channel, kind, category, urgency, content } = state.fields
  return { title: title!, channel: channel!, kind: kind!, category: category!, urgency: urgency!, content: content! }
}

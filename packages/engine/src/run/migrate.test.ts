import { describe, expect, it } from 'vitest'
import { after, at, clerk, done, FILE, inspector, moment, refusal, SEND } from '../../testing/kit.ts'
import { patrol } from '../../testing/patrol.ts'
import { type Edit, spoil } from '../../testing/spoil.ts'
import { actBySystem, fold, type Machine, migrateRecord, type RecordState, transition } from '../index.ts'

const sent = after([
  [clerk, 'file', { title: '甲', kind: 'road', size: 5, urgency: 'low', area: 'guihua' }, FILE[3]],
  SEND,
])
const T = '2025-09-28 09:00'
const to = (version: number, ...edits: readonly Edit[]): Machine =>
  spoil(
    patrol,
    ['version', version],
    ['migrations', Array.from({ length: version - 1 }, (_, i) => ({ from: i + 1, to: i + 2 }))],
    ...edits,
  )
const migrate = (machine: Machine, record: RecordState = sent) => migrateRecord(machine, record, at(T), inspector)

describe('migration', () => {
  it('E104 an open record stays on its version until somebody takes it to another', () => {
    const two = to(2)
    expect(() => transition(two, sent, { action: 'drop', input: {}, actor: inspector, record: 'P1' }, at(T))).toThrow(
      RangeError,
    )
    const { entry, record } = done(migrate(two))
    expect(entry).toMatchObject({
      action: 'migrate',
      by: 'qian',
      unit: 'lantai',
      role: 'inspector',
      events: [{ type: 'migrated', from: 1, to: 2 }],
    })
    expect(record).toEqual({ ...sent, version: 2, seq: 3, changedAt: moment(T) })
    expect(
      transition(two, record, { action: 'drop', input: { reason: '误报' }, actor: inspector, record: 'P1' }, at(T)).ok,
    ).toBe(true)
  })

  it('E104 states, fields and clocks get their new names, what is gone goes, what is asked for comes', () => {
    const two = to(
      2,
      ['states.working', patrol.states['doing'] as never],
      ['clocks.work', patrol.clocks['handle'] as never],
      [
        'migrations[0]',
        {
          from: 1,
          to: 2,
          states: { doing: 'working' },
          fields: { size: 'area', urgency: null, spot: 'place' },
          defaults: { level: 1, title: '无' },
          clocks: { handle: 'work' },
        },
      ],
    )
    const { entry, record } = done(migrate(two))
    expect(entry.events).toEqual([
      { type: 'migrated', from: 1, to: 2, state: 'working', clocks: { handle: 'work' } },
      { type: 'cleared', field: 'size' },
      { type: 'cleared', field: 'urgency' },
      { type: 'set', fields: { area: 5, level: 1 } },
    ])
    expect(record).toMatchObject({
      state: 'working',
      stateSince: sent.stateSince,
      fields: { title: '甲', kind: 'road', area: 5, level: 1 },
    })
    expect(Object.keys(record.fields)).toHaveLength(4)
    expect(record.clocks).toEqual({ send: sent.clocks['send'], work: sent.clocks['handle'] })
    expect(fold(sent, entry, { district: 'lantai', id: 'P1' })).toEqual(record)
  })

  it('E104 several versions are several steps, each on what the one before left', () => {
    const three = to(
      3,
      ['migrations[0]', { from: 1, to: 2, fields: { size: 'middle' } }],
      ['migrations[1]', { from: 2, to: 3, fields: { middle: 'last' }, defaults: { last: 9 } }],
    )
    const { entry, record } = done(migrate(three))
    expect(entry.events.filter(({ type }) => type === 'migrated')).toHaveLength(2)
    expect(record).toMatchObject({ version: 3, fields: { last: 5 } })
    expect(record.fields).not.toHaveProperty('middle')
  })

  it('E104 two fields may change names with one another; one given its own name stays', () => {
    const two = to(2, ['migrations[0].fields', { title: 'kind', kind: 'title', size: 'size' }])
    expect(done(migrate(two)).record.fields).toMatchObject({ title: 'road', kind: '甲', size: 5 })
  })

  it('E104 nothing given is changed', () => {
    const before = JSON.stringify(sent)
    const two = to(2, ['migrations[0].fields', { size: 'area' }])
    const definition = JSON.stringify(two)
    migrate(two)
    expect([JSON.stringify(sent), JSON.stringify(two)]).toEqual([before, definition])
  })

  it('E104 a missing step, no newer version, a state that is gone', () => {
    expect(refusal(migrate(to(2, ['migrations', []])))).toMatchObject({
      code: 'engine/no-migration',
      action: 'migrate',
      params: { from: 1, to: 2 },
    })
    expect(refusal(migrate(patrol)).code).toBe('engine/no-migration')
    expect(refusal(migrate(to(2, ['states.doing'])))).toMatchObject({
      code: 'engine/state-gone',
      params: { state: 'doing' },
    })
    expect(() => migrate(spoil(to(2), ['id', 'x']))).toThrow(RangeError)
  })

  it('E104 the actor may be the machine, without a post', () => {
    const { entry } = done(migrateRecord(to(2), sent, at(T), { person: 'system', posts: [] }))
    expect(entry).toMatchObject({ by: 'system', unit: '', role: '' })
    expect(refusal(actBySystem(patrol, sent, 'lapse', {}, at(T))).code).toBe('engine/wrong-state')
  })
})

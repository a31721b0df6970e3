import { describe, expect, it } from 'vitest'
import { act, after, done, FILE, FINISH, SEND } from '../../testing/kit.ts'
import { type Entry, type Event, fold, replay } from '../index.ts'

const ids = { district: 'lantai', id: 'P1' }
const first = done(act(undefined, FILE))
const second = done(act(first.record, SEND))
const third = done(act(second.record, FINISH))
const entries = [first.entry, second.entry, third.entry]
const with_ = (entry: Entry, ...events: readonly Event[]): Entry => ({ ...entry, events })

describe('fold', () => {
  it('E57 the record of a transition is the fold of its entry', () => {
    expect(fold(undefined, first.entry, ids)).toEqual(first.record)
    expect(fold(first.record, second.entry, ids)).toEqual(second.record)
    expect(replay(entries, ids)).toEqual(third.record)
    expect(replay([], ids)).toBeUndefined()
  })

  it('E57 plain data throughout: it comes back from JSON as it was', () => {
    expect(JSON.parse(JSON.stringify(third.record))).toEqual(third.record)
    expect(replay(JSON.parse(JSON.stringify(entries)) as Entry[], ids)).toEqual(third.record)
  })

  it('E57 a broken log throws', () => {
    expect(() => fold(undefined, second.entry, ids)).toThrow(/entry 2 follows entry 0/)
    expect(() => fold(first.record, third.entry, ids)).toThrow(/entry 3 follows entry 1/)
    expect(() => fold(first.record, first.entry, ids)).toThrow(/follows/)
    expect(() => fold(undefined, with_(first.entry, { type: 'counted', counter: 'x' }), ids)).toThrow(/not opened/)
    const [opening] = first.entry.events
    if (opening === undefined) throw new Error('no event')
    expect(() => fold(first.record, with_(second.entry, opening), ids)).toThrow(/second time/)
    expect(() => fold(first.record, with_(second.entry, { type: 'clockResumed', clock: 'x' }), ids)).toThrow(
      /no clock x/,
    )
  })

  it('E57 what changes nothing changes nothing', () => {
    const none: readonly Event[] = [
      { type: 'cleared', field: 'gone' },
      { type: 'released', as: 'co', unit: 'water' },
      { type: 'coAnswered', unit: 'water' },
      { type: 'memberLeft', member: 'P9' },
      { type: 'unmasked', field: 'phone', reason: '回访' },
      { type: 'left', head: 'P9' },
    ]
    for (const event of none) {
      const entry = { ...with_(second.entry, event), action: 'unmask' }
      expect(fold(first.record, entry, ids)).toEqual({ ...first.record, seq: 2, changedAt: entry.at })
    }
  })

  it('E57 one co-handler may be released by itself', () => {
    const both = fold(
      first.record,
      with_(
        second.entry,
        { type: 'assigned', as: 'co', unit: 'water' },
        { type: 'assigned', as: 'co', unit: 'parks' },
        { type: 'released', as: 'co', unit: 'water' },
      ),
      ids,
    )
    expect(both.co.map(({ unit }) => unit)).toEqual(['parks'])
  })

  it('E58 every action of the definition is counted, the machine’s own entries are not', () => {
    expect(after([FILE, SEND, FINISH]).counters).toEqual({ file: 1, send: 1, finish: 1 })
    for (const action of ['mark:handle.due', 'migrate', 'unmask', 'erase', 'member'])
      expect(fold(first.record, { ...with_(second.entry), action }, ids).counters).toEqual({ file: 1 })
  })
})

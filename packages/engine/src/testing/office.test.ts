import { describe, expect, it } from 'vitest'
import { lending } from '../../testing/lending.ts'
import { constant } from '../define/build.ts'
import type { ExampleDefinition, Machine } from '../model/definition.ts'
import { actorFor, actorWith, contextAt, momentOf, runExamples, simulatedDistrict, simulatedOffice } from './index.ts'

const librarian = actorFor('librarian', 'lantai-dongmen')
const reservation = { book: '水经图', kind: 'atlas', branch: 'lantai-dongmen', reader: '李某' }

describe('E85 the simulated district', () => {
  it('E85 is a tree of a district, departments, two streets, four communities and grids', () => {
    const { units, line, names, id } = simulatedDistrict()
    const count = (kind: string): number => units.filter((unit) => unit.kind === kind).length
    expect([count('district'), count('street'), count('community')]).toEqual([1, 2, 4])
    expect(count('department')).toBeGreaterThanOrEqual(3)
    expect(count('grid')).toBeGreaterThanOrEqual(4)
    expect(new Set(units.map((unit) => unit.id)).size).toBe(units.length)
    for (const { id: unit, kind } of units) {
      expect(line(unit)[0]).toBe(unit)
      expect(line(unit).at(-1)).toBe(id)
      expect(line(unit)).toHaveLength({ district: 1, department: 2, street: 2, community: 3, grid: 4 }[kind])
      expect(names.has(unit)).toBe(true)
    }
    expect(line('lantai-dongmen-guihua-1')).toEqual([
      'lantai-dongmen-guihua-1',
      'lantai-dongmen-guihua',
      'lantai-dongmen',
      'lantai',
    ])
    expect(line('nowhere')).toEqual([])
  })

  it('E85 is the same each time, and one post is one person', () => {
    expect(simulatedDistrict().units).toEqual(simulatedDistrict().units)
    expect(actorFor('librarian', 'lantai')).toEqual(actorFor('librarian', 'lantai'))
    expect(actorFor('librarian', 'lantai').person).not.toBe(actorFor('director', 'lantai').person)
    const post = { role: 'librarian', unit: 'lantai' }
    expect(actorWith(post, { role: 'director', unit: 'lantai' }).posts).toHaveLength(2)
  })

  it('E85 a context is a moment in the district', () => {
    const context = contextAt('2025-09-26 10:00', { renewals: 2 })
    expect(context).toMatchObject({ district: 'lantai', at: momentOf('2025-09-26 10:00'), settings: { renewals: 2 } })
    expect(() => contextAt('gestern')).toThrow(RangeError)
    expect(() => momentOf('gestern')).toThrow(RangeError)
  })
})

describe('E86 the simulated office', () => {
  it('E86 carries out marks in order of time before what comes after them', () => {
    const office = simulatedOffice(lending)
    office.act('a', 'reserve', reservation, librarian, momentOf('2025-03-03 09:00'))
    office.act('b', 'reserve', reservation, librarian, momentOf('2025-03-03 10:00'))
    office.act('b', 'lend', { value: 10 }, librarian, momentOf('2025-03-04 10:00'))
    office.settle(momentOf('2025-04-01 00:00'))
    expect(office.entries().map(({ record, transition }) => `${record} ${transition.entry.action}`)).toEqual([
      'a reserve',
      'b reserve',
      'b lend',
      'a lapse',
      'b mark:loan.soon',
      'b mark:loan.due',
      'b mark:loan.long',
    ])
    const moments = office.entries().map(({ transition }) => transition.entry.at)
    expect(moments).toEqual([...moments].sort((a, b) => a - b))
    expect(office.record('a')?.state).toBe('declined')
    expect(office.record('b')?.urging).toBe('call')
    expect(office.records()).toHaveLength(2)
  })

  it('E86 settles before it acts', () => {
    const office = simulatedOffice(lending)
    office.act('a', 'reserve', reservation, librarian, momentOf('2025-03-03 09:00'))
    const outcome = office.act('a', 'lend', { value: 10 }, librarian, momentOf('2025-03-10 09:00'))
    expect(outcome).toMatchObject({ ok: false, refusal: { code: 'engine/wrong-state', state: 'declined' } })
  })

  it('E86 heads note their members', () => {
    const office = simulatedOffice(lending)
    office.act('a', 'reserve', reservation, librarian, momentOf('2025-03-03 09:00'))
    office.act('b', 'reserve', reservation, librarian, momentOf('2025-03-03 10:00'))
    office.act('b', 'merge', { original: 'a' }, librarian, momentOf('2025-03-03 11:00'))
    expect(office.record('a')?.members).toEqual(['b'])
    expect(office.record('b')?.head).toBe('a')
  })

  it('E86 keeps nothing when the head refuses', () => {
    const office = simulatedOffice(lending)
    office.act('a', 'reserve', reservation, librarian, momentOf('2025-03-03 09:00'))
    office.act('b', 'reserve', reservation, librarian, momentOf('2025-03-03 10:00'))
    office.act('a', 'decline', { reason: '缺书' }, librarian, momentOf('2025-03-03 10:30'))
    const before = [office.record('a'), office.record('b'), office.entries().length]
    const outcome = office.act('b', 'merge', { original: 'a' }, librarian, momentOf('2025-03-03 11:00'))
    expect(outcome).toMatchObject({ ok: false, refusal: { code: 'engine/head-closed' } })
    expect([office.record('a'), office.record('b'), office.entries().length]).toEqual(before)
  })

  /** Merged reservations stay open and follow their head. */
  function following(): Machine {
    const { lend, merge, lapse } = lending.actions
    if (lend === undefined || merge === undefined || lapse === undefined) throw new Error('actions gone')
    const follow = { ...lapse, title: '随主件借出', to: 'lent', effects: [{ set: 'value', to: constant(1) }] } as const
    return {
      ...lending,
      actions: { ...lending.actions, lend: { ...lend, carries: 'follow' }, merge: { ...merge, to: 'same' }, follow },
    }
  }

  it('E86 members follow their head; one that stands elsewhere is passed over', () => {
    const office = simulatedOffice(following())
    for (const [id, hour] of [
      ['a', '09'],
      ['b', '10'],
      ['c', '11'],
    ] as const)
      office.act(id, 'reserve', reservation, librarian, momentOf(`2025-03-03 ${hour}:00`))
    for (const id of ['b', 'c']) office.act(id, 'merge', { original: 'a' }, librarian, momentOf('2025-03-03 12:00'))
    office.act('c', 'decline', { reason: '撤回' }, librarian, momentOf('2025-03-03 13:00'))
    expect(office.act('a', 'lend', { value: 10 }, librarian, momentOf('2025-03-03 14:00')).ok).toBe(true)
    expect(['a', 'b', 'c'].map((id) => office.record(id)?.state)).toEqual(['lent', 'lent', 'declined'])
    expect(office.record('b')?.fields['value']).toBe(1)
  })

  it('E86 keeps nothing when a member that could follow refuses', () => {
    const machine = following()
    const follow = machine.actions['follow']
    if (follow === undefined) throw new Error('action gone')
    const guards = [{ when: { co: 'actorIsOne' }, code: 'lending/overdue' }] as const
    const office = simulatedOffice({ ...machine, actions: { ...machine.actions, follow: { ...follow, guards } } })
    office.act('a', 'reserve', reservation, librarian, momentOf('2025-03-03 09:00'))
    office.act('b', 'reserve', reservation, librarian, momentOf('2025-03-03 10:00'))
    office.act('b', 'merge', { original: 'a' }, librarian, momentOf('2025-03-03 12:00'))
    const outcome = office.act('a', 'lend', { value: 10 }, librarian, momentOf('2025-03-03 14:00'))
    expect(outcome).toMatchObject({ ok: false, refusal: { code: 'lending/overdue', record: 'b' } })
    expect(office.record('a')?.state).toBe('reserved')
  })
})

type Steps = ExampleDefinition['steps']

describe('E87 worked examples', () => {
  const run = (...steps: Steps) => {
    const [result] = runExamples({ ...lending, examples: [{ title: '例', steps }] })
    if (result === undefined) throw new Error('no result')
    return result
  }
  const open = {
    role: 'librarian',
    unit: 'lantai-dongmen',
    action: 'reserve',
    input: reservation,
    at: '2025-03-03 09:00',
  } as const

  it('E87 those of the lending loop come out as they say', () => {
    const results = runExamples(lending)
    expect(results).toHaveLength(lending.examples.length)
    for (const { failures, ok } of results) expect([ok, failures]).toEqual([true, []])
    expect(results[0]?.steps[1]?.due).toEqual({ pickup: '2025-10-10 17:30', loan: '2025-11-10 24:00' })
    expect(results[0]?.steps[2]).toMatchObject({
      refused: 'engine/bad-input',
      says: expect.stringContaining('延长天数'),
    })
    expect(results[1]?.records).toEqual({ 先: 'lending-1', 后: 'lending-2' })
  })

  it('E87 a due moment is held as a moment, however it is written', () => {
    expect(run({ ...open, due: { pickup: '2025-03-06 17:30' } }).failures).toEqual([])
    const late = run(open, {
      ...open,
      action: 'lend',
      input: { value: 1 },
      at: '2025-03-03 10:00',
      due: { loan: '2025-03-18 00:00' },
    })
    expect(late.failures).toEqual([])
  })

  it('E87 each difference is told with its step', () => {
    expect(run({ ...open, state: 'lent' }).failures).toEqual(['1: reserve: expected state lent, got reserved'])
    expect(run({ ...open, refused: 'lending/rare-phone' }).failures).toEqual([
      '1: reserve: expected lending/rare-phone, got none',
    ])
    expect(run({ ...open, due: { pickup: '2025-03-07 17:30', loan: '2025-04-01 24:00' } }).failures).toEqual([
      '1: reserve: expected pickup due 2025-03-07 17:30, got 2025-03-06 17:30',
      '1: reserve: expected loan due 2025-04-01 24:00, got none',
    ])
    expect(
      run(open, { ...open, action: 'lend', input: { value: -1 }, at: '2025-03-04 09:00', state: 'lent' }).failures,
    ).toEqual([
      '2: lend: expected no refusal, got engine/bad-input in reserved (value engine/too-small)',
      '2: lend: expected state lent, got a refusal',
    ])
    expect(run(open, { ...open, action: 'lend', input: { value: 1 }, at: '2025-03-01 09:00' }).failures).toEqual([
      '2: 2025-03-01 09:00 is before the step before it',
    ])
    expect(run({ ...open, input: { ...reservation, kind: 'poem' } }).ok).toBe(false)
  })
})

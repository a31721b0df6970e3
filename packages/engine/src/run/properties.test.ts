import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { commandsOn, runCommands, type World } from '../../testing/random.ts'
import { patrol, patrolMeasures } from '../../testing/patrol.ts'
import {
  availableActions,
  checkRun,
  type Contribution,
  clocksAt,
  contributionDeltas,
  contributions,
  fold,
  naiveSums,
  ordinaryOffice,
  type RecordState,
  replay,
  seesOf,
  transition,
} from '../index.ts'
import { at, clerk, inspector, units } from '../../testing/kit.ts'

const commands = commandsOn(4, 60)
const RUNS = { numRuns: 50 }
const each = (check: (world: World) => void): void =>
  fc.assert(
    fc.property(commands, (list) => check(runCommands(patrol, list))),
    RUNS,
  )

const of = (record: RecordState | undefined): readonly Contribution[] =>
  record === undefined ? [] : contributions(patrolMeasures, patrol, record, 480)

/** Sums by cell, cells that come to 0 left out. */
function summed(list: readonly Contribution[]): Readonly<Record<string, number>> {
  const sums: Record<string, number> = {}
  for (const { counter, period, unit, category, excluded, amount } of list) {
    const key = [counter, period, unit, category, excluded].join('|')
    sums[key] = (sums[key] ?? 0) + amount
  }
  return Object.fromEntries(Object.entries(sums).filter(([, sum]) => sum !== 0))
}

describe('after any sequence of commands', () => {
  it('E112 commands get through often enough to say something', () => {
    const seen = new Set<string>()
    let steps = 0
    let refused = 0
    fc.assert(
      fc.property(commands, (list) => {
        const world = runCommands(patrol, list)
        steps += world.steps.length
        refused += world.refused
        for (const { entry } of world.steps) for (const { type } of entry.events) seen.add(type)
      }),
      { numRuns: 100, seed: 1 },
    )
    expect(steps).toBeGreaterThan(1000)
    expect(refused).toBeGreaterThan(1000)
    const usual = [
      'opened',
      'moved',
      'set',
      'clockStarted',
      'clockStopped',
      'clockPaused',
      'clockExtended',
      'markReached',
      'assigned',
      'coAnswered',
      'stated',
      'counted',
      'redone',
      'requested',
      'decided',
      'urged',
      'joined',
      'memberJoined',
      'left',
      'linked',
      'unmasked',
    ]
    expect(usual.filter((type) => !seen.has(type))).toEqual([])
  })

  it('E112 the stream gives the record back, entry by entry and as a whole', () => {
    each(({ records, streams, steps }) => {
      for (const { before, after, entry } of steps)
        expect(fold(before, entry, { district: 'lantai', id: after.id })).toEqual(after)
      for (const [id, record] of records)
        expect(replay(streams.get(id) ?? [], { district: 'lantai', id })).toEqual(record)
    })
  })

  it('E112 entries are numbered without gaps and never go back in time', () => {
    each(({ streams }) => {
      for (const entries of streams.values()) {
        expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, index) => index + 1))
        for (const [index, entry] of entries.entries())
          expect(entry.at).toBeGreaterThanOrEqual(entries[index - 1]?.at ?? entry.at)
      }
    })
  })

  it('E112 the deltas sum up to the contributions, and these to the straight count', () => {
    each(({ records, steps }) => {
      const deltas = steps.flatMap(({ before, after }) => contributionDeltas(of(before), of(after)))
      const all = [...records.values()].flatMap(of)
      expect(summed(deltas)).toEqual(summed(all))
      for (const { counter, raw, adjusted } of naiveSums(patrolMeasures, patrol, records.values(), {
        utcOffset: 480,
      })) {
        const mine = all.filter((one) => one.counter === counter)
        expect(mine.reduce((sum, { amount }) => sum + amount, 0)).toBe(raw)
        expect(mine.reduce((sum, { amount, excluded }) => sum + (excluded ? 0 : amount), 0)).toBe(adjusted)
      }
    })
  })

  it('E112 every run of every clock makes sense, and is late as it reads', () => {
    each(({ records }) => {
      for (const record of records.values()) {
        for (const { run, former } of Object.values(record.clocks))
          for (const one of [...former, run]) expect(checkRun(one)).toEqual([])
        for (const { clock, reading } of clocksAt(patrol, record, ordinaryOffice, record.changedAt))
          if (reading?.overdue === true && reading.state === 'stopped') expect(record.clocks[clock]?.late).toBe(true)
        if (record.closedAt !== undefined)
          for (const { run } of Object.values(record.clocks)) expect(run.stoppedAt).toBeDefined()
      }
    })
  })

  it('E112 groups are flat: heads and members name each other, and no head follows', () => {
    each(({ records }) => {
      for (const [id, record] of records) {
        if (record.members.length > 0) expect(record.head).toBeUndefined()
        for (const member of record.members) expect(records.get(member)?.head).toBe(id)
        if (record.head !== undefined) expect(records.get(record.head)?.members).toContain(id)
      }
    })
  })

  it('E112 a request is decided by another person than filed it', () => {
    each(({ records }) => {
      for (const { requests } of records.values())
        for (const { by, decision } of requests) expect(decision?.by).not.toBe(by)
    })
  })

  it('E112 what is said to be impossible is refused, whatever the form', () => {
    each(({ records }) => {
      for (const record of records.values())
        for (const who of [clerk, inspector]) {
          const context = { ...at('2025-09-26 09:00'), at: record.changedAt }
          for (const { action, allowed, why } of availableActions(patrol, record, who, context)) {
            if (allowed) continue
            const outcome = transition(patrol, record, { action, input: {}, actor: who, record: record.id }, context)
            expect(outcome.ok).toBe(false)
            expect(why?.possible).not.toContain(action)
          }
        }
    })
  })

  it('E112 the units that see a record are those related to it, and all above them', () => {
    each(({ records }) => {
      for (const record of records.values()) {
        const sees = seesOf(record, patrol, units)
        expect(sees).toEqual([...new Set(sees)].sort())
        for (const unit of sees) for (const above of units.line(unit)) expect(sees).toContain(above)
        for (const unit of [record.lead, record.area, ...record.co.map((co) => co.unit)])
          if (unit !== undefined) expect(sees).toContain(unit)
      }
    })
  })
})

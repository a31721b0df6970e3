import { checkMachine, checkMeasures, type Machine } from '@jiannuo/engine'
import { runExamples } from '@jiannuo/engine/testing'
import { describe, expect, it } from 'vitest'
import { catalogueOfSystems, systemsTable } from './index.ts'

const { machines } = catalogueOfSystems

/** Every value under a key, at any depth. */
function valuesUnder(part: unknown, keys: readonly string[], found: unknown[] = []): unknown[] {
  if (typeof part !== 'object' || part === null) return found
  for (const [key, value] of Object.entries(part)) {
    if (keys.includes(key)) found.push(value)
    valuesUnder(value, keys, found)
  }
  return found
}

const codesIn = (machine: Machine): Set<unknown> =>
  new Set([
    ...valuesUnder(machine.actions, ['code', 'message', 'link', 'count']),
    ...valuesUnder(machine.clocks, ['message']),
  ])

it('Y1 the catalogue holds the machines of the declared systems', () => {
  expect([...new Set(machines.map(({ system }) => system))]).toEqual(systemsTable.map(({ id }) => id))
})

describe.each(machines.map((machine) => ({ id: machine.id, machine })))('$id', ({ id, machine }) => {
  it('Y1 passes the checks without a problem', () => {
    expect(checkMachine(machine)).toEqual([])
    const measures = catalogueOfSystems.measures(id)
    expect(measures && checkMeasures(measures, machine)).toEqual([])
  })

  it.each(runExamples(machine))('Y2 $title', ({ failures }) => {
    expect(failures).toEqual([])
  })

  it('Y3 every setting, clock, request and measure names its source', () => {
    const measures = catalogueOfSystems.measures(id)?.measures ?? []
    const sourced = [
      ...Object.values(machine.settings),
      ...Object.values(machine.clocks),
      ...Object.values(machine.requests),
      ...measures,
    ]
    expect(sourced.filter(({ source }) => !/[\u4e00-\u9fff]/.test(source))).toEqual([])
  })

  it('Y3 every code has its wording', () => {
    const codes = codesIn(machine)
    expect(
      [...codes].filter((code) => !String(code).startsWith('engine/') && machine.wording[String(code)] === undefined),
    ).toEqual([])
  })

  it('Y4 every action of people is done in some example', () => {
    const done = new Set(runExamples(machine).flatMap(({ steps }) => steps.flatMap((s) => (s.state ? s.action : []))))
    const ofPeople = Object.keys(machine.actions).filter((action) => machine.actions[action]?.system !== true)
    expect(ofPeople.filter((action) => !done.has(action))).toEqual([])
  })
})

import { describe, expect, it } from 'vitest'
import { patrol, patrolMeasuresInput } from '../../testing/patrol.ts'
import { type Edit, listed, spoil } from '../../testing/spoil.ts'
import { checkMeasures, DefinitionError, defineMeasures, type Json } from '../index.ts'

const check = (...edits: readonly Edit[]) =>
  listed(checkMeasures(spoil(patrolMeasuresInput(), ...edits), patrol)).map((text) => text.replace(/^engine\//, ''))

const ratio = (a: Json, b: Json): Json => ({ ratio: [a, b] })

describe('E13 faults of counters and measures', () => {
  it('E13 the base of these tests has none', () => expect(check()).toEqual([]))

  const FAULTS: readonly (readonly [string, ...Edit[]])[] = [
    ['other-machine machine', ['machine', 'x']],
    ['empty-text counters.filed.title', ['counters.filed.title', '']],
    ['unknown-field counters.finished.when.present', ['counters.finished.when', { present: { field: 'x' } }]],
    ['unknown-field counters.finished.period', ['counters.finished.period', { field: 'x' }]],
    ['unknown-field counters.filed.unit', ['counters.filed.unit', { field: 'x' }]],
    ['unknown-counter counters.rounds.amount', ['counters.rounds.amount', { counter: 'x' }]],
    ['unknown-state counters.open.when.inState[1]', ['counters.open.when.inState[1]', 'x']],
    ['looks-outside counters.rounds.amount', ['counters.rounds.amount', { input: 'more' }]],
    ['looks-outside counters.rounds.amount', ['counters.rounds.amount', { setting: 'weight' }]],
    ['looks-outside counters.filed.when.present', ['counters.filed.when', { present: { actor: 'unit' } }]],
    ['looks-outside counters.filed.period', ['counters.filed.period', { now: true }]],
    ['looks-outside counters.filed.when', ['counters.filed.when', { co: 'actorIsOne' }]],
    ['overdue-without-mark counters.late.when', ['counters.late.when.clock', 'redo']],
    ['unknown-counter measures[0].formula', ['measures[0].formula.counter', 'x']],
    ['unknown-counter measures[2].formula.ratio[1]', ['measures[2].formula.ratio[1].counter', 'x']],
    ['unknown-measure measures[4].formula.times[1]', ['measures[4].formula.times[1].measure', 'x']],
    [
      'unknown-setting measures[3].formula.ratio[0].plus[1].times[0].value',
      ['measures[3].formula.ratio[0].plus[1].times[0].value.setting', 'x'],
    ],
    ['looks-outside measures[4].formula.times[0].value', ['measures[4].formula.times[0].value', { fact: 'lead' }]],
    ['measure-twice measures[1].id', ['measures[1].id', 'finished']],
    ['bad-decimals measures[0].decimals', ['measures[0].decimals', -1]],
    ['empty-text measures[0].says', ['measures[0].says', '']],
    ['measure-cycle measures[4].formula', ['measures[4].formula.times[1].measure', 'score']],
    [
      'never-additive measures[0].additivity',
      ['measures[0].formula', ratio({ value: { const: 1 } }, { value: { const: 2 } })],
    ],
    ['never-additive measures[0].additivity', ['measures[0].formula', { measure: 'inTimeRate' }]],
    ['additivity-mixed measures[0].additivity', ['measures[0].formula.counter', 'open']],
    ['additivity-mixed measures[1].additivity', ['measures[1].formula.counter', 'finished']],
  ]
  for (const [fault, ...edits] of FAULTS) it(`E13 ${fault}`, () => expect(check(...edits)).toEqual([fault]))

  it('E13 measures that lead round to one another are all named', () => {
    expect(check(['measures[2].formula', { measure: 'mean' }])).toEqual([
      'measure-cycle measures[2].formula',
      'measure-cycle measures[5].formula',
    ])
  })

  it('E13 defineMeasures throws with every fault', () => {
    const faulty = spoil(patrolMeasuresInput(), ['measures[0].decimals', -1], ['counters.filed.title', ''])
    expect(() => defineMeasures(faulty, patrol)).toThrow(DefinitionError)
    expect(() => defineMeasures(faulty, patrol)).toThrow(/2 faults[^]*counters\.filed\.title[^]*measures\[0]\.decimals/)
  })
})

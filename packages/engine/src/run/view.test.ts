import { describe, expect, it } from 'vitest'
import { after, at, chief, FILE, handler, moment, SEND, units } from '../../testing/kit.ts'
import { patrol } from '../../testing/patrol.ts'
import {
  actorPerson,
  actorUnit,
  constant,
  counter,
  type Expr,
  type Fact,
  fact,
  field,
  firstOf,
  input,
  isPresent,
  type Json,
  minus,
  now,
  over,
  plus,
  type RecordState,
  requestField,
  sameJson,
  type Settings,
  setting,
  times,
  truthField,
  type View,
  valueOf,
} from '../index.ts'

const view = (record: RecordState | undefined, given: View['input'] = {}, settings: Settings = {}): View => ({
  machine: patrol,
  record,
  input: given,
  person: 'li',
  unit: 'roads',
  at: moment('2025-10-09 09:00'),
  calendar: at('2025-10-09 09:00').calendar,
  settings,
  units,
})

const record = after([
  FILE,
  SEND,
  [handler, 'askMore', { reason: '材料未到', more: 2 }, '2025-09-26 11:00'],
  [chief, 'refuseMore', { reason: '不必' }, '2025-09-26 12:00'],
  [handler, 'askMore', { reason: '材料仍未到', more: 3 }, '2025-09-28 09:00'],
  [chief, 'grantMore', { reason: '同意' }, '2025-09-28 10:00'],
  [handler, 'finish', { solved: true, note: '已补' }, '2025-09-28 11:00'],
])

const value = (expr: Expr, given: View['input'] = {}, settings: Settings = {}): Json =>
  valueOf(expr, view(record, given, settings))

describe('values', () => {
  it.each<readonly [string, Expr, Json]>([
    ['a constant', constant([1, { a: null }]), [1, { a: null }]],
    ['a field of the record', field('title'), '井盖缺失'],
    ['a field that was never filled', field('size'), null],
    ['input', input('given'), 5],
    ['input that was not given', input('other'), null],
    ['how often an action was done', counter('askMore'), 2],
    ['how often what never happened was', counter('redo'), 0],
    ['the acting person', actorPerson, 'li'],
    ['their unit', actorUnit, 'roads'],
    ['the moment', now, moment('2025-10-09 09:00')],
    ['a field of a truth', truthField('handler', 'note'), '已补'],
    ['a field of a truth that was not stated', truthField('citizen', 'content'), null],
    ['a field of the latest request', requestField('more', 'more'), 3],
    ['a field of a request never filed', requestField('out', 'reason'), null],
    ['the first that is there', firstOf(field('size'), input('empty'), field('kind'), field('title')), 'road'],
    ['the first of none', firstOf(field('size'), input('list')), null],
  ])('E20 %s', (_title, expr, expected) => {
    expect(value(expr, { given: 5, empty: '', list: [] })).toEqual(expected)
  })

  it.each<readonly [Fact, Json]>([
    ['id', 'P1'],
    ['state', 'checking'],
    ['lead', 'roads'],
    ['basis', '目录第8条'],
    ['area', 'guihua'],
    ['openedAt', moment('2025-09-26 09:00')],
    ['closedAt', null],
    ['stateSince', moment('2025-09-28 11:00')],
    ['urging', null],
    ['groupHead', null],
    ['coCount', 0],
  ])('E20 the fact %s', (id, expected) => expect(value(fact(id))).toBe(expected))

  it('E20 facts that come with time', () => {
    const closed: RecordState = {
      ...record,
      closedAt: moment('2025-10-01 09:00'),
      urging: 'talk',
      head: 'P0',
      co: [{ unit: 'water', since: moment('2025-09-26 10:00') }],
    }
    const of = (id: Fact) => valueOf(fact(id), view(closed))
    expect([of('closedAt'), of('urging'), of('groupHead'), of('coCount')]).toEqual([
      moment('2025-10-01 09:00'),
      'talk',
      'P0',
      1,
    ])
  })

  it('E20 before there is a record everything of it is absent, and counters are 0', () => {
    const nothing = view(undefined)
    const asked = [field('title'), fact('id'), truthField('handler', 'note'), requestField('more', 'more')]
    expect(asked.map((expr) => valueOf(expr, nothing))).toEqual([null, null, null, null])
    expect(valueOf(counter('askMore'), nothing)).toBe(0)
  })

  it('E21 a setting has the district’s value, else the default of the definition', () => {
    expect(value(setting('maxRedo'))).toBe(1)
    expect(value(setting('maxRedo'), {}, { maxRedo: 3 })).toBe(3)
    expect(value(setting('gone'))).toBeNull()
  })

  it.each<readonly [string, readonly Json[], Json]>([
    ['a row and its cell', ['high', 'road'], '1'],
    ['* stands for a key that is not there', ['high', 'park'], '2'],
    ['… and for an absent one', [null, 'road'], '3'],
    ['a key that is there hides *, even where the cell is missing', ['low', 'park'], null],
    ['a table without * has no cell for others', ['low', 'x'], null],
    ['fewer keys give the row', ['low'], { road: '4' }],
    ['more keys than the table is deep give nothing', ['high', 'road', 'x'], null],
    ['a number is the key that it writes', [7], 'seven'],
    ['names that every object inherits are no keys', ['constructor'], { '*': '3' }],
  ])('E21 %s', (_title, keys, expected) => {
    const limits = { high: { road: '1', '*': '2' }, low: { road: '4' }, 7: 'seven', '*': { '*': '3' } }
    expect(value(setting('limits', ...keys.map(constant)), {}, { limits })).toEqual(expected)
  })

  it.each<readonly [string, Expr, Json]>([
    ['plus', plus(constant(2), constant(3)), 5],
    ['minus', minus(constant(2), constant(3)), -1],
    ['times', times(constant(2), constant(3)), 6],
    ['over', over(constant(3), constant(2)), 1.5],
    ['a division by 0 gives nothing', over(constant(3), constant(0)), null],
    ['an absent operand gives nothing', plus(constant(1), field('size')), null],
    ['a text is no number', plus(constant(1), constant('1')), null],
    ['nested', times(plus(constant(1), constant(1)), counter('askMore')), 4],
  ])('E22 %s', (_title, expr, expected) => expect(value(expr)).toBe(expected))

  it('E23 what is present', () => {
    expect([null, undefined, '', []].map(isPresent)).toEqual([false, false, false, false])
    expect([0, false, ' ', [null], {}].map(isPresent)).toEqual([true, true, true, true, true])
  })

  it('E23 values are the same by what they hold, whatever the order of keys', () => {
    expect(sameJson({ a: [1, { b: null }], c: 2 }, { c: 2, a: [1, { b: null }] })).toBe(true)
    const others: readonly Json[] = [{ a: 1 }, { a: 1, b: 2, c: 3 }, { a: 1, c: 2 }, { a: 2, b: 2 }, [1, 2], null, '1']
    for (const other of others) expect(sameJson({ a: 1, b: 2 }, other)).toBe(false)
    expect(sameJson([1, 2], [1])).toBe(false)
    expect(sameJson([1, 2], [2, 1])).toBe(false)
    expect(sameJson({}, [])).toBe(false)
    expect(sameJson({ a: null }, { b: null })).toBe(false)
  })
})

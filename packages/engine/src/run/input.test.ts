import { describe, expect, it } from 'vitest'
import { act, actor, after, clerk, done, FILE, handler, refusal, SEND } from '../../testing/kit.ts'
import { patrol } from '../../testing/patrol.ts'
import { spoil } from '../../testing/spoil.ts'
import { choicesOf, type FieldDefinition, fieldsOffered, type Json, type Settings } from '../index.ts'

const filed = after([FILE])

/** Faults of one value of a field that `amend` offers. */
function faults(field: FieldDefinition, value: Json, settings: Settings = {}): readonly string[] {
  const machine = spoil(patrol, ['fields.size', field as never])
  const outcome = act(filed, [clerk, 'amend', { size: value }, SEND[3]], machine, settings)
  return outcome.ok ? [] : (outcome.refusal.fields ?? []).map(({ code }) => code.replace('engine/', ''))
}

const type = (name: FieldDefinition['type'], more: Partial<FieldDefinition> = {}): FieldDefinition => ({
  title: '项',
  type: name,
  ...more,
})
const AB = { a: '甲', b: '乙' }

describe('types', () => {
  it.each<readonly [string, FieldDefinition, readonly Json[], readonly Json[]]>([
    ['text', type('text'), ['甲', ' '], [1, true, ['甲'], { a: 1 }]],
    ['long text', type('longText'), ['甲\n乙'], [1]],
    ['number', type('number'), [0, -1.5], ['1', true, [1]]],
    ['money', type('money'), [0.01], ['1元']],
    ['date', type('date'), ['2025-02-28'], ['2025-02-29', '2025-2-1', '2025-02-01 09:00', 20_250_201]],
    ['instant', type('instant'), [0, 1_758_848_400_000], [1.5, 1e18, '2025-09-26 09:00']],
    ['boolean', type('boolean'), [true, false], [1, 'true']],
    ['person', type('person'), ['wang'], [1, 'wang li', 'x'.repeat(201)]],
    ['record', type('record'), ['P-1'], [1, 'P 1']],
    ['files', type('files'), [['a1b2'], ['a', 'b']], ['a1b2', [1], ['a b']]],
    [
      'place',
      type('place'),
      [{ text: '桂花路' }, { text: '桂花路', x: 114.3, y: 30.5 }],
      ['桂花路', { x: 1 }, { text: '桂', z: 1 }, { text: '桂', x: '1' }, { text: '桂', y: null }, ['桂']],
    ],
    ['choice', type('choice', { choices: AB }), ['a'], [1, ['a']]],
    ['choices', type('choices', { choices: AB }), [['a'], ['a', 'b']], ['a', [1]]],
    ['unit', type('unit'), ['roads'], [1]],
    ['units', type('units'), [['roads', 'water']], ['roads', [1]]],
  ])('E34 %s', (_title, field, good, bad) => {
    for (const value of good) expect(faults(field, value)).toEqual([])
    for (const value of bad) expect(faults(field, value)).toEqual(['wrong-type'])
  })

  it.each<readonly [string, FieldDefinition, Json]>([
    ['not-a-choice', type('choice', { choices: AB }), 'c'],
    ['not-a-choice', type('choice', { choices: AB }), 'constructor'],
    ['not-a-choice', type('choices', { choices: AB }), ['a', 'c']],
    ['repeated', type('choices', { choices: AB }), ['a', 'a']],
    ['no-such-unit', type('unit'), 'nowhere'],
    ['no-such-unit', type('units'), ['roads', 'nowhere']],
    ['repeated', type('units'), ['roads', 'roads']],
    ['too-small', type('number', { min: 1 }), 0],
    ['too-large', type('money', { max: 10 }), 10.5],
    ['too-long', type('text', { maxLength: 3 }), '一二三四'],
    ['pattern', type('text', { pattern: { regex: 'a|bc', says: '甲或乙丙' } }), 'ab'],
    ['pattern', type('text', { pattern: { regex: 'a|bc', says: '甲或乙丙' } }), 'a\n'],
  ])('E34 %s', (code, field, value) => expect(faults(field, value)).toEqual([code]))

  it('E34 bounds themselves are within', () => {
    expect(faults(type('number', { min: 1, max: 2 }), 1)).toEqual([])
    expect(faults(type('number', { min: 1, max: 2 }), 2)).toEqual([])
    expect(faults(type('text', { maxLength: 3 }), '一二三')).toEqual([])
    expect(faults(type('text', { pattern: { regex: 'a|bc', says: '' } }), 'bc')).toEqual([])
  })

  it('E34 choices may be the rows of a setting, or the parts of a list', () => {
    const field = type('choice', { choicesFrom: 'places' })
    const table = { places: { east: { title: '东' }, west: '西', 7: 1, '*': { title: '其他' } } }
    expect(faults(field, 'east', table)).toEqual([])
    expect(faults(field, 'north', table)).toEqual(['not-a-choice'])
    expect(faults(field, '*', table)).toEqual(['not-a-choice'])
    expect(faults(field, 'east', { places: ['east'] })).toEqual([])
    expect(faults(field, 'east', { places: ['west'] })).toEqual(['not-a-choice'])
    expect(faults(field, 'east', { places: 5 })).toEqual(['not-a-choice'])
    expect(choicesOf(field, patrol, table)).toEqual({ 7: '7', east: '东', west: '西' })
    expect(choicesOf(field, patrol, { places: ['east'] })).toEqual({ east: 'east' })
    expect(choicesOf(field, patrol, { places: 5 })).toEqual({})
    expect(choicesOf(type('choice', { choices: AB }), patrol, {})).toEqual(AB)
    expect(choicesOf(type('text'), patrol, {})).toEqual({})
  })
})

describe('forms', () => {
  it('E34 every fault is found at once, what was not offered last', () => {
    const { code, params, fields } = refusal(
      act(undefined, [clerk, 'file', { kind: 'x', size: 200, x: 1, lead: 'roads' }, FILE[3]]),
    )
    expect({ code, params, fields }).toEqual({
      code: 'engine/bad-input',
      params: { count: 5 },
      fields: [
        { field: 'title', code: 'engine/missing', params: {} },
        { field: 'kind', code: 'engine/not-a-choice', params: { value: 'x' } },
        { field: 'size', code: 'engine/too-large', params: { most: 100, value: 200 } },
        { field: 'x', code: 'engine/not-offered', params: {} },
        { field: 'lead', code: 'engine/not-offered', params: {} },
      ],
    })
  })

  it('E35 what is required must be there, by the form or on the record already', () => {
    const missing = (input: Readonly<Record<string, Json>>) => {
      const outcome = act(filed, [clerk, 'amend', input, SEND[3]])
      return outcome.ok ? [] : outcome.refusal.fields?.map(({ field }) => field)
    }
    expect(missing({})).toEqual([])
    expect(missing({ title: '新标题' })).toEqual([])
    expect(missing({ title: '' })).toEqual(['title'])
    expect(missing({ title: null })).toEqual(['title'])
    expect(refusal(act(undefined, [clerk, 'file', { title: '', kind: 'road' }, FILE[3]])).fields).toHaveLength(1)
  })

  it('E35 what an action needs, or requires of its own, is asked for each time', () => {
    const machine = spoil(patrol, ['actions.amend.needs', ['size']])
    const sized = done(act(filed, [clerk, 'amend', { size: 5 }, SEND[3]], machine)).record
    expect(refusal(act(sized, [clerk, 'amend', {}, SEND[3]], machine)).fields).toEqual([
      { field: 'size', code: 'engine/missing', params: {} },
    ])
    const sent = after([SEND], filed)
    expect(refusal(act(sent, [handler, 'finish', {}, SEND[3]])).fields).toEqual([
      { field: 'solved', code: 'engine/missing', params: {} },
    ])
    expect(act(sent, [handler, 'finish', { solved: false, note: '待料' }, SEND[3]]).ok).toBe(true)
  })

  it('E36 an encrypted personal value passes, a plain one is held against its field', () => {
    const of = (phone: Json) => act(filed, [clerk, 'amend', { phone }, SEND[3]])
    expect(of(`enc:${'x'.repeat(400)}`).ok).toBe(true)
    expect(of('13812345678').ok).toBe(true)
    expect(refusal(of('138')).fields?.[0]).toMatchObject({ code: 'engine/pattern', params: { says: '11位手机号' } })
    // Only personal fields are ever encrypted.
    expect(refusal(act(filed, [clerk, 'amend', { title: `enc:${'x'.repeat(400)}` }, SEND[3]])).fields?.[0]?.code).toBe(
      'engine/too-long',
    )
    expect(refusal(act(filed, [clerk, 'amend', { size: 'enc:1' }, SEND[3]])).fields?.[0]?.code).toBe(
      'engine/wrong-type',
    )
  })

  it('E34 the fields of a form, in order, own ones told apart', () => {
    const action = patrol.actions['check']
    if (action === undefined) throw new Error('no action')
    expect(fieldsOffered(patrol, action).map(({ id, own, needed }) => [id, own, needed])).toEqual([
      ['kind', false, false],
      ['fine', true, false],
      ['reason', true, false],
    ])
    expect(fieldsOffered(patrol, { ...action, input: ['gone', 'constructor'] })).toEqual([])
  })

  it('E34 a unit of the actor says nothing about the form', () => {
    expect(refusal(act(filed, [actor('a', 'clerk@roads'), 'amend', { x: 1 }, SEND[3]])).code).toBe(
      'engine/not-permitted',
    )
  })
})

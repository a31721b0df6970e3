import type { Json, SettingForm } from '@jiannuo/contract'
import { describe, expect, it } from 'vitest'
import { settings } from '../../../locale/zh/settings.ts'
import { faultOf, rowsOf, valueOf } from './table-value.ts'
import { cellWords, countedIn, keyWords, plainWords, shareOf } from './value-words.ts'

const column = (id: string, type: SettingForm['columns'][number]['type'] = 'text') => ({
  id,
  title: id,
  type,
  choices: [],
})
const level = { title: '键', choices: [{ value: 'urgent', title: '紧急' }] }
const saying = { words: settings, unitName: (unit: string) => `${unit}局` }

describe('tables of settings as rows', () => {
  const cases: readonly [string, SettingForm, Json][] = [
    [
      'plain leaves two keys deep',
      { levels: [level, level], columns: [column('', 'limit')] },
      {
        urgent: { '*': { value: 2, unit: 'hour' } },
        '*': { a: { value: 1, unit: 'day' }, b: { value: 3, unit: 'day' } },
      },
    ],
    [
      'rows with columns',
      { levels: [level], columns: [column('lead', 'unit'), column('co', 'units'), column('clause')] },
      { a: { lead: 'x', co: [], clause: '一' }, b: { co: ['y'], clause: '二' } },
    ],
    [
      'one row by itself',
      { levels: [], columns: [column('every'), column('day', 'number')] },
      { every: 'month', day: 28 },
    ],
  ]
  it.each(cases)('%s come back as they were', (_, form, value) => {
    const rows = rowsOf(form, value)
    expect(valueOf(form, rows)).toEqual(value)
    expect(faultOf(form, rows)).toBeUndefined()
  })

  it('what is empty or twice is told before it is sent', () => {
    const form: SettingForm = { levels: [level], columns: [column('', 'number')] }
    const row = { keys: ['a'], cells: { '': 1 } }
    expect(faultOf(form, [row, { keys: [''], cells: { '': 1 } }])).toBe('missing')
    expect(faultOf(form, [row, { keys: ['b'], cells: {} }])).toBe('missing')
    expect(faultOf(form, [row, row])).toBe('repeated')
  })
})

describe('values of settings in words', () => {
  it('as an official reads them', () => {
    expect(plainWords({ value: 5, unit: 'workday' }, saying)).toBe('5个工作日')
    expect(plainWords(0.07, saying, countedIn('“左右”的容差（比例）', settings))).toBe('7%')
    expect(shareOf(7)).toBe(0.07)
    expect(plainWords(2, saying, countedIn('重办次数上限', settings))).toBe('2次')
    expect(plainWords(false, saying)).toBe('否')
    expect(keyWords(level, '*', saying)).toBe('其他')
    expect(keyWords(level, 'urgent', saying)).toBe('紧急')
    expect(cellWords(column('co', 'units'), ['a', 'b'], saying)).toBe('a局、b局')
  })
})

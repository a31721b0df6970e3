import { describe, expect, it } from 'vitest'
import { lending } from '../../testing/lending.ts'
import type { Json } from '../model/value.ts'
import { settingForm } from './setting-form.ts'

const withTable = (value: Json, wording: Readonly<Record<string, string>> = {}) => ({
  ...lending,
  wording,
  settings: { t: { title: '表', type: 'table' as const, default: value, source: '无' } },
})
const formOf = (value: Json, wording?: Readonly<Record<string, string>>) => settingForm(withTable(value, wording), 't')

describe('how a table of settings is filled in', () => {
  it('E81 a row by itself has its names as columns, and values that are worded are choices', () => {
    expect(formOf({ every: 'month', day: 28 }, { every: '周期', 'every.week': '每周', 'every.month': '每月' })).toEqual(
      {
        levels: [],
        columns: [
          {
            id: 'every',
            title: '周期',
            type: 'choice',
            choices: [
              { code: 'week', title: '每周' },
              { code: 'month', title: '每月' },
            ],
          },
          { id: 'day', title: 'day', type: 'number', choices: [] },
        ],
      },
    )
  })

  it('E81 rows by key: units, limits, yes or no; an empty table has no columns', () => {
    const found = formOf({ a: { title: '甲', lead: null, co: [] }, b: { title: '乙', open: true } })
    expect(found?.levels).toHaveLength(1)
    expect(found?.columns.map(({ id, type }) => [id, type])).toEqual([
      ['title', 'text'],
      ['lead', 'unit'],
      ['co', 'units'],
      ['open', 'boolean'],
    ])
    const nested = formOf({ x: { '*': { value: 2, unit: 'hour' } } })
    expect([nested?.levels.length, nested?.columns]).toEqual([2, [{ id: '', title: '', type: 'limit', choices: [] }]])
    expect(formOf({})?.columns).toEqual([])
  })

  it('E81 what is no table has none; a present value is heeded beside the default', () => {
    expect(settingForm(lending, 'pickup')).toBeUndefined()
    const machine = withTable({ a: { title: '甲' } })
    const found = settingForm(machine, 't', { t: { a: { title: '甲', extra: 3 } } })
    expect(found?.columns.map(({ id }) => id)).toEqual(['title', 'extra'])
  })
})

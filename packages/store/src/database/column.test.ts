import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Column, type ColumnType, type ColumnValue } from './column.ts'

const VALUES: Readonly<Record<Exclude<ColumnType, 'bytes'>, fc.Arbitrary<ColumnValue>>> = {
  text: fc.string({ unit: 'binary', maxLength: 80 }).map((text) => text.toWellFormed().replaceAll('\0', '')),
  json: fc.json(),
  integer: fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }),
  bigint: fc.maxSafeInteger(),
  boolean: fc.boolean(),
}

const columnOf = (type: ColumnType, values: readonly ColumnValue[]): Column => {
  const column = new Column(type)
  for (const value of values) column.push(value)
  return column
}

describe('a column of values on its way to the database', () => {
  it('S39 holds what it was given, whatever the values and however many', () => {
    for (const [type, value] of Object.entries(VALUES))
      fc.assert(
        fc.property(fc.array(fc.option(value, { freq: 6 }), { maxLength: 200 }), (values) => {
          const column = columnOf(type as ColumnType, values)
          expect(column.length).toBe(values.length)
          expect(column.values()).toEqual(values)
        }),
      )
  })

  it('S39 lays bytes down from hex, and an array with its head in front', () => {
    const column = columnOf('bytes', ['00ff10', null, ''])
    expect(column.values()).toEqual(['\\x00ff10', null, '\\x'])
    const bytes = column.bytes()
    expect([0, 4, 8, 12, 16].map((at) => bytes.readInt32BE(at))).toEqual([1, 1, 17, 3, 1])
    expect(bytes.length).toBe(20 + 7 + 4 + 4)
    expect(columnOf('text', ['一', 'a']).bytes().readInt32BE(4)).toBe(0)
  })
})

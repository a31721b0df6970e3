import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatArray, parseArray } from './array-literal.ts'
import { copyLine } from './copy.ts'
import { encodeValue, parserOf } from './values.ts'

const read = (type: number, text: string): unknown => parserOf(type)(text)

describe('values that come out', () => {
  it('S16 whole numbers and numerics are numbers; beyond the safe ones they are a fault', () => {
    expect(read(20, '9007199254740991')).toBe(9007199254740991)
    expect(() => read(20, '9007199254740992')).toThrow(RangeError)
    expect(read(1700, '0.33333333333333333333')).toBeCloseTo(1 / 3, 15)
    expect(() => read(1700, '90071992547409920')).toThrow(RangeError)
    expect(() => read(1700, 'NaN')).toThrow(RangeError)
  })

  it('S16 a date is its text; moments are Dates, cut to milliseconds, without a zone in UTC', () => {
    expect(read(1082, '2026-03-01')).toBe('2026-03-01')
    expect(read(1184, '2026-03-01 08:30:00.123456+08')).toEqual(new Date('2026-03-01T00:30:00.123Z'))
    expect(read(1184, '2026-03-01 08:30:00.1+05:30')).toEqual(new Date('2026-03-01T03:00:00.100Z'))
    expect(read(1114, '2026-03-01 08:30:00')).toEqual(new Date('2026-03-01T08:30:00Z'))
    expect(() => read(1184, 'infinity')).toThrow(RangeError)
  })

  it('S16 bytes, JSON, truth values, and arrays of them all', () => {
    expect(read(17, '\\x00ff10')).toEqual(new Uint8Array([0, 255, 16]))
    expect(read(3802, '{"a":[1,null]}')).toEqual({ a: [1, null] })
    expect(read(16, 't')).toBe(true)
    expect(read(1016, '{1,NULL,3}')).toEqual([1, null, 3])
    expect(read(1009, '{"a,b",NULL,"NULL","say \\"x\\" \\\\ y",{"c"}}')).toEqual([
      'a,b',
      null,
      'NULL',
      'say "x" \\ y',
      ['c'],
    ])
    expect(read(1009, '[0:1]={a,b}')).toEqual(['a', 'b'])
    expect(read(3807, '{"{\\"a\\": 1}"}')).toEqual([{ a: 1 }])
  })

  it('S16 any other type is the text that Postgres writes', () => {
    expect(read(1186, '1 day 02:00:00')).toBe('1 day 02:00:00')
  })
})

describe('values that go in', () => {
  it('S16 are texts that Postgres reads', () => {
    expect(encodeValue(undefined)).toBe(null)
    expect(encodeValue(12.5)).toBe('12.5')
    expect(encodeValue(10n)).toBe('10')
    expect(encodeValue(true)).toBe('true')
    expect(encodeValue(new Date(0))).toBe('1970-01-01T00:00:00.000Z')
    expect(encodeValue(new Uint8Array([1, 171]))).toBe('\\x01ab')
    expect(encodeValue({ a: 1 })).toBe('{"a":1}')
    expect(encodeValue(['a"b', null, 3, ['\\']])).toBe('{"a\\"b",NULL,"3",{"\\\\"}}')
    expect(() => encodeValue(() => 1)).toThrow(TypeError)
  })

  it('S16 arrays of any texts come back as they went', () => {
    const texts = fc.array(fc.option(fc.string({ unit: 'binary' })))
    fc.assert(
      fc.property(texts, (list) => {
        expect(parseArray(formatArray(list, encodeValue), String)).toEqual(list)
      }),
    )
  })

  it('S20 a line of COPY keeps tabs, ends of lines, backslashes and nothing apart', () => {
    expect(copyLine(['a\tb', 'c\nd\r', '\\N', null, 5, ['x']])).toBe('a\\tb\tc\\nd\\r\t\\\\N\t\\N\t5\t{"x"}\n')
  })
})

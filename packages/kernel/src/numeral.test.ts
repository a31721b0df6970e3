import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseNumeral } from './numeral.ts'
import { formatChineseNumeral } from './numeral-format.ts'

const wide = (text: string) => text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))

describe('parseNumeral', () => {
  it.each([
    ['0', 0],
    ['1260', 1260],
    ['1,260', 1260],
    ['1，260', 1260],
    ['12,345,678', 12_345_678],
    ['1,260.5', 1260.5],
    ['１２', 12],
    ['１２．５', 12.5],
    ['2024', 2024],
    ['0.76', 0.76],
    ['-3.2', -3.2],
    ['−3', -3],
    ['123456789012345', 123_456_789_012_345],
    ['007', 7],
  ])('K30 Arabic: %s is %d', (text, value) => expect(parseNumeral(text)).toBe(value))

  it.each([
    ['五', 5],
    ['〇', 0],
    ['零', 0],
    ['十', 10],
    ['十二', 12],
    ['五十六', 56],
    ['一百二十三', 123],
    ['一百零五', 105],
    ['一百十五', 115],
    ['两千', 2000],
    ['两千零五', 2005],
    ['两千零五十', 2050],
    ['一千零一十', 1010],
    ['三十万', 300_000],
    ['一百万', 1_000_000],
    ['一千零五万零三', 10_050_003],
    ['三亿五千万', 350_000_000],
    ['三万亿', 3e12],
    ['三万五千亿', 3.5e12],
    ['壹佰贰拾叁', 123],
    ['负五', -5],
  ])('K31 Chinese: %s is %d', (text, value) => expect(parseNumeral(text)).toBe(value))

  it.each([
    ['百', 100],
    ['千', 1000],
    ['万', 10_000],
    ['亿', 1e8],
    ['百万', 1e6],
    ['千万', 1e7],
    ['百亿', 1e10],
    ['千亿', 1e11],
    ['万亿', 1e12],
    ['十万', 1e5],
  ])('K32 a bare multiplier counts once: %s is %d', (text, value) => expect(parseNumeral(text)).toBe(value))

  it.each([
    ['3万5千', 35_000],
    ['3万500', 30_500],
    ['3亿5000万', 350_000_000],
    ['3亿零50000', 300_050_000],
    ['12千', 12_000],
    ['3千5百', 3500],
    ['1.2万', 12_000],
    ['5.6万', 56_000],
    ['1.26千亿', 1.26e11],
    ['1.2万亿', 1.2e12],
    ['1260亿', 1.26e11],
    ['35万', 350_000],
    ['1,200万', 12_000_000],
  ])('K33 mixed: %s is %d', (text, value) => expect(parseNumeral(text)).toBe(value))

  it.each([
    ['二〇二五', 2025],
    ['二○二五', 2025],
    ['二零二五', 2025],
    ['一九九八', 1998],
    ['一二三四五', 12_345],
    ['二〇', 20],
  ])('K34 positional: %s is %d', (text, value) => expect(parseNumeral(text)).toBe(value))

  it.each([
    ['半', 0.5],
    ['一半', 0.5],
    ['三点五', 3.5],
    ['零点八', 0.8],
    ['三点一四', 3.14],
    ['十二点五', 12.5],
    ['三点五万', 35_000],
    ['一点二万亿', 1.2e12],
    ['二点〇五', 2.05],
  ])('K35 fractions: %s is %d', (text, value) => expect(parseNumeral(text)).toBe(value))

  it.each([
    ['廿', 20],
    ['廿五', 25],
    ['卅', 30],
    ['卅一', 31],
    ['一百廿五', 125],
    ['卌', 40],
  ])('K36 廿 and 卅: %s is %d', (text, value) => expect(parseNumeral(text)).toBe(value))

  it.each([
    ['三万五', 35_000],
    ['一百五', 150],
    ['一千二', 1200],
    ['三亿五', 350_000_000],
  ])('K37 a short last digit: %s is %d', (text, value) => expect(parseNumeral(text)).toBe(value))

  it.each([
    '',
    '两千余',
    '几十',
    '三五',
    '七八',
    '十七八',
    '三四百',
    '3万5',
    '1,26',
    '1,2600',
    '1234,567',
    '12.',
    '.5',
    '1.2.3',
    '一百零',
    '零五',
    '亿亿',
    '万万',
    '百十千',
    '十百',
    '一千百',
    '五万三万',
    '三亿五亿',
    '3万50000',
    '1.5万5千',
    '点五',
    '三点',
    '三点五千百',
    '半百',
    '1234567890123456',
    '0.1234567890123456',
    '一二半',
    '3万12千',
    '3亿50000万',
    '3百零500',
    '一百零五百',
    '3点5',
    '半点五',
    '二百五点',
    '家',
    '1家',
    '5%',
    ' 5',
    '五 十',
    '一百零零五',
    '负',
    '-',
    '--3',
    '3五',
    '五3',
    '百二三',
    '零零零零十',
    'Infinity',
    '1e5',
    '0x10',
    '九'.repeat(20),
    '1'.repeat(65),
  ])('K38 malformed or a guess, so undefined: %j', (text) => expect(parseNumeral(text)).toBeUndefined())

  it('K39 reads back what formatChineseNumeral writes', () => {
    const whole = fc.oneof(fc.integer({ min: 0, max: 99_999_999 }), fc.integer({ min: 0, max: 12_000 }))
    fc.assert(
      fc.property(whole, (value) => {
        expect(parseNumeral(formatChineseNumeral(value))).toBe(value)
      }),
      { numRuns: 3000 },
    )
  })

  it('K39 and beyond 亿, up to the safe integers', () => {
    const whole = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER })
    fc.assert(
      fc.property(whole, (value) => {
        expect(parseNumeral(formatChineseNumeral(value))).toBe(value)
      }),
      { numRuns: 2000 },
    )
  })

  it('K39 every number up to 11,111', () => {
    for (let value = 0; value <= 11_111; value += 1) expect(parseNumeral(formatChineseNumeral(value))).toBe(value)
  })

  it('K30 reads back grouped and full-width Arabic numbers', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e12 }), (value) => {
        expect(parseNumeral(value.toLocaleString('en-US'))).toBe(value)
        expect(parseNumeral(wide(value.toLocaleString('en-US')))).toBe(value)
      }),
    )
  })

  it('K30 reads a decimal as the double that the decimal is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 9 }), fc.integer({ min: 0, max: 6 }), (whole, places) => {
        const text = (whole / 10 ** places).toFixed(places)
        expect(parseNumeral(text)).toBe(Number(text))
      }),
    )
  })

  it('K38 never throws and never gives anything but a finite number or undefined', () => {
    const signs = fc.constantFrom(...'〇一二两九十百千万亿点半廿零负-0123456789,，.．余家')
    fc.assert(
      fc.property(fc.array(signs, { maxLength: 12 }), (parts) => {
        const value = parseNumeral(parts.join(''))
        expect(value === undefined || Number.isFinite(value)).toBe(true)
      }),
      { numRuns: 5000 },
    )
  })
})

describe('formatChineseNumeral', () => {
  it.each([
    [0, '零'],
    [5, '五'],
    [10, '十'],
    [15, '十五'],
    [105, '一百零五'],
    [110, '一百一十'],
    [2005, '二千零五'],
    [10_500, '一万零五百'],
    [100_000, '十万'],
    [10_050_003, '一千零五万零三'],
    [99_999_999, '九千九百九十九万九千九百九十九'],
  ])('K39 %d is %s', (value, text) => expect(formatChineseNumeral(value)).toBe(text))

  it.each([-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])('K39 refuses %d by throwing', (value) => {
    expect(() => formatChineseNumeral(value)).toThrow(RangeError)
  })
})

import { describe, expect, test } from 'vitest'
import { charWidth, displayWidth } from '@jiannuo/kernel'
import { clip, oneLine, pad } from './width.ts'

describe('display width', () => {
  test.each([
    ['', 0],
    ['abc', 3],
    ['市场主体5.6万户', 15],
    ['，。（）《》', 12],
    ['ＡＢ１２％', 10],
    ['ｱｲｳ', 3],
    ['한국어', 6],
    ['𠮷田', 4],
    ['😀', 2],
    ['e\u0301', 1],
    ['字\ufe0f', 2],
    ['\u3099', 0],
    ['≥≤≈…—“”①℃×', 10],
    ['〇々〔〕', 8],
  ])('%s takes %i places', (text, width) => {
    expect(displayWidth(text)).toBe(width)
  })

  test('every character of the CJK blocks is wide', () => {
    for (const code of [0x3400, 0x4dbf, 0x4e00, 0x9fff, 0xf900, 0x20000, 0x2fffd, 0x30000, 0x3fffd]) {
      expect(charWidth(code)).toBe(2)
    }
    expect(charWidth(0x4dc0)).toBe(1)
    expect(charWidth(0x303f)).toBe(1)
  })
})

describe('one line', () => {
  test('breaks, tabs and full-width blanks become one blank', () => {
    expect(oneLine('　甲\r\n乙\t 丙\u0085丁 ')).toBe('甲 乙 丙 丁')
  })

  test('no escape code, no reversed writing and no broken character gets through', () => {
    expect(oneLine('\u001b[31m红\u009b2J\u0007\u202e反\u2066\ud800\u0000')).toBe('[31m红2J反')
  })
})

test('padding counts places, not characters', () => {
  expect(pad('单位', 6)).toBe('单位  ')
  expect(pad('12', 4, 'right')).toBe('  12')
  expect(pad('很长的字', 4)).toBe('很长的字')
})

test('clipping never cuts a wide character in two', () => {
  expect(clip('地区生产', 8)).toBe('地区生产')
  expect(clip('地区生产总值', 8)).toBe('地区生…')
  expect(displayWidth(clip('地区生产总值', 8))).toBeLessThanOrEqual(8)
  expect(clip('地区', 0)).toBe('')
})

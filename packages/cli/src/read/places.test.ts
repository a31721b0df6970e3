import { describe, expect, test } from 'vitest'
import { madeUpDocument, statement, TEXT } from '../../testing/document.ts'
import { phraseOf, placesOf } from './places.ts'
import { dueWords, numberWords, valueWords } from './words.ts'

describe('places', () => {
  const places = placesOf(madeUpDocument())

  test('an offset has its line', () => {
    expect(places.line(0)).toBe(1)
    expect(places.line(TEXT.indexOf('126'))).toBe(3)
    expect(places.line(TEXT.length)).toBe(6)
  })

  test('CRLF, CR and LF each end one line', () => {
    const document = madeUpDocument()
    const { line } = placesOf({ ...document, source: { ...document.source, text: 'a\r\nb\rc\nd' } })
    expect([0, 3, 5, 7].map(line)).toEqual([1, 2, 3, 4])
  })

  test('an offset has its page or table cell', () => {
    const { source } = placesOf(
      madeUpDocument([
        { kind: 'paragraph', start: 0, end: 10, place: { page: 1 } },
        { kind: 'cell', start: 11, end: 20, place: { page: 2, table: 1, row: 3, column: 2 } },
      ]),
    )
    expect(source(5)).toBe('第1页')
    expect(source(15)).toBe('第2页表1第3行第2列')
    expect(places.source(5)).toBe('')
  })
})

describe('phrases', () => {
  const { clause } = placesOf(madeUpDocument())

  test('the phrase of a number ends at punctuation', () => {
    expect(phraseOf(TEXT, clause('c5'), statement('s', '1.2万户以上', '市场主体'))).toBe('新增市场主体1.2万户以上')
  })

  test('it reaches back to where the indicator stands', () => {
    expect(phraseOf(TEXT, clause('c5'), statement('s', '8万户', '市场主体'))).toBe(
      '新增市场主体1.2万户以上，总量突破8万户',
    )
  })

  test('a bullet is no word of it; a comma between digits ends nothing', () => {
    const text = '——完成1,200户。'
    const one = { ...statement('s', '8万户', '总量'), start: 4, end: 9, indicatorSpans: [] }
    expect(phraseOf(text, { id: 'c', start: 0, end: 10, path: [], half: 'plan', class: 'commitment' }, one)).toBe(
      '完成1,200户',
    )
  })
})

const of = (more: object) => valueWords({ ...statement('s', '8万户', '总量'), ...more })

test('values carry their bound', () => {
  expect(of({ comparator: 'gte', value: 12 })).toBe('≥12')
  expect(of({ comparator: 'approx', value: 6.5 })).toBe('≈6.5')
  expect(of({ comparator: 'range', value: [2, 3] })).toBe('2–3')
  expect(of({ value: -1.5 })).toBe('-1.5')
})

test('numbers are written out', () => {
  expect(numberWords(0.1 + 0.2)).toBe('0.3')
  expect(numberWords(1e-7)).toBe('0.0000001')
  expect(numberWords(237_000_000_000)).toBe('237000000000')
})

test('a due day keeps its words', () => {
  expect(dueWords({ start: 0, end: 3, words: '年底前', date: '2025-12-31' })).toBe('年底前（2025-12-31）')
  expect(dueWords(undefined)).toBe('')
})

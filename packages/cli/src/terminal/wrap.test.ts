import { assert, constantFrom, integer, property, string } from 'fast-check'
import { expect, test } from 'vitest'
import { displayWidth } from '@jiannuo/kernel'
import { wrap } from './wrap.ts'

test('Chinese breaks between any two characters', () => {
  expect(wrap('地区生产总值增长', 8)).toEqual(['地区生产', '总值增长'])
})

test('a line does not begin with closing punctuation nor end with an opening one', () => {
  expect(wrap('完成全年任务，增长', 12)).toEqual(['完成全年任', '务，增长'])
  expect(wrap('落实全年（计划）', 10)).toEqual(['落实全年', '（计划）'])
})

test('numbers and Latin words stay whole', () => {
  expect(wrap('总量达到12345.6万户', 12)).toEqual(['总量达到', '12345.6万户'])
  expect(wrap('hello world', 7)).toEqual(['hello', 'world'])
})

test('what is wider than a line is broken all the same', () => {
  expect(wrap('1234567890', 4)).toEqual(['1234', '5678', '90'])
  expect(wrap('', 4)).toEqual([''])
})

test('no line is too wide and no character is lost', () => {
  const texts = string({ unit: constantFrom(...Array.from('地区增长，。（）“”12.%a 😀')) })
  assert(
    property(texts, integer({ min: 2, max: 20 }), (text, width) => {
      const lines = wrap(text, width)
      for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(width)
      expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
    }),
  )
})

import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { byteOrder } from './byte-order.ts'

it('S48 orders texts as the database does, by their bytes', () => {
  const texts = fc.string({ unit: 'binary', maxLength: 4 })
  fc.assert(
    fc.property(texts, texts, (a, b) => {
      expect(Math.sign(byteOrder(a, b))).toBe(Math.sign(Buffer.compare(Buffer.from(a), Buffer.from(b))))
    }),
  )
  expect(byteOrder('\u{10000}', '\ue000')).toBeGreaterThan(0)
  expect(['b', 'ab', 'a', '𠮷', '中'].sort(byteOrder)).toEqual(['a', 'ab', 'b', '中', '𠮷'])
})

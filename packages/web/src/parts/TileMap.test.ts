import { expect, it } from 'vitest'
import { tintOf } from './TileMap.tsx'

it('tints the least lightest and the largest darkest, and what is not known not at all', () => {
  const values = [10, 20, 30, undefined]
  expect(values.map((value) => tintOf(value, values))).toEqual([1, 3, 5, 0])
  expect(tintOf(7, [7, 7])).toBe(3)
  expect(tintOf(undefined, [])).toBe(0)
})

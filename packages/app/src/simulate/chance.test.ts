import { describe, expect, it } from 'vitest'
import { chance } from './chance.ts'

const draw = (seed: number, stream: string): number[] => {
  const { next } = chance(seed, stream)
  return Array.from({ length: 2000 }, next)
}

describe('chance', () => {
  it('A60 the same seed and stream draw the same, others differ', () => {
    expect(draw(7, 'case-1')).toEqual(draw(7, 'case-1'))
    expect(draw(7, 'case-1')).not.toEqual(draw(7, 'case-2'))
    expect(draw(7, 'case-1')).not.toEqual(draw(8, 'case-1'))
  })

  it('A60 draws lie evenly, choices by their weight', () => {
    const mean = draw(7, 'x').reduce((sum, value) => sum + value, 0) / 2000
    expect(mean).toBeCloseTo(0.5, 1)
    const source = chance(7, 'y')
    const picked = Array.from({ length: 4000 }, () =>
      source.weighted([
        ['often', 3],
        ['seldom', 1],
        ['never', 0],
      ] as const),
    )
    expect(picked.filter((name) => name === 'often').length / 4000).toBeCloseTo(0.75, 1)
    expect(picked).not.toContain('never')
    const waits = Array.from({ length: 4000 }, () => source.wait(60))
    expect(waits.reduce((sum, value) => sum + value, 0) / 4000 / 60).toBeCloseTo(1, 1)
    expect(Math.min(...Array.from({ length: 500 }, () => source.whole(3, 5)))).toBe(3)
    expect(Math.max(...Array.from({ length: 500 }, () => source.whole(3, 5)))).toBe(5)
  })
})

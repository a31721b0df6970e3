import { describe, expect, it } from 'vitest'
import { chosenOf, queryOf } from './feed-query.ts'

describe('the choice of a feed', () => {
  it('asks nothing without a measure, and only for what is chosen', () => {
    expect(queryOf({ units: ['a'] })).toBeUndefined()
    expect(queryOf({ measure: 'm.x', units: [], category: '', from: '2026', adjusted: false })).toEqual({
      measure: 'm.x',
    })
    expect(
      queryOf({ measure: 'm.x', units: ['a', 'b'], category: 'c', from: '2026-01', to: '2026-06', adjusted: true }),
    ).toEqual({ measure: 'm.x', units: 'a,b', category: 'c', from: '2026-01', to: '2026-06', adjusted: 'true' })
  })

  it('another measure drops the category of the first and keeps units and months', () => {
    const before = { measure: 'm.x', units: ['a'], category: 'c', from: '2026-01', adjusted: true }
    expect(chosenOf(before, { measure: 'm.y' })).toEqual({ measure: 'm.y', units: ['a'], from: '2026-01' })
    expect(chosenOf(before, { category: '' })).toEqual({ ...before, category: '' })
  })
})

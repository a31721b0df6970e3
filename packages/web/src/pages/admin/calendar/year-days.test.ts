import { describe, expect, it } from 'vitest'
import { holidaysOf, monthsOf } from './year-days.ts'

const year = {
  year: 2026,
  published: true,
  workdays: 250,
  days: [
    { day: '2026-01-01', kind: 'holiday' as const, name: '元旦' },
    { day: '2026-01-02', kind: 'holiday' as const, name: '元旦' },
    { day: '2026-01-04', kind: 'make-up' as const, name: '' },
    { day: '2026-02-15', kind: 'holiday' as const, name: '春节' },
  ],
}

describe('a year as twelve months', () => {
  it('begins each month on its weekday and marks what the notice moved', () => {
    const [january, february] = monthsOf(year)
    expect([january?.before, january?.days.length, february?.before, february?.days.length]).toEqual([3, 31, 6, 28])
    expect(january?.days.slice(0, 5).map(({ kind }) => kind)).toEqual([
      'holiday',
      'holiday',
      'weekend',
      'make-up',
      'work',
    ])
    expect(january?.workdays).toBe(21)
  })

  it('puts the days of a holiday together', () => {
    expect(holidaysOf(year)).toEqual([
      { name: '元旦', from: '2026-01-01', to: '2026-01-02', days: 2 },
      { name: '春节', from: '2026-02-15', to: '2026-02-15', days: 1 },
    ])
  })
})

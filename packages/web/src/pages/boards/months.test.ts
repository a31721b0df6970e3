import { expect, it } from 'vitest'
import { dayIn, monthsOf } from './months.ts'

it('a stretch is the month, the year up to it, or all', () => {
  expect(monthsOf('month', '2026-03')).toEqual({ from: '2026-03', to: '2026-03' })
  expect(monthsOf('year', '2026-03')).toEqual({ from: '2026-01', to: '2026-03' })
  expect(monthsOf('all', '2026-03')).toEqual({})
})

it('a meeting is about today in the running month, else about the last day', () => {
  expect(dayIn('2026-03', '2026-03-12')).toBe('2026-03-12')
  expect([dayIn('2026-02', '2026-03-12'), dayIn('2028-02', '2028-03-01')]).toEqual(['2026-02-28', '2028-02-29'])
})

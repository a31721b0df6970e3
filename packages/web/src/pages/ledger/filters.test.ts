import { afterEach, expect, it, vi } from 'vitest'
import { filtersOf, lightsIn, savedViews, saveView, withFilter } from './filters.ts'

afterEach(() => vi.unstubAllGlobals())

/** What keeps sets of filters on a machine, as far as it is used. */
function storage(kept: Record<string, string> = {}): void {
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept[key] ?? null,
    setItem: (key: string, value: string) => {
      kept[key] = value
    },
  })
}

it('filters stand in the address and come back from it', () => {
  const filters = withFilter({ year: '2026', light: 'red,yellow' }, 'q', '绿道 12公里')
  expect(filtersOf(new URLSearchParams(filters))).toEqual(filters)
  expect(withFilter(filters, 'light', undefined)).toEqual({ year: '2026', q: '绿道 12公里' })
  expect(filtersOf(new URLSearchParams('year=2026&q=&nonsense=1'))).toEqual({ year: '2026' })
})

it('only lights that there are, in their order', () => {
  expect(lightsIn({ light: 'green,purple,red' })).toEqual(['red', 'green'])
  expect(lightsIn({})).toEqual([])
})

it('a set of the same name is replaced; what is broken is as if it were not there', () => {
  storage({ 'jiannuo-views': '{broken' })
  expect(savedViews()).toEqual([])
  saveView({ name: '红灯', filters: { light: 'red' } })
  saveView({ name: '红灯', filters: { light: 'red', year: '2026' } })
  expect(savedViews()).toEqual([{ name: '红灯', filters: { light: 'red', year: '2026' } }])
})

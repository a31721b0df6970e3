import { expect, it } from 'vitest'
import { caseFiltersOf, facetIn, withFacet, withFilters } from './case-filters.ts'

it('filters come from the address and go back into it, without what is empty or unknown', () => {
  const filters = caseFiltersOf(new URLSearchParams('mine=true&state=handling&lead=&other=1'))
  expect(filters).toEqual({ mine: 'true', state: 'handling' })
  expect(withFilters(filters, { state: undefined, q: '路灯' })).toEqual({ mine: 'true', q: '路灯' })
})

it('facets of several fields stand side by side, one value each', () => {
  const one = withFacet({}, 'kind', 'help')
  const two = withFacet({ facet: one }, 'level', '2')
  expect(two).toBe('kind=help|level=2')
  expect(facetIn({ facet: two }, 'level')).toBe('2')
  expect(withFacet({ facet: two }, 'kind', undefined)).toBe('level=2')
  expect(facetIn({}, 'kind')).toBeUndefined()
})

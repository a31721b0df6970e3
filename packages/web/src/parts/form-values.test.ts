import type { FormField } from '@jiannuo/contract'
import { expect, it } from 'vitest'
import { urlOf } from '../api/client.ts'
import { askable, inputOf } from './form-values.ts'

const field = (id: string, type: string): FormField => ({ id, title: id, type, required: false })

it('what is empty is left out, numbers are numbers, rows go as they are', () => {
  const fields = [field('value', 'number'), field('why', 'longText'), field('proof', 'rows'), field('sure', 'boolean')]
  const values = { value: '12.5', why: '', proof: [{ item: 's1' }], sure: false, other: 'x' }
  expect(inputOf(fields, values)).toEqual({ value: 12.5, proof: [{ item: 's1' }], sure: false })
})

it('files and references are not typed', () => {
  expect(askable([field('a', 'text'), field('b', 'files'), field('c', 'record')]).map(({ id }) => id)).toEqual(['a'])
})

it('addresses carry ids and words whole, and leave out what is not there', () => {
  expect(urlOf('act', { params: { id: 'a/b', action: 'accept' } })).toBe('/api/records/a%2Fb/actions/accept')
  expect(urlOf('commitments', { query: { q: '绿道 &', year: 2026, light: undefined, lead: '' } })).toBe(
    `/api/commitments?q=${encodeURIComponent('绿道')}+%26&year=2026`,
  )
})

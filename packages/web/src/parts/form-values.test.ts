import type { FormField } from '@jiannuo/contract'
import { expect, it } from 'vitest'
import { urlOf } from '../api/client.ts'
import { initialOf, inputOf } from './form-values.ts'

const field = (id: string, type: string): FormField => ({ id, title: id, type, required: false })

it('what is empty is left out, numbers are numbers, rows go as they are', () => {
  const fields = [field('value', 'number'), field('why', 'longText'), field('proof', 'rows'), field('sure', 'boolean')]
  const values = { value: '12.5', why: '', proof: [{ item: 's1' }], sure: false, other: 'x' }
  expect(inputOf(fields, values)).toEqual({ value: 12.5, proof: [{ item: 's1' }], sure: false })
})

it('a place is its words, a moment is China’s, blanks around a text and empty cells go', () => {
  const fields = [field('where', 'place'), field('when', 'instant'), field('what', 'text'), field('proof', 'rows')]
  const values = {
    where: ' 砚池路12号 ',
    when: '2026-03-02T09:00',
    what: ' 路灯不亮 ',
    proof: [{ item: 's1', on: '', files: ['ab'] }],
  }
  const input = {
    where: { text: '砚池路12号' },
    when: Date.parse('2026-03-02T01:00:00Z'),
    what: '路灯不亮',
    proof: [{ item: 's1', files: ['ab'] }],
  }
  expect(inputOf(fields, values)).toEqual(input)
  const held = fields.map((one) => ({ ...one, value: input[one.id as keyof typeof input] }))
  expect(initialOf(held)).toMatchObject({ where: '砚池路12号', when: '2026-03-02T09:00' })
})

it('addresses carry ids and words whole, and leave out what is not there', () => {
  expect(urlOf('act', { params: { id: 'a/b', action: 'accept' } })).toBe('/api/records/a%2Fb/actions/accept')
  expect(urlOf('commitments', { query: { q: '绿道 &', year: 2026, light: undefined, lead: '' } })).toBe(
    `/api/commitments?q=${encodeURIComponent('绿道')}+%26&year=2026`,
  )
})

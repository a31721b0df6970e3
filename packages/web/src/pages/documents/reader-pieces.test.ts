import { array, assert, integer, property, tuple } from 'fast-check'
import { expect, it } from 'vitest'
import { piecesOf } from './reader-pieces.ts'

type Given = Parameters<typeof piecesOf>[0]
const proposal = (item: string, start: number, end: number) => ({ item, start, end }) as Given['proposals'][number]

it('where proposals overlap, the shorter wins; headings are told', () => {
  const pieces = piecesOf({
    text: '一、目标。新建绿道12公里。',
    outline: [{ start: 0, end: 4, level: 1, text: '一、目标' }],
    proposals: [proposal('t1', 5, 13), proposal('s1', 9, 13)],
  })
  expect(pieces).toEqual([
    { start: 0, end: 4, heading: true },
    { start: 4, end: 5, heading: false },
    { start: 5, end: 9, heading: false, item: 't1' },
    { start: 9, end: 13, heading: false, item: 's1' },
    { start: 13, end: 14, heading: false },
  ])
})

it('every character lies in exactly one piece', () => {
  const spans = array(tuple(integer({ min: 0, max: 60 }), integer({ min: 1, max: 30 })), { maxLength: 12 })
  assert(
    property(spans, (given) => {
      const text = '字'.repeat(60)
      const proposals = given.map(([start, length], at) => proposal(`s${at}`, start, Math.min(60, start + length)))
      const pieces = piecesOf({ text, outline: [], proposals })
      expect(pieces.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text)
      for (const [at, piece] of pieces.entries()) expect(piece.start).toBe(pieces[at - 1]?.end ?? 0)
    }),
  )
})

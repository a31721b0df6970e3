import { describe, expect, expectTypeOf, it } from 'vitest'
import { type ClauseId, clauseId, type DocumentId, documentId, statementId, taskId } from './ids.ts'

describe('ids', () => {
  it('K9 is the text itself', () => {
    expect([documentId('D1'), clauseId('D1/c3'), statementId('D1/c3/s1'), taskId('任务-1')]).toEqual([
      'D1',
      'D1/c3',
      'D1/c3/s1',
      '任务-1',
    ])
  })

  it.each(['', ' ', 'a b', 'a\nb', 'a\u0000', '全　角', '\u007f', 'x'.repeat(201)])(
    'K9 refuses %j by throwing',
    (text) => {
      for (const make of [documentId, clauseId, statementId, taskId]) expect(() => make(text)).toThrow(RangeError)
    },
  )

  it('K9 ids of different kinds do not mix', () => {
    expectTypeOf<DocumentId>().not.toExtend<ClauseId>()
    expectTypeOf<DocumentId>().toExtend<string>()
    expectTypeOf<string>().not.toExtend<DocumentId>()
  })
})

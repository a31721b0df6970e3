import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { queryWords, segment } from './segment.ts'
import { searchQuery } from './search.ts'
import { searchWords, windowWords } from './search-words.ts'
import { instant } from '@jiannuo/kernel'

it('S58 cuts texts into words, and into pairs where a name is in no dictionary', () => {
  const words = segment('兰台区东风街道幸福里小区夜间施工噪音扰民，ＡＢＣ１２３ Wi-Fi')
  for (const word of ['兰台', '街道', '小区', '噪音', '扰民', 'abc123', 'wi', 'fi']) expect(words).toContain(word)
  expect(words).not.toContain('，')
  expect(new Set(words).size).toBe(words.length)
  expect(segment(' ，。\u0000')).toEqual([])
})

it('S58 asks for nothing that the text of the query has not', () => {
  const texts = fc.array(fc.constantFrom(...'兰台区东风街道幸福里小区夜间施工噪音扰民的了吗路一二三abc12 ，'), {
    maxLength: 14,
  })
  fc.assert(
    fc.property(texts, (characters) => {
      const text = characters.join('')
      const words = new Set(segment(text))
      for (const word of queryWords(text)) expect([text, word, words.has(word)]).toEqual([text, word, true])
    }),
  )
})

it('S59 makes the forms of a query, whatever signs it has', () => {
  expect(searchQuery('噪音 扰民')).toEqual({
    every: "'噪音' & '扰民'",
    some: "'噪音' | '扰民'",
    passage: '噪音 扰民',
  })
  expect(searchQuery('噪音')).toMatchObject({ some: null, passage: '噪音' })
  expect(searchQuery('噪')).toMatchObject({ some: null, passage: null })
  expect(searchQuery('。。')).toEqual({ every: null, some: null, passage: '。。' })
  expect(searchQuery('  。 ')).toEqual({ every: null, some: null, passage: null })
  expect(searchQuery('x'.repeat(100)).passage).toBeNull()
})

it('S59 gives a text the words of the stretches of time it was opened in', () => {
  const day = 86_400_000
  expect(windowWords('lantai', instant(day * 365))).toEqual([
    '~lantai/1.365',
    '~lantai/4.91',
    '~lantai/16.22',
    '~lantai/64.5',
    '~lantai/256.1',
    '~lantai/all.1',
  ])
  // A new day begins at 16:00 UTC.
  expect(windowWords('lantai', instant(day * 365 + 16 * 3_600_000))[0]).toBe('~lantai/1.366')
})

it('S60 gives a text the units that may see it as words, which no word of its own can be', () => {
  const words = searchWords({
    district: 'lantai',
    openedAt: instant(0),
    words: '噪音 @water ~x 噪音',
    sees: ['*', 'east'],
  })
  expect(words.filter((word) => !word.startsWith('~lantai/'))).toEqual(['噪音', '@*', '@east'])
})

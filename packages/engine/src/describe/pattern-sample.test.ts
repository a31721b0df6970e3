import { describe, expect, it } from 'vitest'
import { samplePattern } from './pattern-sample.ts'

describe('E88 texts for patterns', () => {
  it.each([
    '1\\d{10}',
    '1\\d{10}|0\\d{2,3}-?\\d{7,8}',
    '[0-9A-HJ-NPQRTUWXY]{2}\\d{6}[0-9A-HJ-NPQRTUWXY]{10}',
    '(?:兰|台)+区?',
    '(甲|乙)(?<tail>丙*)',
    '[^\\d\\s]{3}',
    '\\p{Script=Han}{2,4}',
    '\\u4e00\\u{4e8c}',
    '\\(\\d{4}\\)\\d+号',
    '\\d{4}-(?:0[1-9]|1[0-2])',
    '.+?@\\w+\\.cn',
    '^\\d+$',
    '[\\]a]{2,}',
    '',
  ])('E88 %s', (regex) => {
    const sample = samplePattern(regex)
    expect(sample).toBeDefined()
    expect(sample).toMatch(new RegExp(`^(?:${regex})$`, 'u'))
  })

  it('E88 what is too hard has none', () => {
    expect(samplePattern('(?=b)a')).toBeUndefined()
    expect(samplePattern('(a)\\1b\\1')).toBeUndefined()
  })
})

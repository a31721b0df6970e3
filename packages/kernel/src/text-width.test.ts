import { describe, expect, it } from 'vitest'
import { charWidth, displayWidth } from './text-width.ts'

describe('places on a terminal', () => {
  it('K70 wide, narrow and combining signs', () => {
    expect(displayWidth('兰台abc（）')).toBe(11)
    expect(displayWidth('e\u0301')).toBe(1)
    expect(displayWidth('→│├“”—')).toBe(6)
    expect(charWidth(0x20000)).toBe(2)
    expect(charWidth(0x303f)).toBe(1)
  })
})

import type { SourceText } from '@jiannuo/kernel'
import { expect } from 'vitest'
import { type ReadOptions, readSource } from '../src/index.ts'

// Helpers that the tests of this package share. They stand outside src so that they are not built into the package.

/** The text of a file that must be readable, with its blocks checked. */
export async function getSource(bytes: Uint8Array, name: string, options?: ReadOptions): Promise<SourceText> {
  const result = await readSource(bytes, name, options)
  if (!result.ok) throw new Error(`${name} refused: ${JSON.stringify(result.problems)}`)
  checkSource(result.value)
  return result.value
}

/** Blocks lie inside the text, in order, do not overlap, are not blank, and leave only white space between them. */
export function checkSource({ text, blocks }: SourceText): void {
  let last = 0
  for (const { start, end } of blocks) {
    expect(start).toBeGreaterThanOrEqual(last)
    expect(end).toBeGreaterThan(start)
    expect(end).toBeLessThanOrEqual(text.length)
    expect(text.slice(last, start).replace(/[\s\u200b]/g, '')).toBe('')
    last = end
  }
  expect(text.slice(last).replace(/[\s\u200b]/g, '')).toBe('')
}

export const readTexts = ({ text, blocks }: SourceText): string[] =>
  blocks.map(({ start, end }) => text.slice(start, end))
export const codesOf = ({ problems }: SourceText): string[] => problems.map(({ code }) => code)

const table = new Map<string, readonly number[]>()
/** GB18030 bytes of a text, by turning the decoder's two-byte plane round. */
export function gb18030(text: string): Uint8Array {
  if (table.size === 0) fillTable()
  return new Uint8Array(Array.from(text).flatMap((char) => table.get(char) ?? [char.charCodeAt(0) & 0x7f]))
}

function fillTable(): void {
  const decoder = new TextDecoder('gb18030')
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const char = decoder.decode(new Uint8Array([lead, trail]))
      if (char.length === 1 && char !== '\uFFFD') table.set(char, [lead, trail])
    }
  }
}

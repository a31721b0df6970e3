import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { describeProblem } from './problem.ts'
import { kernelWording } from './wording.zh.ts'

const folder = fileURLToPath(new URL('.', import.meta.url))
const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && !name.startsWith('wording'))
  .map((name) => readFileSync(folder + name, 'utf8'))
  .join('\n')

describe('wording', () => {
  it('K50 every code in the sources has its wording, and no wording is left over', () => {
    const used = new Set([...sources.matchAll(/'(kernel\/[a-z-]+)'/g)].map((match) => match[1]))
    expect([...used].toSorted()).toEqual(Object.keys(kernelWording).toSorted())
  })

  it('K50 fills in what the problem names', () => {
    const problem = { code: 'kernel/unit-mismatch', severity: 'error', params: { from: '亿美元', to: '亿元' } } as const
    expect(describeProblem(problem, kernelWording)).toBe(
      '“亿美元”与“亿元”不是同一类计量单位，不能换算或比较，请核对单位',
    )
  })

  it('K50 is Chinese', () => {
    for (const text of Object.values(kernelWording)) expect(text).toMatch(/^[“\p{Script=Han}{]/u)
  })
})

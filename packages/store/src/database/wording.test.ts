import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describeProblem } from '@jiannuo/kernel'
import { describe, expect, it } from 'vitest'
import { databaseProblem, reasonText } from './problems.ts'
import { databaseWording } from './wording.zh.ts'

const sources = readdirSync(fileURLToPath(new URL('.', import.meta.url)), { recursive: true, withFileTypes: true })
  .filter(({ name }) => name.endsWith('.ts') && !name.endsWith('.test.ts') && name !== 'wording.zh.ts')
  .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
  .join('\n')

describe('wording', () => {
  it('S29 is there for every code that is used, and for no other', () => {
    const used = new Set([...sources.matchAll(/'(store\/[a-z-]+)'/g)].map((match) => match[1]))
    expect([...used].sort()).toEqual(Object.keys(databaseWording).sort())
  })

  it('S29 names its parameters as they are given', () => {
    const given = new Map<string, Set<string>>()
    const call = /(?:refuse|databaseProblem)\(\s*'(store\/[a-z-]+)',\s*\{([^{}]*)\}/g
    for (const [, code = '', params = ''] of sources.matchAll(call))
      given.set(code, new Set([...params.matchAll(/(\w+)(?:,|:|\s*$)/g)].map((match) => match[1] ?? '')))
    for (const [code, text] of Object.entries(databaseWording)) {
      const known = given.get(code)
      for (const [, name = ''] of text.matchAll(/\{(\w+)\}/g))
        if (known !== undefined) expect([code, ...known]).toContain(name)
    }
    expect(given.size).toBeGreaterThan(10)
  })

  it('S29 is Chinese and says what to do', () => {
    const reason = reasonText('reach', { user: 'nobody' })
    expect(reason).toBe('运行它的用户“nobody”够不到程序所在的文件夹')
    expect(describeProblem(databaseProblem('store/pglite-fallback', { reason }, 'warning'), databaseWording)).toContain(
      '断电可能丢失最近的数据，仅供试用',
    )
  })
})

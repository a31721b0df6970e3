import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { refusal } from './command/command.ts'
import { describe, expect, it } from 'vitest'
import { appPhrases, appWording, explainRefusal, type Office } from './index.ts'
import { phrase } from './wording.zh.ts'
import { machinesOf } from './office/machines.ts'
import { catalogueOfSystems } from '@jiannuo/systems'

const root = fileURLToPath(new URL('.', import.meta.url))
const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter(
    (path) =>
      path.endsWith('.ts') &&
      !path.endsWith('.test.ts') &&
      !path.includes('wording.zh') &&
      !path.startsWith('accounts'),
  )
  .map((path) => readFileSync(join(root, path), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, ''))

describe('wording', () => {
  it('A65 every code has words, every word has its code, and what they name is given', () => {
    const used = new Set(
      sources.flatMap((text) => text.match(/'app\/[a-z-]+'/g) ?? []).map((code) => code.slice(1, -1)),
    )
    const worded = Object.keys(appWording).filter((code) => code.startsWith('app/'))
    expect([...used].filter((code) => appWording[code] === undefined)).toEqual([])
    expect(worded.filter((code) => !used.has(code))).toEqual([])
    for (const [code, text] of Object.entries(appWording)) expect(text, code).toMatch(/\p{Script=Han}/u)
  })

  it('A65 phrases are all used, and unknown parameters stay as they are', () => {
    const all = sources.join('\n')
    const unused = Object.keys(appPhrases).filter((key) => !all.includes(`'${key}'`) && !isBuilt(all, key))
    expect(unused).toEqual([])
    expect(phrase('refused', { action: '签收', reason: '不行' })).toBe('不能“签收”：不行。')
    expect(phrase('refused', { action: '签收' })).toContain('{reason}')
  })

  it('A65 a refusal is said whole, whichever machine it is of', () => {
    const office = { machines: machinesOf(catalogueOfSystems) } as Office
    const { refusal: gone } = refusal('app/no-record', { action: 'signIn', record: 'x' })
    expect(explainRefusal(office, 'hotline', gone)).toBe('不能“签收”：没有这一记录，或您无权查看，请核对编号。')
    expect(explainRefusal(office, 'nothing', gone)).toContain('signIn')
    const overtaken = {
      ...gone,
      code: 'app/overtaken',
      state: 'handling',
      params: { person: '顾安', at: '2025-03-03 09:00', action: '签收' },
    }
    expect(explainRefusal(office, 'hotline', overtaken)).toBe(
      '不能“签收”：顾安已于2025-03-03 09:00先行办理“签收”，请刷新后再办。工单“x”现为“办理中”。您现在没有可以办理的操作。',
    )
  })
})

/** Keys that are put together: `event/released/lead` of `event/released/${as}`. */
const isBuilt = (all: string, key: string): boolean => all.includes(`\`${key.slice(0, key.lastIndexOf('/') + 1)}\${`)

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { databaseWording } from './database/wording.zh.ts'
import { storeWording } from './wording.zh.ts'

const root = fileURLToPath(new URL('.', import.meta.url))
const sources = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
  (path) =>
    path.endsWith('.ts') && !path.endsWith('.test.ts') && !path.startsWith('database') && !path.startsWith('wording'),
)

describe('wording', () => {
  it('has words for every code, and no words that nothing says', () => {
    const said = new Set(
      sources.flatMap((path) =>
        [...readFileSync(join(root, path), 'utf8').matchAll(/'store\/[a-z-]+'/g)].map(([code]) => code.slice(1, -1)),
      ),
    )
    const own = Object.keys(storeWording).filter((code) => !(code in databaseWording))
    expect([...said].sort()).toEqual(own.sort())
  })
})

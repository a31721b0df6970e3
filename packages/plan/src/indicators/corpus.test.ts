import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { read, type Statement } from '@jiannuo/reader'
import { describe, expect, it } from 'vitest'
import { standardDictionary } from './dictionary.ts'
import { identify } from './identify.ts'
import { isKnown } from './types.ts'

// Real documents, read where they lie beside the project and skipped where they do not.
const shared = fileURLToPath(new URL('../../../../../shared/', import.meta.url))
const present = existsSync(`${shared}corpus`) && existsSync(`${shared}seeds`)
if (!present) console.log(`skipped: no documents to read in ${shared} (corpus/, seeds/)`)

const HEADLINE =
  /(?:生产总值|固定资产投资|社会消费品零售总额|社零额|预算收入|财政收入|可支配收入|城镇新增就业|规[上模].{0,3}工业增加值|进出口总[额值]|实际[利使]用外资|失业率|居民消费价格|服务业增加值|建筑业总产值|城镇化率|粮食总?产量?)$/

const documents = (): readonly (readonly Statement[])[] =>
  ['corpus', 'seeds'].flatMap((folder) =>
    readdirSync(shared + folder)
      .filter((name) => name.endsWith('.txt'))
      .map((name) => read(readFileSync(`${shared}${folder}/${name}`, 'utf8'), { fileName: name }).statements),
  )

describe('indicators of real documents', () => {
  it.skipIf(!present)(
    'P3 three in five statements and nearly all headline ones are known; the same words never differ',
    () => {
      const dictionary = standardDictionary()
      const all = documents().flat()
      const known = (s: Statement) =>
        isKnown(
          identify(s.indicator, { kind: s.kind, unit: s.unit, scope: s.scope, action: s.action }, dictionary).indicator,
        )
      const headline = all.filter((s) => HEADLINE.test(s.indicator))
      const share = (list: readonly Statement[]) => list.filter(known).length / list.length
      console.log(
        `known ${share(all).toFixed(3)} of ${all.length}, headline ${share(headline).toFixed(3)} of ${headline.length}`,
      )
      expect(share(all)).toBeGreaterThan(0.6)
      expect(share(headline)).toBeGreaterThan(0.95)
      const byWords = new Map<string, string>()
      for (const s of all) {
        const { id } = identify(s.indicator, { kind: s.kind, unit: s.unit }, dictionary).indicator
        const key = [s.indicator, s.kind, s.unit].join('|')
        expect(byWords.get(key) ?? id, key).toBe(id)
        byWords.set(key, id)
      }
    },
  )
})

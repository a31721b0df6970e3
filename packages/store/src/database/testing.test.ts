import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { removeBundle, runChildWith } from '../../testing/run-child.ts'
import { statusEmbedded } from './launcher/launcher.ts'
import { findProcess } from './launcher/processes.ts'
import { optionsFromEnvironment } from './open.ts'
import { testDatabases } from './testing.ts'

const parent = mkdtempSync(join(tmpdir(), 'jiannuo-testing-'))
afterAll(() => {
  rmSync(parent, { recursive: true, force: true })
  removeBundle()
})

const CODE = `
  const [embedded] = store.testDatabases(async () => {}, {})
  const db = await embedded.create()
  say('made', (await db.once('owner', {}, 'select 1 as x')).count)
  process.stdin.on('data', async () => { await embedded.close(); process.exit(0) })
`

describe('databases for tests', () => {
  it.runIf(process.platform !== 'win32').each(['closed', 'killed'])(
    'S24 leave nothing behind when %s',
    async (how) => {
      const folder = join(parent, how)
      mkdirSync(folder)
      const child = await runChildWith({ TMPDIR: folder }, CODE)
      await child.line('made')
      const data = readdirSync(folder).find((name) => name.startsWith('jiannuo-test-')) ?? ''
      const { pid } = statusEmbedded(join(folder, data))
      expect(findProcess(pid ?? 0)).toBeDefined()
      if (how === 'killed') child.process.kill('SIGKILL')
      else child.process.stdin?.write('close\n')
      await child.ended
      await expect
        .poll(() => [findProcess(pid ?? 0), readdirSync(folder)], { timeout: 20_000 })
        .toEqual([undefined, []])
    },
    60_000,
  )

  it('S24 of a server are skipped with a reason, or required', () => {
    const prepare = () => Promise.resolve()
    expect(testDatabases(prepare, {}).map(({ engine, skip }) => [engine, skip])).toEqual([
      ['embedded', undefined],
      ['pglite', undefined],
      ['server', 'JIANNUO_TEST_DATABASE_URL is not set'],
    ])
    expect(() => testDatabases(prepare, { JIANNUO_REQUIRE_SERVER: '1' })).toThrow('JIANNUO_TEST_DATABASE_URL')
  })
})

describe('the environment', () => {
  it('S28 says which database to open; an empty variable says nothing', () => {
    expect(optionsFromEnvironment({})).toEqual({})
    expect(optionsFromEnvironment({ DATABASE_URL: '', JIANNUO_DATA: '' })).toEqual({})
    const env = {
      DATABASE_URL: 'postgres://a',
      JIANNUO_APP_DATABASE_URL: 'postgres://b',
      JIANNUO_DATA: '/c',
      JIANNUO_POSTGRES: '/d',
    }
    expect(optionsFromEnvironment(env)).toEqual({
      url: 'postgres://a',
      appUrl: 'postgres://b',
      folder: '/c',
      binaries: '/d',
    })
  })
})

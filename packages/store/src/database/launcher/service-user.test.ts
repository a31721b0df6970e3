import { chownSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { chooseUser, giveLike, giveTo } from './service-user.ts'

const isRoot = process.getuid?.() === 0
let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jiannuo-user-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function passwd(...lines: readonly string[]): string {
  const path = join(folder, 'passwd')
  writeFileSync(path, `${['root:x:0:0:root:/root:/bin/sh', ...lines].join('\n')}\n`)
  return path
}

const NOBODY = 'nobody:x:65534:65533:nobody:/nonexistent:/bin/false'
const POSTGRES = 'postgres:x:101:104::/var/lib/postgresql:/bin/sh'
const ANNA = 'anna:x:1007:1008::/home/anna:/bin/sh'

describe.runIf(isRoot)('started by root', () => {
  it('S3 the server runs as the first of jiannuo, postgres, nobody that there is', () => {
    const cluster = join(folder, 'none')
    expect(chooseUser(cluster, passwd(ANNA, NOBODY, POSTGRES))).toEqual({
      user: { name: 'postgres', uid: 101, gid: 104 },
    })
    expect(chooseUser(cluster, passwd(NOBODY))).toEqual({ user: { name: 'nobody', uid: 65534, gid: 65533 } })
    expect(chooseUser(cluster, passwd(ANNA))).toEqual({ reason: 'user' })
    expect(chooseUser(cluster, join(folder, 'no-list'))).toEqual({ reason: 'user' })
  })

  it('S3 data that a user owns is served as that user; data of root is given away', () => {
    const cluster = join(folder, 'cluster')
    mkdirSync(join(cluster, 'base'), { recursive: true })
    writeFileSync(join(cluster, 'base', '1'), '')
    expect(chooseUser(cluster, passwd(ANNA, NOBODY))).toMatchObject({ user: { name: 'nobody' } })
    giveTo(cluster, { name: 'nobody', uid: 65534, gid: 65533 })
    expect([cluster, join(cluster, 'base'), join(cluster, 'base', '1')].map((path) => statSync(path).uid)).toEqual([
      65534, 65534, 65534,
    ])
    expect(chooseUser(cluster, passwd(ANNA, NOBODY))).toMatchObject({ user: { name: 'nobody' } })
    chownSync(folder, 1007, 1008)
    expect(chooseUser(join(folder, 'none'), passwd(ANNA, NOBODY))).toMatchObject({ user: { name: 'anna' } })
    chownSync(cluster, 1007, 1008)
    expect(chooseUser(cluster, passwd(ANNA, NOBODY))).toMatchObject({ user: { name: 'anna' } })
  })

  it('S3 what root writes into the folder of somebody else is theirs', () => {
    const file = join(folder, 'log')
    writeFileSync(file, '')
    giveLike(folder, file)
    expect(statSync(file).uid).toBe(0)
    chownSync(folder, 1007, 1008)
    giveLike(folder, file)
    expect(statSync(file).uid).toBe(1007)
  })
})

describe.runIf(!isRoot && process.getuid !== undefined)('started by anybody else', () => {
  it('S3 the server runs as who starts it', () => {
    expect(chooseUser(join(folder, 'none'))).toEqual({ user: undefined })
  })
})

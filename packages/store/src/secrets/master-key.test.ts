import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { loadMasterKey, MASTER_KEY_FILE, masterKeyName } from './master-key.ts'
import { open, seal } from './box.ts'

const folder = mkdtempSync(join(tmpdir(), 'jiannuo-key-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const code = (place: Parameters<typeof loadMasterKey>[0]): string | undefined => {
  const loaded = loadMasterKey(place)
  return loaded.ok ? 'ok' : loaded.problems[0]?.code
}

it('S64 makes the key once, for its owner alone', () => {
  const data = join(folder, 'data')
  const first = loadMasterKey({ folder: data })
  expect(first.ok && first.value).toHaveLength(32)
  expect(loadMasterKey({ folder: data })).toEqual(first)
  expect(statSync(join(data, MASTER_KEY_FILE)).mode & 0o777).toBe(0o600)
  const text = readFileSync(join(data, MASTER_KEY_FILE), 'utf8')
  expect(loadMasterKey({ text })).toEqual(first)
  expect(first.ok && loadMasterKey({ text: Buffer.from(first.value).toString('hex'), folder: 'elsewhere' })).toEqual(
    first,
  )
})

it('S64 refuses what is no key of 32 bytes', () => {
  expect(code({})).toBe('store/master-key-missing')
  expect(code({ text: 'abc' })).toBe('store/master-key-bad')
  expect(code({ text: 'g'.repeat(64) })).toBe('store/master-key-bad')
  writeFileSync(join(folder, MASTER_KEY_FILE), 'too short')
  expect(code({ folder })).toBe('store/master-key-bad')
  expect(code({ folder: join(folder, MASTER_KEY_FILE) })).toBe('store/master-key-unusable')
})

it('S64 names a key without giving it away', () => {
  const [one, two] = [new Uint8Array(32), new Uint8Array(32).fill(1)]
  expect(masterKeyName(one)).toMatch(/^[0-9a-f]{16}$/)
  expect(masterKeyName(one)).not.toBe(masterKeyName(two))
})

it('S61 opens what was sealed, under its key and its name, and nothing that was changed', () => {
  const key = new Uint8Array(32).fill(7)
  const sealed = seal(key, Buffer.from('王五'), 'about')
  expect(Buffer.from(open(key, sealed, 'about') ?? []).toString()).toBe('王五')
  expect(open(key, sealed, 'other')).toBeUndefined()
  expect(open(new Uint8Array(32), sealed, 'about')).toBeUndefined()
  for (let byte = 0; byte < sealed.length; byte += 1) {
    const changed = Uint8Array.from(sealed)
    changed[byte] = (changed[byte] ?? 0) ^ 1
    expect(open(key, changed, 'about')).toBeUndefined()
  }
  expect(open(key, sealed.subarray(0, 20), 'about')).toBeUndefined()
})

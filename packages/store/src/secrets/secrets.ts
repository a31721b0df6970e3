import { createHmac, hkdfSync, randomBytes } from 'node:crypto'
import type { DataKey, Scope } from '../api.ts'
import type { Database } from '../database/connection.ts'
import { settingsOf } from '../scope.ts'
import type { Secrets } from '../store-interface.ts'
import { open, seal } from './box.ts'

const KEY_BYTES = 32
const ID_BYTES = 12
const SEALED = /^enc:v1:([A-Za-z0-9-]{1,64}):([A-Za-z0-9+/]{1,1400000}={0,2})$/

const keyAbout = (district: string, id: string): string => `key\n${district}\n${id}`
const valueAbout = (district: string, id: string): string => `value\n${district}\n${id}`

/** Whether a text is a sealed value. */
export const isSealed = (text: string): boolean => SEALED.test(text)

/** Which data key sealed a value; nothing for a text that is not sealed. */
export const sealedBy = (text: string): string | undefined => SEALED.exec(text)?.[1]

interface SecretRow {
  readonly id: string
  readonly record: string
  readonly wrapped: Uint8Array
}

/**
 * Personal values under one master key.
 *
 * @param masterKey 32 bytes
 */
export function secretsOf(database: Database, masterKey: Uint8Array): Secrets {
  const lookupKey = new Uint8Array(hkdfSync('sha256', masterKey, '', 'jiannuo look-up', KEY_BYTES))
  const unwrap = (district: string, id: string, wrapped: Uint8Array): Uint8Array | undefined =>
    open(masterKey, wrapped, keyAbout(district, id))
  return {
    newKey(district, record) {
      const id = randomBytes(ID_BYTES).toString('hex')
      const wrapped = seal(masterKey, randomBytes(KEY_BYTES), keyAbout(district, id))
      return { id, record, wrapped: Buffer.from(wrapped).toString('base64') }
    },
    seal(district, key, value) {
      const dataKey = unwrap(district, key.id, Buffer.from(key.wrapped, 'base64'))
      if (dataKey === undefined) throw new RangeError(`data key ${key.id} is not of this district and master key`)
      const sealed = seal(dataKey, Buffer.from(value, 'utf8'), valueAbout(district, key.id))
      return `enc:v1:${key.id}:${Buffer.from(sealed).toString('base64')}`
    },
    async open(scope, sealed) {
      const ids = new Set(sealed.flatMap((text) => sealedBy(text) ?? []))
      const keys = ids.size === 0 ? [] : await readKeys(database, scope, 'id', [...ids])
      const dataKeys = new Map(keys.map((row) => [row.id, unwrap(scope.district, row.id, row.wrapped)]))
      return sealed.map((text) => openOne(scope.district, text, dataKeys))
    },
    keysOf: async (scope, record) => (await readKeys(database, scope, 'record', [record])).map(dataKeyOf),
    lookup: (district, field, value) =>
      `${field}:${createHmac('sha256', lookupKey).update(`${district}\n${field}\n${value}`, 'utf8').digest('base64url')}`,
  }
}

function openOne(
  district: string,
  text: string,
  dataKeys: ReadonlyMap<string, Uint8Array | undefined>,
): string | undefined {
  const [, id, base64] = SEALED.exec(text) ?? []
  if (id === undefined || base64 === undefined) return text
  const key = dataKeys.get(id)
  if (key === undefined) return undefined
  const plain = open(key, Buffer.from(base64, 'base64'), valueAbout(district, id))
  return plain === undefined ? undefined : Buffer.from(plain).toString('utf8')
}

const dataKeyOf = (row: SecretRow): DataKey => ({
  id: row.id,
  record: row.record,
  wrapped: Buffer.from(row.wrapped).toString('base64'),
})

async function readKeys(
  database: Database,
  scope: Scope,
  by: 'id' | 'record',
  values: readonly string[],
): Promise<readonly SecretRow[]> {
  const { rows } = await database.once<SecretRow>(
    'app',
    settingsOf(scope),
    `select id, record, wrapped from secret where district = $1 and ${by} = any($2::text[]) and wrapped is not null order by id`,
    [scope.district, values],
  )
  return rows
}

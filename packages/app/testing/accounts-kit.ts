import { createHmac } from 'node:crypto'
import { type Instant, instant, type Result } from '@jiannuo/kernel'
import { type Database, migrate } from '@jiannuo/store'
import { kyselyDialect } from '@jiannuo/store/kysely'
import { type TestDatabases, testDatabases } from '@jiannuo/store/testing'
import { type Accounts, type AccountsOptions, type Answer, openAccounts, type SignedIn } from '../src/accounts/index.ts'

export const SECRET = 'k7Qm2xVb9TzR4wLp8NcY6hGd3sFj5aEu'
export const BASE_URL = 'https://jn.lantai.example'
export const ORIGIN = { from: '10.20.30.40', agent: 'Mozilla/5.0 (测试)' }
export const ADMIN = { ...ORIGIN, by: 'person:zhou' }
export const GOOD_PASSWORD = '桥南-drainage-2031'

const prepare = async (database: Database): Promise<void> => {
  valueOf(await migrate(database, { year: 2026 }))
}

/** Migrated databases of every engine there is. */
export const engines: readonly TestDatabases[] = testDatabases(prepare, process.env, 'year_2026')

/** A clock that stands until it is moved; a day that is not today, so that nothing goes by the machine's by mistake. */
export function clockAt(text: string) {
  let now = Date.parse(text)
  return {
    now: (): Instant => instant(now),
    pass: (minutes: number) => {
      now += minutes * 60_000
    },
  }
}

export type TestClock = ReturnType<typeof clockAt>

/** Accounts over a database, as the application's role. */
export async function openOver(database: Database, options: Partial<AccountsOptions> = {}): Promise<Accounts> {
  const dialect = kyselyDialect(database, 'app')
  return valueOf(await openAccounts({ dialect, secret: SECRET, baseUrl: BASE_URL, ...options }))
}

/** Rows as the owner sees them. */
export const rowsOf = async (database: Database, text: string, params: readonly unknown[] = []) =>
  (await database.once('owner', {}, text, params)).rows

export function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.value
}

/** The code of a refusal, `ok` for what was done. */
export const codeOf = ({ result }: { readonly result: Result<unknown> }): string =>
  result.ok ? 'ok' : result.problems.map(({ code }) => code.replace('accounts/', '')).join(' ')

/** Code for the person and reason for the auditor. */
export const bothOf = (answer: Answer<unknown>): string => `${codeOf(answer)} / ${answer.event.reason ?? 'ok'}`

export function tokenOf(answer: Answer<SignedIn>): string {
  const value = valueOf(answer.result)
  if (value.step !== 'done') throw new Error('the second factor is still to come')
  return value.token
}

export function challengeOf(answer: Answer<SignedIn>): string {
  const value = valueOf(answer.result)
  if (value.step !== 'second-factor') throw new Error('no second factor is asked for')
  return value.challenge
}

let made = 0

/** A new account: its id, its name, and its initial password. */
export async function newAccount(accounts: Accounts, name = '') {
  made += 1
  const account = { name: name === '' ? `clerk${made}` : name, label: '王丽', district: 'lantai', person: `p${made}` }
  return valueOf((await accounts.createAccount(account, ADMIN)).result)
}

/** A new account whose initial password has been changed to `GOOD_PASSWORD`, signed in. */
export async function settled(accounts: Accounts) {
  const { account, name, initialPassword } = await newAccount(accounts)
  const token = tokenOf(await accounts.signIn(name, initialPassword, ORIGIN))
  const passwords = { current: initialPassword, next: GOOD_PASSWORD }
  valueOf((await accounts.changePassword(token, passwords, ORIGIN)).result)
  return { account, name, token }
}

/** The code that an authenticator shows (RFC 6238: SHA-1, 30 seconds, six digits), worked out apart from the library. */
export function totpCode(secret: string, at: number): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)))
  const mac = createHmac('sha1', fromBase32(secret)).update(counter).digest()
  const offset = (mac.at(-1) ?? 0) & 15
  return String((mac.readUInt32BE(offset) & 0x7f_ff_ff_ff) % 1_000_000).padStart(6, '0')
}

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

function fromBase32(text: string): Buffer {
  const bits = [...text].map((char) => BASE32.indexOf(char).toString(2).padStart(5, '0')).join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
}

import { randomInt } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DEMO_ADMINISTRATOR, LANTAI, type Office } from '@jiannuo/app'
import { type Accounts, settled } from '@jiannuo/app/accounts'
import type { Welcome } from '@jiannuo/contract'
import { demoPeople } from './demo-people.zh.ts'

type Shown = Welcome['demo']

/** The invented district: whether a district is it, and who may be tried there. */
export interface Demo {
  readonly accounts: Shown
  invented(district: string): boolean
  /** The accounts, for callers of this machine alone. */
  shownTo(from: string): Shown
}

const FILE = 'demo-accounts.json'
const LOOPBACK = /^(?:127\.|::1$|::ffff:127\.|local$)/
const LETTERS = 'abcdefghijkmnpqrstuvwxyz'
const DIGITS = '23456789'

const pick = (from: string, count: number): string =>
  Array.from({ length: count }, () => from[randomInt(from.length)]).join('')

/** Easy to type, and different on every machine. */
const inventPassword = (): string => `${pick('ABCDEFGHJKLMNPQRSTUVWXYZ', 2)}${pick(LETTERS, 5)}-${pick(DIGITS, 5)}`

/** A server without the invented district. */
export const noDemo: Demo = { accounts: [], invented: (district) => district === LANTAI.id, shownTo: () => [] }

/**
 * Accounts of the invented district, so that anybody at this machine can look at it as a leader, a supervisor, a clerk. They are made at the
 * first start with one password, which is kept in the data folder.
 */
export async function demoAccounts(office: Office, accounts: Accounts, folder: string): Promise<Demo> {
  const path = join(folder, FILE)
  const kept = await readFile(path, 'utf8').catch(() => undefined)
  const shown: Shown = kept === undefined ? await make(office, accounts) : JSON.parse(kept)
  if (kept === undefined) await writeFile(path, `${JSON.stringify(shown, null, 1)}\n`, { mode: 0o600 })
  return {
    accounts: shown,
    invented: (district) => district === LANTAI.id,
    shownTo: (from) => (LOOPBACK.test(from) ? shown : []),
  }
}

async function make(office: Office, accounts: Accounts): Promise<Shown> {
  const password = inventPassword()
  const shown: Shown = []
  const view = await office.districts.view(LANTAI.id)
  for (const { person, label } of demoPeople(DEMO_ADMINISTRATOR)) {
    const known = view.persons.get(person)
    if (known === undefined) continue
    const from = { from: 'start' }
    const account = { name: person, label: known.name, district: LANTAI.id, person }
    const made = await settled(office, LANTAI.id, await accounts.createAccount(account, { ...from, by: 'machine' }))
    if (!made.ok) continue
    const entered = await settled(office, LANTAI.id, await accounts.signIn(person, made.value.initialPassword, from))
    if (!entered.ok || entered.value.step !== 'done') continue
    const { token } = entered.value
    const passwords = { current: made.value.initialPassword, next: password }
    const changed = await settled(office, LANTAI.id, await accounts.changePassword(token, passwords, from))
    await settled(office, LANTAI.id, await accounts.signOut(token, from))
    if (changed.ok) shown.push({ name: person, password, label: `${known.name}　${label}` })
  }
  return shown
}

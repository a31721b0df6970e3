import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Office } from '@jiannuo/app'
import type { Answer, EndpointName, Me } from '@jiannuo/contract'
import type { Database } from '@jiannuo/store'
import { SHARED_FOLDER, type TestDatabases, testDatabasesOf } from '@jiannuo/store/testing'
import { afterAll } from 'vitest'
import { lantai, migrated, officeOn, testClock, valueOf } from '../../app/testing/kit.ts'
import { assemble, createApp, readSettings, type Settings } from '../src/index.ts'

const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'jiannuo-server-'))
  folders.push(folder)
  return folder
}

const settingsWith = (settings: TestSettings): Settings => ({
  ...valueOf(readSettings({ JIANNUO_LOG: 'silent' })),
  ...settings,
})

/** Databases with 兰台区 and its demo accounts as a first start makes them, and where the accounts' passwords are kept. */
interface Beginning {
  readonly databases: TestDatabases
  readonly passwords: string
}

/** By the moment of the first start. */
const beginnings = new Map<string, Beginning>()
afterAll(() => Promise.all([...beginnings.values()].map(({ databases }) => databases.close())), 60_000)

function beginningAt(at: string): Beginning {
  const known = beginnings.get(at)
  if (known !== undefined) return known
  const name = `lantai_${at.replaceAll(/\D/g, '')}`
  const passwords = join(process.env[SHARED_FOLDER] ?? newFolder(), `${name}.json`)
  const prepare = async (database: Database): Promise<void> => {
    await migrated(database)
    const office = await officeOn(database, testClock(at))
    await lantai(office)
    const folder = newFolder()
    valueOf(await assembled(office, settingsWith({}), folder))
    copyFileSync(join(folder, DEMO_FILE), passwords)
  }
  const made = { databases: testDatabasesOf('embedded', prepare, name), passwords }
  beginnings.set(at, made)
  return made
}

const DEMO_FILE = 'demo-accounts.json'

const assembled = (office: Office, settings: Settings, folder: string) =>
  assemble({ office, settings, folder, pages: join(folder, 'pages'), version: '0.0.0', demo: true })

/** What a test of the server changes of its settings. */
export type TestSettings = Partial<Settings>

/** A server in this process on 兰台区, without listening: its clock, its office, and browsers of its people. */
export async function testServer(
  settings: TestSettings = {},
  at = '2026-03-02 09:00',
  prepare?: (office: Office) => Promise<void>,
) {
  const clock = testClock(at)
  const { databases, passwords } = beginningAt(at)
  const office = await officeOn(await databases.create(), clock)
  await prepare?.(office)
  const folder = newFolder()
  copyFileSync(passwords, join(folder, DEMO_FILE))
  const parts = valueOf(await assembled(office, settingsWith(settings), folder))
  const app = createApp({ ...parts, checkAnswers: true })
  const browser = () => new Browser((path, init) => Promise.resolve(app.request(`http://127.0.0.1:8080${path}`, init)))
  const password = parts.demo.accounts[0]?.password ?? ''
  /** Somebody of the invented district, signed in. */
  const as = async (name: string): Promise<Browser> => {
    const one = browser()
    await one.signIn(name, password)
    return one
  }
  return { app, parts, office, clock, folder, browser, as, password }
}

type Send = (path: string, init: RequestInit) => Promise<Response>

/** A browser as far as the server sees one: it keeps the cookie, and the pages' token. */
export class Browser {
  cookie = ''
  csrf = ''
  readonly #send: Send

  constructor(send: Send) {
    this.#send = send
  }

  async send(method: string, path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers)
    if (this.cookie !== '') headers.set('cookie', this.cookie)
    if (method !== 'GET' && this.csrf !== '' && !headers.has('x-csrf-token')) headers.set('x-csrf-token', this.csrf)
    const response = await this.#send(path, { ...init, method, headers })
    const set = response.headers.get('set-cookie')
    if (set !== null) this.cookie = set.split(';')[0] ?? ''
    return response
  }

  get = (path: string): Promise<Response> => this.send('GET', path)

  post = (path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> =>
    this.send('POST', path, { body: JSON.stringify(body), headers: { 'content-type': 'application/json', ...headers } })

  upload = (path: string, bytes: Uint8Array): Promise<Response> =>
    this.send('POST', path, { body: Uint8Array.from(bytes), headers: { 'content-type': 'application/octet-stream' } })

  async signIn(name: string, password: string): Promise<Response> {
    const response = await this.post('/api/session', { name, password })
    const answer = (await response.clone().json()) as { me?: Me; csrf?: string }
    this.csrf = answer.me?.csrf ?? answer.csrf ?? ''
    return response
  }
}

/** An answer that has to be a success, of the contract's type. @throws Error with the refusal */
export async function answerOf<K extends EndpointName>(name: K, response: Promise<Response>): Promise<Answer<K>> {
  const answered = await response
  if (!answered.ok) throw new Error(`${name}: ${answered.status} ${await answered.text()}`)
  return answered.json() as Promise<Answer<K>>
}

/** The code of a refusal. */
export const codeIn = async (response: Response): Promise<string> => {
  const body = (await response.json()) as { error?: { code: string } }
  return body.error?.code ?? 'ok'
}

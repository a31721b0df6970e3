import { type Instant, instant, parseInstant, type Result } from '@jiannuo/kernel'
import { type Database, migrate, openStore } from '@jiannuo/store'
import { afterAll } from 'vitest'
import { testDatabasesOf } from '@jiannuo/store/testing'
import { ordinaryOffice } from '@jiannuo/engine'
import {
  type ActionCommand,
  foundDemoDistrict,
  furnishStore,
  LANTAI,
  type Office,
  type OpenOfficeOptions,
  perform,
  type Session,
  sessionOf,
} from '../src/index.ts'

/** A master key for tests: nothing real is ever sealed under it. */
export const TEST_KEY = new Uint8Array(32).fill(7)

export function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.value
}

export const codeOf = (result: Result<unknown>): string =>
  result.ok ? 'ok' : result.problems.map(({ code }) => code).join(' ')

/** A moment in China's time. */
export const moment = (text: string): Instant => valueOf(parseInstant(text))

/** A clock that stands until it is moved. */
export function testClock(text: string) {
  let now: number = moment(text)
  return {
    now: (): Instant => instant(now),
    to: (next: string): void => {
      now = moment(next)
    },
    pass: (minutes: number): void => {
      now += minutes * 60_000
    },
  }
}
export type TestClock = ReturnType<typeof testClock>

type OfficeOptions = Partial<OpenOfficeOptions> & { readonly leaseMs?: number }

/** Brings a database to where offices begin. */
export const migrated = async (database: Database): Promise<void> => {
  valueOf(await migrate(database, { year: 2025 }))
}

/** An office on a database that is migrated. */
export async function officeOn(database: Database, clock: TestClock, options: OfficeOptions = {}): Promise<Office> {
  const { leaseMs } = options
  const store = openStore({ database, masterKey: TEST_KEY, ...(leaseMs === undefined ? {} : { leaseMs }) })
  return valueOf(await furnishStore(store, { calendar: ordinaryOffice, now: clock.now, ...options }))
}

/** Offices on databases of their own, closed with the file's tests. */
export function offices(engine: 'embedded' | 'pglite' = 'embedded') {
  const databases = testDatabasesOf(engine, migrated, 'year_2025')
  afterAll(() => databases.close(), 60_000)
  return async (clock: TestClock, options: OfficeOptions = {}): Promise<Office> =>
    officeOn(await databases.create(), clock, options)
}

let keys = 0

/** 兰台区 in an office, with sessions by person. */
export async function lantai(office: Office) {
  valueOf(await foundDemoDistrict(office))
  const as = async (person: string): Promise<Session> => valueOf(await sessionOf(office, LANTAI.id, person))
  /** Does something as somebody; gives the record's id and state, or the code of the refusal. */
  const act = async (person: string, command: Omit<ActionCommand, 'key' | 'machine'> & Partial<ActionCommand>) => {
    const done = await perform(office, await as(person), {
      machine: 'hotline',
      key: `test-${++keys}`,
      ...command,
    })
    return done.ok ? done.value : { refused: done.refusal.code, refusal: done.refusal }
  }
  return { as, act }
}

export const CASE = {
  title: '砚池路12号路面破损',
  channel: 'phone',
  kind: 'complaint',
  category: '040102',
  urgency: 'ordinary',
  content: '砚池路12号门前路面有一处坑洞，已有三天，请修补。',
  area: 'lantai-yanchi-xiyan',
  callerName: '王文清',
  callerPhone: '10012345678',
}

/** The usual course of a case, each step as person, action and form. */
export const COURSE = [
  ['lantai-dispatcher-1', 'clear', {}],
  ['lantai-dispatcher-1', 'dispatch', {}],
  ['lantai-urban-a', 'signIn', {}],
  ['lantai-transport-a', 'coAnswer', { done: true, answer: '已到场配合。' }],
  ['lantai-urban-a', 'finish', { contacted: true, solved: true, reply: '已修补。' }],
  ['lantai-urban-c', 'approve', {}],
  ['lantai-callerBack-1', 'callBack', { contacted: true, solved: true, satisfaction: 'satisfied' }],
] as const

type Act = Awaited<ReturnType<typeof lantai>>['act']

/** Opens a case. */
export async function openCase(
  act: Act,
  input: Partial<Record<keyof typeof CASE, unknown>> & Record<string, unknown> = {},
) {
  const opened = await act('lantai-operator-1', {
    action: 'accept',
    input: { ...CASE, ...input } as ActionCommand['input'],
  })
  if (!('record' in opened)) throw new Error(JSON.stringify(opened))
  return opened.record
}

/** Takes a case along its usual course, up to and with an action. */
export async function advance(act: Act, record: string, last: (typeof COURSE)[number][1], pass: () => void = () => {}) {
  for (const [person, action, input] of COURSE) {
    pass()
    const done = await act(person, { action, record, input })
    if (!('record' in done)) throw new Error(JSON.stringify(done))
    if (action === last) return done
  }
  throw new Error(last)
}

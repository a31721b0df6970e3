import type { Json } from '@jiannuo/engine'
import type { Result } from '@jiannuo/kernel'
import { machineScope } from '@jiannuo/store'
import { freshKey } from '../office/ids.ts'
import type { Office } from '../office/office.ts'
import type { AccountEvent, Answer } from './types.ts'

const ATTEMPTS = 20

/**
 * Appends what happened to an account to the district's log, where its auditor reads it (domain.md 17).
 *
 * @throws Error when others wrote to the same stream at every attempt
 */
export async function recordAccountEvent(office: Office, district: string, event: AccountEvent): Promise<void> {
  const scope = { ...machineScope(district), person: event.by }
  const { stream, at, action, by, from, ok, reason, params } = event
  const input: Readonly<Record<string, Json>> = {
    from,
    ok,
    ...(reason === undefined ? {} : { reason }),
    ...(params === undefined ? {} : { params: { ...params } }),
  }
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const expected = (await office.store.heads(scope, [stream]))[stream] ?? 0
    const entry = { seq: expected + 1, at, by, unit: '', role: '', action: `account.${action}`, input, events: [] }
    const commit = { key: freshKey(), at, streams: [{ stream, expected, entry }], answer: null }
    if ((await office.store.commit(scope, commit)).ok) return
  }
  throw new Error(`the log of ${stream} was busy ${ATTEMPTS} times`)
}

/** Writes the event of an answer down and gives its result. */
export async function settled<T>(office: Office, district: string, answer: Answer<T>): Promise<Result<T>> {
  await recordAccountEvent(office, district, answer.event)
  return answer.result
}

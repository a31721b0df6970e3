import { type Contribution, contributionDeltas, type OutEffect, type Transition } from '@jiannuo/engine'
import type { Instant } from '@jiannuo/kernel'
import { type Message, recordStream, type StreamCommit } from '@jiannuo/store'
import type { Kept } from './kept.ts'

const NONE: readonly Contribution[] = []

/** One record's part of a command, as it goes to the store. */
export function recordPart(before: Kept | undefined, { entry }: Transition, after: Kept): StreamCommit {
  const deltas = contributionDeltas(before?.contributions ?? NONE, after.contributions)
  return {
    stream: recordStream(after.state.id),
    expected: before?.state.seq ?? 0,
    entry,
    record: { state: after.state, row: after.row },
    ...(deltas.length === 0 ? {} : { deltas, contributions: after.contributions }),
    ...(before !== undefined && before.timers === after.timers ? {} : { timers: after.timers }),
  }
}

/** Messages that effects ask for; the same words to the same people once. */
export function messagesOf(record: string, at: Instant, effects: readonly OutEffect[]): readonly Message[] {
  const messages = new Map<string, Message>()
  for (const effect of effects) {
    if (effect.type !== 'notify') continue
    const { role, unit, message } = effect
    messages.set(`${role} ${unit} ${message}`, { record, role, unit, message, at })
  }
  return [...messages.values()]
}

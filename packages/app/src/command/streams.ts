import { type Contribution, contributionDeltas, type OutEffect, type Transition } from '@jiannuo/engine'
import type { Instant } from '@jiannuo/kernel'
import { type Message, recordStream, type StreamCommit } from '@jiannuo/store'
import type { Kept } from './kept.ts'

const NONE: readonly Contribution[] = []

/** One record's part of a command, as it goes to the store. */
export const recordPart = (before: Kept | undefined, { entry }: Transition, after: Kept): StreamCommit =>
  before !== undefined && before.timers === after.timers
    ? new RecordPart(before, entry, after)
    : new TimedPart(before, entry, after)

/** Figures and rows are worked out when the store asks for them: of many parts of one record it asks the last. */
class RecordPart implements StreamCommit {
  readonly stream: string
  readonly expected: number
  readonly entry: Transition['entry']
  readonly record: Kept
  readonly #before: Kept | undefined
  #deltas: readonly Contribution[] | undefined

  constructor(before: Kept | undefined, entry: Transition['entry'], after: Kept) {
    this.stream = recordStream(after.state.id)
    this.expected = before?.state.seq ?? 0
    this.entry = entry
    this.record = after
    this.#before = before
  }

  get known(): readonly Contribution[] {
    return this.#before?.contributions ?? NONE
  }

  get contributions(): readonly Contribution[] {
    return this.record.contributions
  }

  get deltas(): readonly Contribution[] {
    this.#deltas ??= contributionDeltas(this.known, this.contributions)
    return this.#deltas
  }
}

class TimedPart extends RecordPart {
  readonly timers: Kept['timers']

  constructor(before: Kept | undefined, entry: Transition['entry'], after: Kept) {
    super(before, entry, after)
    this.timers = after.timers
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

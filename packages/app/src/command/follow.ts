import { type Commit, machineScope } from '@jiannuo/store'
import { actBySystem } from '@jiannuo/engine'
import type { Instant } from '@jiannuo/kernel'
import type { DistrictView } from '../office/district-view.ts'
import type { Office } from '../office/office.ts'
import type { FollowRest } from './command.ts'
import { contextAt } from './decide.ts'
import { type Holding, holdingOf } from './holding.ts'
import { type Kept, keep, keptKey } from './kept.ts'
import { messagesOf, recordPart } from './streams.ts'

/** Members of one commit. */
export const CHUNK = 200
const TRIES = 4

/**
 * Has the members follow that were too many for the head's own command, in chunks. Each has a key of its own, so that it does no harm
 * to begin anew: a command that is sent again also finishes what an interrupted one left.
 */
export async function followRest(
  office: Office,
  view: DistrictView,
  key: string,
  rest: FollowRest,
  at: Instant,
): Promise<void> {
  for (let from = 0; from < rest.records.length; from += CHUNK) {
    const records = rest.records.slice(from, from + CHUNK)
    for (let attempt = 0; attempt < TRIES; attempt++)
      if (await followChunk(office, view, `${key}#${from / CHUNK + 1}`, { ...rest, records }, at)) break
  }
}

/** The key of the first chunk of what is left of a command. */
export const firstRestKey = (key: string): string => `${key}#1`

/** Decides what members do that follow their head after its own command. @returns nothing when none of them can */
export async function decideRest(
  office: Office,
  view: DistrictView,
  holding: Holding,
  key: string,
  { records, action, input }: FollowRest,
  at: Instant,
): Promise<{ readonly commit: Commit; readonly after: readonly Kept[] } | undefined> {
  const missing = records.filter((record) => holding.peek(record) === undefined)
  if (missing.length > 0) await holding.fetch(missing)
  const parts = records.flatMap((record) => {
    const before = holding.peek(record)
    const kit = before ? office.machines.kit(before.state.machine, before.state.version) : undefined
    if (!before || kit === undefined) return []
    const made = actBySystem(kit.machine, before.state, action, input, contextAt(office, view, kit.machine.id, at))
    if (!made.ok) return []
    const after = keep(office, kit, view.tree, made.value.record, before.lookups, before)
    return [{ part: recordPart(before, made.value, after), made: made.value, after }]
  })
  if (parts.length === 0) return undefined
  const commit = {
    key,
    at,
    streams: parts.map(({ part }) => part),
    messages: parts.flatMap(({ made }) => messagesOf(made.record.id, made.entry.at, made.effects)),
    answer: null,
  }
  return { commit, after: parts.map(({ after }) => after) }
}

/** @returns whether nothing is left to do for the chunk */
async function followChunk(
  office: Office,
  view: DistrictView,
  key: string,
  rest: FollowRest,
  at: Instant,
): Promise<boolean> {
  const { district } = view.tree
  const decided = await decideRest(office, view, holdingOf(office, view), key, rest, at)
  if (decided === undefined) return true
  const outcome = await office.store.commit(machineScope(district), decided.commit)
  const done = outcome.ok && !outcome.repeated
  for (const kept of decided.after) {
    if (done) office.records.set(keptKey(district, kept.state.id), kept)
    else office.records.drop(keptKey(district, kept.state.id))
  }
  return outcome.ok
}

import { actBySystem, type Json, type Refusal } from '@jiannuo/engine'
import type { Instant } from '@jiannuo/kernel'
import type { Commit } from '@jiannuo/store'
import type { DistrictView } from '../office/district-view.ts'
import type { Office } from '../office/office.ts'
import { refusal } from './command.ts'
import { contextAt } from './decide.ts'
import { type Kept, keep } from './kept.ts'
import { messagesOf, recordPart } from './streams.ts'

/** What a record is told to do by the program. */
export interface Told {
  readonly record: string
  readonly action: string
  readonly input: Readonly<Record<string, Json>>
  /** The same key again changes nothing. */
  readonly key: string
  readonly at: Instant
}

/** Decides what a record is told to do; nothing of it reaches further records. */
export function decideTold(
  office: Office,
  view: DistrictView,
  kept: Kept,
  told: Told,
): { readonly commit: Commit; readonly after: Kept } | { readonly refusal: Refusal } {
  const kit = office.machines.kit(kept.state.machine, kept.state.version)
  if (kit === undefined) return refusal('app/no-definition', told, { version: kept.state.version })
  const made = actBySystem(
    kit.machine,
    kept.state,
    told.action,
    told.input,
    contextAt(office, view, kit.machine.id, told.at),
  )
  if (!made.ok) return { refusal: made.refusal }
  const { entry, record, effects } = made.value
  const after = keep(office, kit, view.tree, record, kept.lookups, kept)
  const messages = messagesOf(record.id, entry.at, effects)
  const commit: Commit = {
    key: told.key,
    at: entry.at,
    streams: [recordPart(kept, made.value, after)],
    ...(messages.length === 0 ? {} : { messages }),
    answer: null,
  }
  return { commit, after }
}

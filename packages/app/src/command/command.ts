import { isObject, type Json, type Refusal } from '@jiannuo/engine'

/** What somebody wants done with a record, or a record they want opened. */
export interface ActionCommand {
  readonly machine: string
  /** The record; when one is opened, the id that it shall have, or nothing to have one made. */
  readonly record?: string
  readonly action: string
  readonly input: Readonly<Record<string, Json>>
  /** The client's key: the same key again changes nothing and gets the first answer. */
  readonly key: string
  /** Entries of the record that the client had seen. When others have come since, the command is refused and names them. */
  readonly expected?: number
}

/** What was done. */
export interface Done {
  readonly record: string
  readonly seq: number
  readonly state: string
  /** The command had been carried out before; nothing was changed now. */
  readonly repeated: boolean
}

/** The outcome of a command. A refusal of this package has a code `app/…`, one of the engine its own. */
export type Performed = { readonly ok: true; readonly value: Done } | { readonly ok: false; readonly refusal: Refusal }

/** A refusal of this package. It tells nothing about the record but what is given here. */
export const refusal = (
  code: string,
  command: Pick<ActionCommand, 'action' | 'record'>,
  params: Refusal['params'] = {},
): { readonly ok: false; readonly refusal: Refusal } => ({
  ok: false,
  refusal: { code, action: command.action, record: command.record ?? '', params, possible: [] },
})

/** Members of a group that are still to follow their head after the command. */
export interface FollowRest {
  readonly records: readonly string[]
  readonly action: string
  readonly input: Readonly<Record<string, Json>>
}

/** The answer that is kept with a command's key. */
export const answerOf = (
  command: ActionCommand,
  person: string,
  done: Omit<Done, 'repeated'>,
  rest?: FollowRest,
): Json => ({
  machine: command.machine,
  action: command.action,
  by: person,
  record: done.record,
  seq: done.seq,
  state: done.state,
  ...(rest === undefined ? {} : { rest: { ...rest } }),
})

/**
 * What a repeated command is answered: what was done the first time, or `app/key-reused` when the key belonged to another command.
 */
export function repeatedAnswer(command: ActionCommand, person: string, answer: Json): Performed {
  if (!isObject(answer)) return refusal('app/key-reused', command)
  const { machine, action, by, record, seq, state } = answer
  const same =
    machine === command.machine &&
    action === command.action &&
    by === person &&
    (command.record === undefined || command.record === record)
  if (!same || typeof record !== 'string' || typeof seq !== 'number' || typeof state !== 'string')
    return refusal('app/key-reused', command)
  return { ok: true, value: { record, seq, state, repeated: true } }
}

/** The members that were left to follow when the command was carried out. */
export function restOf(answer: Json): FollowRest | undefined {
  const rest = isObject(answer) ? (answer['rest'] ?? null) : null
  if (!isObject(rest)) return undefined
  const { records, action, input = null } = rest
  if (!Array.isArray(records) || typeof action !== 'string' || !isObject(input)) return undefined
  return { records: records.filter((record) => typeof record === 'string'), action, input }
}

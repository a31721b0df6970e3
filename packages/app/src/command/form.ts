import { mayRead, type Refusal } from '@jiannuo/engine'
import { refusal } from './command.ts'
import { type Deciding, recordOf } from './decide.ts'
import { type SealedInput, sealInput } from './personal.ts'
import { checkFeedCommand } from '../ledger/feed-guard.ts'
import { COMMITMENTS, RETURNS } from '../ledger/machines.ts'
import { checkReturnOpening } from '../ledger/return-guard.ts'

type Faults = NonNullable<Refusal['fields']>

type Checked = { readonly sealed?: SealedInput } | { readonly refusal: Refusal }

/** What must be looked at beyond the form before a record of a machine is opened. */
const OPENING: Readonly<Record<string, typeof checkReturnOpening>> = { [RETURNS]: checkReturnOpening }

/** What must be looked at beyond the form before something is done with a record of a machine. */
const ACTING: Readonly<Record<string, typeof checkFeedCommand>> = { [COMMITMENTS]: checkFeedCommand }

/**
 * Does with a form what rules cannot: files and records that it names must exist, and personal values are sealed before anything is
 * decided. Nothing is awaited for a form that has none of these.
 */
export async function checkForm(deciding: Omit<Deciding, 'sealed'>): Promise<Checked> {
  const { office, view, holding, session, command, at } = deciding
  const known = command.record === undefined ? undefined : (holding.peek(command.record) ?? undefined)
  const kit = office.machines.kit(command.machine, known?.state.version)
  const form = kit?.forms.get(command.action)
  if (kit === undefined || form === undefined) return {}
  const opening = form.opens ? await OPENING[command.machine]?.(office, view, session, command.input) : undefined
  if (opening !== undefined) return { refusal: opening }
  const acting = form.opens ? undefined : await ACTING[command.machine]?.(deciding)
  if (acting !== undefined) return { refusal: acting }
  const faults: Faults[number][] = []
  for (const field of form.files) faults.push(...(await missingFiles(deciding, field)))
  for (const field of form.records) faults.push(...(await missingRecord(deciding, field)))
  if (faults.length > 0) return badInput(deciding, faults)
  if (form.personal.length === 0) return {}
  const settings = view.settingsAt(kit.machine.id, at)
  const place = {
    district: session.district,
    kit,
    tree: view.tree,
    settings,
    record: recordOf(deciding),
    state: known?.state,
  }
  const sealed = await sealInput(office, place, form, command.input)
  return 'faults' in sealed ? badInput(deciding, sealed.faults) : { sealed }
}

function badInput({ command, holding }: Pick<Deciding, 'command' | 'holding'>, fields: Faults): Checked {
  const state = command.record === undefined ? undefined : holding.peek(command.record)?.state.state
  const said = refusal('engine/bad-input', command, { count: fields.length }).refusal
  return { refusal: { ...said, fields, ...(state === undefined ? {} : { state }) } }
}

async function missingFiles({ office, session, command }: Omit<Deciding, 'sealed'>, field: string): Promise<Faults> {
  const value = command.input[field]
  if (!Array.isArray(value)) return []
  for (const hash of value) {
    if (typeof hash !== 'string' || (await office.store.files.find(session.scope, hash)) === undefined)
      return [{ field, code: 'app/no-such-file', params: { file: String(hash).slice(0, 80) } }]
  }
  return []
}

/** A record that may not be seen is named as little as one that is not there. */
async function missingRecord(
  { office, view, holding, session, command }: Omit<Deciding, 'sealed'>,
  field: string,
): Promise<Faults> {
  const value = command.input[field]
  if (typeof value !== 'string' || value === '') return []
  if (holding.peek(value) === undefined) await holding.fetch([value])
  const state = holding.peek(value)?.state
  const machine = state === undefined ? undefined : office.machines.kit(state.machine, state.version)?.machine
  if (state !== undefined && machine !== undefined && mayRead(machine, state, session.actor, view.tree)) return []
  return [{ field, code: 'app/no-such-record', params: { record: value.slice(0, 80) } }]
}

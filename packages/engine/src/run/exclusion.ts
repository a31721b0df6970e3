import type { Machine } from '../model/definition.ts'
import type { RecordState } from '../model/record.ts'
import { latestRequest } from './view.ts'

/** Kinds of requests that leave a record out of adjusted figures once they are granted. */
const kinds = new WeakMap<Machine, readonly string[]>()

function excludingKinds(machine: Machine): readonly string[] {
  let found = kinds.get(machine)
  if (found === undefined) {
    found = Object.keys(machine.requests).filter((kind) => machine.requests[kind]?.excludes === true)
    kinds.set(machine, found)
  }
  return found
}

/**
 * Whether a record is left out of adjusted figures: its latest request for exclusion was granted. Raw figures keep
 * it (domain.md 2.5).
 */
export const excluded = (record: RecordState, machine: Machine): boolean =>
  excludingKinds(machine).some((kind) => latestRequest(record, kind)?.decision?.granted === true)

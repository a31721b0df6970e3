import { createHash } from 'node:crypto'
import { type Catalogue, type FieldDefinition, fingerprint, type Machine, type Measures } from '@jiannuo/engine'
import type { DefinitionMark } from '@jiannuo/store'
import { DISTRICT_ROLES } from '../organisation/posts.ts'

/** A machine in one version, with what every command would otherwise look up anew. */
export interface Kit {
  readonly machine: Machine
  readonly measures: Measures | undefined
  /** Fields whose words are searched. */
  readonly searched: readonly string[]
  /** Personal fields of the record that are found again by their keyed hash. */
  readonly lookups: readonly string[]
  /** Personal fields of the record. */
  readonly personal: readonly string[]
  readonly forms: ReadonlyMap<string, Form>
}

/** The form of an action, as far as this package must look at it. */
export interface Form {
  readonly opens: boolean
  /** Personal fields that it offers. */
  readonly personal: readonly (readonly [id: string, definition: FieldDefinition])[]
  /** Fields that hold hashes of files. */
  readonly files: readonly string[]
  /** Fields that hold the id of another record. */
  readonly records: readonly string[]
}

/** The machines of an office. */
export interface Machines {
  readonly ids: readonly string[]
  /** Every role of every machine and of districts themselves: id → title. */
  readonly roles: Readonly<Record<string, string>>
  /** A machine in a version; the newest unless said. */
  readonly kit: (id: string, version?: number) => Kit | undefined
  /** Machines that word a message: two may use one code for different words. */
  readonly wording: (message: string) => readonly string[]
  /** What the store is told of the definitions, so that none is changed behind the backs of its records. */
  readonly marks: readonly DefinitionMark[]
}

/** Prepares the machines of a catalogue. */
export function machinesOf(catalogue: Catalogue): Machines {
  const newest = new Map<string, Kit>()
  const versions = new Map<string, Kit[]>()
  for (const { id } of catalogue.machines) {
    const kits = catalogue.versions(id).map((machine) => kitOf(machine, catalogue.measures(id)))
    versions.set(id, kits)
    const last = kits.at(-1)
    if (last !== undefined) newest.set(id, last)
  }
  const all = [...versions.values()].flat()
  return {
    ids: catalogue.machines.map(({ id }) => id),
    roles: Object.assign({}, ...all.map(({ machine }) => machine.roles), DISTRICT_ROLES),
    kit: (id, version) => {
      const last = newest.get(id)
      if (version === undefined || last?.machine.version === version) return last
      return versions.get(id)?.find(({ machine }) => machine.version === version)
    },
    wording: (message) =>
      [...newest.values()]
        .map(({ machine }) => machine)
        .filter(({ wording }) => wording[message])
        .map(({ id }) => id),
    marks: [...all.map(markOf), ...[...newest.values()].flatMap(countersMark)],
  }
}

function kitOf(machine: Machine, measures: Measures | undefined): Kit {
  const fields = Object.entries(machine.fields)
  const ids = (fits: (field: FieldDefinition) => boolean): string[] =>
    fields.filter(([, field]) => fits(field)).map(([id]) => id)
  return {
    machine,
    measures,
    searched: ids((field) => field.search === true),
    lookups: ids((field) => field.personal?.lookup === true),
    personal: ids((field) => field.personal !== undefined),
    forms: new Map(Object.keys(machine.actions).map((action) => [action, formOf(machine, action)])),
  }
}

function formOf(machine: Machine, actionId: string): Form {
  const action = machine.actions[actionId]
  const offered = (action?.input ?? []).flatMap((id) => {
    const definition = action?.fields?.[id] ?? machine.fields[id]
    return definition === undefined ? [] : [[id, definition] as const]
  })
  const ids = (type: FieldDefinition['type']): string[] =>
    offered.filter(([, definition]) => definition.type === type).map(([id]) => id)
  return {
    opens: action?.from === 'new',
    personal: offered.filter(([, definition]) => definition.personal !== undefined),
    files: ids('files'),
    records: ids('record'),
  }
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

const markOf = ({ machine }: Kit): DefinitionMark => ({
  machine: machine.id,
  version: machine.version,
  fingerprint: sha256(fingerprint(machine)),
})

/** Counters make the figures that are kept: they change with a new version of their machine only. */
function countersMark({ machine, measures }: Kit): DefinitionMark[] {
  if (measures === undefined) return []
  const { id, version } = machine
  return [{ machine: `${id}#counters`, version, fingerprint: sha256(JSON.stringify(measures.counters)) }]
}

import {
  type Contribution,
  contributions,
  type Machine,
  nextDue,
  type RecordState,
  seesOf,
  type Timer,
  timersOf,
} from '@jiannuo/engine'
import type { RecordRow } from '@jiannuo/store'
import type { OrganisationTree } from '../organisation/tree.ts'
import type { Kit } from '../office/machines.ts'
import type { Office } from '../office/office.ts'

/** A record with all that is worked out of it, so that the next command need not do so again. */
export interface Kept {
  readonly state: RecordState
  readonly timers: readonly Timer[]
  /** Keyed hashes of its personal fields, `field:hash`. */
  readonly lookups: readonly string[]
  /** Worked out when they are first asked for: of what passes by in a batch only the last is written. */
  readonly contributions: readonly Contribution[]
  readonly row: RecordRow
}

/** Key of a record among those that an office remembers. */
export const keptKey = (district: string, record: string): string => `${district}\n${record}`

const NOTHING: readonly never[] = Object.freeze([])

type Means = Pick<Office, 'calendar' | 'segment'>

/**
 * Works out everything that stands beside a record. What a command has not touched is taken over from before it.
 *
 * @param lookups keyed hashes of its personal fields, `field:hash`
 */
export function keep(
  office: Means,
  kit: Kit,
  tree: OrganisationTree,
  state: RecordState,
  lookups: readonly string[],
  before?: Kept,
): Kept {
  const known = before?.state.version === state.version ? before : undefined
  const sameClocks = known !== undefined && known.state.clocks === state.clocks
  const timers = sameClocks ? known.timers : timersOf(kit.machine, state, office.calendar)
  return new KeptRecord(office, kit, tree, state, timers, lookups, known)
}

class KeptRecord implements Kept {
  readonly state: RecordState
  readonly timers: readonly Timer[]
  readonly lookups: readonly string[]
  readonly #office: Means
  readonly #kit: Kit
  readonly #tree: OrganisationTree
  /** The nearest one before it whose row was ever worked out; those between them are not held on to. */
  #before: Kept | undefined
  #contributions: readonly Contribution[] | undefined
  #row: RecordRow | undefined

  constructor(
    office: Means,
    kit: Kit,
    tree: OrganisationTree,
    state: RecordState,
    timers: readonly Timer[],
    lookups: readonly string[],
    before: Kept | undefined,
  ) {
    this.state = state
    this.timers = timers
    this.lookups = lookups
    this.#office = office
    this.#kit = kit
    this.#tree = tree
    this.#before = before instanceof KeptRecord && before.#row === undefined ? before.#before : before
  }

  get contributions(): readonly Contribution[] {
    const { measures, machine } = this.#kit
    this.#contributions ??=
      measures === undefined ? NOTHING : contributions(measures, machine, this.state, this.#office.calendar.utcOffset)
    return this.#contributions
  }

  get row(): RecordRow {
    this.#row ??= rowOf(this.#office, this.#kit, this.#tree, this.state, this.lookups, this.#before)
    this.#before = undefined
    return this.#row
  }
}

function rowOf(
  office: Pick<Office, 'calendar' | 'segment'>,
  kit: Kit,
  tree: OrganisationTree,
  state: RecordState,
  lookups: readonly string[],
  before?: Kept,
): RecordRow {
  const { machine } = kit
  const title = state.fields[machine.titleField]
  const category = machine.categoryField === undefined ? undefined : state.fields[machine.categoryField]
  const text = before !== undefined && sameWords(kit, before.state, state) ? before.row.text : textOf(kit, state)
  return {
    sees: before !== undefined && sameUnits(before.state, state) ? before.row.sees : seesOf(state, machine, tree),
    title: typeof title === 'string' ? title : '',
    category: typeof category === 'string' ? category : '',
    ...dueOfRow(office, state, before),
    text,
    words: before !== undefined && before.row.text === text ? before.row.words : office.segment(text),
    lookups,
    ...facetsOf(machine, state),
  }
}

/** What lists are narrowed by: one `field=value` for each of the machine's facets that has a value. */
function facetsOf(machine: Machine, { fields }: RecordState): Pick<RecordRow, 'facets'> {
  const named = facetFields(machine)
  if (named.length === 0) return {}
  const facets = named.flatMap((id) => {
    const value = fields[id]
    const plain = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    return plain ? [`${id}=${String(value)}`] : []
  })
  return { facets }
}

/** Fields of a machine that are facets; a machine never changes. */
const facetNames = new WeakMap<Machine, readonly string[]>()

function facetFields(machine: Machine): readonly string[] {
  const known = facetNames.get(machine)
  if (known !== undefined) return known
  const names = Object.entries(machine.fields).flatMap(([id, field]) => (field.facet === true ? [id] : []))
  facetNames.set(machine, names)
  return names
}

function dueOfRow(
  { calendar }: Pick<Office, 'calendar'>,
  state: RecordState,
  before: Kept | undefined,
): Pick<RecordRow, 'dueAt' | 'dueClock'> {
  if (before !== undefined && before.state.clocks === state.clocks) {
    const { dueAt, dueClock } = before.row
    return dueAt === undefined || dueClock === undefined ? {} : { dueAt, dueClock }
  }
  const due = nextDue(state, calendar)
  return due === undefined ? {} : { dueAt: due.at, dueClock: due.clock }
}

const sameUnits = (a: RecordState, b: RecordState): boolean =>
  a.lead === b.lead && a.area === b.area && a.co === b.co && a.openedUnit === b.openedUnit

const sameWords = (kit: Kit, a: RecordState, b: RecordState): boolean =>
  a.fields === b.fields || kit.searched.every((id) => a.fields[id] === b.fields[id])

const textOf = (kit: Kit, state: RecordState): string =>
  kit.searched
    .map((id) => state.fields[id])
    .filter((value): value is string => typeof value === 'string')
    .join('\n')

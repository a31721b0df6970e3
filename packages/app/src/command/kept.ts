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
  readonly contributions: readonly Contribution[]
  readonly timers: readonly Timer[]
  readonly row: RecordRow
}

/** Key of a record among those that an office remembers. */
export const keptKey = (district: string, record: string): string => `${district}\n${record}`

const NOTHING: readonly never[] = Object.freeze([])

/**
 * Works out everything that stands beside a record. What a command has not touched is taken over from before it.
 *
 * @param lookups keyed hashes of its personal fields, `field:hash`
 */
export function keep(
  office: Pick<Office, 'calendar' | 'segment'>,
  kit: Kit,
  tree: OrganisationTree,
  state: RecordState,
  lookups: readonly string[],
  before?: Kept,
): Kept {
  const known = before?.state.version === state.version ? before : undefined
  const sameClocks = known !== undefined && known.state.clocks === state.clocks
  return {
    state,
    contributions:
      kit.measures === undefined ? NOTHING : contributions(kit.measures, kit.machine, state, office.calendar.utcOffset),
    timers: sameClocks ? known.timers : timersOf(kit.machine, state, office.calendar),
    row: rowOf(office, kit, tree, state, lookups, known),
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

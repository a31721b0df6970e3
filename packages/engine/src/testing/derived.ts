import type { Machine } from '../model/definition.ts'
import type { RecordState } from '../model/record.ts'
import { mayRead, mayUnmask } from '../run/reading.ts'
import { mayAct, STANDINGS, standing, withRelations } from './actors.ts'
import { mentionsOf } from './mentions.ts'
import { faultOf, type TriedAction, tryAction } from './outcomes.ts'
import { later } from './sample.ts'
import { type Walker, type WalkOptions, walker } from './walk.ts'
import { pathInShort, walkAll, type WalkedPath } from './ways.ts'

/** A test that follows from a definition. */
export interface DerivedTest {
  /** What it tests, unique among the tests of the machine. */
  readonly name: string
  /** @throws Error when the definition does not do what it says */
  readonly run: () => void
}

/** How much is tested. */
export interface DerivedCounts {
  /** Pairs of a state (or none) and an action, each tried by every role in every standing. */
  readonly places: number
  /** Single tries behind them. */
  readonly tries: number
  /** Shortest paths walked to every state that can be reached, and how many of them end the record. */
  readonly paths: number
  readonly finalPaths: number
  /** Arrows (state, action, target) taken, each after a walk to where it begins. */
  readonly arrows: number
  /** Pairs of an action and a role held against the access matrix. */
  readonly access: number
  /** Pairs of a role and a standing held against readers and unmasking. */
  readonly readers: number
}

/** A path or an arrow that could not be walked with made-up input, and why. */
export interface Unwalked {
  readonly path: string
  /** Number of the step that could not be taken, from 1, and what was met there. */
  readonly reason: string
}

/** Everything that follows from a definition for its tests. */
export interface DerivedTests {
  readonly machine: Machine
  readonly tests: readonly DerivedTest[]
  readonly counts: DerivedCounts
  readonly unwalked: readonly Unwalked[]
  /** States that no walk reached; nothing is tried in them. */
  readonly unreached: readonly string[]
  /** Every shortest path with what came of it, then every further arrow after a way to it, for the snapshot. */
  readonly paths: readonly WalkedPath[]
  readonly arrows: readonly WalkedPath[]
  /** Every try, for the snapshot. */
  readonly tries: readonly TriedAction[]
}

/**
 * Derives the tests of a machine from its definition: every action in every state by every role in every standing; every shortest path
 * from the opening to every state, and every single arrow, walked through `transition` with made-up input; the access matrix and the readers.
 * What could not be walked is listed with the reason, never left out silently.
 */
export function derivedTests(machine: Machine, options: WalkOptions = {}): DerivedTests {
  const walks = walker(machine, options)
  const { paths, arrows, ways } = walkAll(walks)
  const standingAt = new Map([...ways].map(([state, some]) => [state, some.flatMap(({ walk }) => walk.records)]))
  const unwalked = [...paths, ...arrows].filter(({ walk }) => walk.records.length === 0)
  const places = placesOf(walks, standingAt)
  const tests = [
    ...places.map(placeTest),
    ...paths.filter(({ walk }) => walk.records.length > 0).map((walked) => pathTest(machine, walked, 'path')),
    ...arrows.filter(({ walk }) => walk.records.length > 0).map((walked) => pathTest(machine, walked, 'arrow')),
    ...accessTests(machine, places),
    ...readerTests(machine, walks, standingAt),
  ]
  const walkedPaths = paths.filter(({ walk }) => walk.records.length > 0)
  return {
    machine,
    tests,
    counts: {
      places: places.length,
      tries: places.reduce((sum, { tries }) => sum + tries.length, 0),
      paths: walkedPaths.length,
      finalPaths: walkedPaths.filter(({ path }) => machine.states[path.at(-1)?.to ?? '']?.kind === 'final').length,
      arrows: arrows.length - arrows.filter(({ walk }) => walk.records.length === 0).length,
      access: accessPairs(machine).length,
      readers: Object.keys(machine.roles).length * STANDINGS.length * 2,
    },
    unwalked: unwalked.map(unwalkedOf),
    unreached: Object.keys(machine.states).filter((state) => !standingAt.has(state)),
    paths,
    arrows,
    tries: places.flatMap(({ tries }) => tries),
  }
}

const unwalkedOf = ({ path, walk }: WalkedPath): Unwalked => ({
  path: pathInShort(path),
  reason: `step ${walk.stuckAt + 1} (${path[walk.stuckAt]?.action ?? '?'}): ${walk.refusals.join(', ') || 'leads elsewhere'}`,
})

interface Place {
  readonly state: string
  readonly action: string
  readonly tries: readonly TriedAction[]
}

const TEN_MINUTES = 600_000

/** Every action, where there is no record yet and in every state that a record was brought to. */
function placesOf(walks: Walker, standingAt: ReadonlyMap<string, readonly RecordState[]>): Place[] {
  const { machine } = walks
  const records: (RecordState | undefined)[] = [undefined]
  for (const state of Object.keys(machine.states)) {
    const [first] = standingAt.get(state) ?? []
    if (first !== undefined) records.push(withRelations(first))
  }
  const begin = records.find((record) => record !== undefined)?.openedAt
  const mentions = mentionsOf(machine)
  return records.flatMap((record) => {
    const at = record?.changedAt ?? begin
    if (at === undefined) return []
    const context = walks.context(later(at, TEN_MINUTES))
    return Object.keys(machine.actions).map((action) => ({
      state: record?.state ?? 'new',
      action,
      tries: tryAction(machine, record, action, context, mentions),
    }))
  })
}

function failWith(faults: readonly (string | undefined)[]): void {
  const found = faults.filter((fault) => fault !== undefined)
  if (found.length > 0) throw new Error(found.join('\n'))
}

const placeTest = ({ state, action, tries }: Place): DerivedTest => ({
  name: `outcome ${state}/${action}`,
  run: () => failWith(tries.map(faultOf)),
})

/** The records at the end of a walk stand where the path leads; in a final state nothing runs on. */
const pathTest = (machine: Machine, { path, walk }: WalkedPath, kind: 'path' | 'arrow'): DerivedTest => ({
  name: `${kind} ${pathInShort(path)}`,
  run: () =>
    failWith(
      walk.records.map((record) => {
        const to = path.at(-1)?.to
        if (record.state !== to) return `ends in ${record.state}, not in ${to ?? '?'}`
        const isFinal = machine.states[record.state]?.kind === 'final'
        if (isFinal !== (record.closedAt !== undefined)) return `${record.state} and closedAt do not agree`
        const running = Object.entries(record.clocks).filter(([, { run }]) => run.stoppedAt === undefined)
        return isFinal && running.length > 0
          ? `${running.map(([id]) => id).join(', ')} runs on in ${record.state}`
          : undefined
      }),
    ),
})

function accessPairs(machine: Machine): { readonly action: string; readonly role: string }[] {
  return Object.entries(machine.actions).flatMap(([action, { system }]) =>
    system === true ? [] : Object.keys(machine.roles).map((role) => ({ action, role })),
  )
}

/** An action is refused to every role in every standing that is not granted, wherever it can be done at all. */
function accessTests(machine: Machine, places: readonly Place[]): DerivedTest[] {
  return accessPairs(machine).map(({ action, role }) => ({
    name: `access ${action} by ${role}`,
    run: () => {
      const tries = places
        .filter((place) => place.action === action)
        .flatMap((place) => place.tries)
        .filter(
          (tried) => tried.role === role && (tried.expected === 'may' || tried.expected === 'engine/not-permitted'),
        )
      if (tries.length === 0) throw new Error(`${action} was tried nowhere: no record stands where it can be done`)
      failWith(
        tries.map((tried) => {
          const refused = tried.came === 'engine/not-permitted'
          const granted = mayAct(machine.actions[action]?.by ?? [], role, tried.standing, tried.state !== 'new')
          return refused === granted ? `${tried.state} (${tried.standing}): ${tried.came}` : undefined
        }),
      )
    },
  }))
}

/** A record is shown to the readers that are granted and to nobody else; so is the unmasking of its personal fields. */
function readerTests(
  machine: Machine,
  walks: Walker,
  standingAt: ReadonlyMap<string, readonly RecordState[]>,
): DerivedTest[] {
  const records = [...standingAt.values()].flatMap(([first]) => (first === undefined ? [] : [withRelations(first)]))
  return Object.keys(machine.roles).flatMap((role) =>
    STANDINGS.map((who) => ({
      name: `reading by ${role} (${who})`,
      run: () =>
        failWith(
          records.flatMap((record) => {
            const { units, district } = walks.context(record.changedAt)
            const actor = standing(role, who, district)
            const sees = mayRead(machine, record, actor, units) === mayAct(machine.readers, role, who, true)
            const unmasks = mayUnmask(machine, record, actor, units) === mayAct(machine.unmask, role, who, true)
            return [
              sees ? undefined : `${record.state}: reading is not as granted`,
              unmasks ? undefined : `${record.state}: unmasking is not as granted`,
            ]
          }),
        ),
    })),
  )
}

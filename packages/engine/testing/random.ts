import * as fc from 'fast-check'
import {
  type Actor,
  actBySystem,
  availableActions,
  type Context,
  type Entry,
  type Json,
  type Machine,
  noteMember,
  type Outcome,
  ordinaryOffice,
  type RecordState,
  reachMark,
  type Transition,
  timersOf,
  transition,
  unmaskEntry,
} from '../src/index.ts'
import { actor, at, moment, unitIds } from './kit.ts'

/**
 * A command drawn at random: some are made to fit where the record stands, the wild ones are not, and none may
 * break anything.
 */
export interface RandomCommand {
  readonly record: number
  readonly wild: boolean
  /** Which of the actions that somebody could take now; of a wild command which of all. */
  readonly pick: number
  readonly input: Readonly<Record<string, Json>>
  /** Minutes after the command before it. */
  readonly later: number
}

const ACTORS: readonly Actor[] = [
  actor('wang', 'clerk@lantai'),
  actor('li', 'handler@roads', 'chief@roads'),
  actor('zhao', 'chief@roads', 'chief@water'),
  actor('sun', 'handler@water'),
  actor('qian', 'inspector@lantai', 'chief@lantai'),
  actor('zhou', 'handler@lantai', 'clerk@lantai'),
]

const inputs = (ids: readonly string[]): fc.Arbitrary<Readonly<Record<string, Json>>> =>
  fc.record(
    {
      title: fc.constantFrom<Json>('井盖缺失', '积水', '路面破损', ''),
      kind: fc.constantFrom<Json>('road', 'road', 'water', 'water', 'x'),
      urgency: fc.constantFrom<Json>('high', 'low', null),
      size: fc.constantFrom<Json>(1, 50, 99, 1000, null),
      phone: fc.constantFrom<Json>('13812345678', 'enc:zzzz', 'enc:yyyy', '1'),
      area: fc.constantFrom<Json>(...unitIds),
      lead: fc.constantFrom<Json>('roads', 'water', 'parks'),
      co: fc.constantFrom<Json>(['water'], ['roads', 'parks'], [], 'water'),
      solved: fc.boolean(),
      fine: fc.boolean(),
      content: fc.boolean(),
      note: fc.constantFrom<Json>('待料', ''),
      reason: fc.constantFrom<Json>('weather', 'survey', 'other', '等材料', ''),
      more: fc.constantFrom<Json>(1, 2, 3, 0.5, 9),
      head: fc.constantFrom<Json>(...ids),
      repeats: fc.constantFrom<Json>(...ids),
    },
    { requiredKeys: [] },
  )

/** Random commands on a few records. */
export function commandsOn(records: number, length: number): fc.Arbitrary<readonly RandomCommand[]> {
  const ids = Array.from({ length: records }, (_, i) => `P${i}`)
  const command = fc.record({
    record: fc.nat(records - 1),
    wild: fc.integer({ min: 0, max: 5 }).map((n) => n === 0),
    pick: fc.nat(1000),
    input: inputs(ids),
    later: fc.constantFrom(0, 1, 60, 600, 3000, 10_000),
  })
  return fc.array(command, { minLength: 1, maxLength: length, size: 'max' })
}

/** Values that fit, for what must be given and was not drawn. */
const GOOD: Readonly<Record<string, Json>> = {
  title: '井盖缺失',
  kind: 'road',
  lead: 'roads',
  solved: true,
  fine: false,
  content: true,
  reason: 'weather',
  more: 2,
  head: 'P0',
}

interface Choice {
  readonly who: Actor
  readonly action: string
}

function choose(machine: Machine, record: RecordState | undefined, command: RandomCommand, context: Context): Choice {
  const all = ACTORS.flatMap((who) =>
    availableActions(machine, record, who, context)
      .filter(({ allowed }) => allowed || command.wild)
      .map(({ action }) => ({ who, action })),
  )
  const [first = { who: actor('nobody'), action: 'x' }] = all
  return all[command.pick % all.length] ?? first
}

/**
 * What of the drawn input the action offers, with what it cannot do without; a wild command gives all that was
 * drawn.
 */
function inputOf(machine: Machine, action: string, command: RandomCommand): Readonly<Record<string, Json>> {
  if (command.wild) return command.input
  const ids = machine.actions[action]?.input ?? []
  return Object.fromEntries(
    ids.flatMap((id) => {
      const value = command.input[id] ?? GOOD[id]
      return value === undefined ? [] : [[id, value]]
    }),
  )
}

/** A store of nothing but streams: what the engine decides is kept, everything else must follow from it. */
export interface World {
  readonly records: Map<string, RecordState>
  readonly streams: Map<string, Entry[]>
  /** Each step: the record before and after. */
  readonly steps: { readonly before: RecordState | undefined; readonly after: RecordState; readonly entry: Entry }[]
  refused: number
}

function keep(world: World, id: string, { entry, record }: Transition): void {
  const before = world.records.get(id)
  world.steps.push({ before, after: record, entry })
  world.records.set(id, record)
  world.streams.set(id, [...(world.streams.get(id) ?? []), entry])
}

/** Keeps what was decided, and what it asks of other records: all of it, or nothing. */
function commit(world: World, machine: Machine, id: string, outcome: Outcome, context: Context): void {
  if (!outcome.ok) {
    world.refused += 1
    return
  }
  const others: [string, Transition][] = []
  for (const effect of outcome.value.effects) {
    if (effect.type === 'member') {
      const head = world.records.get(effect.head)
      const noted = head === undefined ? undefined : noteMember(head, effect.event, id, context)
      if (noted?.ok !== true) {
        world.refused += 1
        return
      }
      others.push([effect.head, noted.value])
    }
    if (effect.type === 'follow')
      for (const member of effect.records) {
        const record = world.records.get(member)
        const followed =
          record === undefined ? undefined : actBySystem(machine, record, effect.action, effect.input, context)
        if (followed?.ok === true) others.push([member, followed.value])
      }
  }
  keep(world, id, outcome.value)
  for (const [other, value] of others) keep(world, other, value)
}

function fireTimers(world: World, machine: Machine, context: Context): void {
  for (const [id, first] of world.records) {
    let record = first
    for (const { clock, mark, at: due } of timersOf(machine, record, ordinaryOffice)) {
      if (due > context.at) continue
      const reached = reachMark(machine, record, clock, mark, context)
      if (reached === undefined) continue
      record = reached.record
      keep(world, id, reached)
    }
  }
}

/** Runs commands one after the other, firing the timers that fall due in between. */
export function runCommands(machine: Machine, commands: readonly RandomCommand[]): World {
  const world: World = { records: new Map(), streams: new Map(), steps: [], refused: 0 }
  let time: number = moment('2025-09-26 09:00')
  for (const command of commands) {
    time += command.later * 60_000
    const context = { ...at('2025-09-26 09:00'), at: time as Context['at'] }
    fireTimers(world, machine, context)
    const id = `P${command.record}`
    const record = world.records.get(id)
    const { who, action } = choose(machine, record, command, context)
    const input = inputOf(machine, action, command)
    commit(world, machine, id, transition(machine, record, { action, input, actor: who, record: id }, context), context)
    const now = world.records.get(id)
    if (now !== undefined && command.later === 600)
      commit(world, machine, id, unmaskEntry(machine, now, 'phone', '核实', who, context), context)
  }
  return world
}

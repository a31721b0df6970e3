import type { ActionDefinition, Effect, Machine } from '../model/definition.ts'
import { checkCondition, type Sight } from './check-value.ts'
import type { Names } from './names.ts'
import { type Faults, fault, known } from './problem.ts'

/** One way from a state to a state, with what happens on it. `from` is absent for an opening. */
interface Way {
  readonly from?: string
  readonly to: string
  readonly effects: readonly Effect[]
}

/** Whether anybody can take an action: somebody's role, or something that sets it off. */
const isUsable = (id: string, action: ActionDefinition, triggered: ReadonlySet<string>): boolean =>
  action.system === true ? triggered.has(id) : action.by.length > 0

function targetsOf(action: ActionDefinition, from: string | undefined): readonly string[] {
  const named = typeof action.to === 'string' ? [action.to] : action.to.map(({ to }) => to)
  return [...new Set(named.flatMap((to) => (to === 'same' ? (from ?? []) : to)))]
}

function waysOf(machine: Machine, triggered: ReadonlySet<string>): readonly Way[] {
  return Object.entries(machine.actions)
    .filter(([id, action]) => isUsable(id, action, triggered))
    .flatMap(([, action]) => {
      const { effects = [] } = action
      if (action.from === 'new') return targetsOf(action, undefined).map((to) => ({ to, effects }))
      return action.from.flatMap((from) => targetsOf(action, from).map((to) => ({ from, to, effects })))
    })
}

/** States that can be reached from some, along ways taken in a direction. */
function reached(starts: readonly string[], next: (state: string) => readonly string[]): ReadonlySet<string> {
  const found = new Set(starts)
  for (const state of found) for (const other of next(state)) found.add(other)
  return found
}

/**
 * What effects do to clocks: those that may be running afterwards because of them, those that no longer are in any
 * case.
 */
interface ClockChange {
  readonly started: ReadonlySet<string>
  readonly stopped: ReadonlySet<string>
}

const NOTHING: ClockChange = { started: new Set(), stopped: new Set() }

function changeOfEffect(effect: Effect): ClockChange {
  if ('start' in effect) return { started: new Set([effect.start]), stopped: new Set() }
  if ('stop' in effect) return { started: new Set(), stopped: new Set([effect.stop]) }
  if (!('if' in effect)) return NOTHING
  const then = changeOf(effect.then)
  const otherwise = changeOf(effect.otherwise ?? [])
  return {
    started: new Set([...then.started, ...otherwise.started]),
    stopped: new Set([...then.stopped].filter((clock) => otherwise.stopped.has(clock))),
  }
}

/** What effects do to clocks, one after the other. */
function changeOf(effects: readonly Effect[]): ClockChange {
  return effects.map(changeOfEffect).reduce(
    (before, after) => ({
      started: new Set([...after.started, ...[...before.started].filter((clock) => !after.stopped.has(clock))]),
      stopped: new Set([...before.stopped, ...after.stopped]),
    }),
    NOTHING,
  )
}

/** Clocks that the marks of each clock may start in turn. */
const startedByMarks = (machine: Machine): ReadonlyMap<string, readonly string[]> =>
  new Map(
    Object.entries(machine.clocks).map(([id, { marks = {} }]) => [
      id,
      Object.values(marks).flatMap(({ effects }) => [...changeOf(effects).started]),
    ]),
  )

/**
 * The clocks that may be running in each state, over all ways into it: once a clock may be, it stays so until
 * nothing changes any more.
 */
function runningIn(machine: Machine, ways: readonly Way[]): ReadonlyMap<string, ReadonlySet<string>> {
  const running = new Map(Object.keys(machine.states).map((state) => [state, new Set<string>()]))
  const byMarks = startedByMarks(machine)
  const steps = ways
    .filter(({ to }) => machine.states[to]?.kind === 'open')
    .map((way) => ({ ...way, change: changeOf(way.effects) }))
  const add = (to: string, clock: string): boolean => {
    const here = running.get(to)
    if (here === undefined || here.has(clock)) return false
    here.add(clock)
    for (const other of byMarks.get(clock) ?? []) add(to, other)
    return true
  }
  for (let changed = true; changed; ) {
    changed = false
    for (const { from, to, change } of steps) {
      for (const clock of change.started) changed = add(to, clock) || changed
      for (const clock of from === undefined ? [] : (running.get(from) ?? []))
        if (!change.stopped.has(clock)) changed = add(to, clock) || changed
    }
  }
  return running
}

function* checkStateClock(id: string, machine: Machine, running: ReadonlyMap<string, ReadonlySet<string>>): Faults {
  const state = machine.states[id]
  if (state === undefined) return
  const { clock, noClock, kind } = state
  const path = `states.${id}`
  if (kind === 'final') {
    if (clock !== undefined) yield fault('clock-in-final', `${path}.clock`, clock)
    return
  }
  if (clock === undefined && (noClock === undefined || noClock.trim() === ''))
    yield fault('no-clock', path, id, Object.keys(machine.clocks))
  if (clock === undefined) return
  if (noClock !== undefined) yield fault('clock-and-none', `${path}.noClock`, noClock)
  yield* known('unknown-clock', `${path}.clock`, clock, machine.clocks)
  if (machine.clocks[clock] !== undefined && running.get(id)?.has(clock) !== true)
    yield fault('clock-not-started', `${path}.clock`, clock, [...(running.get(id) ?? [])])
}

function* checkWays(machine: Machine, ways: readonly Way[]): Faults {
  const opened = ways.filter(({ from }) => from === undefined).map(({ to }) => to)
  if (opened.length === 0) yield fault('no-opening', 'actions', Object.keys(machine.actions))
  const ids = Object.keys(machine.states)
  const live = reached(opened, (state) => ways.filter(({ from }) => from === state).map(({ to }) => to))
  const finals = ids.filter((id) => machine.states[id]?.kind === 'final')
  const ending = reached(finals, (state) => ways.flatMap((way) => (way.to === state ? (way.from ?? []) : [])))
  for (const id of ids) {
    const path = `states.${id}`
    if (opened.length > 0 && !live.has(id)) yield fault('unreachable-state', path, id)
    if (machine.states[id]?.kind === 'final') continue
    if (!ways.some(({ from, to }) => from === id && to !== id)) yield fault('dead-end', path, id)
    else if (!ending.has(id)) yield fault('no-final', path, id, finals)
  }
}

/** Finds states that cannot be reached or left, and those without a clock that could run there or a reason for none. */
export function* checkStates(machine: Machine, names: Names, triggered: ReadonlySet<string>): Faults {
  const ways = waysOf(machine, triggered)
  const sight: Sight = { machine, names, inputs: [] }
  yield* checkWays(machine, ways)
  const running = runningIn(machine, ways)
  for (const [id, { test, title }] of Object.entries(machine.states)) {
    if (title.trim() === '') yield fault('empty-text', `states.${id}.title`, title)
    yield* checkStateClock(id, machine, running)
    if (test !== undefined) yield* checkCondition(test, `states.${id}.test`, sight)
  }
}

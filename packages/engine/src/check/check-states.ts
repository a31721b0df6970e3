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

/** Clocks that may be running after effects, given those that may be before. */
function runningAfter(effects: readonly Effect[], before: ReadonlySet<string>): ReadonlySet<string> {
  let running = new Set(before)
  for (const effect of effects) {
    if ('start' in effect) running.add(effect.start)
    if ('stop' in effect) running.delete(effect.stop)
    if ('if' in effect)
      running = new Set([...runningAfter(effect.then, running), ...runningAfter(effect.otherwise ?? [], running)])
  }
  return running
}

/** Clocks that the marks of running clocks may start in turn. */
function startedByMarks(machine: Machine, running: ReadonlySet<string>): readonly string[] {
  return [...running].flatMap((clock) =>
    Object.values(machine.clocks[clock]?.marks ?? {}).flatMap(({ effects }) => [...runningAfter(effects, new Set())]),
  )
}

/** The clocks that may be running in each state, over all ways into it. */
function runningIn(machine: Machine, ways: readonly Way[]): ReadonlyMap<string, ReadonlySet<string>> {
  const running = new Map(Object.keys(machine.states).map((state) => [state, new Set<string>()]))
  for (let changed = true; changed; ) {
    changed = false
    for (const { from, to, effects } of ways) {
      const before = from === undefined ? new Set<string>() : (running.get(from) ?? new Set<string>())
      const here = running.get(to)
      if (here === undefined || machine.states[to]?.kind === 'final') continue
      const after = runningAfter(effects, new Set([...before, ...startedByMarks(machine, before)]))
      for (const clock of after) {
        if (here.has(clock)) continue
        here.add(clock)
        changed = true
      }
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
    if (!live.has(id)) yield fault('unreachable-state', path, id)
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

import type { Machine } from '../model/definition.ts'
import type { Json, TruthKind } from '../model/value.ts'
import { allEffects } from './walk.ts'

/** Names that a machine makes without declaring them: by what its effects do. */
export interface Names {
  /** Counters that a value may ask for: named ones, actions, `redo`. */
  readonly counters: readonly string[]
  /** Fields with which each truth is stated; a truth that is never stated is not there. */
  readonly truths: Readonly<Partial<Record<TruthKind, readonly string[]>>>
  /** Fields with which each kind of request is filed. */
  readonly asked: Readonly<Record<string, readonly string[]>>
  readonly decided: readonly string[]
  readonly started: readonly string[]
  /** Fields of the record that a form or an effect fills. */
  readonly filled: ReadonlySet<string>
  readonly messages: readonly string[]
  /** Names that are not declared but may be worded: counters, kinds of links, columns of tables. */
  readonly wordable: readonly string[]
}

const unique = (list: readonly string[]): readonly string[] => [...new Set(list)]

/** Every key in a table, at any depth. */
function* keysIn(value: Json): Iterable<string> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return
  for (const [key, part] of Object.entries(value)) {
    yield key
    yield* keysIn(part)
  }
}

/** Collects the names that a machine's effects make. */
export function namesOf(machine: Machine): Names {
  const counted: string[] = []
  const truths: Partial<Record<TruthKind, readonly string[]>> = {}
  const asked: Record<string, readonly string[]> = {}
  const decided: string[] = []
  const started: string[] = []
  const messages: string[] = []
  const linked: string[] = []
  const filled = new Set(Object.values(machine.actions).flatMap((action) => action.input ?? []))
  for (const { value: effect } of allEffects(machine)) {
    if ('count' in effect) counted.push(effect.count)
    if ('state' in effect) truths[effect.state] = unique([...(truths[effect.state] ?? []), ...effect.fields])
    if ('request' in effect) asked[effect.request] = unique([...(asked[effect.request] ?? []), ...effect.fields])
    if ('decide' in effect) decided.push(effect.decide)
    if ('start' in effect) started.push(effect.start)
    if ('set' in effect) filled.add(effect.set)
    if ('put' in effect) filled.add(effect.put)
    if ('link' in effect) linked.push(effect.link)
    if ('tell' in effect) linked.push(effect.action)
    if ('notify' in effect) messages.push(effect.message)
  }
  const columns = Object.values(machine.settings).flatMap((setting) => [...keysIn(setting.default)])
  const counters = unique([...counted, ...Object.keys(machine.actions), 'redo'])
  return {
    counters,
    truths,
    asked,
    decided,
    started,
    filled,
    messages,
    wordable: [...counted, ...linked, ...columns],
  }
}

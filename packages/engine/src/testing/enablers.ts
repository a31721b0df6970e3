import type { Arrow } from '../describe/arrows.ts'
import type { Machine } from '../model/definition.ts'
import { arrowKey, distinctArrows, type Path } from './paths.ts'

/**
 * The path with one more action before the step that was refused, for every action (of people, or told from outside) that leaves the
 * record in its state and touches what the step's guards look at: what must be asked for before it can be decided. The latest places
 * come first.
 *
 * @param stuckAt the step that was refused
 */
export function withEnabler(machine: Machine, path: Path, stuckAt: number): readonly Path[] {
  const stuck = path[stuckAt]
  if (stuck === undefined) return []
  const asked = thingsAsked(machine.actions[stuck.action]?.guards)
  const enabling = distinctArrows(machine).filter(
    ({ from, to, action, system }) =>
      from === to && (!system || machine.actions[action]?.told === true) && touches(machine, action, asked),
  )
  return path.slice(0, stuckAt).flatMap((_, back) => {
    const at = stuckAt - back
    const here = path[at - 1]?.to
    return enabling
      .filter((arrow) => arrow.from === here && !isRepeated(path, arrow))
      .map((arrow) => [...path.slice(0, at), arrow, ...path.slice(at)])
  })
}

const isRepeated = (path: Path, arrow: Arrow): boolean => path.some((each) => arrowKey(each) === arrowKey(arrow))

type Part = { readonly [key: string]: unknown }

const isPart = (part: unknown): part is Part => typeof part === 'object' && part !== null

/** Every pair of a kind of thing and its name that stands in a part of a definition. */
function pairsIn(part: unknown, keys: Readonly<Record<string, string>>): string[] {
  if (!isPart(part)) return []
  const here = Object.entries(keys).flatMap(([key, kind]) => {
    const name = Array.isArray(part) ? undefined : part[key]
    return typeof name === 'string' ? [`${kind} ${name}`] : []
  })
  return [...here, ...Object.values(part).flatMap((each) => pairsIn(each, keys))]
}

const ASKED = {
  request: 'request',
  asked: 'request',
  stated: 'truth',
  truth: 'truth',
  clock: 'clock',
  field: 'field',
  counter: 'counter',
} as const

const TOUCHED = {
  request: 'request',
  decide: 'request',
  state: 'truth',
  start: 'clock',
  stop: 'clock',
  pause: 'clock',
  resume: 'clock',
  extend: 'clock',
  set: 'field',
  clear: 'field',
  put: 'field',
  count: 'counter',
} as const

const thingsAsked = (guards: unknown): ReadonlySet<string> => new Set(pairsIn(guards, ASKED))

function touches(machine: Machine, id: string, asked: ReadonlySet<string>): boolean {
  const action = machine.actions[id]
  const given = (action?.input ?? []).map((field) => `field ${field}`)
  return [`counter ${id}`, ...given, ...pairsIn(action?.effects, TOUCHED)].some((thing) => asked.has(thing))
}

import type { Effect, Machine } from '../model/definition.ts'
import { checkCondition, checkExpr, type Sight } from './check-value.ts'
import { type Faults, fault, known } from './problem.ts'
import { effectsIn, expressionsOfEffect } from './walk.ts'

/** Where effects stand, which decides what they may be. */
export type EffectPlace = 'action' | 'system' | 'mark'

/** What needs somebody: a form, an approver, a decider. */
const OF_PEOPLE: readonly string[] = [
  'pause',
  'resume',
  'extend',
  'request',
  'decide',
  'answered',
  'state',
  'join',
  'leave',
]

const keyOf = (effect: Effect, keys: readonly string[]): string | undefined => keys.find((key) => key in effect)

function* checkPlace(effect: Effect, path: string, place: EffectPlace): Faults {
  const ofPeople = keyOf(effect, OF_PEOPLE)
  if (place === 'mark' && ofPeople !== undefined) yield fault('effect-in-mark', path, ofPeople)
  // Nobody acts, so there is no unit whose answer it could be.
  if (place === 'system' && 'answered' in effect) yield fault('effect-in-system', path, 'answered')
}

function* checkClockEffect(effect: Effect, path: string, { machine, inputs }: Sight): Faults {
  for (const key of ['start', 'stop', 'pause', 'resume', 'extend'] as const) {
    const named = (effect as Readonly<Record<string, unknown>>)[key]
    if (typeof named === 'string') yield* known('unknown-clock', `${path}.${key}`, named, machine.clocks)
  }
  const needsReason = 'pause' in effect || 'extend' in effect
  if (needsReason && !inputs.includes('reason')) yield fault('reason-not-offered', path, 'reason', inputs)
  if (
    'pause' in effect &&
    machine.clocks[effect.pause] !== undefined &&
    machine.clocks[effect.pause]?.pauseReasons === undefined
  )
    yield fault('pause-never', `${path}.pause`, effect.pause)
  if (
    'extend' in effect &&
    machine.clocks[effect.extend] !== undefined &&
    machine.clocks[effect.extend]?.extension === undefined
  )
    yield fault('extension-never', `${path}.extend`, effect.extend)
}

function* checkGiven(fields: readonly string[], path: string, { inputs }: Sight): Faults {
  for (const [index, id] of fields.entries()) yield* known('unknown-input', `${path}.fields[${index}]`, id, inputs)
}

function* checkPut(field: string, path: string, machine: Machine): Faults {
  const tables = Object.keys(machine.fields).filter((id) => machine.fields[id]?.type === 'rows')
  yield* known('unknown-field', path, field, tables)
}

function* checkCaseEffect(effect: Effect, path: string, sight: Sight): Faults {
  const { machine } = sight
  if ('set' in effect) yield* known('unknown-field', `${path}.set`, effect.set, machine.fields)
  if ('clear' in effect) yield* known('unknown-field', `${path}.clear`, effect.clear, machine.fields)
  if ('request' in effect) {
    yield* known('unknown-request', `${path}.request`, effect.request, machine.requests)
    yield* checkGiven(effect.fields, path, sight)
  }
  if ('decide' in effect) yield* known('unknown-request', `${path}.decide`, effect.decide, machine.requests)
  if ('state' in effect) yield* checkGiven(effect.fields, path, sight)
  if ('urge' in effect) yield* known('unknown-urging', `${path}.urge`, effect.urge, machine.urging)
  if ('count' in effect && (effect.count === 'redo' || machine.actions[effect.count] !== undefined))
    yield fault('counter-clash', `${path}.count`, effect.count)
  if ('notify' in effect) {
    yield* known('unknown-role', `${path}.notify.role`, effect.notify.role, machine.roles)
    yield* known('unworded', `${path}.message`, effect.message, machine.wording)
  }
  if ('put' in effect) yield* checkPut(effect.put, `${path}.put`, machine)
  if ('if' in effect) yield* checkCondition(effect.if, `${path}.if`, sight)
}

/** Finds what is wrong with effects, those inside conditional ones too. */
export function* checkEffects(effects: readonly Effect[], path: string, place: EffectPlace, sight: Sight): Faults {
  for (const { path: here, value: effect } of effectsIn(effects, path)) {
    yield* checkPlace(effect, here, place)
    yield* checkClockEffect(effect, here, sight)
    yield* checkCaseEffect(effect, here, sight)
    for (const { path: key, value } of expressionsOfEffect(effect)) yield* checkExpr(value, `${here}.${key}`, sight)
  }
}

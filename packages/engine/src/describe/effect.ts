import type { Effect, Machine, ReadingParts } from '../model/definition.ts'
import type { Expr } from '../model/value.ts'
import { conditionInWords } from './condition.ts'
import { exprInWords, fieldBehind } from './expr.ts'
import { describeGrant } from './grant.ts'
import { describeLimit, unitOfLimit } from './limit.ts'
import { inputField, own, type Scope, titles } from './names.ts'
import { listed, say, unreachable } from './say.ts'
import { phrases } from './wording.zh.ts'

/**
 * A change of a record in words: “签收时限”起算, 交“主办单位”牵头.
 *
 * @param actionId the action that it belongs to, whose input it may read
 */
export const describeEffect = (effect: Effect, machine: Machine, actionId?: string): string =>
  effectInWords(effect, { machine, action: actionId })

/** An effect in words. */
export function effectInWords(effect: Effect, scope: Scope): string {
  const { machine } = scope
  if ('set' in effect) return setInWords(effect.set, effect.to, scope)
  if ('clear' in effect) return say('effect/clear', { title: titles.field(machine, effect.clear) })
  if ('start' in effect) return startInWords(effect.start, effect.limit, scope)
  if ('put' in effect)
    return say('effect/put', { title: titles.field(machine, effect.put), rows: exprInWords(effect.rows, scope) })
  if ('read' in effect) return readInWords(effect.read, scope)
  if ('readRows' in effect) return say('effect/readRows', { rows: exprInWords(effect.readRows, scope) })
  if ('tell' in effect)
    return say('effect/tell', {
      record: exprInWords(effect.tell, scope),
      action: titles.worded(machine, effect.action),
    })
  if ('stop' in effect) return say('effect/stop', { clock: titles.clock(machine, effect.stop) })
  if ('pause' in effect) return say('effect/pause', { clock: titles.clock(machine, effect.pause) })
  if ('resume' in effect) return say('effect/resume', { clock: titles.clock(machine, effect.resume) })
  if ('extend' in effect) return extendInWords(effect.extend, effect.by, scope)
  if ('assign' in effect) return assignInWords(effect, scope)
  if ('release' in effect) return say(`effect/release-${effect.release}`)
  if ('answered' in effect) return say('effect/answered')
  if ('state' in effect) return stateInWords(effect, scope)
  if ('count' in effect) return say('effect/count', { title: titles.worded(machine, effect.count) })
  if ('redo' in effect) return say('effect/redo')
  if ('request' in effect) return say('effect/request', { request: titles.request(machine, effect.request) })
  if ('decide' in effect) return decideInWords(effect, scope)
  if ('urge' in effect) return say('effect/urge', { level: titles.urging(machine, effect.urge) })
  if ('join' in effect) return say('effect/join', { head: exprInWords(effect.join, scope) })
  if ('leave' in effect) return say('effect/leave')
  if ('link' in effect)
    return say('effect/link', {
      record: exprInWords(effect.to, scope),
      kind: titles.worded(machine, effect.link),
    })
  if ('if' in effect) return conditionalInWords(effect, scope)
  if ('notify' in effect)
    return say('effect/notify', {
      who: describeGrant(effect.notify, machine),
      message: titles.worded(machine, effect.message),
    })
  return unreachable(effect)
}

function setInWords(id: string, to: Expr, scope: Scope): string {
  if ('const' in to && to.const === null) return say('effect/clear', { title: titles.field(scope.machine, id) })
  const value = exprInWords(to, scope, own(scope.machine.fields, id) ?? fieldBehind(to, scope))
  return say('effect/set', { title: titles.field(scope.machine, id), value })
}

function readInWords({ series, period, value }: ReadingParts, scope: Scope): string {
  return say('effect/read', {
    series: exprInWords(series, scope),
    period: exprInWords(period, scope),
    value: exprInWords(value, scope),
  })
}

function startInWords(id: string, limit: Expr | undefined, scope: Scope): string {
  const clock = titles.clock(scope.machine, id)
  return limit === undefined
    ? say('effect/start', { clock })
    : say('effect/start-limit', { clock, limit: exprInWords(limit, scope) })
}

/** An extension counts in the unit of its clock's limit, where that is one and the same everywhere. */
function extendInWords(id: string, by: Expr, scope: Scope): string {
  const limit = own(scope.machine.clocks, id)?.limit
  const unit = limit && unitOfLimit(limit, scope.machine)
  const amount =
    'const' in by && typeof by.const === 'number' && unit !== undefined
      ? describeLimit({ value: by.const, unit })
      : exprInWords(by, scope)
  return say('effect/extend', { clock: titles.clock(scope.machine, id), by: amount })
}

function conditionalInWords({ if: when, then, otherwise = [] }: Conditional, scope: Scope): string {
  const all = (effects: readonly Effect[]): string =>
    effects.map((each) => effectInWords(each, scope)).join(phrases.semicolon)
  const texts = {
    when: conditionInWords(when, scope),
    unless: conditionInWords(when, scope, true),
    effects: all(then),
    otherwise: all(otherwise),
  }
  if (then.length === 0) return say('effect/unless', texts)
  return say(otherwise.length === 0 ? 'effect/if' : 'effect/if-otherwise', texts)
}

type Conditional = Extract<Effect, { readonly if: unknown }>

type Assign = Extract<Effect, { readonly assign: unknown }>

function assignInWords(effect: Assign, scope: Scope): string {
  const unit = exprInWords(effect.to, scope)
  if (effect.assign !== 'lead' || effect.basis === undefined) return say(`effect/assign-${effect.assign}`, { unit })
  return say('effect/assign-lead-basis', { unit, basis: exprInWords(effect.basis, scope) })
}

function stateInWords(effect: Extract<Effect, { readonly state: unknown }>, scope: Scope): string {
  const fields = listed(effect.fields.map((id) => say('quoted', { text: inputField(scope, id)?.title ?? id })))
  return say('effect/state', { truth: say(`truth/${effect.state}`), fields })
}

function decideInWords(effect: Extract<Effect, { readonly decide: unknown }>, scope: Scope): string {
  const decision = say(effect.granted ? 'effect/granted' : 'effect/refused', {
    request: titles.request(scope.machine, effect.decide),
  })
  return effect.basis === undefined
    ? decision
    : say('effect/decided-basis', { decision, basis: exprInWords(effect.basis, scope) })
}

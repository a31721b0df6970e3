import type { Machine } from '../model/definition.ts'
import type { Condition, Expr, Json } from '../model/value.ts'
import { exprInWords, fieldBehind, isMoment, valueInWords } from './expr.ts'
import { inputField, type Scope, titles } from './names.ts'
import { listed, type Phrase, say, unreachable } from './say.ts'
import { phrases } from './wording.zh.ts'

/**
 * A test in the Chinese of offices: “诉求类型”为“投诉”，且“办理时限”未超期. A negation is said by the opposite of what it
 * negates, down to the single tests.
 *
 * @param actionId the action whose input it reads
 */
export const describeCondition = (condition: Condition, machine: Machine, actionId?: string): string =>
  conditionInWords(condition, { machine, action: actionId })

type Pair = { [K in Phrase]: `${K}/not` extends Phrase ? K : never }[Phrase]

const either = (phrase: Pair, not: boolean, params: Readonly<Record<string, string>> = {}): string =>
  say(not ? `${phrase}/not` : phrase, params)

/** A condition, or its opposite, in words. */
export function conditionInWords(condition: Condition, scope: Scope, not = false): string {
  const { machine } = scope
  if ('not' in condition) return conditionInWords(condition.not, scope, !not)
  if ('all' in condition) return joined(condition.all, scope, not, true)
  if ('any' in condition) return joined(condition.any, scope, not, false)
  if ('always' in condition) return either('condition/always', not)
  if ('equals' in condition) return equality(condition.equals, scope, not)
  if ('oneOf' in condition) return membership(condition.oneOf, condition.values, scope, not)
  if ('holds' in condition) return either('condition/holds', not, sides(condition.holds, condition.value, scope))
  if ('covers' in condition) return coverage(condition, scope, not)
  if ('present' in condition) return presence(condition.present, scope, not)
  if ('compare' in condition) return comparison(condition.compare, condition.of, scope, not)
  if ('clock' in condition)
    return either(`clock/${condition.is}`, not, { clock: titles.clock(machine, condition.clock) })
  if ('inState' in condition) {
    const states = listed(condition.inState.map((id) => say('quoted', { text: titles.state(machine, id) })))
    return either('condition/inState', not, { states })
  }
  if ('stated' in condition) return either('condition/stated', not, { truth: say(`truth/${condition.stated}`) })
  if ('request' in condition)
    return either(`request/${condition.is}`, not, { request: titles.request(machine, condition.request) })
  if ('co' in condition) return either(`co/${condition.co}`, not)
  if ('group' in condition) return either(`group/${condition.group}`, not)
  return unreachable(condition)
}

/** The opposite of “all” is “any of the opposites”, and the other way round. An empty list of tests is always met, or never. */
function joined(parts: readonly Condition[], scope: Scope, not: boolean, all: boolean): string {
  const and = all !== not
  if (parts.length === 0) return either('condition/always', all === not)
  const words = parts.map((part) => {
    const text = conditionInWords(part, scope, not)
    return parts.length > 1 && isJoined(part, not) !== undefined && isJoined(part, not) !== and
      ? say('group', { text })
      : text
  })
  return words.join(and ? phrases.and : phrases.or)
}

/** Whether a part is said with 且 (true) or 或 (false); `undefined` when it is a single test. */
function isJoined(part: Condition, not: boolean): boolean | undefined {
  if ('not' in part) return isJoined(part.not, !not)
  if ('all' in part && part.all.length > 1) return !not
  if ('any' in part && part.any.length > 1) return not
  if ('all' in part && part.all.length === 1 && part.all[0] !== undefined) return isJoined(part.all[0], not)
  if ('any' in part && part.any.length === 1 && part.any[0] !== undefined) return isJoined(part.any[0], not)
  return undefined
}

function sides(a: Expr, b: Expr, scope: Scope): { a: string; b: string } {
  return {
    a: exprInWords(a, scope, fieldBehind(b, scope)),
    b: exprInWords(b, scope, fieldBehind(a, scope)),
  }
}

type Covers = Extract<Condition, { readonly covers: unknown }>

/** Which column is compared is said by its title, where a table behind one of the sides has it. */
function coverage({ covers, of, by }: Covers, scope: Scope, not: boolean): string {
  const column = [of, covers].map((side) => fieldBehind(side, scope)?.columns?.[by]?.title)
  return either('condition/covers', not, { ...sides(covers, of, scope), by: column.find((title) => title) ?? by })
}

/** To equal nothing is to be absent. */
function equality([a, b]: readonly [Expr, Expr], scope: Scope, not: boolean): string {
  if ('const' in b && b.const === null) return presence(a, scope, !not)
  if ('const' in a && a.const === null) return presence(b, scope, !not)
  return either('condition/equals', not, sides(a, b, scope))
}

function membership(of: Expr, values: readonly Json[], scope: Scope, not: boolean): string {
  const [first] = values
  if (values.length === 1 && first !== undefined) return equality([of, { const: first }], scope, not)
  const field = fieldBehind(of, scope)
  const words = listed(values.map((value) => valueInWords(value, scope, field)))
  return either('condition/oneOf', not, { a: exprInWords(of, scope), values: words })
}

function presence(of: Expr, scope: Scope, not: boolean): string {
  const given = 'input' in of ? inputField(scope, of.input)?.title : undefined
  if (given !== undefined) return either('condition/filled', not, { a: say('quoted', { text: given }) })
  const filled = 'field' in of && !('truth' in of || 'asked' in of)
  const plain = 'fact' in of || 'actor' in of || 'counter' in of
  const phrase = filled ? 'condition/filled' : plain ? 'condition/present' : 'condition/valued'
  return either(phrase, not, { a: exprInWords(of, scope) })
}

const MOMENT_WORDS = {
  lt: 'condition/earlier',
  lte: 'condition/earlierOrAt',
  gt: 'condition/later',
  gte: 'condition/laterOrAt',
} as const

type Comparison = Extract<Condition, { readonly compare: unknown }>

function comparison(how: Comparison['compare'], [a, b]: Comparison['of'], scope: Scope, not: boolean): string {
  const moments = isMoment(a, scope) || isMoment(b, scope)
  return either(moments ? MOMENT_WORDS[how] : `condition/${how}`, not, sides(a, b, scope))
}

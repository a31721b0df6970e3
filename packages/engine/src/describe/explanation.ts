import type { Machine } from '../model/definition.ts'
import type { Explanation } from '../model/run.ts'
import type { Json } from '../model/value.ts'
import { expressionsOf } from '../run/condition.ts'
import { conditionInWords } from './condition.ts'
import { exprInWords, fieldBehind, bareValue } from './expr.ts'
import type { Scope } from './names.ts'
import { say } from './say.ts'

/** One line of an explained test, for a page that indents and colours it. */
export interface ExplainedLine {
  /** How deep it stands; 0 is the whole test. */
  readonly depth: number
  readonly holds: boolean
  /** The test in words; of a group only how its parts belong together. */
  readonly says: string
  /** What its values were, `“诉求类型”：投诉`; empty for a group and for constants. */
  readonly values: readonly string[]
}

/**
 * Why a test holds or does not, part by part, with the values it looked at.
 *
 * @param actionId the action whose input it reads
 */
export function explainInWords(explanation: Explanation, machine: Machine, actionId?: string): ExplainedLine[] {
  return linesOf(explanation, { machine, action: actionId }, 0)
}

function linesOf(explanation: Explanation, scope: Scope, depth: number): ExplainedLine[] {
  const { condition, holds, parts = [] } = explanation
  const group = 'all' in condition ? 'explain/all' : 'any' in condition ? 'explain/any' : undefined
  const says = group === undefined || parts.length === 0 ? conditionInWords(condition, scope) : say(group)
  const line = { depth, holds, says, values: parts.length > 0 ? [] : valuesOf(explanation, scope) }
  // A negation says the opposite of its part already; the part's line would only repeat it.
  if ('not' in condition && parts[0]?.parts === undefined)
    return [{ ...line, values: parts[0] === undefined ? [] : valuesOf(parts[0], scope) }]
  return [line, ...parts.flatMap((part) => linesOf(part, scope, depth + 1))]
}

function valuesOf({ condition, values }: Explanation, scope: Scope): string[] {
  return expressionsOf(condition).flatMap((expr, index) => {
    if ('const' in expr) return []
    const value: Json = values[index] ?? null
    return [
      say('explain/value', {
        name: exprInWords(expr, scope),
        value: bareValue(value, scope, fieldBehind(expr, scope)),
      }),
    ]
  })
}

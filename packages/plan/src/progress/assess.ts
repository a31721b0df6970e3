import { compareDates, type PlainDate } from '@jiannuo/kernel'
import type { Light, Reason } from '../model.ts'
import type { Accumulated } from './accumulate.ts'
import { type Clause, clausesOf, figuresOf } from './clauses.ts'
import { type AssessInput, type Facts, factsOf } from './facts.ts'
import type { Forecast } from './forecast.ts'
import { reason } from './reason.ts'
import type { LightRules, Mark, RuleLight } from './rules/types.ts'

/** 亮灯结论: the light of a commitment on a day, and everything it rests on. */
export interface Assessment {
  readonly asOf: PlainDate
  readonly light: Light
  readonly mark?: Mark
  /** First what decided, then the figures. */
  readonly why: readonly Reason[]
  readonly current?: Accumulated
  /** 完成率 as a share. */
  readonly completion?: number
  /** 时序进度 as a share; left out where pace does not matter. */
  readonly pace?: number
  /** 进度差 in percentage points; negative is behind. */
  readonly gap?: number
  /** Reached by values that are no forecast; of growth rates, shares and caps: holds so far. */
  readonly met: boolean
  readonly forecast?: Forecast
  /** Months owed and not returned. */
  readonly silentMonths: number
  readonly rule: Pick<LightRules, 'id' | 'version'>
}

type Verdict = Pick<Assessment, 'light' | 'mark' | 'why'>

const GRAVITY = { green: 0, yellow: 1, red: 2 } as const satisfies Record<RuleLight, number>
const MARKS = ['slight', 'blue', 'orange'] as const satisfies readonly Mark[]

function worstOf(clauses: readonly Clause[]): Verdict | undefined {
  const [first, ...rest] = clauses
  if (first === undefined) return undefined
  const light = rest.reduce<RuleLight>(
    (worst, clause) => (GRAVITY[clause.light] > GRAVITY[worst] ? clause.light : worst),
    first.light,
  )
  const deciding = clauses.filter((clause) => clause.light === light)
  const mark = MARKS.findLast((one) => deciding.some((clause) => clause.mark === one))
  const why = deciding.map((clause) => clause.why)
  return mark === undefined ? { light, why } : { light, mark, why }
}

/** A struck-off commitment rests; one whose number was never reached is not called green for it. */
function closedVerdict({ met }: Facts, { target }: AssessInput): Verdict {
  return target === undefined || met
    ? { light: 'green', why: [reason('progress/struck-off')] }
    : { light: 'none', why: [reason('progress/struck-off-short')] }
}

/** A red is answered, never erased (DESIGN 5). */
const answered = (verdict: Verdict): Verdict =>
  verdict.light === 'green' || verdict.light === 'none'
    ? { light: 'yellow', why: [reason('progress/red-answered'), ...verdict.why] }
    : verdict

/** Who has not reported is silent, not green; a red stands. */
const unheard = (verdict: Verdict, facts: Facts, { returns }: AssessInput): Verdict =>
  verdict.light === 'red'
    ? verdict
    : {
        light: 'silent',
        why: [
          reason('progress/silent', { period: returns.lastDue ?? '', periods: returns.missing ?? facts.silentMonths }),
          ...verdict.why,
        ],
      }

function verdictOf(facts: Facts, input: AssessInput): Verdict {
  if (input.closed === true) return closedVerdict(facts, input)
  if (compareDates(input.asOf, input.span.from) < 0) {
    return { light: 'none', why: [reason('progress/not-begun', { from: input.span.from })] }
  }
  const plain = worstOf(clausesOf(facts, input)) ?? { light: 'none', why: [reason('progress/nothing-to-judge')] }
  const kept = input.hadRed ? answered(plain) : plain
  return facts.silent ? unheard(kept, facts, input) : kept
}

/**
 * Judges a commitment on a day (SPEC P75–P85; domain.md 1.4). The rules are data; the answer names them by id and version and carries
 * every figure that led to it.
 */
export function assess(input: AssessInput): Assessment {
  const facts = factsOf(input)
  const verdict = verdictOf(facts, input)
  const { current, completion, pace, gap, met, forecast, silentMonths } = facts
  return {
    asOf: input.asOf,
    ...verdict,
    why: [...verdict.why, ...figuresOf(facts, input)],
    ...(current?.found === true ? { current } : {}),
    ...(completion === undefined ? {} : { completion }),
    ...(pace === undefined ? {} : { pace }),
    ...(gap === undefined ? {} : { gap }),
    met,
    ...(forecast === undefined ? {} : { forecast }),
    silentMonths,
    rule: { id: input.rules.id, version: input.rules.version },
  }
}

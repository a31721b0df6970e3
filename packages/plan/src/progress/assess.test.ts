import { addDays, compareDates, daysInMonth, parsePlainDate, type PlainDate } from '@jiannuo/kernel'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { IndicatorReading, Light, Milestone, Target } from '../model.ts'
import {
  type AssessInput,
  assess,
  describeReason,
  type LightRules,
  MONTHLY_RETURN,
  nextTurn,
  type Part,
  rollUp,
  returnDue,
  GUANGYUAN,
  LIGHT_PRESETS,
  SANMING,
  SHANGQIU,
  SUQIAN,
  YINCHUAN,
  YINCHUAN_FUNDS,
} from './index.ts'

const SEED = 20_261_125
const day = (text: string): PlainDate => {
  const parsed = parsePlainDate(text)
  if (!parsed.ok) throw new Error(text)
  return parsed.value
}
const YEAR = { from: day('2026-01-01'), to: day('2026-12-31') }
const JOBS: Target = {
  kind: 'increase',
  comparator: 'gte',
  value: 100,
  unit: '人',
  direction: 'up',
  adding: 'increments',
}
const GROWTH: Target = { kind: 'rate', comparator: 'approx', value: 6.5, unit: '%', direction: 'up', adding: 'never' }

const total = (period: string, value: number, rest: Partial<IndicatorReading> = {}): IndicatorReading => ({
  id: period,
  period,
  covers: 'toDate',
  version: 'final',
  source: 'return',
  value,
  unit: '人',
  at: 0,
  ...rest,
})
const input = (rest: Partial<AssessInput>): AssessInput => ({
  target: JOBS,
  readings: [],
  milestones: [],
  span: YEAR,
  asOf: day('2026-09-30'),
  rules: YINCHUAN,
  due: YEAR.to,
  returns: {},
  hadRed: false,
  ...rest,
})
const light = (rest: Partial<AssessInput>) => {
  const { light: shown, mark, why } = assess(input(rest))
  return [shown, mark, why[0]?.code.slice('progress/'.length)]
}
const task = (given: AssessInput): AssessInput => {
  const { target, ...rest } = given
  return target === undefined ? given : rest
}
const taskLight = (rest: Partial<AssessInput>) => {
  const { light: shown, why } = assess(task(input(rest)))
  return [shown, why[0]?.code.slice('progress/'.length)]
}
const september = (value: number) => [total('2026-09', value)]

describe('progress', () => {
  it('P75 Yinchuan: both ends of 10 to 30 points behind are yellow, less is green with a mark, more is red', () => {
    expect(light({ readings: september(75) })).toEqual(['green', undefined, 'on-pace'])
    expect(light({ readings: september(65.1) })).toEqual(['green', 'slight', 'behind'])
    expect(light({ readings: september(65) })).toEqual(['yellow', undefined, 'behind'])
    expect(light({ readings: september(45) })).toEqual(['yellow', undefined, 'behind'])
    expect(light({ readings: september(44.9) })).toEqual(['red', undefined, 'behind'])
  })
  it('P73, P84 carries every figure it rests on, and the rule', () => {
    const made = assess(input({ readings: september(65) }))
    expect(made).toMatchObject({
      completion: 0.65,
      pace: 0.75,
      gap: -10,
      met: false,
      rule: { id: 'yinchuan', version: 1 },
    })
    expect(made.why.map(describeReason)).toEqual([
      '落后时序进度10个百分点，达到10个百分点的规定线，亮黄灯',
      '截至2026-09实绩65人，目标100人以上，完成率65%，时序进度75%，进度差-10个百分点',
    ])
  })
  it('P74 goes by the deadline, or by a curve', () => {
    const half = { due: day('2026-06-30'), asOf: day('2026-04-30'), readings: [total('2026-04', 50)] }
    expect(assess(input(half)).pace).toBeCloseTo(120 / 181)
    const curve = [{ by: day('2026-09-30'), share: 0.4 }]
    expect(light({ readings: september(40), curve })).toEqual(['green', undefined, 'on-pace'])
  })
  it('P65 says that a level without a base is measured by its whole', () => {
    const stock: Target = { ...JOBS, kind: 'level', adding: 'last' }
    expect(assess(input({ target: stock, readings: september(90) })).why.map(({ code }) => code)).toContain(
      'progress/no-base',
    )
    expect(light({ target: { ...stock, base: 80 }, readings: september(90) })).toEqual(['yellow', undefined, 'behind'])
  })
})

describe('reached, late, red', () => {
  it('P76 is green before time, also with a step that is late', () => {
    const step: Milestone = { id: 'm', title: '竣工', due: day('2026-03-01') }
    expect(light({ readings: september(100), milestones: [step] })).toEqual(['green', undefined, 'met'])
  })
  it('P76, P78 is red past the deadline; reached after it yellow', () => {
    const after = { asOf: day('2026-07-31'), due: day('2026-06-30') }
    expect(light({ ...after, readings: [total('2026-06', 99)] })).toEqual(['red', undefined, 'overdue'])
    expect(light({ ...after, readings: [total('2026-06', 99), total('2026-07', 100)] })).toEqual([
      'yellow',
      undefined,
      'made-good-late',
    ])
    expect(light({ ...after, readings: [total('2026-06', 100), total('2026-07', 104)] })).toEqual([
      'green',
      undefined,
      'met',
    ])
    expect(light({ asOf: after.due, due: after.due, readings: [total('2026-06', 99)] })[0]).not.toBe('red')
  })
  it('P57 never takes a forecast for reached', () => {
    const guess = [total('2026-11', 95), total('2026', 101, { version: 'forecast' })]
    const made = assess(input({ asOf: day('2026-12-31'), readings: guess }))
    expect(made).toMatchObject({ met: false, current: { value: 101, version: 'forecast' } })
    expect(made.why.map(({ code }) => code)).toContain('progress/is-forecast')
    expect(light({ asOf: day('2027-01-15'), readings: guess })).toEqual(['yellow', undefined, 'forecast-not-final'])
    expect(light({ asOf: day('2027-01-15'), readings: [total('2026-11', 100), guess[1]!] })).toEqual([
      'green',
      undefined,
      'met',
    ])
  })
  it('P76 takes the month of the deadline for in time, and nothing that began with it and ends later', () => {
    const after = { asOf: day('2026-07-31'), due: day('2026-06-15') }
    expect(light({ ...after, readings: [total('2026-06', 100)] })).toEqual(['green', undefined, 'met'])
    expect(light({ ...after, readings: [total('2026-Q2', 100)] })[0]).toBe('green')
    expect(light({ ...after, readings: [total('2026', 100)] })).toEqual(['yellow', undefined, 'made-good-late'])
  })
  it('P81 answers a red, never erases it, until strike-off', () => {
    expect(light({ readings: september(100), hadRed: true })).toEqual(['yellow', undefined, 'red-answered'])
    expect(light({ readings: september(20), hadRed: true })).toEqual(['red', undefined, 'behind'])
    expect(light({ readings: september(100), hadRed: true, closed: true })).toEqual(['green', undefined, 'struck-off'])
    expect(light({ readings: september(50), closed: true })).toEqual(['none', undefined, 'struck-off-short'])
  })
  it('P83 shows whoever has not returned as silent, over green and yellow, not over red', () => {
    const returns = { lastPeriod: '2026-07', lastDue: '2026-09' }
    expect(light({ readings: september(100), returns })).toEqual(['silent', undefined, 'silent'])
    expect(light({ readings: september(60), returns })).toEqual(['silent', undefined, 'silent'])
    expect(light({ returns: { lastDue: '2026-09' } })).toEqual(['silent', undefined, 'silent'])
    expect(light({ readings: september(40), returns })).toEqual(['red', undefined, 'behind'])
    const made = assess(input({ readings: september(100), returns }))
    expect(made.silentMonths).toBe(2)
    expect(made.why.map(describeReason)[0]).toBe('2026-09应报未报，已连续2期没有报送')
    expect(assess(input({ returns: { ...returns, missing: 9 } })).why[0]?.params).toMatchObject({ periods: 9 })
    const owedFrom = day('2026-09-01')
    expect(assess(input({ returns: { lastDue: '2026-09', owedFrom } })).silentMonths).toBe(1)
    expect(light({ readings: september(100), returns: { lastDue: '2026-08', owedFrom } })[0]).toBe('green')
    expect(light({ readings: september(100), returns: { lastPeriod: '2026-Q3', lastDue: '2026-09' } })[0]).toBe('green')
    expect(light({ readings: september(100), returns: { lastDue: '2025-12' } })[0]).toBe('green')
  })
  it('P84 is none before it begins and with nothing to judge', () => {
    expect(light({ asOf: day('2025-12-31') })).toEqual(['none', undefined, 'not-begun'])
    expect(light({})).toEqual(['none', undefined, 'nothing-to-judge'])
    expect(taskLight({})).toEqual(['none', 'nothing-to-judge'])
  })
})

describe('judged by value', () => {
  it('P66 holds growth against the target, not against the month', () => {
    const growth = (value: number) => [total('2026-03', value, { unit: '%' })]
    const asOf = day('2026-03-31')
    expect(light({ target: GROWTH, readings: growth(6.2), asOf })).toEqual(['green', undefined, 'holds'])
    expect(light({ target: GROWTH, readings: growth(5.8), asOf })).toEqual(['yellow', undefined, 'short'])
    expect(assess(input({ target: GROWTH, readings: growth(5.8), asOf })).pace).toBeUndefined()
    expect(assess(input({ target: GROWTH, readings: growth(5.8), asOf })).why.map(describeReason)).toContain(
      '截至2026-03实绩5.8%，目标6.5%左右，差0.7个百分点',
    )
  })
  it('P66 keeps caps and ranks', () => {
    const cap: Target = {
      kind: 'share',
      comparator: 'lte',
      value: 5.5,
      unit: '%',
      direction: 'down',
      adding: 'recomputed',
    }
    const reading = (value: number, unit: string) => [total('2026-09', value, { unit })]
    expect(light({ target: cap, readings: reading(5.5, '%') })).toEqual(['green', undefined, 'holds'])
    expect(light({ target: cap, readings: reading(5.6, '%') })).toEqual(['yellow', undefined, 'short'])
    const rank: Target = { kind: 'rank', comparator: 'eq', value: 3, unit: '位', direction: 'down', adding: 'never' }
    expect(light({ target: rank, readings: reading(2, '位') })[0]).toBe('green')
    expect(light({ target: { ...rank, comparator: 'gt' }, readings: reading(3, '位') })[0]).toBe('yellow')
  })
})

describe('a whole of parts', () => {
  const part = (id: string, value?: number, rest: Partial<Part> = {}): Part => ({
    id,
    target: JOBS,
    period: '2026-09',
    until: day('2026-09-30'),
    version: 'final',
    source: 'return',
    ...(value === undefined ? {} : { value }),
    ...rest,
  })
  const by = (parts: readonly Part[], rest: Partial<AssessInput> = {}) =>
    assess(input({ together: rollUp(parts, JOBS), readings: september(3), ...rest }))

  it('P69 is judged by what its parts make, not by readings, and is not forecast', () => {
    const made = by([part('a', 50), part('b', 15)])
    expect(made).toMatchObject({ light: 'yellow', completion: 0.65, current: { value: 65, period: '2026-09' } })
    expect(made.forecast).toBeUndefined()
    expect(by([part('a', 50), part('b', 50)])).toMatchObject({ light: 'green', met: true })
  })
  it('P69 says which parts are missing, and why there is nothing', () => {
    const made = by([part('a', 80), part('b')])
    expect(made.light).toBe('green')
    expect(made.why.map(describeReason).at(-1)).toBe('有1个单位没有数据，合计未含这些单位')
    expect(by([part('a')])).toMatchObject({ light: 'none', why: [{}, { code: 'progress/no-reading' }] })
  })
  it('P69 takes no forecast for reached, and what came behind the deadline for late', () => {
    const guess = [part('a', 50), part('b', 60, { version: 'forecast' })]
    expect(by(guess)).toMatchObject({ met: false, current: { version: 'forecast' } })
    const after = { asOf: day('2027-02-20') }
    expect(by(guess, after).why[0]?.code).toBe('progress/forecast-not-final')
    expect(by([part('a', 50), part('b', 50)], after).light).toBe('green')
    const late = { period: '2027-01', until: day('2027-01-31') }
    expect(by([part('a', 50), part('b', 50, late)], after).light).toBe('yellow')
  })
})

describe('steps', () => {
  const step = (rest: Partial<Milestone>): Milestone => ({ id: 'm', title: '开工', due: day('2026-03-15'), ...rest })
  const by = (asOf: string, rest: Partial<Milestone> = {}) =>
    taskLight({ asOf: day(asOf), milestones: [step(rest), step({ id: 'n', due: day('2026-12-01') })] })[0]

  it('P77 is yellow when due and not done, red at the third month end in a row', () => {
    expect(['2026-03-15', '2026-03-16', '2026-05-30', '2026-05-31'].map((asOf) => by(asOf, { kind: 'start' }))).toEqual(
      ['none', 'yellow', 'yellow', 'red'],
    )
    expect(by('2026-05-31', { done: day('2026-05-31') })).toBe('green')
  })
  it('P77 gives entry into statistics one month', () => {
    expect(['2026-03-16', '2026-04-15', '2026-04-16'].map((asOf) => by(asOf, { kind: 'entry' }))).toEqual([
      'yellow',
      'yellow',
      'red',
    ])
  })
  it('P77 judges a task by all its steps and its deadline', () => {
    const done = [step({ done: day('2026-03-01') })]
    expect(taskLight({ milestones: done })).toEqual(['green', 'all-done'])
    expect(taskLight({ milestones: [step({ done: day('2027-01-05') })], asOf: day('2027-01-06') })).toEqual([
      'yellow',
      'made-good-late',
    ])
    expect(taskLight({ asOf: day('2027-01-01') })).toEqual(['red', 'overdue'])
  })
})

describe('published rules', () => {
  const over = (rules: LightRules, days: number) =>
    light({ rules, asOf: addDays(YEAR.to, days), readings: [total('2026-12', 99)] })

  it('P80 Yinchuan funds: no yellow', () => {
    expect(light({ rules: YINCHUAN_FUNDS, readings: september(74) })[0]).toBe('red')
  })
  it('P80 Suqian: blue near the limit, yellow behind, red past it', () => {
    expect(light({ rules: SUQIAN, readings: september(74) })).toEqual(['yellow', undefined, 'behind'])
    expect(light({ rules: SUQIAN, asOf: day('2026-12-25'), readings: [total('2026-11', 99)] }).slice(0, 2)).toEqual([
      'green',
      'blue',
    ])
    expect(over(SUQIAN, 1)[0]).toBe('red')
  })
  it('P78, P80 Guangyuan: red when the forecast is out of reach', () => {
    expect(light({ rules: GUANGYUAN, readings: september(70) })).toEqual(['yellow', undefined, 'behind'])
    expect(light({ rules: GUANGYUAN, readings: september(60) })).toEqual(['red', undefined, 'out-of-reach'])
  })
  it('P78, P80 Sanming: blue, orange, red', () => {
    expect([1, 10, 11, 20, 21].map((days) => over(SANMING, days).slice(0, 2))).toEqual([
      ['yellow', 'blue'],
      ['yellow', 'blue'],
      ['yellow', 'orange'],
      ['yellow', 'orange'],
      ['red', undefined],
    ])
  })
  it('P78, P80 Shangqiu: 30% and 15% of the time left without a report', () => {
    const left = (days: number, returns: AssessInput['returns'] = {}) =>
      light({ rules: SHANGQIU, asOf: addDays(YEAR.to, -days), returns }).slice(0, 2)
    expect(left(110)).toEqual(['none', undefined])
    expect(left(109)).toEqual(['yellow', undefined])
    expect(left(54)).toEqual(['yellow', 'orange'])
    expect(left(54, { lastPeriod: '2026-03' })).toEqual(['none', undefined])
    expect(light({ rules: SHANGQIU, asOf: addDays(YEAR.to, 1) })[0]).toBe('red')
  })
})

const GRAVITY: Record<Light, number> = { none: -1, green: 0, yellow: 1, silent: 2, red: 3 }
const months = Array.from({ length: 12 }, (_, index) => `2026-${String(index + 1).padStart(2, '0')}`)
const anyDay = fc.integer({ min: 0, max: 420 }).map((n) => addDays(YEAR.from, n))
const anyStep = fc.record({
  due: anyDay,
  done: fc.option(anyDay, { nil: undefined }),
  kind: fc.constantFrom(undefined, 'start' as const, 'entry' as const),
})
const anyInput = fc
  .record({
    values: fc.uniqueArray(
      fc.record({
        month: fc.integer({ min: 1, max: 12 }),
        value: fc.integer({ min: 0, max: 30 }),
        guess: fc.boolean(),
      }),
      {
        selector: ({ month }) => month,
      },
    ),
    steps: fc.array(anyStep, { maxLength: 3 }),
    asOf: anyDay,
    due: fc.constantFrom(day('2026-12-31'), day('2026-10-15')),
    rules: fc.constantFrom(...LIGHT_PRESETS),
    curve: fc.constantFrom(undefined, [
      { by: day('2026-06-30'), share: 0.2 },
      { by: day('2026-12-31'), share: 1 },
    ]),
    hadRed: fc.boolean(),
    lastPeriod: fc.constantFrom(undefined, ...months),
    comparator: fc.constantFrom('eq' as const, 'gte' as const, 'gt' as const, 'approx' as const),
    kind: fc.constantFrom('increase' as const, 'rate' as const),
    task: fc.boolean(),
  })
  .map((raw) => {
    const kind = raw.kind === 'rate' ? { ...GROWTH, value: 15 } : JOBS
    const made = input({
      target: { ...kind, comparator: raw.comparator },
      readings: raw.values.map(({ month, value, guess }) =>
        total(months[month - 1], value, { covers: 'period', unit: kind.unit, version: guess ? 'forecast' : 'final' }),
      ),
      milestones: raw.steps.map(({ due, done, kind: step }, index) => ({
        id: `m${index}`,
        title: `m${index}`,
        due,
        ...(done === undefined ? {} : { done }),
        ...(step === undefined ? {} : { kind: step }),
      })),
      asOf: raw.asOf,
      due: raw.due,
      rules: raw.rules,
      ...(raw.curve === undefined ? {} : { curve: raw.curve }),
      hadRed: raw.hadRed,
      returns: raw.lastPeriod === undefined ? {} : { lastPeriod: raw.lastPeriod, lastDue: returnDue(raw.asOf) },
    })
    return raw.task ? task(made) : made
  })

describe('properties', () => {
  it('P75 agrees with a naive oracle of the default rule on increments', () => {
    const cases = fc.record({
      sums: fc.array(fc.integer({ min: 0, max: 25 }), { minLength: 1, maxLength: 12 }),
      offset: fc.integer({ min: 0, max: 400 }),
      hadRed: fc.boolean(),
      last: fc.integer({ min: 0, max: 12 }),
    })
    const naive = (sums: readonly number[], asOf: PlainDate, hadRed: boolean, last: number): Light => {
      const date = new Date(`${asOf}T00:00:00Z`)
      const month = date.getUTCMonth() + 1
      const late = date.getUTCFullYear() > 2026
      const end = new Date(date.getTime() + 86_400_000).getUTCDate() === 1
      const ended = late ? 12 : end ? month : month - 1
      // The return of the running month is made before its end.
      const seen = sums.slice(0, late ? 12 : month)
      const value = seen.reduce((a, b) => a + b, 0)
      const owed = late
        ? 12 + (date.getUTCDate() > 28 || month > 1 ? 1 : 0)
        : date.getUTCDate() > 28
          ? month
          : month - 1
      const owedNow = late && month > 1 ? 12 + month - 1 + (date.getUTCDate() > 28 ? 1 : 0) : owed
      // In hundredths of points, so that nothing is lost: behind = m/12 − value/100.
      const behind = ended * 100 - value * 12
      let found: Light = seen.length === 0 ? 'none' : behind > 30 * 12 ? 'red' : behind >= 10 * 12 ? 'yellow' : 'green'
      if (value >= 100) found = 'green'
      else if (late) found = 'red'
      if (hadRed && (found === 'green' || found === 'none')) found = 'yellow'
      return last < owedNow && found !== 'red' ? 'silent' : found
    }
    fc.assert(
      fc.property(cases, ({ sums, offset, hadRed, last }) => {
        const asOf = addDays(YEAR.from, offset)
        const readings = sums.map((value, index) => total(months[index], value, { covers: 'period' }))
        const returns = { lastDue: returnDue(asOf), ...(last === 0 ? {} : { lastPeriod: months[last - 1] }) }
        expect(assess(input({ readings, asOf, hadRed, returns })).light).toBe(naive(sums, asOf, hadRed, last))
      }),
      { seed: SEED, numRuns: 4000 },
    )
  })
  it('P85 does not get worse with more of what is wanted', () => {
    fc.assert(
      fc.property(anyInput, fc.nat(11), fc.integer({ min: 1, max: 60 }), (given, which, more) => {
        const better = given.readings.map((one, index) =>
          index === which % Math.max(1, given.readings.length) ? { ...one, value: one.value + more } : one,
        )
        const [before, after] = [assess(given), assess({ ...given, readings: better })]
        expect(GRAVITY[after.light]).toBeLessThanOrEqual(GRAVITY[before.light])
      }),
      { seed: SEED, numRuns: 3000 },
    )
  })
  it('P85 does not get better with time alone, except from none', () => {
    fc.assert(
      fc.property(anyInput, fc.integer({ min: 1, max: 200 }), (given, days) => {
        const known = {
          ...given,
          readings: given.readings.filter(
            ({ period, version }) =>
              compareDates(
                day(`${period}-${version === 'forecast' ? daysInMonth(2026, Number(period.slice(5))) : '01'}`),
                given.asOf,
              ) <= 0,
          ),
          milestones: given.milestones.map(({ done, ...step }) =>
            done !== undefined && compareDates(done, given.asOf) <= 0 ? { ...step, done } : step,
          ),
        }
        const [before, after] = [assess(known), assess({ ...known, asOf: addDays(known.asOf, days) })]
        expect(GRAVITY[after.light]).toBeGreaterThanOrEqual(GRAVITY[before.light])
      }),
      { seed: SEED, numRuns: 3000 },
    )
  })
  it('P81, P58, P89 never shows green after a red, and does not mind the order of lists', () => {
    fc.assert(
      fc.property(anyInput, (given) => {
        const made = assess(given)
        if (given.hadRed) expect(made.light).not.toBe('green')
        expect(assess({ ...given, readings: given.readings.toReversed() })).toEqual(made)
        for (const why of made.why) expect(describeReason(why)).not.toMatch(/progress\/|[{}]|undefined|NaN/)
      }),
      { seed: SEED, numRuns: 2000 },
    )
  })
  it('P85 stays as it is until the next turn', () => {
    const on = (given: AssessInput, asOf: PlainDate) => {
      const returns = given.returns.lastPeriod === undefined ? {} : { ...given.returns, lastDue: returnDue(asOf) }
      const made = assess({ ...given, asOf, returns })
      return `${made.light} ${made.mark}`
    }
    let changes = 0
    fc.assert(
      fc.property(anyInput, (given) => {
        const rhythm = given.returns.lastPeriod === undefined ? {} : { rhythm: MONTHLY_RETURN }
        const turn = nextTurn({ ...given, ...rhythm })
        const now = on(given, given.asOf)
        const end = turn ?? addDays(given.asOf, 500)
        expect(compareDates(end, given.asOf)).toBeGreaterThan(0)
        for (let at = addDays(given.asOf, 1); compareDates(at, end) < 0; at = addDays(at, 1))
          expect(on(given, at)).toBe(now)
        if (turn !== undefined && on(given, turn) !== now) changes += 1
      }),
      { seed: SEED, numRuns: 2000 },
    )
    // A turn at which nothing ever changed would pass the loop above as well.
    expect(changes).toBeGreaterThan(100)
  })
  it('P85 names month ends, return days, deadlines and steps as turns', () => {
    const turn = (rest: Partial<AssessInput>, rhythm = MONTHLY_RETURN) => nextTurn({ ...input(rest), rhythm })
    expect(turn({ asOf: day('2026-02-10') })).toBe('2026-03-01')
    expect(turn({ asOf: day('2026-03-10') })).toBe('2026-03-29')
    expect(turn({ asOf: day('2026-03-29'), readings: [total('2026-02', 12)] })).toBe('2026-03-31')
    expect(turn({ asOf: day('2026-03-10'), milestones: [{ id: 'm', title: 'm', due: day('2026-03-19') }] })).toBe(
      '2026-03-20',
    )
    expect(nextTurn(input({ asOf: day('2026-12-31') }))).toBe('2027-01-01')
    expect(nextTurn(input({ asOf: day('2027-01-01') }))).toBeUndefined()
    expect(nextTurn(input({ closed: true }))).toBeUndefined()
  })
})

import type { Machine, RecordState } from '@jiannuo/engine'
import { type Instant, instant, MS_PER_DAY } from '@jiannuo/kernel'
import { chance, type Chance } from './chance.ts'
import type { Coming, Draw, LifePlan, Step, Wait } from './life.ts'
import type { Arrivals, Played } from './run.ts'
import type { Scenario } from './simulate.ts'
import type { WorkTime } from './work-time.ts'
import { formOf, whoDoes, type World } from './world.ts'

/** Minutes of a working day. */
const DAY = 390
const SHORTEST = 3
/** Refused so often in a row, they leave it. */
const TRIES = 3

/** The id of a record of a run. */
export const recordIdIn = (seed: number, machine: string, number: number): string =>
  `${machine}-s${seed}-${String(number + 1).padStart(5, '0')}`

/** The records of a plan, as rows that can be played. */
export function arrivalsOf(
  plan: LifePlan,
  machine: Machine,
  world: World,
  scenario: Scenario,
  size: Draw['size'],
): Arrivals {
  const { seed, from, days, cases } = scenario
  const time = { chance: chance(seed, `${plan.machine} coming`), world, from, days, size }
  const moments = momentsOf(plan.coming, cases, time)
  return {
    machine: plan.machine,
    clock: plan.clock,
    count: moments.length,
    at: (number) => moments[number] ?? instant(from + days * MS_PER_DAY),
    make: (number) => new Life({ plan, machine, world, seed, size }, number),
  }
}

interface Time {
  readonly chance: Chance
  readonly world: World
  readonly from: Instant
  readonly days: number
  readonly size: Draw['size']
}

/** All that the lives of one plan have in common. */
interface Stage {
  readonly plan: LifePlan
  readonly machine: Machine
  readonly world: World
  readonly seed: number
  readonly size: Draw['size']
}

const MONTHS_OF_YEAR = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

function momentsOf(coming: Coming, count: number, { chance: draw, world, from, days, size }: Time): readonly Instant[] {
  const { work } = world
  const at = (day: number): Instant => instant(Math.round(from + Math.min(day, days - 0.01) * MS_PER_DAY))
  const one = (number: number): Instant => {
    if (coming === 'everyday') {
      const when = at(draw.next() * days)
      return draw.hit(0.35) ? work.open(when) : work.duty(when, 0)
    }
    if (coming === 'stock') return work.after(from, draw.next() * 15 * DAY)
    if (coming === 'workdays') return spread(work, at(draw.next() * days), draw)
    if ('each' in coming) return work.after(from, coming.each(number, size) * DAY + draw.next() * 60)
    const months = coming.months.map((weight, index) => [index, weight] as const)
    const month = draw.weighted(months)
    const before = MONTHS_OF_YEAR.slice(0, month).reduce((sum, length) => sum + length, 0)
    return spread(work, at(((before + draw.next() * (MONTHS_OF_YEAR[month] ?? 30)) / 365) * days), draw)
  }
  return Array.from({ length: count }, (_, number) => one(number)).sort((a, b) => a - b)
}

/** Somewhere in the working day that is on at the moment or comes next. */
const spread = (work: WorkTime, at: Instant, draw: Chance): Instant => work.after(at, draw.next() * 300)

class Life implements Played {
  readonly record: string
  readonly number: number
  readonly #stage: Stage
  readonly #chance: Chance
  readonly #pace: number
  readonly #done = new Map<string, number>()
  #steps = 0
  /** Entries of the record when the next step was chosen. */
  #seen = -1
  #next: { readonly step: Step; readonly at: Instant } | undefined
  #refused = 0
  #look: Draw['look'] = () => undefined

  constructor(stage: Stage, number: number) {
    const { plan, seed } = stage
    this.record = recordIdIn(seed, plan.machine, number)
    this.number = number
    this.#stage = stage
    this.#chance = chance(seed, `${plan.machine} ${number}`)
    const [share, times] = plan.slow ?? [0, 1]
    this.#pace = share > 0 && this.#chance.hit(share) ? times : 1
  }

  step(at: Instant, state: RecordState | undefined, look: Draw['look']): ReturnType<Played['step']> {
    this.#look = look
    if (state === undefined) return this.#open(at)
    // It is there from a run before: what was played once is not played again.
    if (this.#steps === 0) return undefined
    const action = this.#next?.step.do
    this.#seen = -1
    return action === undefined || this.#next === undefined
      ? undefined
      : this.#command(action, this.#next.step, at, state)
  }

  after(at: Instant, state: RecordState | undefined, outcome: Parameters<Played['after']>[2]): Instant | undefined {
    if (state === undefined || this.#steps === 0) return undefined
    if (outcome?.ok === false) {
      this.#refused += 1
      if (this.#refused >= TRIES) return undefined
    } else if (outcome !== undefined) this.#refused = 0
    if (state.seq !== this.#seen) {
      this.#seen = state.seq
      const step = this.#choose(state, at)
      this.#next = step === undefined ? undefined : { step, at: this.#when(step, at) }
    }
    return this.#next?.at
  }

  #draw(at: Instant, record: RecordState | undefined): Draw {
    const { world, machine, seed, size } = this.#stage
    return {
      chance: this.#chance,
      at,
      world,
      record,
      number: this.number,
      setting: (name) => world.view.settingsAt(machine.id, at)[name] ?? machine.settings[name]?.default ?? null,
      size,
      idOf: (of, number) => recordIdIn(seed, of, number),
      look: this.#look,
    }
  }

  #open(at: Instant): ReturnType<Played['step']> {
    const draw = this.#draw(at, undefined)
    const fitting = this.#stage.plan.open.filter(({ ready }) => ready === undefined || ready(draw))
    if (fitting.length === 0) return undefined
    const step = this.#chance.weighted(fitting.map((one) => [one, one.share] as const))
    return step.do === undefined ? undefined : this.#command(step.do, step, at, undefined)
  }

  #command(action: string, step: Step, at: Instant, state: RecordState | undefined): ReturnType<Played['step']> {
    const draw = this.#draw(at, state)
    const session = whoDoes(this.#stage.machine, action, step, draw)
    if (session === undefined) return undefined
    const input = formOf(this.#stage.machine, action, [step.give, this.#stage.plan.values], draw)
    this.#done.set(action, (this.#done.get(action) ?? 0) + 1)
    const { record } = this
    const key = `sim:${record}:${++this.#steps}`
    return { session, at, command: { machine: this.#stage.machine.id, record, action, input, key } }
  }

  #choose(state: RecordState, at: Instant): Step | undefined {
    const draw = this.#draw(at, state)
    const fitting = (this.#stage.plan.states[state.state] ?? []).filter(
      ({ do: action, most = Number.POSITIVE_INFINITY, when }) =>
        (action === undefined || (this.#done.get(action) ?? 0) < most) && (when === undefined || when(state, draw)),
    )
    if (fitting.length === 0) return undefined
    const step = this.#chance.weighted(fitting.map((one) => [one, one.share] as const))
    return step.do === undefined && step.after === undefined ? undefined : step
  }

  #when({ after = 0.5 }: Step, at: Instant): Instant {
    return this.#stage.world.work.after(at, Math.max(SHORTEST, this.#days(after) * this.#pace * DAY))
  }

  #days(wait: Wait): number {
    if (typeof wait === 'number') return this.#chance.wait(wait)
    const [low, high] = wait
    return low + (high - low) * this.#chance.next()
  }
}

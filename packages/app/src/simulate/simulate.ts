import { type Instant, instant, MS_PER_DAY, type Result } from '@jiannuo/kernel'
import type { Progress } from '@jiannuo/store'
import type { Office } from '../office/office.ts'
import { refuse } from '../office/problem.ts'
import { firmsScenario } from './firms.ts'
import { hotlineScenario } from './hotline.ts'
import { LANTAI } from './lantai.ts'
import type { LifePlan } from './life.ts'
import { LIVES } from './lives/index.ts'
import { peopleOf } from './people.ts'
import { arrivalsOf } from './play-life.ts'
import { type Arrivals, play, type RunTally } from './run.ts'
import { worldOf } from './world.ts'

/** What is simulated. */
export interface SimulateOptions {
  /** The machine, or the system that it belongs to: `hotline` or `S05`, `above-scale-firms` or `S29`. */
  readonly machine: string
  readonly cases: number
  /** The same seed gives the same cases, the same people, the same course of everything. */
  readonly seed: number
  /** Days that pass; 365 unless said. */
  readonly days?: number
  /** First moment, a midnight. */
  readonly from: Instant
  readonly district?: string
  /** Many commands in one transaction, which is the default; else each in its own. It changes nothing but the time it takes. */
  readonly fast?: boolean
  /** Transactions at once when it is fast; 1 unless said. It changes nothing but the time it takes. */
  readonly workers?: number
  /**
   * Whether callers have invented names and phones. They are sealed under a new key each, so that with them the chain's hashes differ
   * from run to run; figures do not.
   */
  readonly callers?: boolean
  readonly progress?: Progress
}

/** The options with everything filled in, for the machine's own part. */
export type Scenario = Required<Omit<SimulateOptions, 'progress' | 'workers' | 'fast' | 'machine'>>

/** What was simulated. */
export interface Simulated extends RunTally {
  readonly machine: string
  readonly district: string
  readonly from: Instant
  readonly until: Instant
}

/** The row of records of one machine. */
export type ScenarioOf = (office: Office, scenario: Scenario) => Promise<Result<Arrivals>>

const SCENARIOS: Readonly<Record<string, ScenarioOf>> = {
  hotline: hotlineScenario,
  'above-scale-firms': firmsScenario,
  ...Object.fromEntries(LIVES.map((plan) => [plan.machine, lifeScenario(plan)])),
}

/** A life played alone: what it would look at in other machines is not there. */
function lifeScenario(plan: LifePlan): ScenarioOf {
  return async (office, scenario) => {
    const view = await office.districts.view(scenario.district)
    const people = peopleOf(view, scenario.from, [])
    const kit = office.machines.kit(plan.machine)
    if (!people.ok) return people
    if (kit === undefined) return refuse('app/no-machine', { machine: plan.machine })
    const world = await worldOf(office, view, people.value, scenario.callers)
    const size = (machine: string): number => (machine === plan.machine ? scenario.cases : 1)
    return { ok: true, value: arrivalsOf(plan, kit.machine, world, scenario, size) }
  }
}

const MOST_CASES = 5_000_000
const MOST_DAYS = 1830

/**
 * Simulates a machine's year through the real use cases: people of the district act in their hours, clocks run by the calendar and their
 * timers fire in order, cases come in bursts, are returned, objected to, paused, redone, merged, excluded and forgotten. The district must
 * have people in every role (`foundDemoDistrict`).
 *
 * @returns what happened, or `app/no-machine`, `app/simulation-range`, `app/no-district`, `app/simulation-people`
 */
export async function simulate(office: Office, options: SimulateOptions): Promise<Result<Simulated>> {
  const machine = machineOf(office, options.machine)
  const scenarioOf = machine === undefined ? undefined : SCENARIOS[machine]
  if (machine === undefined || scenarioOf === undefined) return refuse('app/no-machine', { machine: options.machine })
  const {
    cases,
    seed,
    from,
    days = 365,
    district = LANTAI.id,
    workers = 1,
    fast = true,
    callers = true,
    progress,
  } = options
  if (!isCount(cases, MOST_CASES) || !isCount(days, MOST_DAYS))
    return refuse('app/simulation-range', { limit: MOST_CASES, days: MOST_DAYS })
  const arrivals = await scenarioOf(office, { cases, seed, from, days, district, callers })
  if (!arrivals.ok) return arrivals
  const until = instant(from + days * MS_PER_DAY)
  const tally = await play(office, [arrivals.value], {
    district,
    until,
    fast,
    workers: Math.max(1, Math.trunc(workers)),
    ...(progress === undefined ? {} : { progress }),
  })
  return { ok: true, value: { machine, district, from, until, ...tally } }
}

const isCount = (value: number, most: number): boolean => Number.isInteger(value) && value >= 1 && value <= most

function machineOf(office: Office, name: string): string | undefined {
  if (office.machines.kit(name) !== undefined) return name
  return office.catalogue.machines.find(({ system }) => system === name)?.id
}

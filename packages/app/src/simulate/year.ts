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
import type { Scenario } from './simulate.ts'
import { worldOf } from './world.ts'

/** How a year of a whole district is simulated. */
export interface YearOptions {
  /** 1 is a district with 294,000 hotline cases a year. */
  readonly scale: number
  /** The same seed gives the same year. */
  readonly seed: number
  /** First moment, a midnight. */
  readonly from: Instant
  /** Days that pass; 365 unless said. */
  readonly days?: number
  readonly district?: string
  /** Many commands in one transaction; else each in its own. It changes nothing but the time it takes. */
  readonly fast?: boolean
  /** Transactions at once when it is fast; 1 unless said. */
  readonly workers?: number
  /** Whether those concerned have invented names and phones, which are sealed under a new key each. */
  readonly callers?: boolean
  /** Machines to play; all that have a life unless said. */
  readonly machines?: readonly string[]
  readonly progress?: Progress
}

/** What was simulated. */
export interface SimulatedYear extends RunTally {
  readonly district: string
  readonly scale: number
  readonly seed: number
  readonly from: Instant
  readonly until: Instant
}

/** Records of a year at full size, of the machines with a scenario of their own. */
const HOTLINE = 294_000
const FIRMS = 1200
const LONGEST = 1830
const LARGEST = 20

/**
 * Simulates all machines of a district together through the real use cases: what one brings about in another takes place there too. The district must
 * have people in every role (`foundDemoDistrict`).
 *
 * @returns what happened, or `app/simulation-range`, `app/no-district`, `app/simulation-people`
 */
export async function simulateYear(office: Office, options: YearOptions): Promise<Result<SimulatedYear>> {
  const { scale, seed, from, days = 365, district = LANTAI.id, callers = true, progress } = options
  if (!(scale > 0 && scale <= LARGEST) || !Number.isInteger(days) || days < 1 || days > LONGEST)
    return refuse('app/simulation-range', { limit: LARGEST * HOTLINE, days: LONGEST })
  const rows = await rowsOf(office, { ...options, days, district, callers })
  if (!rows.ok) return rows
  const until = instant(from + days * MS_PER_DAY)
  const tally = await play(office, rows.value, {
    district,
    until,
    fast: options.fast ?? true,
    workers: options.workers ?? 1,
    ...(progress === undefined ? {} : { progress }),
  })
  return { ok: true, value: { district, scale, seed, from, until, ...tally } }
}

type Filled = YearOptions & { readonly days: number; readonly district: string; readonly callers: boolean }

async function rowsOf(office: Office, options: Filled): Promise<Result<Arrivals[]>> {
  const { scale, seed, from, days, district, callers, machines } = options
  const part = scale * Math.min(days / 365, 1)
  const played = (machine: string): boolean =>
    office.machines.kit(machine) !== undefined && (machines === undefined || machines.includes(machine))
  const scenario = (cases: number): Scenario => ({ seed, from, days, district, callers, cases })
  const rows: Arrivals[] = []
  for (const [machine, scenarioOf, yearly] of [
    ['hotline', hotlineScenario, HOTLINE * part],
    ['above-scale-firms', firmsScenario, FIRMS * scale],
  ] as const) {
    if (!played(machine)) continue
    const arrivals = await scenarioOf(office, scenario(atLeast(yearly)))
    if (!arrivals.ok) return arrivals
    rows.push(arrivals.value)
  }
  const view = await office.districts.view(district)
  const people = peopleOf(view, from, [])
  if (!people.ok) return people
  const world = await worldOf(office, view, people.value, callers)
  const size = sizesOf(scale, part)
  for (const plan of LIVES) {
    const kit = office.machines.kit(plan.machine)
    if (kit === undefined || !played(plan.machine)) continue
    rows.push(arrivalsOf(plan, kit.machine, world, scenario(size(plan.machine)), size))
  }
  return { ok: true, value: rows }
}

const atLeast = (wanted: number, least = 1): number => Math.max(least, Math.round(wanted))

/** How many records each plan has in a run: a list is as long as the district is large, whatever the days. */
function sizesOf(scale: number, part: number): (machine: string) => number {
  const plans = new Map<string, LifePlan>(LIVES.map((plan) => [plan.machine, plan]))
  const size = (machine: string): number => {
    const plan = plans.get(machine)
    if (plan === undefined) return 0
    if (plan.parts !== undefined) return size(plan.parts.of) * plan.parts.each
    return atLeast(plan.yearly * (plan.coming === 'stock' ? scale : part), plan.least)
  }
  return size
}

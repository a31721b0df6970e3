import type { Json, RecordState } from '@jiannuo/engine'
import { type Instant, instant, MS_PER_DAY, monthKey, type Result } from '@jiannuo/kernel'
import { machineScope } from '@jiannuo/store'
import type { Office } from '../office/office.ts'
import type { Session } from '../organisation/session.ts'
import { chance, type Chance } from './chance.ts'
import { type People, peopleOf } from './people.ts'
import type { Arrivals, Played } from './run.ts'
import type { Scenario } from './simulate.ts'
import { approvalNumber, FIRM_NAMES, firmName, firmSaid, TRADES } from './texts.zh.ts'
import { type WorkTime, workTime } from './work-time.ts'

const MACHINE = 'above-scale-firms'
const CODE_SIGNS = '0123456789ABCDEFGHJKLMNPQRTUWXY'
/** Line of each industry in 万元, as far as the simulation aims at it; 0 where size does not matter. */
const INDUSTRIES = [
  ['industry', 2000, 'lantai-industry', 25],
  ['wholesale', 2000, 'lantai-commerce', 15],
  ['retail', 500, 'lantai-commerce', 20],
  ['lodging', 200, 'lantai-commerce', 12],
  ['serviceA', 2000, 'lantai-industry', 8],
  ['serviceB', 1000, 'lantai-housing', 12],
  ['serviceC', 500, 'lantai-culture', 8],
] as const

interface Firm {
  readonly record: string
  readonly number: number
  readonly chance: Chance
  readonly line: number
  readonly sector: string
  readonly street: string
  readonly origin: 'founded' | 'grown'
  readonly input: Readonly<Record<string, Json>>
  revenue: number
  /** How much a month adds to the revenue of a year. */
  readonly growth: number
}

interface FirmWorld {
  readonly district: string
  readonly people: People
  readonly work: WorkTime
  readonly materials: string
  readonly utcOffset: number
}

/** The three libraries in small: firms that grow towards the line, cross it, are filed, come in, and now and then drop out. */
export async function firmsScenario(office: Office, scenario: Scenario): Promise<Result<Arrivals>> {
  const { district, from, days, cases, seed } = scenario
  const view = await office.districts.view(district)
  const people = peopleOf(view, from, ['statistician'])
  if (!people.ok) return people
  const file = await office.store.files.put(machineScope(district), Buffer.from('simulated return'), 'application/pdf')
  const { utcOffset } = office.calendar
  const world = { district, people: people.value, work: workTime(office.calendar), materials: file.hash, utcOffset }
  const streets = view.tree.all.filter(({ kind }) => kind === 'street').map(({ id }) => id)
  const search = chance(seed, 'firms')
  // Most are taken in with the first search of the year, the others as they are found.
  const moments = Array.from({ length: cases }, () =>
    world.work.after(from, (search.hit(0.6) ? 20 : days * 0.8) * 330 * search.next()),
  ).sort((a, b) => a - b)
  return {
    ok: true,
    value: {
      machine: MACHINE,
      clock: 'filing',
      count: cases,
      at: (number) => moments[number] ?? instant(from + days * MS_PER_DAY),
      make: (number) => playFirm(drawFirm(scenario, streets, number), world),
    },
  }
}

function drawFirm({ seed, callers }: Scenario, streets: readonly string[], number: number): Firm {
  const source = chance(seed, `firm-${number}`)
  const [industry, line, sector] = source.weighted(INDUSTRIES.map((row) => [row, row[3]] as const))
  const street = source.one(streets)
  const origin = source.hit(0.25) ? 'founded' : 'grown'
  const revenue = Math.round(line * (0.5 + 0.62 * source.next()))
  const code = `91420000${Array.from({ length: 10 }, () => CODE_SIGNS.charAt(source.whole(0, CODE_SIGNS.length - 1))).join('')}`
  return {
    record: `f${seed}-${String(number + 1).padStart(5, '0')}`,
    number,
    chance: source,
    line,
    sector,
    street,
    origin,
    revenue,
    growth: 1 + (source.next() - 0.3) * 0.06,
    input: {
      name: firmName(source.one(FIRM_NAMES), source.one(TRADES), number + 1),
      creditCode: code,
      industry,
      origin,
      street,
      sector,
      revenueLast: revenue,
      ...(callers ? { contactPhone: `100${String(source.whole(0, 99_999_999)).padStart(8, '0')}` } : {}),
    },
  }
}

interface Doing {
  readonly action: string
  readonly input?: Readonly<Record<string, Json>>
  readonly by: 'sector' | 'street' | 'statistician'
}

const share = (firm: Firm): number => firm.revenue / firm.line

/** Where a firm is taken in, by how near it is. */
function entering(firm: Firm): Doing {
  const at = share(firm)
  return { action: at >= 1 ? 'enter:ready' : at >= 0.8 ? 'enter:key' : 'enter', input: firm.input, by: 'sector' }
}

function doing(firm: Firm, state: RecordState, world: FirmWorld, at: Instant): Doing | undefined {
  const { chance: source } = firm
  const month = monthKey(at, world.utcOffset)
  const report = { revenueThis: firm.revenue, revenueMonth: month, revenueLast: firm.revenue }
  switch (state.state) {
    case 'training':
    case 'key':
      if (state.fields['revenueLast'] !== firm.revenue) return { action: 'report', input: report, by: 'street' }
      if (share(firm) >= 1 && state.state === 'key') return { action: 'promote:ready', by: 'sector' }
      if (share(firm) >= 0.8 && state.state === 'training') return { action: 'promote:key', by: 'sector' }
      if (share(firm) < 0.5 && source.hit(0.2))
        return { action: 'leave', input: { reason: 'hopeless' }, by: 'statistician' }
      return source.hit(0.5) ? { action: 'visit', input: { found: firmSaid.visit }, by: 'street' } : undefined
    case 'ready': {
      const window = firm.origin === 'founded' ? 'monthly' : 'yearly'
      return { action: 'file', input: { window, batch: month, materials: [world.materials] }, by: 'sector' }
    }
    case 'filed':
      if (source.hit(0.12)) return { action: 'reject', input: { reason: firmSaid.rejected }, by: 'statistician' }
      return {
        action: 'approve',
        input: { enteredOn: `${month}-01`, number: approvalNumber(month) },
        by: 'statistician',
      }
    case 'entered':
      if (state.fields['warnedAt'] !== undefined)
        return source.hit(0.4)
          ? { action: 'leave', input: { reason: 'below' }, by: 'statistician' }
          : { action: 'clearWarning', input: { note: firmSaid.recovered }, by: 'street' }
      if (source.hit(0.03)) return { action: 'warn', input: { warning: 'below', note: firmSaid.falling }, by: 'street' }
      return { action: 'report', input: report, by: 'street' }
    default:
      return undefined
  }
}

function whoDoes(firm: Firm, world: FirmWorld, by: Doing['by']): Session | undefined {
  if (by === 'statistician') return world.people.find(firm.chance, 'statistician', world.district)
  return by === 'sector'
    ? world.people.find(firm.chance, 'sector', firm.sector)
    : world.people.find(firm.chance, 'streetClerk', firm.street)
}

function playFirm(firm: Firm, world: FirmWorld): Played {
  let steps = 0
  let month = ''
  return {
    record: firm.record,
    number: firm.number,
    step(at, state) {
      const now = monthKey(at, world.utcOffset)
      if (now !== month && month !== '') firm.revenue = Math.round(firm.revenue * firm.growth ** 2)
      month = now
      // It is there from a run before: what was played once is not played again.
      if (state !== undefined && steps === 0) return undefined
      const does = state === undefined ? entering(firm) : doing(firm, state, world, at)
      const session = does && whoDoes(firm, world, does.by)
      if (does === undefined || session === undefined) return undefined
      const key = `sim:${firm.record}:${++steps}`
      const command = { machine: MACHINE, record: firm.record, action: does.action, input: does.input ?? {}, key }
      return { session, at, command }
    },
    after(at, state) {
      if (state === undefined || state.closedAt !== undefined || steps === 0) return undefined
      const days =
        state.state === 'ready' || state.state === 'filed' ? 6 + firm.chance.wait(8) : 12 + firm.chance.wait(10)
      return world.work.after(at, days * 330)
    },
  }
}

import { instant, MS_PER_DAY, type Result } from '@jiannuo/kernel'
import { machineScope } from '@jiannuo/store'
import type { DistrictView } from '../office/district-view.ts'
import type { Office } from '../office/office.ts'
import { chance } from './chance.ts'
import { type CaseWorld, type DrawnCategory, drawCase } from './hotline-case.ts'
import type { Life, LifeWorld, Task } from './hotline-life.ts'
import { planLife, tryLater } from './hotline-plans.ts'
import { actOf } from './hotline-tasks.ts'
import { openings } from './openings.ts'
import { type People, peopleOf } from './people.ts'
import type { Arrivals, Played } from './run.ts'
import type { Scenario } from './simulate.ts'
import { workTime } from './work-time.ts'

const MACHINE = 'hotline'
const LINE_ROLES = ['operator', 'dispatcher', 'callerBack', 'supervisor', 'arbiter']
/** A word of a photo's bytes: the evidence of every simulated request. */
const EVIDENCE = 'jiannuo simulated evidence'
/** Cases that a unit forgets, that nothing can solve, and whose caller is hardly ever reached. */
const SILENT = 0.006
const HARD = 0.04
const ELUSIVE = 0.03

/** The hotline: calls, and what line and units make of them. */
export async function hotlineScenario(office: Office, scenario: Scenario): Promise<Result<Arrivals>> {
  const { district, from, days, cases, seed } = scenario
  const view = await office.districts.view(district)
  const people = peopleOf(view, from, LINE_ROLES)
  if (!people.ok) return people
  const work = workTime(office.calendar)
  const evidence = await office.store.files.put(machineScope(district), Buffer.from(EVIDENCE), 'image/jpeg')
  const world: LifeWorld = {
    district,
    calendar: office.calendar,
    work,
    departments: view.tree.all
      .filter(({ kind, closed }) => kind === 'department' && closed !== true)
      .map(({ id }) => id),
    evidence: evidence.hash,
  }
  const { utcOffset } = office.calendar
  const calls = openings(chance(seed, 'openings'), work, { cases, days, from, utcOffset })
  const drawn = caseWorld(office, view, scenario)
  const lives = new Map<number, Life>()
  const lifeOf = (number: number): Life => {
    const known = lives.get(number)
    if (known !== undefined) return known
    const repeats = calls.repeats.get(number)
    const made = makeLife(scenario, drawn, number, repeats === undefined ? undefined : lifeOf(repeats))
    lives.set(number, made)
    return made
  }
  return {
    ok: true,
    value: {
      machine: MACHINE,
      clock: 'handling',
      count: cases,
      at: (number) => calls.at[number] ?? instant(from + days * MS_PER_DAY),
      make: (number) => {
        const life = lifeOf(number)
        return playLife(life, world, people.value, () => lives.delete(number))
      },
    },
  }
}

/** Categories that have a department more often than those that a street settles itself. */
function caseWorld(office: Office, view: DistrictView, { district, from, callers }: Scenario): CaseWorld {
  const kit = office.machines.kit(MACHINE)
  const table = view.settingsAt(MACHINE, from)['categories'] ?? kit?.machine.settings['categories']?.default
  const categories = Object.entries(table ?? {}).map(
    ([code, row], index): DrawnCategory => ({
      code,
      title: typeof row === 'object' && row !== null && 'title' in row ? String(row.title) : code,
      weight: 1 + (17 % (index + 3)),
    }),
  )
  const areas = view.tree.all.filter(({ kind, closed }) => kind === 'community' && closed !== true).map(({ id }) => id)
  return { categories, areas: areas.length > 0 ? areas : [district], callers }
}

function makeLife({ seed }: Scenario, world: CaseWorld, number: number, head: Life | undefined): Life {
  const source = chance(seed, `case-${number}`)
  return {
    number,
    record: `s${seed}-${String(number + 1).padStart(7, '0')}`,
    chance: source,
    draft: drawCase(source, world, head?.draft),
    silent: source.hit(SILENT),
    hard: source.hit(HARD),
    elusive: source.hit(ELUSIVE),
    agenda: [],
    planned: '',
    asked: new Set(),
    ...(head === undefined ? {} : { head }),
  }
}

function playLife(life: Life, world: LifeWorld, people: People, done: () => void): Played {
  let steps = 0
  let task: Task | undefined
  const command = (action: string, input: Life['draft']['input']) => ({
    machine: MACHINE,
    record: life.record,
    action,
    input,
    key: `sim:${life.record}:${++steps}`,
  })
  const openingBy = () => people.find(life.chance, 'operator', world.district)
  const step: Played['step'] = (at, state, look) => {
    if (state === undefined) {
      const session = openingBy()
      return session && { session, at, command: command('accept', life.draft.input) }
    }
    // It is there from a run before: what was played once is not played again.
    if (steps === 0) return undefined
    task = life.agenda.shift()
    const act = task === undefined ? undefined : actOf(task, life, state, world, look)
    if (act === undefined) return undefined
    const session = people.find(life.chance, act.role, act.unit, act.except)
    return session && { session, at, command: command(act.action, act.input) }
  }
  return {
    record: life.record,
    number: life.number,
    step,
    after(at, state, outcome) {
      if (state === undefined || steps === 0) return undefined
      if (outcome?.ok === false && task !== undefined) tryLater(life, task, world)
      planLife(life, state, world, at)
      const next = life.agenda[0]?.at
      if (next === undefined) done()
      return next
    },
  }
}

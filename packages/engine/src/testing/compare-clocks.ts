import {
  checkOffice,
  checkRun,
  clockAt,
  type ClockRun,
  type Due,
  dueOf,
  markAt,
  type OfficeCalendar,
  ordinaryOffice,
} from '../clock/index.ts'
import { naiveClockAt, naiveDue, naiveMark, type Tape, writeTape } from './naive-clock.ts'
import {
  type Chance,
  chanceOf,
  type Office,
  officeOf,
  randomMark,
  randomMoment,
  randomOffice,
  randomRun,
  TAPE_FROM,
  TAPE_TO,
} from './random-clock.ts'

/** Where the clock and the naive one say different things. */
export interface Mismatch {
  readonly asked: string
  readonly run: ClockRun
  readonly hours: OfficeCalendar['hours']
  readonly utcOffset: number
  /** Number of the random calendar of this seed; 0 is the State Council's. */
  readonly office: number
  readonly clock: unknown
  readonly naive: unknown
}

/** What has been compared. */
export interface Comparison {
  readonly runs: number
  readonly readings: number
  readonly marks: number
  /** How often each kind of answer came up, so that a comparison of nothing is seen. */
  readonly met: Readonly<Record<string, number>>
  readonly mismatches: readonly Mismatch[]
}

/** Compares so many further runs. */
export type Comparer = (runs: number) => Comparison

interface Desk extends Office {
  readonly tape: Tape
  readonly number: number
}

function desks(chance: Chance, count: number): readonly Desk[] {
  return Array.from({ length: count }, (_, number) => {
    const calendar = number === 0 ? ordinaryOffice : randomOffice(chance)
    const faults = checkOffice(calendar)
    if (faults.length > 0) throw new Error(`a random office that the check refuses: ${JSON.stringify(faults)}`)
    return { ...officeOf(calendar), tape: writeTape(calendar, TAPE_FROM, TAPE_TO), number }
  })
}

/** Whether two answers have the same fields with the same values; fields are numbers, texts and booleans. */
function same(a: object | undefined, b: object | undefined): boolean {
  if (a === undefined || b === undefined) return a === b
  const fields = new Map(Object.entries(a))
  const others = Object.entries(b)
  return fields.size === others.length && others.every(([name, value]) => Object.is(fields.get(name), value))
}

interface Desks {
  readonly chance: Chance
  readonly count: (what: string) => void
  readonly report: (mismatch: Mismatch) => void
}

function compareOne(desk: Desk, { chance, count, report }: Desks): void {
  const { calendar, tape, number } = desk
  const { hours, utcOffset } = calendar
  const run = randomRun(chance, desk)
  const faults = checkRun(run)
  if (faults.length > 0) throw new Error(`a random run that the check refuses: ${JSON.stringify({ run, faults })}`)
  const hold = (asked: string, clock: object | undefined, naive: object | undefined): void => {
    if (!same(clock, naive)) report({ asked, run, hours, utcOffset, office: number, clock, naive })
  }

  const due: Due | undefined = dueOf(run, calendar)
  const naive = naiveDue(tape, run)
  hold('due', due, naive)
  count(due === undefined ? 'no due' : due.provisional ? 'due, provisional' : 'due')
  for (let asked = 0; asked < 2; asked += 1) {
    const at = randomMoment(chance, calendar, run, due?.at)
    const reading = clockAt(run, calendar, at)
    hold(`at ${at}`, reading, naiveClockAt(tape, run, at))
    count(reading === undefined ? 'before start' : `${reading.state}${reading.overdue ? ', overdue' : ''}`)
  }
  const mark = randomMark(chance)
  const fallen = markAt(run, mark, calendar)
  hold(`mark ${JSON.stringify(mark)}`, fallen, naiveMark(tape, run, mark, naive))
  count(`mark ${Object.keys(mark)[0]}${fallen === undefined ? ', none' : ''}`)
}

/**
 * Holds random runs of clocks against the naive clock: the due moment, two readings and a mark of each.
 *
 * @param seed where chance begins; the same seed gives the same runs
 * @param offices how many calendars, the State Council's first among them
 * @returns compares further runs each time it is called
 */
export function clockComparer(seed: number, offices = 12): Comparer {
  const chance = chanceOf(seed)
  const all = desks(chance, offices)
  return (runs) => {
    const mismatches: Mismatch[] = []
    const met: Record<string, number> = {}
    const count = (what: string): void => {
      met[what] = (met[what] ?? 0) + 1
    }
    const report = (mismatch: Mismatch): void => void mismatches.push(mismatch)
    for (let done = 0; done < runs; done += 1)
      compareOne(chance.percent(40) ? all[0]! : chance.pick(all), { chance, count, report })
    return { runs, readings: runs * 2, marks: runs, met, mismatches }
  }
}

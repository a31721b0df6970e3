import { dateFromDayNumber, dayNumber, isWorkday, plainDate, type WorkCalendar } from '@jiannuo/kernel'

/** The working days of a calendar, counted once: questions about any stretch of days cost the same. */
export interface WorkTable {
  /** Rank of the last working day up to and including a day. Ranks count from an arbitrary day: only differences mean anything. */
  readonly upTo: (day: number) => number
  /** The day of the working day with a rank. */
  readonly withRank: (rank: number) => number
  /** Whether a day after `after`, up to and including `last`, is one that no notice has settled. */
  readonly unsettled: (after: number, last: number) => boolean
}

/** Days by which a table grows beyond the day that it lacks, so that it seldom grows. */
const SPARE = 1000

/** Day numbers of the calendar's years, 0001 to 9999. */
const FIRST_DAY = dayNumber(plainDate(1, 1, 1))
const LAST_DAY = dayNumber(plainDate(9999, 12, 31))

/** The days `first` to `first + length − 1`; entry i of a count is about the days before `first + i`. */
interface Stretch {
  readonly first: number
  readonly length: number
  readonly worked: Int32Array
  readonly unsettled: Int32Array
  readonly workdays: Int32Array
}

function countStretch(work: WorkCalendar, first: number, last: number): Stretch {
  const length = last - first + 1
  const worked = new Int32Array(length + 1)
  const unsettled = new Int32Array(length + 1)
  const workdays = new Int32Array(length)
  let rank = 0
  let open = 0
  for (let i = 0; i < length; i += 1) {
    const answer = isWorkday(work, dateFromDayNumber(first + i))
    if (answer.workday) {
      workdays[rank] = first + i
      rank += 1
    }
    if (answer.provisional) open += 1
    worked[i + 1] = rank
    unsettled[i + 1] = open
  }
  return { first, length, worked, unsettled, workdays: workdays.subarray(0, rank) }
}

function firstStretch(work: WorkCalendar): Stretch {
  const from = work.publishedYears[0] ?? 2024
  const to = work.publishedYears.at(-1) ?? from
  return countStretch(work, dayNumber(plainDate(from, 1, 1)), dayNumber(plainDate(to, 12, 31)) + SPARE)
}

function buildTable(work: WorkCalendar): WorkTable {
  let stretch = firstStretch(work)
  // Working days before the stretch. Ranks stay what they are when it grows to the front.
  let before = 0

  function cover(day: number): void {
    if (!(day >= FIRST_DAY && day <= LAST_DAY)) throw new RangeError(`no such day: ${day}`)
    const first = day < stretch.first ? Math.max(day - SPARE, FIRST_DAY) : stretch.first
    const end = stretch.first + stretch.length - 1
    const last = day > end ? Math.min(day + SPARE, LAST_DAY) : end
    const added = stretch.first - first
    stretch = countStretch(work, first, last)
    before -= stretch.worked[added] ?? 0
  }

  /** Place of the end of a day in the counts. */
  function after(day: number): number {
    if (!(day >= stretch.first && day < stretch.first + stretch.length)) cover(day)
    return day - stretch.first + 1
  }

  return {
    upTo(day) {
      // The place first: looking for it may replace the stretch.
      const place = after(day)
      return before + (stretch.worked[place] ?? 0)
    },
    withRank(rank) {
      for (;;) {
        const day = stretch.workdays[rank - before - 1]
        if (day !== undefined) return day
        if (!Number.isSafeInteger(rank)) throw new RangeError(`no such working day: ${rank}`)
        // So many ranks lie at least so many days away.
        const beyond = rank - before - stretch.workdays.length
        cover(beyond > 0 ? stretch.first + stretch.length - 1 + beyond : stretch.first + rank - before - 1)
      }
    },
    unsettled(afterDay, last) {
      if (afterDay >= last) return false
      after(afterDay)
      after(last)
      return (stretch.unsettled[after(last)] ?? 0) > (stretch.unsettled[after(afterDay)] ?? 0)
    },
  }
}

// The table belongs to the calendar object and goes with it.
const tables = new WeakMap<WorkCalendar, WorkTable>()

/** The table of a calendar, made on first use and kept as long as the calendar is. */
export function workTable(work: WorkCalendar): WorkTable {
  const known = tables.get(work)
  if (known !== undefined) return known
  const made = buildTable(work)
  tables.set(work, made)
  return made
}

import {
  figure,
  type FigureOf,
  foundDemoDistrict,
  LANTAI,
  type Office,
  sessionOf,
  type SimulatedYear,
  simulateYear,
  type YearOptions,
} from '@jiannuo/app'
import { localDate } from '@jiannuo/kernel'
import { refuseWork } from '../command/run-command.ts'
import { exitCode, writeOut } from '../output.ts'
import { startWork } from '../terminal/work.ts'
import { yearLabels } from './year-labels.zh.ts'

/** Somebody of the invented district who sees everything. */
export const LEADER = `${LANTAI.id}-leader-1`
/** From this size on the district has the streets and communities of a real one. */
const FULL = 0.1
/** The figures that the paragraph of a report is written from. */
const PARAGRAPH = [
  'hotline.received',
  'hotline.onTimeRate',
  'hotline.responseRate',
  'hotline.solveRate',
  'hotline.satisfactionRate',
] as const

/** A year of the whole invented district, with its summary. */
export async function simulateWhole(
  office: Office,
  options: Omit<YearOptions, 'progress'>,
  json: boolean,
): Promise<number> {
  const founded = await foundDemoDistrict(office, options.from, options.scale >= FULL ? 'full' : 'small')
  if (!founded.ok) return refuseWork(founded.problems)
  const work = startWork(process.stderr)
  const began = performance.now()
  const done = await simulateYear(office, { ...options, progress: work.progress })
  work.end()
  if (!done.ok) return refuseWork(done.problems)
  const seconds = (performance.now() - began) / 1000
  const megabytes = process.resourceUsage().maxRSS / 1024
  const figures = await paragraphOf(office, done.value)
  if (json) writeOut(`${JSON.stringify({ ...done.value, seconds, megabytes, figures }, null, 2)}\n`)
  else {
    writeOut(yearLabels.head(done.value, seconds, megabytes))
    writeOut(yearLabels.machines(office, done.value))
    writeOut(yearLabels.figures(figures))
    writeOut(yearLabels.refused(done.value))
    if (options.fast === true) writeOut(yearLabels.fastNote)
  }
  return exitCode.read
}

async function paragraphOf(office: Office, { district, from, until }: SimulatedYear): Promise<readonly FigureOf[]> {
  const session = await sessionOf(office, district, LEADER)
  if (!session.ok) return []
  const month = (at: typeof from): string => localDate(at, office.calendar.utcOffset).slice(0, 7)
  const found = await Promise.all(
    PARAGRAPH.map((measure) => figure(office, session.value, `${measure}@${month(from)}..${month(until)}`)),
  )
  return found.flatMap((one) => (one.ok ? [one.value] : []))
}

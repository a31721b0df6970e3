import { type Alarm, alarmInput, alarmsOf, type Watch, type WatchPoint } from '@jiannuo/engine'
import { machineScope } from '@jiannuo/store'
import { explainRefusal } from '../command/explain.ts'
import { performAt } from '../command/perform.ts'
import { lastWholeMonth, monthsUpTo } from '../figures/months.ts'
import type { DistrictView } from '../office/district-view.ts'
import type { Office } from '../office/office.ts'
import type { Session } from '../organisation/session.ts'
import { phrase } from '../wording.zh.ts'
import { areasOfKind, figuresByArea } from './figures-by-area.ts'
import { scoresOf } from './score-index.ts'

/** What came of an alarm. */
export interface Warned {
  readonly watch: string
  readonly area: string
  readonly period: string
  /** The case that was opened; absent when none was. */
  readonly record?: string
  /** `open`: one of this watch about this area is still open. Otherwise why none could be opened, in words. */
  readonly why?: string
}

/** Months in a row that a watch may ask for. */
const MOST_MONTHS = 12

type Points = (area: string, period: string) => WatchPoint | undefined

async function pointsOf(
  office: Office,
  district: string,
  view: DistrictView,
  watch: Watch,
  periods: readonly string[],
): Promise<Points> {
  const { on } = watch
  if ('measure' in on) {
    const areas = areasOfKind(view, watch.areas)
    const figure = await figuresByArea(office, district, view, { wanted: [on], areas, periods })
    return (area, period) => {
      const found = figure(on.measure, on.category, area, period)
      return found === undefined ? undefined : { value: found.value, base: found.base }
    }
  }
  const index = office.catalogue.indexes.find(({ id }) => id === on.index)
  const last = periods.at(-1)
  if (index === undefined || last === undefined) return () => undefined
  const months = await scoresOf(office, district, view, index, last, periods.length)
  return (area, period) => {
    const score = months.find((month) => month.period === period)?.scores.find((one) => one.area === area)
    if (score === undefined) return undefined
    return { value: score.score, runs: score.runs.filter(({ reached }) => reached).map(({ run }) => run) }
  }
}

function wordsOf(view: DistrictView, watch: Watch, { area, period, value, line, months }: Alarm): string {
  const params = {
    area: view.tree.name(area),
    period,
    value: round(value),
    line: line === undefined ? '' : round(line),
    months,
  }
  return phrase(line === undefined ? 'watch/run' : `watch/${watch.line.is}`, { ...params, title: watch.title })
}

const round = (value: number): string => String(Math.round(value * 100) / 100)

/** The program at work by a role of the district: what it opens, a person of that role could open. */
const programSession = (office: Office, district: string, role: string): Session => ({
  district,
  person: 'system',
  name: phrase('system'),
  posts: [],
  actor: { person: 'system', posts: [{ role, unit: district }] },
  scope: machineScope(district),
  at: office.now(),
})

/** Areas about which a case of the watch is open. */
async function areasOpen(office: Office, district: string, { id, opens }: Watch): Promise<ReadonlySet<string>> {
  const facets = [[`${opens.mark}=${id}`]]
  const filter = { machine: opens.machine, facets, open: true, order: 'newest', limit: 500 } as const
  const rows = await office.store.list(machineScope(district), filter)
  return new Set(rows.flatMap(({ area }) => area ?? []))
}

async function runWatch(office: Office, district: string, watch: Watch, last: string): Promise<readonly Warned[]> {
  const view = await office.districts.view(district)
  const settings = view.settingsAt(watch.settings, office.now())
  const periods = monthsUpTo(last, MOST_MONTHS + 1)
  const point = await pointsOf(office, district, view, watch, periods)
  const alarms = alarmsOf(watch, { areas: areasOfKind(view, watch.areas), periods, point, settings })
  if (alarms.length === 0) return []
  const open = await areasOpen(office, district, watch)
  const session = programSession(office, district, watch.opens.as)
  const warned: Warned[] = []
  for (const alarm of alarms) {
    const { area, period } = alarm
    const about = { watch: watch.id, area, period }
    if (open.has(area)) {
      warned.push({ ...about, why: 'open' })
      continue
    }
    const { machine, action } = watch.opens
    const input = alarmInput(watch, alarm, settings, wordsOf(view, watch, alarm))
    // The same month of the same area opens one case, whoever runs the watches and however often.
    const key = `watch:${watch.id}:${watch.version}:${period}:${area}`
    const done = await performAt(office, session, { machine, action, input, key }, office.now())
    if (done.ok) warned.push({ ...about, record: done.value.record })
    else warned.push({ ...about, why: explainRefusal(office, machine, done.refusal) })
  }
  return warned
}

/**
 * Holds every watch of the catalogue against the last whole month and opens a case where a line was crossed; where one is open already, or was opened for
 * that month, none is opened again.
 *
 * @param period `YYYY-MM`; the last whole month unless said
 */
export async function runWatches(office: Office, district: string, period?: string): Promise<readonly Warned[]> {
  const last = period ?? lastWholeMonth(office.now(), office.calendar.utcOffset)
  const warned: Warned[] = []
  for (const watch of office.catalogue.watches) warned.push(...(await runWatch(office, district, watch, last)))
  return warned
}

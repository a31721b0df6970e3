import { type AreaScore, type Index, indexBands, scoreIndex } from '@jiannuo/engine'
import type { Result } from '@jiannuo/kernel'
import { lastWholeMonth, monthPlus, monthsUpTo } from '../figures/months.ts'
import type { DistrictView } from '../office/district-view.ts'
import type { Office } from '../office/office.ts'
import { refuse } from '../office/problem.ts'
import type { Session } from '../organisation/session.ts'
import { readsMachine } from '../reading/seen.ts'
import { areasOfKind, figuresByArea, type Wanted } from './figures-by-area.ts'

/** An index as it stands for a month. */
export interface IndexScores {
  readonly index: Index
  readonly period: string
  /** The month is not over: its figures still move. */
  readonly running: boolean
  readonly scores: readonly AreaScore[]
  /** Scores of the months before, oldest first, by area. */
  readonly course: readonly { readonly period: string; readonly scores: Readonly<Record<string, number | undefined>> }[]
  readonly names: Readonly<Record<string, string>>
  readonly bands: ReturnType<typeof indexBands>
}

/** Months shown beside the one asked for. */
const COURSE = 6
/** Months that may be looked back upon, whatever a setting says. */
const MOST_MONTHS = 24

const wantedOf = (index: Index): readonly Wanted[] => [
  ...index.parts.flatMap(({ measure, category, per }): readonly Wanted[] => [
    { measure, category },
    ...(per === undefined ? [] : [{ measure: per.measure, population: true }]),
  ]),
  ...index.deductions.map(({ measure, category }) => ({ measure, category })),
]

/** Months that an index looks back upon for one score: its own history, what it carries over, and its runs. */
function lookBack(index: Index, numberOf: (setting: string) => unknown): number {
  const read = (expr: Index['runs'][number]['periods']): number => {
    const value = 'const' in expr ? expr.const : 'setting' in expr ? numberOf(expr.setting) : undefined
    return typeof value === 'number' ? Math.trunc(value) : 1
  }
  const own = index.parts.flatMap(({ standard }) => (standard.by === 'own' ? [read(standard.periods)] : []))
  const runs = index.runs.map(({ periods }) => read(periods))
  return Math.min(MOST_MONTHS, Math.max(1, ...own) + Math.max(1, ...runs))
}

/** Scores of an index for months up to one, worked out by the program from sums. */
export async function scoresOf(
  office: Office,
  district: string,
  view: DistrictView,
  index: Index,
  last: string,
  months: number,
): Promise<readonly { readonly period: string; readonly scores: readonly AreaScore[] }[]> {
  const settings = view.settingsAt(index.settings, office.now())
  const back = lookBack(index, (id) => settings[id] ?? index.defaults[id])
  const periods = monthsUpTo(last, back + months)
  const areas = areasOfKind(view, index.areas)
  const figure = await figuresByArea(office, district, view, { wanted: wantedOf(index), areas, periods })
  return periods.slice(-months).map((period, at) => {
    const upTo = periods.slice(0, back + at + 1)
    return { period, scores: scoreIndex(index, { areas, periods: upTo, figure, settings }) }
  })
}

/**
 * An index by area for a month, with every part, what moved it, and the months before. Whoever reads the machine that keeps its settings sees the scores of
 * all areas: they are published to all who are compared.
 *
 * @param period `YYYY-MM`; the last whole month unless said
 * @returns the scores, or `app/no-index`, `app/not-a-reader`, `app/no-such-month`
 */
export async function indexScores(
  office: Office,
  session: Session,
  id: string,
  period?: string,
): Promise<Result<IndexScores>> {
  const index = office.catalogue.indexes.find((one) => one.id === id)
  const kit = index === undefined ? undefined : office.machines.kit(index.settings)
  if (index === undefined || kit === undefined) return refuse('app/no-index', { index: id })
  if (!readsMachine(kit, session)) return refuse('app/not-a-reader', { machine: index.title })
  const whole = lastWholeMonth(office.now(), office.calendar.utcOffset)
  const asked = period ?? whole
  if (!hasBegun(asked, whole)) return refuse('app/no-such-month', { month: asked })
  const view = await office.districts.view(session.district)
  const all = await scoresOf(office, session.district, view, index, asked, COURSE)
  const names = areasOfKind(view, index.areas).map((area) => [area, view.tree.name(area)] as const)
  return {
    ok: true,
    value: {
      index,
      period: asked,
      running: asked > whole,
      scores: all.at(-1)?.scores ?? [],
      course: all.map(({ period: month, scores }) => ({
        period: month,
        scores: Object.fromEntries(scores.map(({ area, score }) => [area, score])),
      })),
      names: Object.fromEntries(names),
      bands: indexBands(index, view.settingsAt(index.settings, office.now())),
    },
  }
}

/** A month that has begun: the running one at most. */
const hasBegun = (month: string, whole: string): boolean =>
  /^\d{4}-(?:0[1-9]|1[0-2])$/.test(month) && month <= monthPlus(whole, 1)

/** Indexes whose scores the session may see. */
export const indexesFor = (office: Office, session: Session): readonly Index[] =>
  office.catalogue.indexes.filter(({ settings }) => {
    const kit = office.machines.kit(settings)
    return kit !== undefined && readsMachine(kit, session)
  })

import { withoutNoise } from '@jiannuo/kernel'
import type { Index } from '../define/define-index.ts'
import type { Figure } from '../measure/figure.ts'
import type { IndexPart, MissingRule } from '../model/score.ts'
import type { Settings } from '../model/run.ts'
import { type NumberOf, numbersBy } from './numbers.ts'
import { standardised } from './standard.ts'

/** What an index is worked out of: figures of its measures by area and month. */
export interface IndexInput {
  readonly areas: readonly string[]
  /** Months, oldest first; scores are given for the last, the others serve comparison, carrying over and runs. */
  readonly periods: readonly string[]
  /** A figure; absent where there is none. `measure` is `machine.measure`. */
  readonly figure: (measure: string, category: string | undefined, area: string, period: string) => Figure | undefined
  readonly settings: Settings
}

/** How one part stands in a score. */
export interface PartScore {
  readonly part: string
  /** In the unit of the measure, divided by its population where it has one. */
  readonly value: number | undefined
  readonly base: number | undefined
  /** 0 to 100; absent where the part is left out. */
  readonly standard: number | undefined
  /** Share of the whole, those that are left out counted away. */
  readonly weight: number
  readonly points: number
  /** Why the value is not said, and what was done instead. */
  readonly missing?: { readonly why: 'none' | 'small'; readonly rule: MissingRule }
  /** The score without this part (leave one out). */
  readonly without: number | undefined
  /** Points more or fewer than in the month before. */
  readonly change: number | undefined
}

/** What is taken off. */
export interface DeductionScore {
  readonly deduction: string
  readonly value: number
  readonly points: number
}

/** The score of an area in a month. */
export interface AreaScore {
  readonly area: string
  readonly score: number | undefined
  readonly band: string | undefined
  /** 1 is best; equal scores share a rank. */
  readonly rank: number | undefined
  readonly change: number | undefined
  readonly rankChange: number | undefined
  readonly parts: readonly PartScore[]
  readonly deductions: readonly DeductionScore[]
  /** Months in a row in the bands of each run, up to this one. */
  readonly runs: readonly { readonly run: string; readonly months: number; readonly reached: boolean }[]
}

/** Bands of an index with the scores that they begin at, by the settings in force. */
export function indexBands(
  index: Index,
  settings: Settings,
): readonly { readonly id: string; readonly title: string; readonly from: number }[] {
  const number = numbersBy(index.defaults, settings)
  return index.bands.map(({ id, title, from }) => ({ id, title, from: number(from) ?? 0 }))
}

/** The value of a part in an area and month, or why it is not said. */
interface Said {
  readonly value: number | undefined
  readonly base: number | undefined
  readonly missing?: 'none' | 'small'
}

interface Standing {
  readonly said: Said
  readonly standard: number | undefined
}

interface Board {
  readonly index: Index
  readonly input: IndexInput
  readonly number: NumberOf
  /** Standings by month, area and part. */
  readonly months: readonly ReadonlyMap<string, ReadonlyMap<string, Standing>>[]
}

function saidOf(part: IndexPart, area: string, period: string, input: IndexInput, number: NumberOf): Said {
  const figure = input.figure(part.measure, part.category, area, period)
  const value = figure?.value
  if (figure === undefined || value === undefined) return { value: undefined, base: figure?.base, missing: 'none' }
  const { base } = figure
  const least = number(part.least)
  if (least !== undefined && (base ?? value) < least) return { value, base, missing: 'small' }
  if (part.per === undefined) return { value, base }
  const people = input.figure(part.per.measure, undefined, area, period)?.value
  if (people === undefined || people === 0) return { value: undefined, base: people, missing: 'none' }
  return { value: withoutNoise((value / people) * part.per.times), base: people }
}

/** The value where it may be said. */
const sayable = (said: Said | undefined): number | undefined => (said?.missing === undefined ? said?.value : undefined)

/** Works an index out for the last month of the input. Pure: the same figures give the same scores. */
export function scoreIndex(index: Index, input: IndexInput): readonly AreaScore[] {
  const number = numbersBy(index.defaults, input.settings)
  const said = input.periods.map(
    (period) =>
      new Map(
        input.areas.map((area) => [
          area,
          new Map(index.parts.map((part) => [part.id, saidOf(part, area, period, input, number)])),
        ]),
      ),
  )
  const months: ReadonlyMap<string, ReadonlyMap<string, Standing>>[] = []
  for (const month of said.keys()) {
    const standings = new Map<string, ReadonlyMap<string, Standing>>()
    for (const area of input.areas)
      standings.set(area, new Map(index.parts.map((part) => [part.id, standingOf(part, area, month)])))
    months.push(standings)
  }
  const board: Board = { index, input, number, months }
  const scores = input.periods.map((_, month) => totals(board, month))
  return areaScores(board, scores)

  function standingOf(part: IndexPart, area: string, month: number): Standing {
    const own = said[month]?.get(area)?.get(part.id) ?? { value: undefined, base: undefined, missing: 'none' as const }
    if (own.missing !== undefined) return { said: own, standard: instead(part, area, month) }
    const standard = standardised(part, own.value ?? 0, {
      number,
      peers: input.areas.flatMap((other) => sayable(said[month]?.get(other)?.get(part.id)) ?? []),
      before: said.slice(0, month).map((areas) => sayable(areas.get(area)?.get(part.id))),
    })
    return { said: own, standard }
  }

  function instead(part: IndexPart, area: string, month: number): number | undefined {
    if (part.missing === 'zero') return 0
    if (part.missing === 'neutral') return part.standard.by === 'own' ? number(part.standard.even) : NEUTRAL
    return part.missing === 'carry' ? months[month - 1]?.get(area)?.get(part.id)?.standard : undefined
  }
}

/** Points of what is neither good nor bad. */
const NEUTRAL = 60

interface Total {
  readonly score: number | undefined
  readonly weights: ReadonlyMap<string, number>
  readonly deductions: readonly DeductionScore[]
}

/** Shares of the whole of the parts that count: those left out leave theirs to the rest of their group, an empty group to the other groups. */
function weightsOf({ index, number }: Board, counts: (part: string) => boolean): ReadonlyMap<string, number> {
  const groups = Object.entries(index.groups).map(([id, group]) => {
    const parts = index.parts.filter((part) => part.group === id && counts(part.id))
    const shares = parts.map((part) => Math.max(0, number(part.weight) ?? 0))
    const sum = shares.reduce((total, share) => total + share, 0)
    return { parts, shares, sum, weight: sum > 0 ? Math.max(0, number(group.weight) ?? 0) : 0 }
  })
  const whole = groups.reduce((total, { weight }) => total + weight, 0)
  return new Map(
    groups.flatMap(({ parts, shares, sum, weight }) =>
      parts.map((part, at) => [part.id, whole === 0 || sum === 0 ? 0 : (weight / whole) * ((shares[at] ?? 0) / sum)]),
    ),
  )
}

function deductionsOf({ index, input, number }: Board, area: string, month: number): readonly DeductionScore[] {
  return index.deductions.map(({ id, measure, category, each, most }) => {
    const value = input.figure(measure, category, area, input.periods[month] ?? '')?.value ?? 0
    return { deduction: id, value, points: Math.min(number(most) ?? 0, Math.max(0, value * (number(each) ?? 0))) }
  })
}

function totalOf(board: Board, area: string, month: number, without?: string): Total {
  const standings = board.months[month]?.get(area)
  const standard = (part: string) => (part === without ? undefined : standings?.get(part)?.standard)
  const weights = weightsOf(board, (part) => standard(part) !== undefined)
  const deductions = deductionsOf(board, area, month)
  const shares = [...weights]
  if (shares.every(([, weight]) => weight === 0)) return { score: undefined, weights, deductions }
  const sum = shares.reduce((total, [part, weight]) => total + weight * (standard(part) ?? 0), 0)
  const off = deductions.reduce((total, { points }) => total + points, 0)
  return { score: withoutNoise(Math.max(0, Math.min(100, sum - off))), weights, deductions }
}

const totals = (board: Board, month: number): ReadonlyMap<string, Total> =>
  new Map(board.input.areas.map((area) => [area, totalOf(board, area, month)]))

/** Ranks by score, to the decimals that are shown: what looks alike ranks alike. */
function ranksOf(scores: ReadonlyMap<string, Total>, decimals: number): ReadonlyMap<string, number> {
  const shown = [...scores].flatMap(([area, { score }]) =>
    score === undefined ? [] : [[area, Number(score.toFixed(decimals))] as const],
  )
  return new Map(shown.map(([area, score]) => [area, 1 + shown.filter(([, other]) => other > score).length]))
}

function bandOf({ index, number }: Board, score: number | undefined): string | undefined {
  if (score === undefined) return undefined
  const shown = Number(score.toFixed(index.decimals))
  return index.bands.find(({ from }) => shown >= (number(from) ?? 0))?.id
}

const difference = (now: number | undefined, before: number | undefined): number | undefined =>
  now === undefined || before === undefined ? undefined : withoutNoise(now - before)

function areaScores(board: Board, scores: readonly ReadonlyMap<string, Total>[]): readonly AreaScore[] {
  const { index, input } = board
  const last = scores.length - 1
  const [ranks, ranksBefore] = [last, last - 1].map((month) => ranksOf(scores[month] ?? new Map(), index.decimals))
  return input.areas.map((area) => {
    const total = scores[last]?.get(area)
    const before = scores[last - 1]?.get(area)
    return {
      area,
      score: total?.score,
      band: bandOf(board, total?.score),
      rank: ranks?.get(area),
      change: difference(total?.score, before?.score),
      rankChange: difference(ranks?.get(area), ranksBefore?.get(area)),
      parts: index.parts.map((part) => partScore(board, part, area, [total, before])),
      deductions: total?.deductions ?? [],
      runs: runsOf(board, area, scores),
    }
  })
}

function partScore(
  board: Board,
  part: IndexPart,
  area: string,
  [total, before]: readonly [Total | undefined, Total | undefined],
): PartScore {
  const last = board.months.length - 1
  const standing = board.months[last]?.get(area)?.get(part.id)
  const pointsIn = (month: number, of: Total | undefined): number =>
    (of?.weights.get(part.id) ?? 0) * (board.months[month]?.get(area)?.get(part.id)?.standard ?? 0)
  const points = pointsIn(last, total)
  return {
    part: part.id,
    value: standing?.said.value,
    base: standing?.said.base,
    standard: standing?.standard === undefined ? undefined : withoutNoise(standing.standard),
    weight: withoutNoise(total?.weights.get(part.id) ?? 0),
    points: withoutNoise(points),
    ...(standing?.said.missing === undefined ? {} : { missing: { why: standing.said.missing, rule: part.missing } }),
    without: totalOf(board, area, last, part.id).score,
    change: before?.score === undefined ? undefined : withoutNoise(points - pointsIn(last - 1, before)),
  }
}

function runsOf(board: Board, area: string, scores: readonly ReadonlyMap<string, Total>[]): AreaScore['runs'] {
  const bands = scores.map((month) => bandOf(board, month.get(area)?.score))
  return board.index.runs.map(({ id, bands: counted, periods }) => {
    const end = bands.findLastIndex((band) => band === undefined || !counted.includes(band))
    const months = bands.length - 1 - end
    return { run: id, months, reached: months >= (board.number(periods) ?? Number.POSITIVE_INFINITY) }
  })
}

import { formatFigureAddress, type IndexScores } from '@jiannuo/app'
import type { IndexBoard, IndexPartScore } from '@jiannuo/contract'
import { given } from './given.ts'
import { viewWords } from './words.zh.ts'

type Part = IndexScores['index']['parts'][number]
type Area = IndexScores['scores'][number]

const tidy = (value: number | undefined, decimals = 2): number | undefined =>
  value === undefined ? undefined : Number(value.toFixed(decimals))

function addressOf({ measure, category }: Part, area: string, period: string): string {
  const dot = measure.lastIndexOf('.')
  return formatFigureAddress({
    machine: measure.slice(0, dot),
    measure: measure.slice(dot + 1),
    from: period,
    to: period,
    unit: area,
    ...given({ category }),
  })
}

function partScore(found: IndexScores, area: Area, score: Area['parts'][number]): IndexPartScore[] {
  const part = found.index.parts.find(({ id }) => id === score.part)
  if (part === undefined) return []
  const { value, missing } = score
  const why = missing === undefined ? undefined : viewWords.missing[missing.why]
  return [
    {
      part: part.id,
      valueText: value === undefined ? viewWords.noValue : String(tidy(value)),
      weight: tidy(score.weight * 100) ?? 0,
      points: tidy(score.points) ?? 0,
      address: addressOf(part, area.area, found.period),
      ...given({
        value: tidy(value),
        standard: tidy(score.standard),
        without: tidy(score.without),
        change: tidy(score.change),
        missing:
          why === undefined || missing === undefined ? undefined : `${why}，${viewWords.missingRules[missing.rule]}`,
      }),
    },
  ]
}

function areaScore(found: IndexScores, area: Area): IndexBoard['areas'][number] {
  const { index, names, course } = found
  const { decimals, bands, runs, deductions } = index
  return {
    area: area.area,
    name: names[area.area] ?? area.area,
    parts: area.parts.flatMap((score) => partScore(found, area, score)),
    deductions: area.deductions.map(({ deduction, value, points }) => ({
      title: deductions.find(({ id }) => id === deduction)?.title ?? deduction,
      value,
      points: tidy(points) ?? 0,
    })),
    runs: area.runs.map(({ run, months, reached }) => ({
      title: runs.find(({ id }) => id === run)?.title ?? run,
      months,
      reached,
    })),
    course: course.map(({ period, scores }) => ({
      period,
      ...given({ score: tidy(scores[area.area], decimals) }),
    })),
    ...given({
      score: tidy(area.score, decimals),
      band: area.band,
      bandTitle: bands.find(({ id }) => id === area.band)?.title,
      rank: area.rank,
      change: tidy(area.change, decimals),
      rankChange: area.rankChange,
    }),
  }
}

/** An index for its page. */
export function indexBoard(found: IndexScores): IndexBoard {
  const { index, period, running, scores } = found
  const { id, title, purpose, version, versionNote, basis, decimals, parts, groups } = index
  return {
    id,
    title,
    purpose,
    version,
    versionNote,
    basis: [...basis],
    period,
    running,
    decimals,
    bands: found.bands.map((band) => ({ ...band })),
    parts: parts.map((part) => ({
      id: part.id,
      title: part.title,
      group: groups[part.group]?.title ?? part.group,
      says: part.says,
      source: part.source,
      how: viewWords.standards[part.standard.by],
      direction: part.direction,
    })),
    areas: scores.map((area) => areaScore(found, area)),
  }
}

import type { Problem, Result } from '@jiannuo/kernel'
import {
  compareDistricts,
  compareYears,
  type CompareOptions,
  type Dictionary,
  type DistrictComparison,
  type Figure,
  figuresOf,
  standardDictionary,
  type YearComparison,
} from '@jiannuo/plan'
import type { Reading } from '@jiannuo/reader'
import { refuse } from '../office/problem.ts'
import { type DocumentFile, readDocumentFile } from './read-file.ts'

/** A document as far as a comparison shows it. */
export interface Compared {
  readonly title: string
  readonly place?: string
  readonly year?: number
}

/** What comes of comparing documents. */
export type FilesCompared =
  /** The same place: results of one year against the targets of the next. */
  | { readonly kind: 'years'; readonly results: Compared; readonly targets: Compared; readonly years: YearComparison }
  /** Two places. */
  | {
      readonly kind: 'districts'
      readonly a: Compared
      readonly b: Compared
      readonly year: number
      readonly districts: DistrictComparison
    }

interface ReadFile {
  readonly reading: Reading
  readonly about: Compared
  readonly figures: readonly Figure[]
  readonly problems: readonly Problem[]
}

async function readFigures(file: DocumentFile, dictionary: Dictionary): Promise<Result<ReadFile>> {
  const read = await readDocumentFile(file)
  if (!read.ok) return read
  const { reading, problems } = read.value
  const { title, place, year } = reading.meta
  const about = { title, ...(place === undefined ? {} : { place }), ...(year === undefined ? {} : { year }) }
  return { ok: true, value: { reading, about, figures: figuresOf(reading, dictionary), problems } }
}

const reached = (figures: readonly Figure[], year: number | undefined): readonly Figure[] =>
  figures.filter((figure) => figure.modality !== 'target' && figure.year === year)
const aimed = (figures: readonly Figure[], year: number | undefined): readonly Figure[] =>
  figures.filter((figure) => figure.modality === 'target' && figure.year === year)

/** Last year's results against this year's targets of one report, which has both. @returns problems of the file, or `app/compare-halves` */
export async function compareWithin(
  file: DocumentFile,
  dictionary: Dictionary = standardDictionary(),
  options: CompareOptions = {},
): Promise<Result<FilesCompared>> {
  const read = await readFigures(file, dictionary)
  if (!read.ok) return read
  const { reading, about, figures } = read.value
  const results = reached(figures, reading.meta.reviewYear)
  const targets = aimed(figures, reading.meta.year)
  if (results.length === 0 || targets.length === 0) return refuse('app/compare-halves', { title: about.title })
  return {
    ok: true,
    value: {
      kind: 'years',
      results: about,
      targets: about,
      years: compareYears(results, targets, dictionary, options),
    },
  }
}

/** Years for which a document has figures, the one with most first. */
function yearsOf(figures: readonly Figure[]): readonly number[] {
  const counts = new Map<number, number>()
  for (const { year } of figures) if (year !== undefined) counts.set(year, (counts.get(year) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1]).map(([year]) => year)
}

/**
 * Two documents. Of one place, the results of the earlier one stand against the targets of the later one. Of two places, the figures of a
 * year that both speak of stand side by side: the year given, or the one that both have most of.
 *
 * @returns the comparison, problems of the files, or `app/compare-year` when there is no common year
 */
export async function compareTwo(
  fileA: DocumentFile,
  fileB: DocumentFile,
  options: CompareOptions & { readonly year?: number; readonly dictionary?: Dictionary } = {},
): Promise<Result<FilesCompared>> {
  const dictionary = options.dictionary ?? standardDictionary()
  const a = await readFigures(fileA, dictionary)
  if (!a.ok) return a
  const b = await readFigures(fileB, dictionary)
  if (!b.ok) return b
  const samePlace = a.value.about.place !== undefined && a.value.about.place === b.value.about.place
  return samePlace && options.year === undefined
    ? compareInTime(a.value, b.value, dictionary, options)
    : comparePlaces(a.value, b.value, dictionary, options)
}

function compareInTime(
  a: ReadFile,
  b: ReadFile,
  dictionary: Dictionary,
  options: CompareOptions,
): Result<FilesCompared> {
  const [earlier, later] = (a.about.year ?? 0) <= (b.about.year ?? 0) ? [a, b] : [b, a]
  const results = earlier.figures.filter(({ modality }) => modality !== 'target')
  const targets = aimed(later.figures, later.reading.meta.year)
  if (results.length === 0 || targets.length === 0) return refuse('app/compare-halves', { title: later.about.title })
  const years = compareYears(results, targets, dictionary, options)
  return { ok: true, value: { kind: 'years', results: earlier.about, targets: later.about, years } }
}

function comparePlaces(
  a: ReadFile,
  b: ReadFile,
  dictionary: Dictionary,
  { year, ...options }: CompareOptions & { readonly year?: number },
): Result<FilesCompared> {
  const yearsB = new Set(yearsOf(b.figures))
  const common = year ?? yearsOf(a.figures).find((one) => yearsB.has(one))
  if (common === undefined) return refuse('app/compare-year', { a: a.about.title, b: b.about.title })
  const ofYear = (figures: readonly Figure[]): readonly Figure[] => figures.filter((one) => one.year === common)
  const districts = compareDistricts(ofYear(a.figures), ofYear(b.figures), dictionary, options)
  return { ok: true, value: { kind: 'districts', a: a.about, b: b.about, year: common, districts } }
}

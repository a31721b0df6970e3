import {
  type ComparedRow,
  comparedRows,
  compareTwo,
  compareWithin,
  figureWords,
  matchFiles,
  type Office,
  type OriginalFile,
  originalFile,
  promiseReasons,
  type Session,
} from '@jiannuo/app'
import type { FigurePair } from '@jiannuo/contract'
import type { Handlers } from '../http/handler.ts'
import { given } from '../views/given.ts'
import { viewWords } from '../views/words.zh.ts'

type CompareNames = 'promises' | 'figures'
type Side = NonNullable<ComparedRow['a']>

const side = (figure: Side): NonNullable<FigurePair['a']> => ({
  quote: figure.quote ?? '',
  value: figureWords(figure),
  ...given({ number: typeof figure.value === 'number' ? figure.value : undefined }),
})

const pair = (
  { indicator, a, b, difference, verdict, reasons }: ComparedRow,
  kind: 'years' | 'districts',
): FigurePair => ({
  indicator,
  verdict,
  verdictTitle: viewWords.verdicts[kind][verdict],
  reasons: [...reasons],
  ...given({ a: a === undefined ? undefined : side(a), b: b === undefined ? undefined : side(b), difference }),
})

const fileOf = ({ bytes, name }: OriginalFile) => ({ bytes, name })

async function two(office: Office, session: Session, first: string, second: string) {
  const a = await originalFile(office, session, first)
  if (!a.ok) return a
  const b = await originalFile(office, session, second)
  if (!b.ok) return b
  return { ok: true as const, value: { a: fileOf(a.value), b: fileOf(b.value) } }
}

/** Promise against result, figure against figure. */
export const compareHandlers: Pick<Handlers, CompareNames> = {
  promises: async ({ office, session }, { query }) => {
    const files = await two(office, session, query.plan, query.report)
    if (!files.ok) return files
    const told = await matchFiles(files.value.a, files.value.b)
    if (!told.ok) return told
    const { plan, report, year, promises, counts } = told.value
    return {
      ok: true,
      value: {
        plan: { id: query.plan, name: plan },
        report: { id: query.report, name: report },
        year,
        counts: Object.fromEntries(Object.entries(counts).map(([outcome, count]) => [outcome, count ?? 0])),
        rows: promises.map((one) => ({
          item: one.item,
          title: one.title,
          sentence: one.sentence,
          outcome: one.outcome,
          outcomeTitle: viewWords.outcomes[one.outcome],
          sure: one.sure,
          confidence: one.match.confidence,
          evidence: [...one.evidence],
          reasons: [...promiseReasons(one)],
        })),
      },
    }
  },
  figures: async ({ office, session }, { query }) => {
    const first = await originalFile(office, session, query.a)
    if (!first.ok) return first
    const second = query.b === undefined ? undefined : await originalFile(office, session, query.b)
    if (second !== undefined && !second.ok) return second
    const done =
      second === undefined
        ? await compareWithin(fileOf(first.value))
        : await compareTwo(fileOf(first.value), fileOf(second.value))
    if (!done.ok) return done
    const { kind } = done.value
    const [a, b] = done.value.kind === 'years' ? [done.value.results, done.value.targets] : [done.value.a, done.value.b]
    return { ok: true, value: { kind, a, b, rows: comparedRows(done.value).map((row) => pair(row, kind)) } }
  },
}

import {
  circularOf,
  commitmentView,
  type DistrictView,
  exportSplitTable,
  importSplitTable,
  ledgerPage,
  type LedgerQuery,
  type Office,
  openDocumentsWaiting,
  readSheet,
  splitCommitment,
  type YearOverview,
  yearOverview,
} from '@jiannuo/app'
import type { Answer } from '@jiannuo/contract'
import { file, type Handlers, type Input } from '../http/handler.ts'
import { commitmentRow, lightChange } from '../views/commitment.ts'
import { commitmentDetail } from '../views/commitment-detail.ts'
import { given } from '../views/given.ts'
import { problemBody } from '../views/problem.ts'
import { bulk } from './bulk.ts'
import { DOCX, XLSX } from './media.ts'
import { viewWords } from '../views/words.zh.ts'

type LedgerNames =
  | 'overview'
  | 'commitments'
  | 'commitment'
  | 'splitCommitment'
  | 'bulk'
  | 'exportSplit'
  | 'importSplit'
  | 'circular'

const words = (text: string | undefined): readonly string[] | undefined =>
  text === undefined || text === '' ? undefined : text.split(',')

/** What a query of the ledger means. */
export function ledgerQuery(query: Input<'commitments'>['query']): LedgerQuery {
  const facets = [
    ...(query.year === undefined ? [] : [[`year=${query.year}`]]),
    ...(words(query.light) === undefined ? [] : [(words(query.light) ?? []).map((light) => `light=${light}`)]),
    ...(query.chapter === undefined ? [] : [[`chapter=${query.chapter}`]]),
    ...(query.document === undefined ? [] : [[`document=${query.document}`]]),
  ]
  return {
    facets,
    ...given({
      states: words(query.state),
      leads: query.lead === undefined ? undefined : [query.lead],
      words: query.q,
      after: query.after,
      limit: query.limit,
    }),
  }
}

function overviewAnswer(
  office: Office,
  view: DistrictView,
  found: YearOverview,
  unconfirmed: number,
): Answer<'overview'> {
  const row = (state: YearOverview['worst'][number]) => commitmentRow(office, view, state)
  const { lights, units, chapters, worst, silent, due, turns, returns, ...rest } = found
  return {
    year: rest.year,
    years: [...rest.years],
    today: rest.today,
    total: rest.total,
    struckOff: rest.struckOff,
    pace: rest.pace,
    lights,
    units: units.map(({ unit, ...counts }) => ({ id: unit, ...counts })),
    chapters: chapters.map(({ value, ...counts }) => ({ id: value, name: value, ...counts })),
    worst: worst.map(row),
    silent: silent.map(row),
    due: due.map(row),
    changes: turns.map((turn) => lightChange(view, turn)),
    returns,
    unconfirmed,
  }
}

/** The ledger: overview, lists, one commitment, parts, tables, the circular. */
export const ledgerHandlers: Pick<Handlers, LedgerNames> = {
  overview: async ({ office, session }, { query }) => {
    const [found, waiting] = await Promise.all([
      yearOverview(office, session, query.year),
      openDocumentsWaiting(office, session),
    ])
    const view = await office.districts.view(session.district)
    return { ok: true, value: overviewAnswer(office, view, found, waiting) }
  },
  commitments: async ({ office, session }, { query }) => {
    const view = await office.districts.view(session.district)
    const { rows, next, lights, total } = await ledgerPage(office, session, ledgerQuery(query))
    return {
      ok: true,
      value: { rows: rows.map((state) => commitmentRow(office, view, state)), ...given({ next, lights, total }) },
    }
  },
  commitment: async ({ office, session }, { params }) => {
    const whole = await commitmentView(office, session, params.id)
    if (!whole.ok) return whole
    return { ok: true, value: commitmentDetail(office, whole.value) }
  },
  splitCommitment: async ({ office, session }, { params, body }) => {
    const parts = body.parts.map(({ unit, value }) => ({ unit, ...given({ value }) }))
    const done = await splitCommitment(office, session, params.id, parts)
    return done.ok ? { ok: true, value: { parts: [...done.value] } } : done
  },
  bulk: ({ office, session }, { body }) => bulk(office, session, body),
  exportSplit: async ({ office, session }, { query }) => {
    const selection = query.year === undefined ? {} : { facets: [[`year=${query.year}`]] }
    const made = await exportSplitTable(office, session, selection)
    return made.ok ? file(made.value.bytes, XLSX, viewWords.splitFile(query.year)) : made
  },
  importSplit: async ({ office, session, upload }, { query }) => {
    const bytes = await upload()
    if (!bytes.ok) return bytes
    const sheet = await readSheet(bytes.value, 'split.xlsx')
    if (!sheet.ok) return sheet
    const done = await importSplitTable(office, session, sheet.value, { take: query.take === 'true' })
    if (!done.ok) return done
    const { differences, problems, ...counts } = done.value
    return {
      ok: true,
      value: {
        ...counts,
        differences: differences.map((one) => ({ ...one })),
        problems: problems.map((one) => {
          const { message, place } = problemBody(one)
          return { message, ...given({ place }) }
        }),
      },
    }
  },
  circular: async ({ office, session }, { query }) => {
    const made = await circularOf(office, session, query.month)
    return made.ok ? file(made.value, DOCX, viewWords.circularFile(query.month)) : made
  },
}

import type { RecordState } from '@jiannuo/engine'
import type { Result, SourcePlace } from '@jiannuo/kernel'
import { machineScope, type StoredReading } from '@jiannuo/store'
import type { Office } from '../office/office.ts'
import { refuse } from '../office/problem.ts'
import type { Session } from '../organisation/session.ts'
import { type CaseView, caseOf } from '../reading/case-view.ts'
import { findSeen, type Seen } from '../reading/seen.ts'
import { feedOf, seriesRead } from './feed-address.ts'
import { figureBehind, tracesWhole } from './feed-trace.ts'
import { listField, numberField, rowsField, textField } from './fields.ts'
import { selectRecords } from './list.ts'
import { COMMITMENTS, RETURNS } from './machines.ts'
import { openDocument } from './stored-reading.ts'

/** Where a commitment comes from: down to the characters of its document. */
export interface CommitmentSource {
  readonly document: string
  readonly title: string
  /** SHA-256 of the original file. */
  readonly file: string
  /** Statement or task of the reading. */
  readonly item: string
  readonly path: string
  /** UTF-16 offsets in the document's text, end exclusive: `text.slice(start, end) === quote`. */
  readonly start: number
  readonly end: number
  readonly quote: string
  /** The rest of the sentence before and after the quote. */
  readonly before: string
  readonly after: string
  /** Page or table cell of the original, where it has such. */
  readonly place?: SourcePlace
}

/** A reading with whether the present value rests on it. */
export interface ReadingView extends StoredReading {
  readonly used: boolean
  /** The address of the figure that was counted, where the session may open it. */
  readonly figure?: string
}

/** A commitment whole: its words, its parts, its readings, its returns, its course. */
export interface CommitmentView {
  readonly record: RecordState
  /** The record with its definition and its district, for what else is worked out of it. */
  readonly seen: Seen
  readonly view: CaseView
  readonly source?: CommitmentSource
  readonly readings: readonly ReadingView[]
  readonly returns: readonly RecordState[]
  readonly parts: readonly RecordState[]
}

/** Everything about a commitment that the session may read. @returns it, or `app/no-record` */
export async function commitmentView(
  office: Office,
  session: Session,
  record: string,
): Promise<Result<CommitmentView>> {
  const seen = await findSeen(office, session, record)
  if (!seen.ok) return seen
  const { state } = seen.value
  if (state.machine !== COMMITMENTS) return refuse('app/no-record', { record })
  const feed = feedOf(state)
  const [view, source, readings, returns, parts, opens] = await Promise.all([
    caseOf(office, session, seen.value),
    sourceOf(office, session, state),
    // The record may be read, so its readings may: those of a former lead too.
    office.store.readings(machineScope(session.district), seriesRead(state)),
    selectRecords(office, session, RETURNS, { facets: [[`commitment=${record}`]] }),
    selectRecords(office, session, COMMITMENTS, { facets: [[`parent=${record}`]] }),
    feed === undefined ? false : tracesWhole(office, session, feed),
  ])
  const used = new Set(rowsField(state.fields, 'usedReadings').map(({ id }) => id))
  return {
    ok: true,
    value: {
      record: state,
      seen: seen.value,
      view,
      ...(source === undefined ? {} : { source }),
      readings: readings.map((one) => {
        const figure = opens ? figureBehind(state, one) : undefined
        return { ...one, used: used.has(one.id), ...(figure === undefined ? {} : { figure }) }
      }),
      returns,
      parts,
    },
  }
}

/** The sentence of a commitment; absent when it comes from no document, or from one that the session may not see. */
export async function sourceOf(
  office: Office,
  session: Session,
  { fields }: RecordState,
): Promise<CommitmentSource | undefined> {
  const id = textField(fields, 'document')
  const start = numberField(fields, 'start')
  const end = numberField(fields, 'end')
  if (id === undefined || start === undefined || end === undefined) return undefined
  const document = await openDocument(office, session, id)
  if (!document.ok) return undefined
  const { text, reading, blocks, state } = document.value
  const clause = reading.clauses.find((one) => one.start <= start && end <= one.end)
  const place = blocks.find((block) => block.start <= start && start < block.end)?.place
  return {
    document: id,
    title: textField(state.fields, 'title') ?? '',
    file: listField(state.fields, 'original')[0] ?? '',
    item: textField(fields, 'item') ?? '',
    path: clause?.path.join(' › ') ?? '',
    start,
    end,
    quote: text.slice(start, end),
    before: text.slice(clause?.start ?? start, start),
    after: text.slice(end, clause?.end ?? end),
    ...(place === undefined ? {} : { place }),
  }
}

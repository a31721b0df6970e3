import {
  type OfficialPaper,
  type PaperBlock,
  type PaperTable,
  type Table,
  writeOfficialDocx,
  writeXlsx,
} from '@jiannuo/files'
import type { Result } from '@jiannuo/kernel'
import type { BoardFigure } from '../figures/board.ts'
import type { Office } from '../office/office.ts'
import type { Session } from '../organisation/session.ts'
import type { CaseRow } from '../reading/case-list.ts'
import { phrase } from '../wording.zh.ts'
import { type Meeting, type MeetingOf, meetingOf } from './meeting.ts'

/** A sheet to be handed out. */
export interface MeetingFile {
  readonly bytes: Uint8Array
  readonly name: string
}

const DIGITS = 2
const plain = (value: number | undefined, decimals = DIGITS): string =>
  value === undefined ? '' : value.toFixed(decimals)

const figureCells = ({ definition, figure }: BoardFigure): readonly string[] => [
  definition.title,
  `${plain(figure.value, figure.decimals)}${figure.unit}`,
  figure.base === undefined ? '' : `${plain(figure.numerator, 0)}/${plain(figure.base, 0)}`,
  figure.adjusted === figure.value ? '' : `${plain(figure.adjusted, figure.decimals)}${figure.unit}`,
]

const titleOf = ({ span, from, to, title }: Meeting): string => phrase(`meeting/${span}`, { title, from, to })

const rowCells = (row: CaseRow, meeting: Meeting): readonly string[] => [
  row.title,
  row.leadName ?? '',
  row.stateTitle,
  row.clock?.due ?? '',
  meeting.isNew(row) ? phrase('meeting/new') : (row.urgingTitle ?? ''),
]

const COLUMNS = ['title', 'lead', 'state', 'due', 'note'] as const

function rowsTable(meeting: Meeting, rows: readonly CaseRow[]): PaperTable {
  const widths = { title: 5, lead: 2.4, state: 1.8, due: 2.4, note: 1.4 }
  return {
    kind: 'table',
    columns: [
      { title: phrase('meeting/number'), width: 0.9 },
      ...COLUMNS.map((id) => ({
        title: phrase(`meeting/${id}`),
        width: widths[id],
        align: id === 'title' ? ('left' as const) : ('center' as const),
      })),
    ],
    rows: rows.map((row, at) => [String(at + 1), ...rowCells(row, meeting)]),
  }
}

function part(meeting: Meeting, number: string, title: string, rows: readonly CaseRow[]): readonly PaperBlock[] {
  const heading: PaperBlock = { kind: 'heading', level: 1, text: `${number}、${title}` }
  const none: PaperBlock = { kind: 'paragraph', text: phrase('meeting/none') }
  if (rows.length === 0) return [heading, none]
  const text = phrase('meeting/count', { count: rows.length })
  return [heading, { kind: 'paragraph', text }, rowsTable(meeting, rows)]
}

/** The sheet as a paper in the layout of GB/T 9704-2012 (domain.md 4), on its side for the tables. */
export function meetingPaper(meeting: Meeting): OfficialPaper {
  const { figures, overdue, open, closed, cut, unit, asOf } = meeting
  const figureTable: PaperTable = {
    kind: 'table',
    columns: (['figure', 'value', 'counts', 'adjusted'] as const).map((id) => ({
      title: phrase(`meeting/${id}`),
      width: id === 'figure' ? 3 : 2,
      align: id === 'figure' ? ('left' as const) : ('center' as const),
    })),
    rows: figures.map(figureCells),
  }
  return {
    title: titleOf(meeting),
    landscape: true,
    blocks: [
      { kind: 'heading', level: 1, text: `一、${phrase('meeting/figures')}` },
      ...(figures.length === 0 ? [{ kind: 'paragraph', text: phrase('meeting/none') } as const] : [figureTable]),
      ...part(meeting, '二', phrase('meeting/overdue'), overdue),
      ...part(meeting, '三', phrase('meeting/open'), open),
      ...part(meeting, '四', phrase('meeting/closed'), closed),
      ...(cut ? [{ kind: 'note', text: phrase('meeting/cut') } as const] : []),
    ],
    signature: { issuer: unit, date: asOf },
  }
}

function rowTable(meeting: Meeting, name: string, rows: readonly CaseRow[]): Table {
  const titles = [
    phrase('meeting/number'),
    ...COLUMNS.map((id) => phrase(`meeting/${id}`)),
    ...meeting.columns.map(({ title }) => title),
    phrase('meeting/decision'),
  ]
  return {
    name,
    columns: titles.map((title) => ({ title, wrap: true })),
    frozen: 2,
    rows: rows.map((row, at) => [at + 1, ...rowCells(row, meeting), ...row.cells, '']),
  }
}

function tablesOf(meeting: Meeting): readonly Table[] {
  const titles = (['figure', 'value', 'counts', 'adjusted'] as const).map((id) => phrase(`meeting/${id}`))
  return [
    {
      name: phrase('meeting/figures'),
      columns: titles.map((title) => ({ title })),
      rows: meeting.figures.map(figureCells),
    },
    rowTable(meeting, phrase('meeting/overdue'), meeting.overdue),
    rowTable(meeting, phrase('meeting/open'), meeting.open),
    rowTable(meeting, phrase('meeting/closed'), meeting.closed),
  ]
}

/**
 * The sheet of a weekly round or monthly meeting of a system, to print (DOCX) or to write on (XLSX, with a column for what was decided).
 *
 * @returns the file, or what `meetingOf` refuses
 */
export async function meetingFile(
  office: Office,
  session: Session,
  of: MeetingOf,
  format: 'docx' | 'xlsx',
): Promise<Result<MeetingFile>> {
  const meeting = await meetingOf(office, session, of)
  if (!meeting.ok) return meeting
  const bytes =
    format === 'docx' ? await writeOfficialDocx(meetingPaper(meeting.value)) : await writeXlsx(tablesOf(meeting.value))
  return { ok: true, value: { bytes, name: titleOf(meeting.value) } }
}

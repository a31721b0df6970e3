import {
  boardsFor,
  figure,
  figureBoard,
  figureTable,
  formatFigureAddress,
  indexesFor,
  indexScores,
  meetingFile,
  type MeetingOf,
  type RecordCurve,
  recordCurve,
} from '@jiannuo/app'
import type { Answer } from '@jiannuo/contract'
import { parsePlainDate, type Result } from '@jiannuo/kernel'
import {
  type FileAnswer,
  file,
  type HandlerContext,
  type Handlers,
  type Input,
  serverProblem,
} from '../http/handler.ts'
import { boardFigure } from '../views/board.ts'
import { figureSides } from '../views/figure.ts'
import { given } from '../views/given.ts'
import { indexBoard } from '../views/index-board.ts'
import { DOCX, XLSX } from './media.ts'

type BoardNames =
  | 'boards'
  | 'board'
  | 'boardTable'
  | 'meetingPaper'
  | 'meetingTable'
  | 'indexes'
  | 'indexBoard'
  | 'recordCurve'

async function meeting(
  { office, session }: HandlerContext,
  { params, query }: Input<'meetingPaper'>,
  format: 'docx' | 'xlsx',
): Promise<Result<FileAnswer>> {
  const on = parsePlainDate(query.on)
  if (!on.ok) return { ok: false, problems: [serverProblem('server/bad-input', { field: 'on', says: query.on })] }
  const of: MeetingOf = { machine: params.machine, span: query.span, on: on.value }
  const made = await meetingFile(office, session, of, format)
  if (!made.ok) return made
  const { bytes, name } = made.value
  return file(bytes, format === 'docx' ? DOCX : XLSX, `${name}.${format}`)
}

type Points = Answer<'recordCurve'>['planned']

const points = (found: RecordCurve['planned']): Points =>
  found.map(({ period, value, sum, version }) => ({ period, value, sum, ...given({ version }) }))

/** Figures of systems, meeting sheets, indexes. */
export const boardHandlers: Pick<Handlers, BoardNames> = {
  recordCurve: async ({ office, session }, { params }) => {
    const found = await recordCurve(office, session, params.id)
    if (!found.ok) return found
    const { title, unit, planned, reached } = found.value
    return { ok: true, value: { title, unit, planned: points(planned), reached: points(reached) } }
  },
  boards: async ({ office, session }) => ({
    ok: true,
    value: { rows: boardsFor(office, session).map((row) => ({ ...row })) },
  }),
  board: async ({ office, session }, { params, query }) => {
    const { from, to, unit } = query
    const found = await figureBoard(office, session, { machine: params.machine, ...given({ from, to, unit }) })
    if (!found.ok) return found
    const { machine, title, figures } = found.value
    return { ok: true, value: { machine, title, figures: figures.map(boardFigure) } }
  },
  boardTable: async ({ office, session }, { params, query }) => {
    const { machine, measure } = params
    const { by, from, to, unit } = query
    const of = { machine, measure, ...given({ from, to, unit }) }
    const found = await figureTable(office, session, of, by)
    if (!found.ok) return found
    // The whole is asked for besides: a table without a row has no title otherwise.
    const whole = await figure(office, session, of)
    if (!whole.ok) return whole
    const narrowed = (key: string) =>
      by === 'unit'
        ? { ...of, unit: key }
        : by === 'category'
          ? { ...of, category: key }
          : { ...of, from: key, to: key }
    const direction = office.machines.kit(machine)?.measures?.measures.find(({ id }) => id === measure)?.direction
    return {
      ok: true,
      value: {
        title: whole.value.title,
        unit: whole.value.unit,
        decimals: whole.value.decimals,
        direction: direction ?? 'none',
        rows: found.value.map(({ key, title, figure: part }) => ({
          key,
          title,
          raw: figureSides(part).raw,
          address: formatFigureAddress(narrowed(key)),
          ...given({ value: part.value }),
        })),
      },
    }
  },
  meetingPaper: (context, input) => meeting(context, input, 'docx'),
  meetingTable: (context, input) => meeting(context, input, 'xlsx'),
  indexes: async ({ office, session }) => ({
    ok: true,
    value: {
      rows: indexesFor(office, session).map(({ id, system, title, purpose, version }) => ({
        id,
        system,
        title,
        purpose,
        version,
      })),
    },
  }),
  indexBoard: async ({ office, session }, { params, query }) => {
    const found = await indexScores(office, session, params.index, query.period)
    return found.ok ? { ok: true, value: indexBoard(found.value) } : found
  },
}

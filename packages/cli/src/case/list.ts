import { inbox, type Office, type Session } from '@jiannuo/app'
import { refuseWork } from '../command/run-command.ts'
import { caseLabels } from '../labels/case.zh.ts'
import { exitCode, writeOut } from '../output.ts'
import { layGrid, type GridColumn } from '../terminal/grid.ts'
import { screenOf } from '../terminal/paint.ts'

/** Options of `case list`. */
export interface ListValues {
  readonly mine?: true
  readonly all?: true
  readonly unit?: string
  readonly state?: string
  readonly limit?: string
}

const COLUMNS: readonly GridColumn[] = [
  { title: '编号', min: 8, max: 24, rank: 9 },
  { title: '标题', min: 12, max: 40, rank: 8 },
  { title: '分类', min: 6, max: 18, rank: 3 },
  { title: '状态', min: 6, max: 12, rank: 7 },
  { title: '主办', min: 6, max: 18, rank: 5 },
  { title: '受理', min: 16, max: 16, rank: 2 },
  { title: '最近到期', min: 16, max: 24, rank: 6 },
]

/** Lists the records in the session's sight, the most urgent first. */
export async function showList(office: Office, session: Session, machine: string, values: ListValues): Promise<number> {
  const page = await inbox(office, session, {
    machine,
    ...(values.mine ? { mine: true } : {}),
    ...(values.all ? { order: 'newest' } : { open: true }),
    ...(values.unit === undefined ? {} : { unit: values.unit }),
    ...(values.state === undefined ? {} : { states: [values.state] }),
    limit: Number(values.limit) || 20,
  })
  if (!page.ok) return refuseWork(page.problems)
  const { rows, next } = page.value
  const screen = screenOf(process.stdout, process.env)
  const cells = rows.map((row) => [
    row.id,
    row.title,
    row.category,
    row.stateTitle,
    row.leadName ?? '',
    caseLabels.moment(row.openedAt),
    caseLabels.due(row.dueAt, row.overdue),
  ])
  writeOut(
    cells.length === 0
      ? caseLabels.nothing
      : `${layGrid(COLUMNS, cells, screen.width, screen.paint.heading).lines.join('\n')}\n${next === undefined ? '' : caseLabels.more}`,
  )
  return exitCode.read
}

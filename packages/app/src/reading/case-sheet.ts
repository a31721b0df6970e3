import { type Table, writeXlsx } from '@jiannuo/files'
import type { Result } from '@jiannuo/kernel'
import type { Office } from '../office/office.ts'
import type { Session } from '../organisation/session.ts'
import { phrase } from '../wording.zh.ts'
import { caseList, type CaseRow, listColumns } from './case-list.ts'
import type { CaseQuery } from './case-query.ts'
import { momentText } from './words.ts'

/** Rows that one sheet holds at most. */
export const MOST_SHEET_ROWS = 20_000
const PAGE = 200

/** A list as a sheet. */
export interface CaseSheet {
  readonly bytes: Uint8Array
  readonly rows: number
  readonly name: string
}

/**
 * The list that a query means as an XLSX workbook: number, title, the columns of the definition, state, units, due and opening moment.
 * Nothing personal stands in it.
 *
 * @returns the sheet, or what `caseList` refuses
 */
export async function caseSheet(office: Office, session: Session, query: CaseQuery): Promise<Result<CaseSheet>> {
  const rows: CaseRow[] = []
  for (let after: string | undefined; rows.length < MOST_SHEET_ROWS; ) {
    const page = await caseList(office, session, { ...query, limit: PAGE, ...(after === undefined ? {} : { after }) })
    if (!page.ok) return page
    rows.push(...page.value.rows)
    after = page.value.next
    if (after === undefined) break
  }
  const kit = office.machines.kit(query.machine)
  const columns = kit === undefined ? [] : listColumns(kit)
  const titleField = kit?.machine.fields[kit.machine.titleField]?.title ?? ''
  const facts = ['state', 'lead', 'area', 'due', 'opened', 'closed'] as const
  const titles = [
    phrase('sheet/number'),
    titleField,
    ...columns.map(({ title }) => title),
    ...facts.map((one) => phrase(`sheet/${one}`)),
  ]
  const table: Table = {
    name: (kit?.machine.noun ?? '').slice(0, 30) || phrase('sheet/number'),
    columns: titles.map((title) => ({ title, wrap: true })),
    frozen: 2,
    rows: rows.slice(0, MOST_SHEET_ROWS).map(cellsOf),
  }
  const name = kit?.machine.title ?? query.machine
  return { ok: true, value: { bytes: await writeXlsx([table]), rows: rows.length, name } }
}

const cellsOf = (row: CaseRow): readonly string[] => [
  row.id,
  row.title,
  ...row.cells,
  row.stateTitle,
  row.leadName ?? '',
  row.areaName ?? '',
  row.clock?.due ?? '',
  momentText(row.openedAt),
  row.closedAt === undefined ? '' : momentText(row.closedAt),
]

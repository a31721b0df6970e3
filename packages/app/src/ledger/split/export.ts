import { type Table, writeXlsx } from '@jiannuo/files'
import type { Result } from '@jiannuo/kernel'
import type { Office } from '../../office/office.ts'
import { refuse } from '../../office/problem.ts'
import type { Session } from '../../organisation/session.ts'
import { phrase } from '../../wording.zh.ts'
import { selectRecords, type Selection } from '../list.ts'
import { COMMITMENTS } from '../machines.ts'
import { SPLIT_COLUMNS } from './columns.ts'

/**
 * The 目标任务分解表 of the commitments that the session may read, as an XLSX workbook. Each row carries the number and the version of
 * its record, by which it is known when the sheet comes back.
 *
 * @returns the bytes and how many rows, or `app/no-machine`
 */
export async function exportSplitTable(
  office: Office,
  session: Session,
  selection: Selection = {},
): Promise<Result<{ readonly bytes: Uint8Array; readonly rows: number }>> {
  const kit = office.machines.kit(COMMITMENTS)
  if (kit === undefined) return refuse('app/no-machine', { machine: COMMITMENTS })
  const view = await office.districts.view(session.district)
  const states = await selectRecords(office, session, COMMITMENTS, selection)
  const context = { kit, view, at: office.now() }
  const unitNames = view.tree.all.flatMap(({ closed, kind, name }) =>
    closed === true || kind === 'district' ? [] : [name],
  )
  const table: Table = {
    name: phrase('split/sheet'),
    columns: SPLIT_COLUMNS.map(({ id, title, kind, width, read }) => ({
      title,
      kind,
      width,
      wrap: true,
      ...(read === undefined ? { readOnly: true as const } : {}),
      ...(id === 'leadUnit' ? { choices: unitNames } : {}),
    })),
    frozen: 3,
    rows: states.map((state) => SPLIT_COLUMNS.map((column) => column.write(state, context))),
  }
  return { ok: true, value: { bytes: await writeXlsx([table]), rows: states.length } }
}

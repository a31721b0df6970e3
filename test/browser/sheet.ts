import { readFileSync, writeFileSync } from 'node:fs'
import { readSheet, writeXlsx } from '@jiannuo/files'
import { valueOf } from '../../packages/app/testing/kit.ts'

/**
 * Does to a sheet what somebody does in a spreadsheet program: finds the row in which a cell says something, and writes into another column of it.
 *
 * @param find title of a column and what stands there
 * @param change title of a column and what is to stand there
 */
export async function changeCell(
  path: string,
  find: readonly [string, string],
  change: readonly [string, string],
): Promise<void> {
  const { header, rows } = valueOf(await readSheet(readFileSync(path), path))
  const [at, to] = [header.indexOf(find[0]), header.indexOf(change[0])]
  const row = rows.find(({ cells }) => cells[at] === find[1])
  if (row === undefined || to < 0) throw new Error(`no row in which ${find.join(' is ')}, or no column ${change[0]}`)
  const changed = rows.map(({ cells }) => (cells === row.cells ? cells.with(to, change[1]) : cells))
  const columns = header.map((title) => ({ title, kind: 'text' as const }))
  writeFileSync(path, await writeXlsx([{ name: '分解表', columns, rows: changed.map((cells) => [...cells]) }]))
}

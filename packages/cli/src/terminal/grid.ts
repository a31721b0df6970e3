import { displayWidth } from '@jiannuo/kernel'
import { oneLine, pad } from './width.ts'
import { wrap } from './wrap.ts'

/** One column of a table on the terminal. */
export interface GridColumn {
  readonly title: string
  /** Narrowest and widest that it may become. */
  readonly min: number
  readonly max: number
  readonly align?: 'left' | 'right'
  /** When the terminal is too narrow for all columns, those with the lowest number go first. */
  readonly rank: number
  /** Colours the wrapped lines of a cell; must not change what is seen. */
  readonly paint?: (lines: readonly string[], row: number) => readonly string[]
}

/** A table as lines, and the titles of columns that found no room. */
export interface Grid {
  readonly lines: readonly string[]
  readonly dropped: readonly string[]
}

const GAP = '  '

/**
 * Lays out a table within a width. Columns take what they need; where that is too much the wide ones shrink and their cells
 * wrap; where even that is too much the least important columns are left out.
 *
 * @param heading colours the head of the table
 */
export function layGrid(
  columns: readonly GridColumn[],
  rows: readonly (readonly string[])[],
  width: number,
  heading: (line: string) => string = (line) => line,
): Grid {
  const clean = rows.map((row) => columns.map((_, index) => oneLine(row[index] ?? '')))
  const kept = keptColumns(columns, width)
  const widths = fitWidths(
    kept.map((index) => neededWidth(columns[index], clean, index)),
    width,
  )
  const head = layRow(
    kept,
    widths,
    columns,
    columns.map(({ title }) => title),
    undefined,
  )
  const rule = '─'.repeat(Math.min(width, widths.reduce((sum, w) => sum + w, 0) + GAP.length * (widths.length - 1)))
  const body = clean.flatMap((row, at) => layRow(kept, widths, columns, row, at))
  const dropped = columns.filter((_, index) => !kept.includes(index)).map(({ title }) => title)
  return { lines: [...head.map(heading), rule, ...body], dropped }
}

function keptColumns(columns: readonly GridColumn[], width: number): number[] {
  const kept = columns.map((_, index) => index)
  const size = () => kept.reduce((sum, index) => sum + (columns[index]?.min ?? 0), GAP.length * (kept.length - 1))
  while (kept.length > 1 && size() > width) {
    const ranks = kept.map((index) => columns[index]?.rank ?? 0)
    kept.splice(ranks.lastIndexOf(Math.min(...ranks)), 1)
  }
  return kept
}

interface Room {
  readonly min: number
  readonly wanted: number
}

function neededWidth(column: GridColumn | undefined, rows: readonly (readonly string[])[], index: number): Room {
  const { min = 0, max = 0, title = '' } = column ?? {}
  let wanted = Math.max(min, displayWidth(title))
  for (const row of rows) wanted = Math.max(wanted, displayWidth(row[index] ?? ''))
  return { min: Math.min(min, wanted), wanted: Math.min(max, wanted) }
}

/** Everyone gets the minimum; what is left is shared evenly among those who want more. */
function fitWidths(rooms: readonly Room[], width: number): number[] {
  const widths = rooms.map(({ min }) => min)
  let left = width - GAP.length * (rooms.length - 1) - widths.reduce((sum, w) => sum + w, 0)
  if (left < 0) return widths.map((w) => Math.max(2, w + left))
  for (;;) {
    const wanting = rooms.flatMap(({ wanted }, index) => ((widths[index] ?? 0) < wanted ? [index] : []))
    if (wanting.length === 0 || left <= 0) return widths
    const share = Math.max(1, Math.floor(left / wanting.length))
    for (const index of wanting.slice(0, left)) {
      const more = Math.min(share, (rooms[index]?.wanted ?? 0) - (widths[index] ?? 0))
      widths[index] = (widths[index] ?? 0) + more
      left -= more
    }
  }
}

function layRow(
  kept: readonly number[],
  widths: readonly number[],
  columns: readonly GridColumn[],
  row: readonly string[],
  at: number | undefined,
): string[] {
  const cells = kept.map((index, k) => wrap(row[index] ?? '', widths[k] ?? 2))
  const height = Math.max(...cells.map(({ length }) => length))
  const painted = cells.map((lines, k) => {
    const column = columns[kept[k] ?? 0]
    return at === undefined ? lines : (column?.paint?.(lines, at) ?? lines)
  })
  return Array.from({ length: height }, (_, line) =>
    kept
      .map((index, k) => {
        const plain = cells[k]?.[line] ?? ''
        const filled = pad(plain, widths[k] ?? 0, columns[index]?.align)
        const colour = painted[k]?.[line] ?? plain
        return plain === '' ? filled : filled.replace(plain, () => colour)
      })
      .join(GAP)
      .trimEnd(),
  )
}

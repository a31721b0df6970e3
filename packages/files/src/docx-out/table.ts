import {
  AlignmentType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import { FEW_COLUMNS, twips } from './layout.ts'
import type { PaperColumn, PaperTable } from './paper.ts'
import { runsOf } from './runs.ts'

const ALIGN = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT } as const

interface CellStyle {
  readonly style: string
  readonly align: NonNullable<PaperColumn['align']>
}

/** A table over the whole width: thin lines, its header repeated on every page, no row torn over two pages. */
export function paperTable({ columns, rows }: PaperTable, width: number): Table {
  const prefix = columns.length > FEW_COLUMNS ? 'Small' : ''
  const widths = columnWidths(columns, width)
  const header = columns.map(({ title }) => cell(title, { style: `${prefix}TableHead`, align: 'center' }))
  return new Table({
    columnWidths: widths,
    width: { size: width, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    margins: { left: twips(1), right: twips(1), top: twips(0.5), bottom: twips(0.5) },
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: header }),
      ...rows.map((row) => {
        const cells = columns.map(({ align }, at) =>
          cell(row[at] ?? '', { style: `${prefix}TableText`, align: align ?? 'center' }),
        )
        return new TableRow({ cantSplit: true, children: cells })
      }),
    ],
  })
}

function columnWidths(columns: readonly PaperColumn[], width: number): number[] {
  const shares = columns.map((column) => (column.width !== undefined && column.width > 0 ? column.width : 1))
  const whole = shares.reduce((sum, share) => sum + share, 0)
  return shares.map((share) => Math.floor((width * share) / whole))
}

function cell(text: string, { style, align }: CellStyle): TableCell {
  const children = text
    .split('\n')
    .map((line) => new Paragraph({ style, alignment: ALIGN[align], children: runsOf(line) }))
  return new TableCell({ verticalAlign: VerticalAlignTable.CENTER, children })
}

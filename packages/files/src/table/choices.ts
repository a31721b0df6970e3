import type { Workbook, Worksheet } from '@cj-tech-master/excelts'

/** A column whose cells offer a list. */
export interface ChoiceColumn {
  readonly sheet: Worksheet
  /** From 1. */
  readonly column: number
  /** Rows below the header. */
  readonly rows: number
  readonly choices: readonly string[]
}

/** Rows below the table that offer the list too, for what an office adds. */
const SPARE_ROWS = 200
const LAST_ROW = 1_048_576

/**
 * Puts the lists of choices into a hidden sheet at the end and offers them. A list written into the cell itself may have 255 signs
 * and no comma, which the units of a district exceed.
 *
 * @param nameFor a name for the sheet that no other has
 */
export function addChoices(
  book: Workbook,
  columns: readonly ChoiceColumn[],
  nameFor: (wanted: string) => string,
): void {
  if (columns.length === 0) return
  const name = nameFor('选项')
  const hidden = book.addWorksheet(name, { state: 'hidden' })
  const known = new Map<string, string>()
  for (const { sheet, column, rows, choices } of columns) {
    const key = JSON.stringify(choices)
    const range = known.get(key) ?? writeList(hidden, name, known.size + 1, choices)
    known.set(key, range)
    const letter = sheet.getColumn(column).letter
    // The library takes a range only with this mark before it.
    sheet.dataValidations.add(`range:${letter}2:${letter}${Math.min(rows + 1 + SPARE_ROWS, LAST_ROW)}`, {
      type: 'list',
      allowBlank: true,
      formulae: [range],
      showErrorMessage: true,
      errorStyle: 'warning',
    })
  }
}

function writeList(hidden: Worksheet, name: string, column: number, choices: readonly string[]): string {
  choices.forEach((choice, at) => {
    hidden.getCell(at + 1, column).value = choice
  })
  const letter = hidden.getColumn(column).letter
  return `'${name}'!$${letter}$1:$${letter}$${choices.length}`
}

/** One row of a Markdown table, as texts. */
export const row = (...cells: readonly string[]): readonly string[] => cells

/** Signs that Markdown would read as something else are shown as they are. */
export const plain = (text: string): string =>
  text
    .replace(/\s*\n\s*/g, ' ')
    .replace(/[\\`*_[\]<>|#]/g, (sign) => `\\${sign}`)
    .trim()

const line = (cells: readonly string[]): string => `| ${cells.map((cell) => plain(cell)).join(' | ')} |`

/** A Markdown table. Cells are taken as plain text. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  return [line(header), `|${header.map(() => ' --- |').join('')}`, ...rows.map(line)].join('\n')
}

/** A list of plain texts, one a line. */
export const bullets = (items: readonly string[]): string => items.map((item) => `- ${plain(item)}`).join('\n')

import type { Json, SettingForm, SettingView } from '@jiannuo/contract'
import { Link } from 'react-router'
import { type Row, rowsOf } from './table-value.ts'
import { asRows, cellWords, countedIn, keyWords, levelWords, plainWords, type Saying } from './value-words.ts'

interface Props {
  readonly row: SettingView
  readonly value: Json
  readonly saying: Saying
}

/** So many rows are shown at once; longer tables are opened. */
const AT_ONCE = 6

/** The value of a setting as people read it: a number with what it counts, a length of time, a table. */
export function Value({ row, value, saying }: Props) {
  const { words } = saying
  if (row.keptAt !== undefined) return <Link to={`/admin/${row.keptAt}`}>{words.keptAt[row.keptAt]}</Link>
  const form = asRows(row)
  if (form === undefined) return <>{plainWords(value, saying, countedIn(row.title, words))}</>
  const rows = rowsOf(form, value)
  if (form.levels.length === 0)
    return (
      <>
        {form.columns
          .map((column) => `${column.title}：${cellWords(column, rows[0]?.cells[column.id], saying)}`)
          .join('，')}
      </>
    )
  if (rows.length <= AT_ONCE) return <TableOf form={form} value={value} saying={saying} />
  return (
    <details>
      <summary>{words.rows(rows.length)}</summary>
      <TableOf form={form} value={value} saying={saying} />
    </details>
  )
}

interface TableProps {
  readonly form: SettingForm
  readonly value: Json
  readonly saying: Saying
}

/** The columns that say more than the keys do: a title that is the key's own words is left out. */
function columnsShown(form: SettingForm, rows: readonly Row[], saying: Saying): SettingForm['columns'] {
  const last = form.levels.at(-1)
  const repeats = rows.every(({ keys, cells }) => cells['title'] === keyWords(last, keys.at(-1) ?? '', saying))
  return repeats ? form.columns.filter(({ id }) => id !== 'title') : form.columns
}

function TableOf({ form, value, saying }: TableProps) {
  const { words } = saying
  const rows = rowsOf(form, value)
  const columns = columnsShown(form, rows, saying)
  return (
    // Wide tables are scrolled, by keyboard too.
    <div className="table-wrap" tabIndex={0} role="region" aria-label={words.valueColumn}>
      <table className="plain inner">
        <thead>
          <tr>
            {form.levels.map((level) => (
              <th key={level.title}>{levelWords(level, words)}</th>
            ))}
            {columns.map(({ id, title }) => (
              <th key={id}>{id === '' ? words.valueColumn : title}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ keys, cells }) => (
            <tr key={keys.join('/')}>
              {form.levels.map((level, at) => (
                <td key={level.title}>{keyWords(level, keys[at] ?? '', saying)}</td>
              ))}
              {columns.map((column) => (
                <td key={column.id}>{cellWords(column, cells[column.id], saying)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

import type { Json, SettingForm } from '@jiannuo/contract'
import { Button, Input, Select } from 'antd'
import { useWords } from '../../../app/session.tsx'
import { CellInput } from './Inputs.tsx'
import { OTHERS, type Row } from './table-value.ts'
import { levelWords } from './value-words.ts'

/** A row while it is being written, with a name of its own that outlasts a change of its keys. */
export interface Written extends Row {
  readonly name: string
}

interface Props {
  readonly form: SettingForm
  readonly rows: readonly Written[]
  readonly change: (rows: readonly Written[]) => void
}

/** A table of settings to be filled in, row by row. */
export function TableInput({ form, rows, change }: Props) {
  const words = useWords()
  const w = words.settings
  const put = (row: Written): void => change(rows.map((one) => (one.name === row.name ? row : one)))
  const add = (): void =>
    change([...rows, { name: crypto.randomUUID(), keys: form.levels.map(() => ''), cells: emptyCells(form) }])
  if (form.levels.length === 0) {
    const [only] = rows
    return only === undefined ? null : <OneRow form={form} row={only} put={put} />
  }
  return (
    <>
      {/* Wide tables are scrolled, by keyboard too. */}
      <div className="table-wrap" tabIndex={0} role="region" aria-label={w.valueColumn}>
        <table className="plain fill">
          <thead>
            <tr>
              {form.levels.map((level) => (
                <th key={level.title}>{levelWords(level, w)}</th>
              ))}
              {form.columns.map(({ id, title }) => (
                <th key={id}>{id === '' ? w.valueColumn : title}</th>
              ))}
              <th>
                <span className="sr">{words.common.remove}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <RowInputs
                key={row.name}
                form={form}
                row={row}
                put={put}
                drop={() => change(rows.filter(({ name }) => name !== row.name))}
              />
            ))}
          </tbody>
        </table>
      </div>
      <Button size="small" onClick={add}>
        {w.addRow}
      </Button>
    </>
  )
}

/** Units and lengths of time begin with something that can be sent. */
const emptyCells = ({ columns }: SettingForm): Record<string, Json> =>
  Object.fromEntries(
    columns.flatMap(({ id, type }): [string, Json][] => {
      if (type === 'limit') return [[id, { value: 1, unit: 'workday' }]]
      return type === 'units' ? [[id, []]] : []
    }),
  )

interface RowProps {
  readonly form: SettingForm
  readonly row: Written
  readonly put: (row: Written) => void
}

function RowInputs({ form, row, put, drop }: RowProps & { readonly drop: () => void }) {
  const words = useWords()
  const setKey = (at: number, key: string): void =>
    put({ ...row, keys: row.keys.map((old, index) => (index === at ? key : old)) })
  return (
    <tr>
      {form.levels.map((level, at) => (
        <td key={level.title} data-label={levelWords(level, words.settings)}>
          <KeyInput level={level} value={row.keys[at] ?? ''} change={(key) => setKey(at, key)} />
        </td>
      ))}
      {form.columns.map((column) => (
        <td key={column.id} data-label={column.title === '' ? words.settings.valueColumn : column.title}>
          <CellInput
            column={column}
            label={column.title === '' ? words.settings.valueColumn : column.title}
            value={row.cells[column.id]}
            change={(cell) => put({ ...row, cells: { ...row.cells, [column.id]: cell } })}
          />
        </td>
      ))}
      <td>
        <Button type="text" aria-label={words.common.remove} title={words.common.remove} onClick={drop}>
          ×
        </Button>
      </td>
    </tr>
  )
}

interface KeyProps {
  readonly level: SettingForm['levels'][number]
  readonly value: string
  readonly change: (key: string) => void
}

function KeyInput({ level, value, change }: KeyProps) {
  const words = useWords().settings
  if (level.choices.length === 0 && value !== OTHERS)
    return (
      <Input
        aria-label={levelWords(level, words)}
        maxLength={60}
        value={value}
        onChange={({ target }) => change(target.value.trim())}
      />
    )
  const known = level.choices.map(({ value: code, title }) => ({ value: code, label: title }))
  // A key that is kept but is no choice any more stays what it is until somebody changes it.
  const stray = value === '' || value === OTHERS || known.some((one) => one.value === value)
  return (
    <Select
      aria-label={levelWords(level, words)}
      showSearch={{ optionFilterProp: 'label' }}
      value={value === '' ? null : value}
      options={[...known, ...(stray ? [] : [{ value, label: value }]), { value: OTHERS, label: words.other }]}
      onChange={(code: string | null) => change(code ?? '')}
    />
  )
}

function OneRow({ form, row, put }: RowProps) {
  return (
    <dl className="one-row">
      {form.columns.map((column) => (
        <div key={column.id}>
          <dt>{column.title}</dt>
          <dd>
            <CellInput
              column={column}
              label={column.title}
              value={row.cells[column.id]}
              change={(cell) => put({ ...row, cells: { ...row.cells, [column.id]: cell } })}
            />
          </dd>
        </div>
      ))}
    </dl>
  )
}

import type { Json, SettingForm } from '@jiannuo/contract'
import { Checkbox, Input, InputNumber, Select } from 'antd'
import { useRead } from '../../../api/queries.ts'
import { useWords } from '../../../app/session.tsx'
import { openUnits } from '../organisation/posts-of.ts'
import { limitOf, percentOf, shareOf } from './value-words.ts'

interface Props<T = Json> {
  readonly label: string
  readonly value: T | undefined
  readonly change: (value: Json) => void
}

/** A length of time: how many, and of what. */
export function LimitInput({ label, value, change }: Props) {
  const words = useWords().settings
  const limit = limitOf(value) ?? { value: 1, unit: 'workday' }
  return (
    <span className="limit-input">
      <InputNumber
        aria-label={`${label} ${words.number}`}
        min={0}
        value={limit.value}
        onChange={(amount) => (amount === null ? undefined : change({ value: amount, unit: limit.unit }))}
      />
      <Select
        aria-label={`${label} ${words.unit}`}
        value={limit.unit}
        options={Object.entries(words.unitNames).map(([unit, title]) => ({ value: unit, label: title }))}
        onChange={(unit: string) => change({ value: limit.value, unit })}
      />
    </span>
  )
}

/** A number, with what it counts; a share is asked in per cent. */
export function CountInput({ label, value, change, counted }: Props & { readonly counted: string }) {
  const percent = counted === 'percent'
  const shown = typeof value === 'number' ? (percent ? percentOf(value) : value) : null
  return (
    <InputNumber
      aria-label={label}
      min={0}
      value={shown}
      suffix={percent ? '%' : counted.trim()}
      onChange={(amount) => change(amount === null ? null : percent ? shareOf(amount) : amount)}
    />
  )
}

/** Units of the district, one or several. */
function UnitInput({ label, value, change, many }: Props & { readonly many: boolean }) {
  const found = useRead('organisation', {})
  const list = openUnits(found.data?.units ?? [])
  const shared = { 'aria-label': label, allowClear: true, showSearch: { optionFilterProp: 'label' }, options: list }
  if (!many)
    return (
      <Select
        {...shared}
        value={typeof value === 'string' ? value : null}
        onChange={(unit?: string | null) => change(unit ?? null)}
      />
    )
  const held = Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
  return <Select {...shared} mode="multiple" value={held} onChange={(units: string[]) => change(units)} />
}

interface CellProps extends Props {
  readonly column: SettingForm['columns'][number]
}

/** One cell of a table of settings. */
export function CellInput({ column, ...rest }: CellProps) {
  const { label, value, change } = rest
  switch (column.type) {
    case 'limit':
      return <LimitInput {...rest} />
    case 'number':
      return <CountInput {...rest} counted="" />
    case 'boolean':
      return <Checkbox aria-label={label} checked={value === true} onChange={({ target }) => change(target.checked)} />
    case 'unit':
    case 'units':
      return <UnitInput {...rest} many={column.type === 'units'} />
    case 'choice':
      return (
        <Select
          aria-label={label}
          allowClear
          value={typeof value === 'string' ? value : null}
          options={column.choices.map(({ value: code, title }) => ({ value: code, label: title }))}
          onChange={(code?: string | null) => change(code ?? null)}
        />
      )
    case 'text':
      return (
        <Input
          aria-label={label}
          maxLength={400}
          value={typeof value === 'string' ? value : ''}
          onChange={({ target }) => change(target.value)}
        />
      )
  }
}

import { Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import { useRead } from '../api/queries.ts'
import { useWords } from '../app/session.tsx'

interface Props {
  readonly id?: string
  readonly value?: string
  readonly onChange?: (record: string | undefined) => void
}

const SHORTEST = 2

/** A record that a form names: found by words, or by its number. */
export function RecordSelect({ id, value, onChange }: Props) {
  const words = useWords()
  const [text, setText] = useState('')
  const asked = useDeferredValue(text.trim())
  const enough = asked.length >= SHORTEST
  const found = useRead('search', { query: { q: asked } }, enough)
  const rows = enough ? (found.data?.rows ?? []) : []
  const options = rows.map((row) => ({ value: row.id, label: `${row.noun}　${row.title}　${row.stateTitle}` }))
  const unknown = value !== undefined && value !== '' && !options.some((one) => one.value === value)
  // What is chosen already is called by its title, not by its number.
  const known = useRead('record', { params: { id: value ?? '' } }, unknown)
  if (unknown && known.data?.id === value)
    options.push({ value, label: `${known.data.noun}　${known.data.title}　${known.data.stateTitle}` })
  if (enough && !options.some((one) => one.value === asked)) options.push({ value: asked, label: asked })
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      allowClear
      showSearch={{ filterOption: false, onSearch: setText, searchValue: text }}
      value={value ?? null}
      placeholder={words.record.findRecord}
      notFoundContent={enough ? words.menu.nothingFound : null}
      options={options}
      onChange={(one: string | null) => {
        setText('')
        onChange?.(one ?? undefined)
      }}
    />
  )
}

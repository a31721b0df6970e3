import type { Json, SettingView } from '@jiannuo/contract'
import { App, Button, Input, Modal, Radio } from 'antd'
import { useState } from 'react'
import { useChange } from '../../../api/queries.ts'
import { useMe, useWords } from '../../../app/session.tsx'
import { Failed } from '../../../parts/Page.tsx'
import { CountInput, LimitInput } from './Inputs.tsx'
import { TableInput, type Written } from './TableInput.tsx'
import { faultOf, rowsOf, valueOf } from './table-value.ts'
import { asRows, countedIn } from './value-words.ts'

interface Props {
  readonly row: SettingView
  readonly close: () => void
}

/** The beginning of a day in China. */
const startOf = (day: string): number => Date.parse(`${day}T00:00:00+08:00`)

function useDraft(row: SettingView) {
  const form = asRows(row)
  const [value, setValue] = useState<Json>(row.value)
  const [rows, setRows] = useState<readonly Written[]>(() =>
    form === undefined ? [] : rowsOf(form, row.value).map((one, at) => ({ ...one, name: `row-${at}` })),
  )
  const fault = form === undefined ? undefined : faultOf(form, rows)
  const empty = form === undefined && (value === null || value === '')
  return {
    form,
    value,
    setValue,
    rows,
    setRows,
    fault: fault ?? (empty ? ('missing' as const) : undefined),
    made: form === undefined ? value : valueOf(form, rows),
  }
}

/** The form of one setting, with what it is founded on beside it. */
export function ChangeSetting({ row, close }: Props) {
  const words = useWords().settings
  const me = useMe()
  const { message } = App.useApp()
  const change = useChange('setSetting')
  const draft = useDraft(row)
  const [from, setFrom] = useState('')
  const { machine, setting } = row
  const send = async (value: Json): Promise<void> => {
    const since = from === '' || from <= me.today ? {} : { from: startOf(from) }
    await change.mutateAsync({ body: { machine, setting, value, ...since } })
    void message.success(words.saved)
    close()
  }
  const save = (value: Json): void => void send(value).catch(() => undefined)
  return (
    <Modal
      open
      width={draft.form === undefined || draft.form.levels.length === 0 ? 560 : 960}
      title={words.changeTitle(row.title)}
      onCancel={close}
      okText={words.save}
      okButtonProps={{ disabled: draft.fault !== undefined }}
      confirmLoading={change.isPending}
      onOk={() => save(draft.made)}
      footer={(buttons) => (
        <>
          {row.own ? <Button onClick={() => save(row.usual)}>{words.restore}</Button> : null}
          {buttons}
        </>
      )}
    >
      <p className="dim small">{words.sourceIs(row.source)}</p>
      {draft.form === undefined ? (
        <PlainInput row={row} value={draft.value} change={draft.setValue} />
      ) : (
        <TableInput form={draft.form} rows={draft.rows} change={draft.setRows} />
      )}
      <label className="from-day">
        {words.from}
        <Input type="date" min={me.today} value={from} onChange={({ target }) => setFrom(target.value)} />
      </label>
      <p className="dim small">{words.fromHelp}</p>
      {draft.fault === undefined ? null : <p role="alert">{words[draft.fault]}</p>}
      {change.error === null ? null : <Failed error={change.error} />}
    </Modal>
  )
}

interface PlainProps {
  readonly row: SettingView
  readonly value: Json
  readonly change: (value: Json) => void
}

function PlainInput({ row, value, change }: PlainProps) {
  const words = useWords().settings
  const { title } = row
  switch (row.type) {
    case 'limit':
      return <LimitInput label={title} value={value} change={change} />
    case 'number':
      return <CountInput label={title} value={value} change={change} counted={countedIn(title, words)} />
    case 'boolean':
      return (
        <Radio.Group
          aria-label={title}
          value={value === true}
          options={[
            { value: true, label: words.yes },
            { value: false, label: words.no },
          ]}
          onChange={({ target }) => change(target.value === true)}
        />
      )
    case 'list':
      return (
        <Input.TextArea
          aria-label={title}
          placeholder={words.perLine}
          autoSize={{ minRows: 3, maxRows: 12 }}
          value={Array.isArray(value) ? value.map(String).join('\n') : ''}
          onChange={({ target }) => change(target.value.split('\n'))}
        />
      )
    // A table without a form holds nothing that can be asked; its place is another page.
    case 'table':
      return null
    case 'text':
      return (
        <Input
          aria-label={title}
          value={typeof value === 'string' ? value : ''}
          onChange={({ target }) => change(target.value)}
        />
      )
  }
}

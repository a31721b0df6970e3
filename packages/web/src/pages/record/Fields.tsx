import type { RecordField, RecordView } from '@jiannuo/contract'
import { Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { freshKey, urlOf } from '../../api/client.ts'
import { useChange } from '../../api/queries.ts'
import { useWords } from '../../app/session.tsx'
import { Card, Failed } from '../../parts/Page.tsx'
import { addressOf } from './address-of.ts'

/** A text longer than this has a line of its own. */
const LONG = 24

/** What a record says, personal values left to a part of their own. */
export function Content({ record }: { readonly record: RecordView }) {
  const words = useWords().record
  // The title heads the page already.
  const fields = record.fields.filter(({ masked, text, table, files }) => {
    return !masked && text !== record.title && (text !== '' || table !== undefined || files !== undefined)
  })
  if (fields.length === 0) return null
  return (
    <Card title={words.content}>
      <dl className="facts">
        {fields.map((field) => (
          <div key={field.id} className={isLong(field) ? 'across' : undefined}>
            <dt>{field.title}</dt>
            <dd>
              <Value record={record.id} field={field} />
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  )
}

const isLong = ({ text, table }: RecordField): boolean => text.length > LONG || table !== undefined

function Value({ record, field }: { readonly record: string; readonly field: RecordField }) {
  const { text, table, files, record: named } = field
  if (named !== undefined) return <Link to={addressOf(named.machine, named.id)}>{text}</Link>
  if (files !== undefined) return <FileLinks record={record} files={files} />
  if (table === undefined) return text
  return (
    <div className="table-wrap">
      <table className="plain small">
        <thead>
          <tr>
            {table.columns.map((title) => (
              <th key={title}>{title}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <tr key={row.join('\t')}>
              {row.map((cell, at) => (
                <td key={table.columns[at]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Files of a record, to be taken out by whoever may see it. */
export function FileLinks({ record, files }: { readonly record: string; readonly files: readonly string[] }) {
  const words = useWords().record
  return files.map((hash, at) => (
    <a key={hash} className="file-link" href={urlOf('recordFile', { params: { id: record, hash } })} download>
      {words.file(at + 1, hash)}
    </a>
  ))
}

/** Personal values: masked, and shown whole to whoever may see them and says why. */
export function People({ record }: { readonly record: RecordView }) {
  const words = useWords().record
  const [asked, setAsked] = useState<RecordField>()
  const [shown, setShown] = useState<Readonly<Record<string, string>>>({})
  const fields = record.fields.filter(({ masked }) => masked)
  if (fields.length === 0) return null
  return (
    <Card title={words.people}>
      <dl className="facts">
        {fields.map((field) => (
          <div key={field.id}>
            <dt>{field.title}</dt>
            <dd>
              {field.sealed ? <span className="dim small">{words.sealed}</span> : (shown[field.id] ?? field.text)}
              {field.mayUnmask && shown[field.id] === undefined ? (
                <Button
                  size="small"
                  type="link"
                  aria-label={words.showTitle(field.title)}
                  onClick={() => setAsked(field)}
                >
                  {words.show}
                </Button>
              ) : null}
            </dd>
          </div>
        ))}
      </dl>
      {asked === undefined ? null : (
        <Unmask
          record={record.id}
          field={asked}
          close={(value) => {
            setAsked(undefined)
            if (value !== undefined) setShown({ ...shown, [asked.id]: value })
          }}
        />
      )}
    </Card>
  )
}

interface UnmaskProps {
  readonly record: string
  readonly field: RecordField
  readonly close: (value?: string) => void
}

function Unmask({ record, field, close }: UnmaskProps) {
  const words = useWords()
  const [reason, setReason] = useState('')
  const [key] = useState(freshKey)
  const unmask = useChange('unmask')
  const send = async (): Promise<void> => {
    const body = { field: field.id, reason: reason.trim(), key }
    close((await unmask.mutateAsync({ params: { id: record }, body })).value)
  }
  return (
    <Modal
      open
      title={words.record.showTitle(field.title)}
      onCancel={() => close()}
      onOk={() => void send().catch(() => undefined)}
      okText={words.common.confirm}
      cancelText={words.common.cancel}
      okButtonProps={{ disabled: reason.trim() === '' }}
      confirmLoading={unmask.isPending}
      destroyOnHidden
    >
      <label htmlFor="unmask-reason">{words.record.showWhy}</label>
      <Input.TextArea
        id="unmask-reason"
        autoFocus
        value={reason}
        maxLength={400}
        onChange={({ target }) => setReason(target.value)}
      />
      <p className="small dim">{words.record.showNote}</p>
      {unmask.error === null ? null : <Failed error={unmask.error} />}
    </Modal>
  )
}

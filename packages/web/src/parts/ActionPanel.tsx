import type { ActionView, RecordView } from '@jiannuo/contract'
import { App, Button, Form, Modal } from 'antd'
import { type ReactNode, useState } from 'react'
import { freshKey } from '../api/client.ts'
import { useChange } from '../api/queries.ts'
import { useWords } from '../app/session.tsx'
import { FieldInput } from './FieldInput.tsx'
import { initialOf, inputOf, type Values } from './form-values.ts'
import { Failed } from './Page.tsx'

interface Props {
  readonly record: RecordView
}

/** What can be done with a record now, each with its form; what cannot, with why. */
export function ActionPanel({ record }: Props) {
  const words = useWords().commitment
  const [doing, setDoing] = useState<ActionView>()
  const open = record.actions.filter(({ allowed }) => allowed)
  const shut = record.actions.filter(({ allowed, why }) => !allowed && why !== undefined)
  return (
    <>
      <div style={{ display: 'flex', gap: 8, flexWrap: 'wrap' }}>
        {open.map((action) => (
          <Button key={action.action} onClick={() => setDoing(action)}>
            {action.title}
          </Button>
        ))}
        {open.length === 0 ? <span className="dim">{words.nothingToDo}</span> : null}
      </div>
      {shut.length === 0 ? null : (
        <details style={{ marginTop: 10 }}>
          <summary className="dim small">{words.notNow}</summary>
          <ul className="small dim">
            {shut.map(({ action, title, why }) => (
              <li key={action}>
                {title}：{why}
              </li>
            ))}
          </ul>
        </details>
      )}
      {doing === undefined ? null : <ActionForm record={record} action={doing} close={() => setDoing(undefined)} />}
    </>
  )
}

interface FormProps extends Props {
  readonly action: ActionView
  /** What the form is about, in words above it. */
  readonly about?: ReactNode
  readonly close: () => void
}

/** The form of one action. The key is made once: pressing twice does it once. */
export function ActionForm({ record, action, about, close }: FormProps) {
  const words = useWords().common
  const { message } = App.useApp()
  const [form] = Form.useForm<Values>()
  const [key] = useState(freshKey)
  const act = useChange('act')
  const fields = action.form
  const send = async (): Promise<void> => {
    const values = await form.validateFields()
    const done = await act.mutateAsync({
      params: { id: record.id, action: action.action },
      body: { input: inputOf(fields, values), seen: record.seq, key },
    })
    void message.success(`${action.title}：${words.done}，${done.stateTitle}`)
    close()
  }
  return (
    <Modal
      open
      title={action.title}
      onCancel={close}
      onOk={() => void send().catch(() => undefined)}
      okText={words.confirm}
      cancelText={words.cancel}
      confirmLoading={act.isPending}
      destroyOnHidden
    >
      {about}
      <Form form={form} layout="vertical" initialValues={initialOf(fields)}>
        {fields.map((field) => (
          <FieldInput key={field.id} field={field} />
        ))}
      </Form>
      {act.error === null ? null : <Failed error={act.error} />}
    </Modal>
  )
}

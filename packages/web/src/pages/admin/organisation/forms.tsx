import type { Organisation } from '@jiannuo/contract'
import { App, Form, Input, Modal, Select } from 'antd'
import type { ReactNode } from 'react'
import { useChange } from '../../../api/queries.ts'
import { useWords } from '../../../app/session.tsx'
import { Failed } from '../../../parts/Page.tsx'
import { useIssued } from './issued.tsx'
import { openUnits, options, type Unit } from './posts-of.ts'

interface FrameProps {
  readonly title: string
  readonly busy: boolean
  readonly error: Error | null
  readonly send: () => Promise<void>
  readonly close: () => void
  readonly children: ReactNode
}

/** A form in a window: what the server refuses is shown beneath, and the form stays. */
function Frame({ title, busy, error, send, close, children }: FrameProps) {
  return (
    <Modal open title={title} onCancel={close} confirmLoading={busy} onOk={() => void send().catch(() => undefined)}>
      {children}
      {error === null ? null : <Failed error={error} />}
    </Modal>
  )
}

const useNeed = () => [{ required: true, whitespace: true, message: useWords().organisation.need }]

interface AddUnitProps {
  readonly data: Organisation
  readonly parent: string | undefined
  readonly close: () => void
}

/** Adds a unit. */
export function AddUnit({ data, parent, close }: AddUnitProps) {
  const words = useWords().organisation
  const { message } = App.useApp()
  const [form] = Form.useForm<{ name: string; kind: string; parent: string }>()
  const add = useChange('addUnit')
  const need = useNeed()
  const units = openUnits(data.units)
  const send = async (): Promise<void> => {
    await add.mutateAsync({ body: await form.validateFields() })
    void message.success(words.done)
    close()
  }
  const first = units.find(({ value }) => value === parent) ?? units[0]
  return (
    <Frame title={words.addUnit} busy={add.isPending} error={add.error} send={send} close={close}>
      <Form form={form} layout="vertical" initialValues={{ parent: first?.value, kind: data.kinds[0]?.id }}>
        <Form.Item name="name" label={words.name} rules={need}>
          <Input maxLength={60} autoFocus />
        </Form.Item>
        <Form.Item name="kind" label={words.kind} rules={need}>
          <Select options={options(data.kinds)} />
        </Form.Item>
        <Form.Item name="parent" label={words.parent} rules={need}>
          <Select showSearch={{ optionFilterProp: 'label' }} options={units} />
        </Form.Item>
      </Form>
    </Frame>
  )
}

/** Gives a unit another name. */
export function RenameUnit({ unit, close }: { readonly unit: Unit; readonly close: () => void }) {
  const words = useWords().organisation
  const { message } = App.useApp()
  const [form] = Form.useForm<{ name: string }>()
  const rename = useChange('renameUnit')
  const need = useNeed()
  const send = async (): Promise<void> => {
    await rename.mutateAsync({ params: { id: unit.id }, body: await form.validateFields() })
    void message.success(words.done)
    close()
  }
  return (
    <Frame title={words.rename} busy={rename.isPending} error={rename.error} send={send} close={close}>
      <Form form={form} layout="vertical" initialValues={{ name: unit.name }}>
        <Form.Item name="name" label={words.newName} rules={need} extra={words.renameNote}>
          <Input maxLength={60} autoFocus />
        </Form.Item>
      </Form>
    </Frame>
  )
}

interface AddPersonProps {
  readonly data: Organisation
  readonly unit: string | undefined
  readonly close: () => void
}

/** Adds a person with a first post, and an account where one is named. */
export function AddPerson({ data, unit, close }: AddPersonProps) {
  const words = useWords().organisation
  const { message } = App.useApp()
  const tell = useIssued()
  const [form] = Form.useForm<{ name: string; unit: string; role: string; account?: string }>()
  const add = useChange('addPerson')
  const need = useNeed()
  const units = openUnits(data.units)
  const send = async (): Promise<void> => {
    const { account = '', ...rest } = await form.validateFields()
    const named = account.trim() === '' ? {} : { account: account.trim() }
    const { password } = await add.mutateAsync({ body: { ...rest, ...named } })
    close()
    if (password === undefined) void message.success(words.done)
    else tell(password.name, password.password)
  }
  return (
    <Frame title={words.addPerson} busy={add.isPending} error={add.error} send={send} close={close}>
      <Form form={form} layout="vertical" initialValues={{ unit: units.find(({ value }) => value === unit)?.value }}>
        <Form.Item name="name" label={words.person} rules={need}>
          <Input maxLength={60} autoFocus autoComplete="off" />
        </Form.Item>
        <Form.Item name="unit" label={words.unit} rules={need}>
          <Select showSearch={{ optionFilterProp: 'label' }} options={units} />
        </Form.Item>
        <Form.Item name="role" label={words.role} rules={need}>
          <Select showSearch={{ optionFilterProp: 'label' }} options={options(data.roles)} />
        </Form.Item>
        <Form.Item name="account" label={words.account} extra={words.accountHelp}>
          <Input maxLength={32} autoComplete="off" />
        </Form.Item>
      </Form>
    </Frame>
  )
}

import type { Organisation } from '@jiannuo/contract'
import { App, Button, Form, Input, Modal, Select, Upload } from 'antd'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { upload } from '../../api/client.ts'
import { useChange, useRead } from '../../api/queries.ts'
import { useMe, useWords } from '../../app/session.tsx'
import { Card, Failed, Read } from '../../parts/Page.tsx'

/** The tree of units and the people in it. */
export function OrganisationPage() {
  const found = useRead('organisation', {})
  return <Read from={found}>{(data) => <Whole data={data} />}</Read>
}

function Whole({ data }: { readonly data: Organisation }) {
  const words = useWords().admin
  const me = useMe()
  const [adding, setAdding] = useState<'unit' | 'person'>()
  return (
    <>
      {me.may.administer ? (
        <div style={{ display: 'flex', gap: 8, marginBottom: 12, flexWrap: 'wrap' }}>
          <Button onClick={() => setAdding('unit')}>{words.addUnit}</Button>
          <Button onClick={() => setAdding('person')}>{words.addPerson}</Button>
          <ImportSheet />
        </div>
      ) : null}
      <div className="grid-2">
        <Card title={words.organisation}>
          <Units data={data} />
        </Card>
        {data.people.length === 0 ? null : (
          <Card title={words.posts}>
            <People data={data} />
          </Card>
        )}
      </div>
      {adding === 'unit' ? <AddUnit data={data} close={() => setAdding(undefined)} /> : null}
      {adding === 'person' ? <AddPerson data={data} close={() => setAdding(undefined)} /> : null}
    </>
  )
}

function Units({ data }: { readonly data: Organisation }) {
  const words = useWords().admin
  const depth = (id: string | undefined): number => {
    const unit = data.units.find((one) => one.id === id)
    return unit?.parent === undefined ? 0 : 1 + depth(unit.parent)
  }
  return (
    <table className="plain">
      <thead>
        <tr>
          <th>{words.name}</th>
          <th>{words.kind}</th>
          <th>{words.people}</th>
        </tr>
      </thead>
      <tbody>
        {data.units
          .filter(({ closed }) => !closed)
          .map((unit) => (
            <tr key={unit.id}>
              <td style={{ paddingLeft: 8 + depth(unit.id) * 16 }}>{unit.name}</td>
              <td>{unit.kindTitle}</td>
              <td className="num">{unit.people === 0 ? '' : unit.people}</td>
            </tr>
          ))}
      </tbody>
    </table>
  )
}

function People({ data }: { readonly data: Organisation }) {
  const words = useWords().admin
  const { modal } = App.useApp()
  const reset = useChange('resetPassword')
  const [find, setFind] = useState('')
  const listed = data.people.filter(
    ({ name, posts }) => find === '' || name.includes(find) || posts.some(({ unitName }) => unitName.includes(find)),
  )
  const renew = async (id: string): Promise<void> => {
    const { name, password } = await reset.mutateAsync({ params: { id } })
    modal.info({ title: words.reset, content: words.password(name, password) })
  }
  return (
    <>
      <Input
        allowClear
        aria-label={words.person}
        placeholder={words.person}
        value={find}
        onChange={({ target }) => setFind(target.value)}
      />
      {reset.error === null ? null : <Failed error={reset.error} />}
      <table className="plain">
        <tbody>
          {listed.slice(0, 60).map(({ id, name, posts }) => (
            <tr key={id}>
              <td className="nowrap">{name}</td>
              <td className="small">{posts.map(({ unitName, roleTitle }) => `${unitName} ${roleTitle}`).join('，')}</td>
              <td>
                <Button size="small" type="text" onClick={() => void renew(id).catch(() => undefined)}>
                  {words.reset}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

function ImportSheet() {
  const words = useWords().admin
  const queries = useQueryClient()
  const { message } = App.useApp()
  const [error, setError] = useState<Error>()
  const take = async (file: File): Promise<void> => {
    setError(undefined)
    try {
      const done = await upload('importOrganisation', { take: 'true' }, file)
      void message.info(
        `${done.units} / ${done.people} / ${done.posts}　${done.problems.map((one) => one.message).join('；')}`,
      )
      await queries.invalidateQueries()
    } catch (reason) {
      setError(reason instanceof Error ? reason : new Error(String(reason)))
    }
  }
  return (
    <>
      <Upload
        accept=".xlsx"
        showUploadList={false}
        beforeUpload={(file) => {
          void take(file)
          return false
        }}
      >
        <Button>{words.importSheet}</Button>
      </Upload>
      {error === undefined ? null : <Failed error={error} />}
    </>
  )
}

interface AddProps {
  readonly data: Organisation
  readonly close: () => void
}

function AddUnit({ data, close }: AddProps) {
  const words = useWords().admin
  const [form] = Form.useForm<{ name: string; kind: string; parent: string }>()
  const add = useChange('addUnit')
  const rules = [{ required: true, message: words.name }]
  const send = async (): Promise<void> => {
    await add.mutateAsync({ body: await form.validateFields() })
    close()
  }
  return (
    <Modal
      open
      title={words.addUnit}
      onCancel={close}
      confirmLoading={add.isPending}
      onOk={() => void send().catch(() => undefined)}
    >
      <Form form={form} layout="vertical">
        <Form.Item name="name" label={words.name} rules={rules}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="kind" label={words.kind} rules={rules}>
          <Select options={data.kinds.map(({ id, title }) => ({ value: id, label: title }))} />
        </Form.Item>
        <Form.Item name="parent" label={words.parent} rules={rules}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={data.units.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Form.Item>
      </Form>
      {add.error === null ? null : <Failed error={add.error} />}
    </Modal>
  )
}

function AddPerson({ data, close }: AddProps) {
  const words = useWords().admin
  const { modal } = App.useApp()
  const [form] = Form.useForm<{ name: string; unit: string; role: string; account?: string }>()
  const add = useChange('addPerson')
  const rules = [{ required: true, message: words.name }]
  const send = async (): Promise<void> => {
    const { account, ...rest } = await form.validateFields()
    const { password } = await add.mutateAsync({
      body: { ...rest, ...(account === undefined || account === '' ? {} : { account }) },
    })
    if (password !== undefined)
      modal.info({ title: words.addPerson, content: words.password(password.name, password.password) })
    close()
  }
  return (
    <Modal
      open
      title={words.addPerson}
      onCancel={close}
      confirmLoading={add.isPending}
      onOk={() => void send().catch(() => undefined)}
    >
      <Form form={form} layout="vertical">
        <Form.Item name="name" label={words.person} rules={rules}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="unit" label={words.parent} rules={rules}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={data.units.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Form.Item>
        <Form.Item name="role" label={words.role} rules={rules}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={data.roles.map(({ id, title }) => ({ value: id, label: title }))}
          />
        </Form.Item>
        <Form.Item name="account" label={words.account}>
          <Input maxLength={32} autoComplete="off" />
        </Form.Item>
      </Form>
      {add.error === null ? null : <Failed error={add.error} />}
    </Modal>
  )
}

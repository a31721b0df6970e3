import type { FormField, Json, SystemSetup } from '@jiannuo/contract'
import { App, Button, Form, Radio } from 'antd'
import { useState } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import { call, freshKey } from '../../api/client.ts'
import { useChange, useRead } from '../../api/queries.ts'
import { useWords } from '../../app/session.tsx'
import { FieldInput } from '../../parts/FieldInput.tsx'
import { initialOf, inputOf, type Values } from '../../parts/form-values.ts'
import { Card, Empty, Failed, Page, Read } from '../../parts/Page.tsx'
import { type Draft, Duplicates } from './Duplicates.tsx'

type Opening = SystemSetup['openings'][number]

/** A new record of a system, by one of the ways in which its definition lets one be opened. */
export function NewCase() {
  const { machine = '' } = useParams()
  const words = useWords().cases
  const found = useRead('system', { params: { machine } })
  return (
    <Page
      title={words.newOne(found.data?.noun ?? '')}
      actions={<Link to={`/cases/${encodeURIComponent(machine)}`}>{words.back}</Link>}
    >
      <Read from={found}>{(setup) => <Openings key={setup.machine} setup={setup} />}</Read>
    </Page>
  )
}

function Openings({ setup }: { readonly setup: SystemSetup }) {
  const words = useWords().cases
  const open = setup.openings.filter(({ allowed }) => allowed)
  const [action, setAction] = useState(open[0]?.action)
  const opening = open.find((one) => one.action === action)
  if (opening === undefined) return <Empty>{setup.openings[0]?.why ?? words.mayNot}</Empty>
  return (
    <>
      {open.length === 1 ? null : (
        <Radio.Group
          aria-label={words.opening}
          value={action}
          optionType="button"
          style={{ marginBottom: 12 }}
          options={open.map((one) => ({ value: one.action, label: one.title }))}
          onChange={({ target }) => setAction(String(target.value))}
        />
      )}
      <OpeningForm key={opening.action} machine={setup.machine} opening={opening} />
    </>
  )
}

/** After a pause in typing what may be the same matter is looked for. */
const TYPING_MS = 500

/** Does with a new record what joins it to another, where somebody may. @returns whether it was joined */
async function join(record: string, head: string): Promise<boolean> {
  const { actions, seq } = await call('record', { params: { id: record } })
  const one = actions.find(({ allowed, joins, form }) => {
    return allowed && joins !== undefined && form.every(({ id, required }) => id === joins || !required)
  })
  if (one?.joins === undefined) return false
  const body = { input: { [one.joins]: head }, seen: seq, key: freshKey() }
  return call('act', { params: { id: record, action: one.action }, body }).then(
    () => true,
    () => false,
  )
}

function OpeningForm({ machine, opening }: { readonly machine: string; readonly opening: Opening }) {
  const words = useWords().cases
  const { message } = App.useApp()
  const navigate = useNavigate()
  const [form] = Form.useForm<Values>()
  const [key] = useState(freshKey)
  const [draft, setDraft] = useState<Draft>({ input: {} })
  const [head, setHead] = useState<string>()
  const [timer, setTimer] = useState<ReturnType<typeof setTimeout>>()
  const act = useChange('openCase')
  const fields = opening.form
  const follow = (): void => {
    clearTimeout(timer)
    setTimer(setTimeout(() => setDraft(draftOf(opening, fields, form.getFieldsValue())), TYPING_MS))
  }
  const send = async (): Promise<void> => {
    const input = inputOf(fields, await form.validateFields())
    const done = await act.mutateAsync({ params: { machine }, body: { action: opening.action, input, key } })
    const joined = head !== undefined && (await join(done.record, head))
    void message.success(
      joined ? words.joined : head === undefined ? words.registered(done.stateTitle) : words.notJoined,
    )
    void navigate(`/records/${encodeURIComponent(done.record)}`)
  }
  return (
    <div className="grid-main">
      <Card title={opening.title}>
        <Form
          form={form}
          layout="vertical"
          className="opening"
          initialValues={initialOf(fields)}
          scrollToFirstError
          onValuesChange={follow}
          onFinish={() => void send().catch(() => undefined)}
        >
          <div className="form-grid">
            {fields.map((field) => (
              <div key={field.id} className={isWide(field) ? 'wide' : undefined}>
                <FieldInput field={field} />
              </div>
            ))}
          </div>
          {act.error === null ? null : <Failed error={act.error} />}
          <Button type="primary" htmlType="submit" loading={act.isPending}>
            {words.register}
          </Button>
        </Form>
      </Card>
      <Duplicates
        machine={machine}
        draft={draft}
        head={head}
        join={setHead}
        fills={fields.filter(({ type }) => type === 'record')}
        fill={(field, record) => form.setFieldValue(field, record)}
      />
    </div>
  )
}

const isWide = ({ type }: FormField): boolean => type === 'longText' || type === 'rows' || type === 'files'

function draftOf({ areaField }: Opening, fields: readonly FormField[], values: Values): Draft {
  const input: Record<string, Json> = inputOf(fields, values)
  const area = areaField === undefined ? undefined : input[areaField]
  return typeof area === 'string' ? { input, area } : { input }
}

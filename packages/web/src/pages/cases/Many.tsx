import type { ActionView, Answer } from '@jiannuo/contract'
import { useQuery } from '@tanstack/react-query'
import { Button, Form, Modal } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { call, freshKey } from '../../api/client.ts'
import { useChange } from '../../api/queries.ts'
import { useWords } from '../../app/session.tsx'
import { FieldInput } from '../../parts/FieldInput.tsx'
import { initialOf, inputOf, type Values } from '../../parts/form-values.ts'
import { Failed } from '../../parts/Page.tsx'

interface Props {
  readonly machine: string
  readonly ids: readonly string[]
  readonly clear: () => void
}

type Choice = Answer<'manyChoices'>['rows'][number]
type Outcome = Answer<'actOnMany'>['rows'][number]

/** Most that are handled at once. */
const MOST = 500

/** What can be done with all that is chosen, and what became of each. */
export function Many({ machine, ids, clear }: Props) {
  const { cases: words, common } = useWords()
  const [doing, setDoing] = useState<Choice>()
  const [outcomes, setOutcomes] = useState<readonly Outcome[]>()
  const some = ids.slice(0, MOST)
  const found = useQuery({
    queryKey: ['manyChoices', machine, some],
    queryFn: () => call('manyChoices', { params: { machine }, body: { ids: [...some] } }),
  })
  const rows = found.data?.rows ?? []
  return (
    <div className="many" role="region" aria-label={words.together}>
      <span>{words.chosen(some.length)}</span>
      {found.isLoading ? <span className="dim">{common.loading}</span> : null}
      {rows.map((one) => (
        <Button key={one.action} size="small" onClick={() => setDoing(one)}>
          {words.togetherCount(one.title, one.count)}
        </Button>
      ))}
      {found.data !== undefined && rows.length === 0 ? <span className="dim">{words.togetherNone}</span> : null}
      <Button type="text" onClick={clear}>
        {words.clear}
      </Button>
      {found.error === null ? null : <Failed error={found.error} />}
      {doing === undefined ? null : (
        <ManyForm
          machine={machine}
          ids={some}
          choice={doing}
          close={(done) => {
            setDoing(undefined)
            if (done !== undefined) setOutcomes(done)
          }}
        />
      )}
      {outcomes === undefined ? null : (
        <Outcomes
          rows={outcomes}
          close={() => {
            setOutcomes(undefined)
            clear()
          }}
        />
      )}
    </div>
  )
}

interface FormProps {
  readonly machine: string
  readonly ids: readonly string[]
  readonly choice: Choice
  readonly close: (done?: readonly Outcome[]) => void
}

function ManyForm({ machine, ids, choice, close }: FormProps) {
  const words = useWords()
  const [form] = Form.useForm<Values>()
  const [key] = useState(freshKey)
  const act = useChange('actOnMany')
  const fields: ActionView['form'] = choice.form
  const send = async (): Promise<void> => {
    const values = await form.validateFields()
    const body = { ids: [...ids], action: choice.action, input: inputOf(fields, values), key }
    const { rows } = await act.mutateAsync({ params: { machine }, body })
    close(rows)
  }
  return (
    <Modal
      open
      title={words.cases.togetherTitle(choice.title, ids.length)}
      onCancel={() => close()}
      onOk={() => void send().catch(() => undefined)}
      okText={words.common.confirm}
      cancelText={words.common.cancel}
      confirmLoading={act.isPending}
      destroyOnHidden
    >
      <Form form={form} layout="vertical" initialValues={initialOf(fields)}>
        {fields.map((field) => (
          <FieldInput key={field.id} field={field} />
        ))}
      </Form>
      {act.error === null ? null : <Failed error={act.error} />}
    </Modal>
  )
}

function Outcomes({ rows, close }: { readonly rows: readonly Outcome[]; readonly close: () => void }) {
  const words = useWords()
  // What was refused comes first: there is something left to do about it.
  const sorted = [...rows.filter(({ ok }) => !ok), ...rows.filter(({ ok }) => ok)]
  const done = rows.filter(({ ok }) => ok).length
  return (
    <Modal
      open
      title={words.cases.results}
      onCancel={close}
      onOk={close}
      okText={words.common.close}
      cancelButtonProps={{ style: { display: 'none' } }}
      destroyOnHidden
    >
      <p>{words.cases.resultsSum(done, rows.length - done)}</p>
      <div className="table-wrap" style={{ maxHeight: '50vh', overflowY: 'auto' }} tabIndex={0} role="group">
        <table className="plain">
          <thead>
            <tr>
              <th>{words.cases.name}</th>
              <th>{words.cases.result}</th>
            </tr>
          </thead>
          <tbody>
            {sorted.map(({ id, title, ok, text }) => (
              <tr key={id}>
                <td>
                  <Link to={`/records/${encodeURIComponent(id)}`}>{title === '' ? id : title}</Link>
                </td>
                <td>
                  {ok ? words.cases.done : words.cases.refused}：{text}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Modal>
  )
}

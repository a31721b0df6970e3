import type { Correction, ProposalView } from '@jiannuo/contract'
import { Form, Input, InputNumber, Modal, Select } from 'antd'
import { useChange, useRead } from '../../api/queries.ts'
import { useWords } from '../../app/session.tsx'
import { Failed } from '../../parts/Page.tsx'

interface Props {
  readonly document: string
  readonly proposal: ProposalView
  readonly close: () => void
}

interface Given {
  readonly title: string
  readonly leadUnit?: string | undefined
  readonly due?: string | undefined
  readonly value?: number | null | undefined
}

/** Confirms a proposal with what a person corrects of it; the words of the document stay beside it. */
export function CorrectForm({ document, proposal, close }: Props) {
  const words = useWords().documents
  const [form] = Form.useForm<Given>()
  const units = useRead('organisation', {})
  const decide = useChange('decide')
  const options = (units.data?.units ?? [])
    .filter(({ kind, closed }) => kind !== 'district' && !closed)
    .map(({ id, name }) => ({ value: id, label: name }))
  const send = async (): Promise<void> => {
    const { title, leadUnit, due, value } = await form.validateFields()
    const correction: Correction = {
      title,
      ...(leadUnit === undefined ? {} : { leadUnit }),
      ...(due === undefined || due === '' ? {} : { due }),
      ...(value === undefined || value === null ? {} : { value }),
    }
    await decide.mutateAsync({
      params: { id: document },
      body: { decide: 'confirm', items: [proposal.item], corrections: { [proposal.item]: correction } },
    })
    close()
  }
  const initial: Given = {
    title: proposal.title,
    leadUnit: proposal.lead?.id,
    due: proposal.due,
    value: proposal.value,
  }
  return (
    <Modal
      open
      title={words.edit}
      okText={words.confirm}
      onCancel={close}
      confirmLoading={decide.isPending}
      onOk={() => void send().catch(() => undefined)}
    >
      <Form form={form} layout="vertical" initialValues={initial}>
        <Form.Item name="title" label={words.taskTitle} rules={[{ required: true, message: words.taskTitle }]}>
          <Input maxLength={300} />
        </Form.Item>
        <Form.Item name="leadUnit" label={words.lead}>
          <Select allowClear showSearch={{ optionFilterProp: 'label' }} options={options} />
        </Form.Item>
        <Form.Item name="due" label={words.due}>
          <Input type="date" />
        </Form.Item>
        {proposal.value === undefined ? null : (
          <Form.Item name="value" label={`${words.value}（${proposal.unit}）`}>
            <InputNumber style={{ width: '100%' }} />
          </Form.Item>
        )}
      </Form>
      {decide.error === null ? null : <Failed error={decide.error} />}
    </Modal>
  )
}

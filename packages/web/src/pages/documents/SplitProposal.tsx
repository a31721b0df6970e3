import type { ProposalView } from '@jiannuo/contract'
import { Button, Form, Input, Modal, Select } from 'antd'
import { useChange, useRead } from '../../api/queries.ts'
import { useWords } from '../../app/session.tsx'
import { Failed } from '../../parts/Page.tsx'

interface Props {
  readonly document: string
  readonly proposal: ProposalView
  readonly close: () => void
}

interface Part {
  readonly title: string
  readonly leadUnit?: string | undefined
}

/** Makes several commitments of one sentence, each with words and a unit of its own. */
export function SplitProposal({ document, proposal, close }: Props) {
  const words = useWords().documents
  const [form] = Form.useForm<{ parts: Part[] }>()
  const decide = useChange('decide')
  const send = async (): Promise<void> => {
    const { parts } = await form.validateFields()
    await decide.mutateAsync({
      params: { id: document },
      body: {
        decide: 'split',
        items: [proposal.item],
        parts: parts.map(({ title, leadUnit }) => ({ title, ...(leadUnit === undefined ? {} : { leadUnit }) })),
      },
    })
    close()
  }
  const first: Part = { title: proposal.title, leadUnit: proposal.lead?.id }
  return (
    <Modal
      open
      title={words.split}
      okText={words.split}
      onCancel={close}
      confirmLoading={decide.isPending}
      onOk={() => void send().catch(() => undefined)}
    >
      <p className="dim">{words.splitHelp}</p>
      <Form form={form} initialValues={{ parts: [first, { title: '' }] }}>
        <Parts />
      </Form>
      {decide.error === null ? null : <Failed error={decide.error} />}
    </Modal>
  )
}

function Parts() {
  const words = useWords().documents
  const common = useWords().common
  const units = useRead('organisation', {})
  const options = (units.data?.units ?? [])
    .filter(({ kind, closed }) => kind !== 'district' && !closed)
    .map(({ id, name }) => ({ value: id, label: name }))
  return (
    <Form.List name="parts">
      {(rows, { add, remove }) => (
        <>
          {rows.map((one) => (
            <div key={one.key} className="part-row">
              <Form.Item name={[one.name, 'title']} rules={[{ required: true, message: words.taskTitle }]}>
                <Input aria-label={words.taskTitle} placeholder={words.taskTitle} maxLength={300} />
              </Form.Item>
              <Form.Item name={[one.name, 'leadUnit']}>
                <Select
                  aria-label={words.lead}
                  placeholder={words.lead}
                  allowClear
                  showSearch={{ optionFilterProp: 'label' }}
                  options={options}
                />
              </Form.Item>
              <Button
                type="text"
                aria-label={common.remove}
                disabled={rows.length <= 2}
                onClick={() => remove(one.name)}
              >
                ×
              </Button>
            </div>
          ))}
          <Button size="small" onClick={() => add({ title: '' })}>
            {words.addPart}
          </Button>
        </>
      )}
    </Form.List>
  )
}

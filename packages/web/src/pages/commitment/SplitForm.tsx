import type { CommitmentRow } from '@jiannuo/contract'
import { Button, Form, InputNumber, Modal, Select } from 'antd'
import { useState } from 'react'
import { useChange, useRead } from '../../api/queries.ts'
import { useWords } from '../../app/session.tsx'
import { Failed } from '../../parts/Page.tsx'

interface Part {
  readonly unit?: string
  readonly value?: number | null
}

/** Parts a commitment between units; what they make together stands against the whole while it is typed. */
export function SplitForm({ row }: { readonly row: CommitmentRow }) {
  const words = useWords().commitment
  const common = useWords().common
  const [open, setOpen] = useState(false)
  const [form] = Form.useForm<{ parts: Part[] }>()
  const split = useChange('splitCommitment')
  const parts = Form.useWatch('parts', form) ?? []
  const sum = parts.reduce((all, part) => all + (part?.value ?? 0), 0)
  const send = async (): Promise<void> => {
    const given = await form.validateFields()
    await split.mutateAsync({
      params: { id: row.id },
      body: {
        parts: given.parts.map(({ unit = '', value }) => ({
          unit,
          ...(value === undefined || value === null ? {} : { value }),
        })),
      },
    })
    setOpen(false)
  }
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {words.split}
      </Button>
      <Modal
        open={open}
        title={words.split}
        okText={common.confirm}
        cancelText={common.cancel}
        onCancel={() => setOpen(false)}
        confirmLoading={split.isPending}
        onOk={() => void send().catch(() => undefined)}
      >
        <Form form={form} initialValues={{ parts: [{}, {}] }}>
          <PartRows numbered={row.value !== undefined} />
        </Form>
        {row.value === undefined ? null : (
          <p className="num">{words.sum(Math.round(sum * 1e6) / 1e6, row.value, row.unit)}</p>
        )}
        {split.error === null ? null : <Failed error={split.error} />}
      </Modal>
    </>
  )
}

function PartRows({ numbered }: { readonly numbered: boolean }) {
  const words = useWords().commitment
  const units = useRead('organisation', {})
  const options = (units.data?.units ?? [])
    .filter(({ kind, closed }) => kind !== 'district' && !closed)
    .map(({ id, name }) => ({ value: id, label: name }))
  return (
    <Form.List name="parts">
      {(rows, { add, remove }) => (
        <>
          {rows.map((one) => (
            <div key={one.key} style={{ display: 'flex', gap: 8 }}>
              <Form.Item
                name={[one.name, 'unit']}
                rules={[{ required: true, message: words.unit }]}
                style={{ flex: 2 }}
              >
                <Select
                  aria-label={words.unit}
                  showSearch={{ optionFilterProp: 'label' }}
                  placeholder={words.unit}
                  options={options}
                />
              </Form.Item>
              {numbered ? (
                <Form.Item name={[one.name, 'value']} style={{ flex: 1 }}>
                  <InputNumber aria-label={words.value} placeholder={words.value} style={{ width: '100%' }} />
                </Form.Item>
              ) : null}
              <Button type="text" onClick={() => remove(one.name)}>
                ×
              </Button>
            </div>
          ))}
          <Button size="small" onClick={() => add({})}>
            {words.addPart}
          </Button>
        </>
      )}
    </Form.List>
  )
}

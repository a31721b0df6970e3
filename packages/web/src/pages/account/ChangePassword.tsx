import { App, Button, Form, Input } from 'antd'
import { useChange } from '../../api/queries.ts'
import { useMe, useWords } from '../../app/session.tsx'
import { Card, Failed } from '../../parts/Page.tsx'

interface Entry {
  readonly current: string
  readonly next: string
  readonly again: string
}

/** Changes one's own password; one's other sessions end. */
export function ChangePassword() {
  const words = useWords().account
  const me = useMe()
  const { message } = App.useApp()
  const [form] = Form.useForm<Entry>()
  const change = useChange('changePassword')
  const need = { required: true, message: words.need }
  const send = async ({ current, next }: Entry): Promise<void> => {
    await change.mutateAsync({ body: { current, next } })
    form.resetFields()
    void message.success(words.changed)
  }
  return (
    <Card title={words.password}>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={(entry) => void send(entry).catch(() => undefined)}
      >
        {/* So that a keeper of passwords knows whose it is. */}
        <input className="sr" readOnly tabIndex={-1} aria-hidden autoComplete="username" value={me.account} />
        <Form.Item name="current" label={words.current} rules={[need]}>
          <Input.Password autoComplete="current-password" />
        </Form.Item>
        <Form.Item name="next" label={words.next} extra={words.rule} rules={[need]}>
          <Input.Password autoComplete="new-password" />
        </Form.Item>
        <Form.Item
          name="again"
          label={words.again}
          dependencies={['next']}
          rules={[
            need,
            ({ getFieldValue }) => ({
              validator: (_, value) =>
                value === undefined || value === '' || value === getFieldValue('next')
                  ? Promise.resolve()
                  : Promise.reject(new Error(words.differ)),
            }),
          ]}
        >
          <Input.Password autoComplete="new-password" />
        </Form.Item>
        {change.error === null ? null : <Failed error={change.error} />}
        <Button htmlType="submit" loading={change.isPending} style={{ marginTop: 8 }}>
          {words.change}
        </Button>
      </Form>
    </Card>
  )
}

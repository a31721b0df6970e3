import type { Answer } from '@jiannuo/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Form, Input, QRCode, Typography } from 'antd'
import { useState } from 'react'
import { call, keepCsrf } from '../../api/client.ts'
import { useChange } from '../../api/queries.ts'
import { useMe, useWords } from '../../app/session.tsx'
import { Card, Failed } from '../../parts/Page.tsx'

type Enrolment = Answer<'enrolTotp'>

/** The second factor: turning it on in two steps, the recovery codes once, turning it off. */
export function TwoFactor({ on }: { readonly on: boolean }) {
  const words = useWords().account
  const [asked, setAsked] = useState(false)
  const [enrolment, setEnrolment] = useState<Enrolment>()
  const [codes, setCodes] = useState<readonly string[]>()
  const leave = (): void => {
    setAsked(false)
    setEnrolment(undefined)
  }
  return (
    <Card title={words.factor}>
      <p>{on ? words.factorOn : words.factorOff}</p>
      {codes === undefined ? null : <Codes codes={codes} kept={() => setCodes(undefined)} />}
      {on && codes === undefined ? <Off /> : null}
      {on || asked ? null : <Button onClick={() => setAsked(true)}>{words.begin}</Button>}
      {!on && asked && enrolment === undefined ? <Begin leave={leave} begun={setEnrolment} /> : null}
      {on || enrolment === undefined ? null : (
        <Confirm
          enrolment={enrolment}
          leave={leave}
          done={() => {
            setCodes(enrolment.backupCodes)
            leave()
          }}
        />
      )}
    </Card>
  )
}

interface BeginProps {
  readonly leave: () => void
  readonly begun: (enrolment: Enrolment) => void
}

function Begin({ leave, begun }: BeginProps) {
  const words = useWords().account
  const enrol = useChange('enrolTotp')
  const send = async (body: { password: string }): Promise<void> => begun(await enrol.mutateAsync({ body }))
  return (
    <PasswordForm
      label={words.beginNote}
      act={words.begin}
      busy={enrol.isPending}
      error={enrol.error}
      leave={leave}
      send={(body) => void send(body).catch(() => undefined)}
    />
  )
}

/** The key of an enrolment in groups of four, for typing. */
const keyOf = (uri: string): string => (new URL(uri).searchParams.get('secret') ?? '').replace(/(.{4})/g, '$1 ').trim()

interface ConfirmProps {
  readonly enrolment: Enrolment
  readonly leave: () => void
  readonly done: () => void
}

function Confirm({ enrolment: { uri }, leave, done }: ConfirmProps) {
  const words = useWords().account
  const queries = useQueryClient()
  const { message } = App.useApp()
  const confirm = useChange('confirmTotp')
  const key = keyOf(uri)
  const send = async (body: { code: string }): Promise<void> => {
    const answer = await confirm.mutateAsync({ body })
    if (answer.step !== 'done') return
    // The code opens a new session: what changes carry is another from now on.
    keepCsrf(answer.me.csrf)
    queries.setQueryData(['me'], answer.me)
    void message.success(words.begun)
    done()
  }
  return (
    <>
      <p>{words.scan}</p>
      <QRCode value={uri} type="svg" size={200} color="#000" bgColor="#fff" />
      <p>
        {words.orKey}
        <br />
        <Typography.Text code copyable={{ text: key.replaceAll(' ', '') }} className="key">
          {key}
        </Typography.Text>
      </p>
      <Form<{ code: string }>
        layout="vertical"
        requiredMark={false}
        onFinish={(body) => void send(body).catch(() => undefined)}
      >
        <Form.Item name="code" label={words.codeStep} rules={[{ required: true, message: words.need }]}>
          <Input inputMode="numeric" autoComplete="one-time-code" maxLength={8} style={{ maxWidth: 160 }} autoFocus />
        </Form.Item>
        {confirm.error === null ? null : <Failed error={confirm.error} />}
        <div className="bar-of-acts">
          <Button type="primary" htmlType="submit" loading={confirm.isPending}>
            {words.confirm}
          </Button>
          <Button onClick={leave}>{words.cancel}</Button>
        </div>
      </Form>
    </>
  )
}

function Codes({ codes, kept }: { readonly codes: readonly string[]; readonly kept: () => void }) {
  const words = useWords().account
  return (
    <div className="error-box" role="status">
      <b>{words.codes}</b>
      <p>{words.codesNote}</p>
      <ul className="codes">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="bar-of-acts">
        <Typography.Text copyable={{ text: codes.join('\n') }}>{words.copyAll}</Typography.Text>
        <Button size="small" onClick={kept}>
          {words.kept}
        </Button>
      </div>
    </div>
  )
}

function Off() {
  const words = useWords().account
  const queries = useQueryClient()
  const [asked, setAsked] = useState(false)
  // All sessions end with it, so nothing is read again: the sign-in page follows.
  const drop = useMutation({
    mutationFn: (body: { password: string }) => call('dropTotp', { body }),
    onSuccess: () => {
      queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'me' })
      queries.setQueryData(['me'], null)
    },
  })
  if (!asked) return <Button onClick={() => setAsked(true)}>{words.stop}</Button>
  return (
    <>
      <p>{words.stopNote}</p>
      <PasswordForm
        label={words.current}
        act={words.stopNow}
        busy={drop.isPending}
        error={drop.error}
        leave={() => setAsked(false)}
        send={(body) => drop.mutate(body)}
      />
    </>
  )
}

interface PasswordFormProps {
  readonly label: string
  readonly act: string
  readonly busy: boolean
  readonly error: Error | null
  readonly leave: () => void
  readonly send: (body: { password: string }) => void
}

function PasswordForm({ label, act, busy, error, leave, send }: PasswordFormProps) {
  const words = useWords()
  const me = useMe()
  return (
    <Form<{ password: string }> layout="vertical" requiredMark={false} onFinish={send}>
      <input className="sr" readOnly tabIndex={-1} aria-hidden autoComplete="username" value={me.account} />
      <Form.Item name="password" label={label} rules={[{ required: true, message: words.account.need }]}>
        <Input.Password autoComplete="current-password" style={{ maxWidth: 320 }} />
      </Form.Item>
      {error === null ? null : <Failed error={error} />}
      <div className="bar-of-acts">
        <Button htmlType="submit" loading={busy}>
          {act}
        </Button>
        <Button onClick={leave}>{words.common.cancel}</Button>
      </div>
    </Form>
  )
}

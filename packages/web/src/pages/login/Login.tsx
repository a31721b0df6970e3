import type { Answer, Me } from '@jiannuo/contract'
import { useQuery } from '@tanstack/react-query'
import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { call, keepCsrf } from '../../api/client.ts'
import { useWords } from '../../app/session.tsx'
import { Failed } from '../../parts/Page.tsx'
import { FirstStart } from './FirstStart.tsx'

interface Props {
  readonly entered: (me: Me) => void
}

type Step = Exclude<Answer<'signIn'>, { step: 'done' }> | { readonly step: 'name' }
interface Entry {
  readonly name: string
  readonly password: string
}

const useWelcome = () => useQuery({ queryKey: ['welcome'], queryFn: () => call('welcome', {}) }).data

/** The page before sign-in; where no district has been founded yet it says how to begin. */
export function Login({ entered }: Props) {
  const words = useWords()
  const empty = useWelcome()?.districts.length === 0
  return (
    <main className="login">
      <div className={empty ? 'card wide' : 'card'}>
        <h1>{words.product}</h1>
        <p className="dim">{words.slogan}</p>
        {empty ? <FirstStart /> : <Steps entered={entered} />}
      </div>
    </main>
  )
}

/** Signing in: name and password, then a second step or a new password where one is asked for. */
function Steps({ entered }: Props) {
  const words = useWords()
  const [step, setStep] = useState<Step>({ step: 'name' })
  const [entry, setEntry] = useState<Entry>({ name: '', password: '' })
  const [error, setError] = useState<Error>()
  const [busy, setBusy] = useState(false)
  const run = (work: () => Promise<Answer<'signIn'>>): void => {
    setBusy(true)
    setError(undefined)
    work()
      .then((answer) => (answer.step === 'done' ? entered(answer.me) : setStep(answer)))
      .catch((reason: unknown) => setError(reason instanceof Error ? reason : new Error(String(reason))))
      .finally(() => setBusy(false))
  }
  const signIn = (given: Entry): void => {
    setEntry(given)
    run(() => call('signIn', { body: given }))
  }
  return (
    <>
      {step.step === 'name' ? <NameForm busy={busy} signIn={signIn} /> : null}
      {step.step === 'second-factor' ? (
        <Form<{ code: string }>
          layout="vertical"
          onFinish={({ code }) => run(() => call('secondFactor', { body: { challenge: step.challenge, code } }))}
        >
          <Form.Item name="code" label={words.login.code} rules={[{ required: true, message: words.login.need }]}>
            <Input autoFocus autoComplete="one-time-code" />
          </Form.Item>
          <Button type="primary" htmlType="submit" block loading={busy}>
            {words.login.confirm}
          </Button>
        </Form>
      ) : null}
      {step.step === 'change-password' ? (
        <NewPassword
          busy={busy}
          change={(next) =>
            run(async () => {
              keepCsrf(step.csrf)
              await call('changePassword', { body: { current: entry.password, next } })
              return call('signIn', { body: { name: entry.name, password: next } })
            })
          }
        />
      ) : null}
      {error === undefined ? null : <Failed error={error} />}
      {step.step === 'name' ? <DemoAccounts signIn={signIn} /> : null}
    </>
  )
}

function NameForm({ busy, signIn }: { readonly busy: boolean; readonly signIn: (entry: Entry) => void }) {
  const words = useWords().login
  const rules = [{ required: true, message: words.need }]
  return (
    <Form<Entry> layout="vertical" onFinish={signIn} requiredMark={false}>
      <Form.Item name="name" label={words.name} rules={rules}>
        <Input autoComplete="username" autoFocus />
      </Form.Item>
      <Form.Item name="password" label={words.password} rules={rules}>
        <Input.Password autoComplete="current-password" />
      </Form.Item>
      <Button type="primary" htmlType="submit" block loading={busy}>
        {words.enter}
      </Button>
    </Form>
  )
}

function NewPassword({ busy, change }: { readonly busy: boolean; readonly change: (next: string) => void }) {
  const words = useWords().login
  return (
    <Form<{ next: string; again: string }> layout="vertical" onFinish={({ next }) => change(next)}>
      <p>{words.change}</p>
      <Form.Item name="next" label={words.next} extra={words.rule} rules={[{ required: true, message: words.need }]}>
        <Input.Password autoComplete="new-password" autoFocus />
      </Form.Item>
      <Form.Item
        name="again"
        label={words.again}
        dependencies={['next']}
        rules={[
          ({ getFieldValue }) => ({
            validator: (_, value) =>
              value === getFieldValue('next') ? Promise.resolve() : Promise.reject(new Error(words.differ)),
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Button type="primary" htmlType="submit" block loading={busy}>
        {words.confirm}
      </Button>
    </Form>
  )
}

function DemoAccounts({ signIn }: { readonly signIn: (entry: Entry) => void }) {
  const words = useWords().login
  const data = useWelcome()
  if (data === undefined || data.demo.length === 0) return null
  return (
    <div className="demo-list" style={{ marginTop: 20 }}>
      <p className="dim small">{words.demo}</p>
      {data.demo.map(({ name, password, label }) => (
        <button key={name} type="button" onClick={() => signIn({ name, password })}>
          {label}
        </button>
      ))}
    </div>
  )
}

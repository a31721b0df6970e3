import { App, Button, Input, Popconfirm } from 'antd'
import { useState } from 'react'
import { useChange } from '../../../api/queries.ts'
import { useMe, useWords } from '../../../app/session.tsx'
import { Failed } from '../../../parts/Page.tsx'
import { useIssued } from './issued.tsx'
import type { Person } from './posts-of.ts'

/** How a person signs in: opening an account, a new initial password, closing, a lost authenticator. */
export function PersonAccount({ person }: { readonly person: Person }) {
  return person.account === undefined ? (
    <OpenAccount person={person} />
  ) : (
    <Kept person={person} account={person.account} />
  )
}

function OpenAccount({ person }: { readonly person: Person }) {
  const words = useWords().organisation
  const tell = useIssued()
  const [name, setName] = useState(person.accountWanted ?? '')
  const open = useChange('openAccount')
  const send = async (): Promise<void> => {
    const made = await open.mutateAsync({ params: { id: person.id }, body: { name: name.trim() } })
    tell(made.name, made.password)
  }
  return (
    <>
      <p className="dim">{words.noAccount}</p>
      <div className="new-post">
        <Input
          aria-label={words.account}
          placeholder={words.account}
          autoComplete="off"
          maxLength={32}
          value={name}
          onChange={({ target }) => setName(target.value)}
        />
        <Button
          disabled={name.trim() === ''}
          loading={open.isPending}
          onClick={() => void send().catch(() => undefined)}
        >
          {words.open}
        </Button>
      </div>
      {open.error === null ? null : <Failed error={open.error} />}
    </>
  )
}

interface KeptProps {
  readonly person: Person
  readonly account: NonNullable<Person['account']>
}

function Kept({ person: { id }, account }: KeptProps) {
  const words = useWords().organisation
  const me = useMe()
  const { message } = App.useApp()
  const tell = useIssued()
  const [reset, close, drop] = [useChange('resetPassword'), useChange('closeAccount'), useChange('removeFactor')]
  const error = reset.error ?? close.error ?? drop.error
  const said = (done: Promise<unknown>): void =>
    void done.then(() => message.success(words.done)).catch(() => undefined)
  const renew = async (): Promise<void> => {
    const made = await reset.mutateAsync({ params: { id } })
    tell(made.name, made.password)
  }
  return (
    <>
      <p>
        {words.account} <b>{account.name}</b>
        <span className="dim">
          {account.closed ? `　${words.stopped}` : ''}
          {account.twoFactor ? `　${words.factor}` : ''}
        </span>
      </p>
      <div className="bar-of-acts">
        <Ask
          title={words.resetTitle}
          note={words.resetNote}
          act={words.reset}
          go={() => void renew().catch(() => undefined)}
        />
        {account.twoFactor ? (
          <Ask
            title={words.dropFactorTitle}
            note={words.dropFactorNote}
            act={words.dropFactor}
            go={() => said(drop.mutateAsync({ params: { id } }))}
          />
        ) : null}
        {account.closed ? (
          <Button size="small" onClick={() => said(close.mutateAsync({ params: { id }, body: { closed: false } }))}>
            {words.resume}
          </Button>
        ) : id === me.person ? null : (
          <Ask
            title={words.stopTitle}
            note={words.stopNote}
            act={words.stop}
            go={() => said(close.mutateAsync({ params: { id }, body: { closed: true } }))}
          />
        )}
      </div>
      {error === null ? null : <Failed error={error} />}
    </>
  )
}

interface AskProps {
  readonly title: string
  readonly note: string
  readonly act: string
  readonly go: () => void
}

const Ask = ({ title, note, act, go }: AskProps) => (
  <Popconfirm title={title} description={<div style={{ maxWidth: 280 }}>{note}</div>} onConfirm={go}>
    <Button size="small">{act}</Button>
  </Popconfirm>
)

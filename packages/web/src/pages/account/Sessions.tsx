import type { Answer } from '@jiannuo/contract'
import { App, Button } from 'antd'
import { useChange } from '../../api/queries.ts'
import { useWords } from '../../app/session.tsx'
import { minuteOf } from '../../parts/moments.ts'
import { Card, Failed } from '../../parts/Page.tsx'
import { browserOf } from './browser-of.ts'

/** Where one is signed in, and an end to all of it but this. */
export function Sessions({ own: { sessions } }: { readonly own: Answer<'ownAccount'> }) {
  const words = useWords().account
  const { message } = App.useApp()
  const end = useChange('endOtherSessions')
  const send = async (): Promise<void> => {
    const { ended } = await end.mutateAsync({})
    void message.success(words.ended(ended))
  }
  return (
    <Card title={words.sessions}>
      <ul className="posts">
        {sessions.map((one) => (
          <li key={one.id}>
            <span>
              {browserOf(one.agent)}
              {'　'}
              {one.from}
              {one.own ? <b>{`　${words.thisOne}`}</b> : null}
              <span className="small dim">
                {words.since} {minuteOf(one.startedAt)}
                {'　'}
                {words.seen} {minuteOf(one.lastSeenAt)}
                {'　'}
                {words.method[one.method]}
              </span>
            </span>
          </li>
        ))}
      </ul>
      {sessions.length > 1 ? (
        <Button loading={end.isPending} onClick={() => void send().catch(() => undefined)}>
          {words.endOthers}
        </Button>
      ) : null}
      {end.error === null ? null : <Failed error={end.error} />}
    </Card>
  )
}

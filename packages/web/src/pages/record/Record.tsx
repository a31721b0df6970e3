import type { RecordView } from '@jiannuo/contract'
import { useParams } from 'react-router'
import { useRead } from '../../api/queries.ts'
import { useWords } from '../../app/session.tsx'
import { ActionPanel } from '../../parts/ActionPanel.tsx'
import { minuteOf } from '../../parts/moments.ts'
import { Card, Page, Read } from '../../parts/Page.tsx'
import { Timeline } from '../../parts/Timeline.tsx'

/** A text longer than this has a line of its own. */
const LONG = 24

/** A record of any kind: where it stands, what it says, what can be done, what was done. */
export function Record() {
  const { id = '' } = useParams()
  const found = useRead('record', { params: { id } })
  const words = useWords().record
  return (
    <Page title={found.data?.title ?? words.title}>
      <Read from={found}>{(record) => <Whole record={record} />}</Read>
    </Page>
  )
}

function Whole({ record }: { readonly record: RecordView }) {
  const words = useWords()
  return (
    <>
      <Standing record={record} />
      <div className="grid-main">
        <div>
          <Card title={words.record.content}>
            <dl className="facts">
              {record.fields.map(({ id, title, text, masked }) => (
                <div key={id} className={text.length > LONG ? 'across' : undefined}>
                  <dt>{title}</dt>
                  <dd title={masked ? words.record.masked : undefined}>{text}</dd>
                </div>
              ))}
            </dl>
          </Card>
          <Requests record={record} />
        </div>
        <div>
          <Card title={words.commitment.actions}>
            <ActionPanel record={record} />
          </Card>
          <Clocks record={record} />
          <Card title={words.commitment.history}>
            <Timeline entries={record.timeline} />
          </Card>
        </div>
      </div>
    </>
  )
}

function Standing({ record }: { readonly record: RecordView }) {
  const words = useWords().record
  const facts = [
    [words.lead, record.leadName],
    [words.waits, record.waitsFor],
    [words.opened, minuteOf(record.openedAt)],
    [words.closed, record.closedAt === undefined ? undefined : minuteOf(record.closedAt)],
  ] as const
  return (
    <Card title={record.stateTitle} note={`${record.noun}　${record.id}`}>
      <dl className="facts">
        {facts.map(([title, text]) =>
          text === undefined ? null : (
            <div key={title}>
              <dt>{title}</dt>
              <dd>{text}</dd>
            </div>
          ),
        )}
      </dl>
    </Card>
  )
}

function Requests({ record: { requests } }: { readonly record: RecordView }) {
  const words = useWords().record
  if (requests.length === 0) return null
  return (
    <Card title={words.requests}>
      <ul>
        {requests.map(({ id, title, text }) => (
          <li key={id}>
            {title}
            {'　'}
            <span className="dim">{text}</span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Clocks({ record: { clocks } }: { readonly record: RecordView }) {
  const words = useWords().commitment
  const running = clocks.filter(({ due }) => due !== undefined)
  if (running.length === 0) return null
  return (
    <Card title={words.clocks}>
      {running.map(({ id, title, source, state, due, used, left }) => (
        <div key={id} title={source} style={{ padding: '4px 0' }}>
          {title}
          {'　'}
          {state}
          {'　'}
          <span className="dim">{due}</span>
          <div className="small dim">
            {words.used_} {used}
            {'　'}
            {words.left} {left}
          </div>
        </div>
      ))}
    </Card>
  )
}

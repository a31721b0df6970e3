import type { RecordView } from '@jiannuo/contract'
import { Link, useParams } from 'react-router'
import { useRead } from '../../api/queries.ts'
import { useWords } from '../../app/session.tsx'
import { ActionPanel } from '../../parts/ActionPanel.tsx'
import { minuteOf } from '../../parts/moments.ts'
import { Card, Page, Read } from '../../parts/Page.tsx'
import { Timeline } from '../../parts/Timeline.tsx'
import { listAddressOf } from './address-of.ts'
import { Clocks } from './Clocks.tsx'
import { Company, Related, Same } from './Company.tsx'
import { Content, People } from './Fields.tsx'
import { PlanCurve } from './PlanCurve.tsx'
import { Stages } from './Stages.tsx'
import { Requests, Rounds, Truths } from './Truths.tsx'

/** A record of any kind: where it stands, what it says, what can be done, what was done. */
export function Record() {
  const { id = '' } = useParams()
  const found = useRead('record', { params: { id } })
  const words = useWords().record
  return (
    <Page
      title={found.data?.title ?? words.title}
      actions={
        found.data === undefined ? undefined : (
          <Link to={listAddressOf(found.data.machine)}>{words.list(found.data.noun)}</Link>
        )
      }
    >
      <Read from={found}>{(record) => <Whole key={record.id} record={record} />}</Read>
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
          <Content record={record} />
          <PlanCurve id={record.id} />
          <Truths record={record} />
          <Stages record={record} />
          <Requests record={record} />
          <Rounds record={record} />
          <Card title={words.commitment.history}>
            <Timeline entries={record.timeline} />
          </Card>
        </div>
        <div>
          <Clocks record={record} />
          <People record={record} />
          <Same record={record} />
          <Company record={record} />
          <Related record={record} />
        </div>
      </div>
    </>
  )
}

/** Where it stands, and right below what can be done about it. */
function Standing({ record }: { readonly record: RecordView }) {
  const words = useWords().record
  const facts = [
    [words.waits, record.waitsFor],
    [words.lead, record.leadName],
    [words.co, record.co.map(({ name, answered }) => (answered ? `${name}（${words.answered}）` : name)).join('，')],
    [words.area, record.areaName],
    [words.basis, record.basis],
    [words.urging, record.urging],
    [words.opened, minuteOf(record.openedAt)],
    [words.closed, record.closedAt === undefined ? undefined : minuteOf(record.closedAt)],
  ] as const
  return (
    <Card title={record.stateTitle} note={`${record.noun}　${record.id}`}>
      <dl className="facts standing">
        {facts.map(([title, text]) =>
          text === undefined || text === '' ? null : (
            <div key={title}>
              <dt>{title}</dt>
              <dd>{text}</dd>
            </div>
          ),
        )}
      </dl>
      <ActionPanel record={record} />
    </Card>
  )
}

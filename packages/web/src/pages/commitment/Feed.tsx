import type { FeedNow } from '@jiannuo/contract'
import { App, Button } from 'antd'
import { useState } from 'react'
import { freshKey } from '../../api/client.ts'
import { useChange, useRead } from '../../api/queries.ts'
import { useWords } from '../../app/session.tsx'
import { minuteOf } from '../../parts/moments.ts'
import { Card, Empty, Failed, Read } from '../../parts/Page.tsx'
import { useTrace } from '../../parts/TraceDrawer.tsx'
import { FeedDialog } from './FeedDialog.tsx'

/** By which measure a commitment is fed, what that says at this moment, and for the supervisors the choice of it. */
export function Feed({ id }: { readonly id: string }) {
  const words = useWords().feed
  const found = useRead('feed', { params: { id } })
  const [choosing, setChoosing] = useState(false)
  const now = found.data
  const choose =
    now?.may === true ? (
      <Button size="small" onClick={() => setChoosing(true)}>
        {now.address === undefined ? words.set : words.change}
      </Button>
    ) : undefined
  return (
    <Card title={words.title} note={choose}>
      <Read from={found}>{(feed) => <Standing id={id} feed={feed} />}</Read>
      {choosing ? <FeedDialog id={id} close={() => setChoosing(false)} /> : null}
    </Card>
  )
}

function Standing({ id, feed }: { readonly id: string; readonly feed: FeedNow }) {
  const words = useWords().feed
  const trace = useTrace()
  const { figure } = feed
  if (feed.address === undefined || figure === undefined) return <Empty>{words.none}</Empty>
  return (
    <>
      <p style={{ margin: '0 0 8px' }}>{feed.title}</p>
      <dl className="facts">
        <div>
          <dt>{words.raw}</dt>
          <dd>{figure.raw}</dd>
        </div>
        {figure.excluded === 0 ? null : (
          <div>
            <dt>{words.adjusted}</dt>
            <dd>
              {figure.adjusted} <span className="small dim">{words.excluded(figure.excluded)}</span>
            </dd>
          </div>
        )}
        <div>
          <dt>{words.now}</dt>
          <dd className="dim">
            {figure.period} {feed.at === undefined ? '' : words.at(minuteOf(feed.at))}
          </dd>
        </div>
      </dl>
      {feed.stopped === true ? <p className="dim">{words.stopped}</p> : null}
      <p style={{ margin: '8px 0 0', display: 'flex', gap: 8, flexWrap: 'wrap', alignItems: 'center' }}>
        {feed.traceable === true ? (
          <Button size="small" onClick={() => trace.open(figure.address)}>
            {words.trace}
          </Button>
        ) : (
          <span className="small dim">{words.notTraceable}</span>
        )}
        {feed.may ? <Drop id={id} /> : null}
        <span className="hash">{feed.address}</span>
      </p>
    </>
  )
}

/** Takes the measure off again, after a question. */
function Drop({ id }: { readonly id: string }) {
  const words = useWords()
  const { modal } = App.useApp()
  const [key] = useState(freshKey)
  const act = useChange('act')
  const ask = (): void =>
    void modal.confirm({
      title: words.feed.drop,
      content: words.feed.dropAsk,
      okText: words.common.confirm,
      cancelText: words.common.cancel,
      onOk: () => act.mutateAsync({ params: { id, action: 'feed' }, body: { input: { measure: null }, key } }),
    })
  return (
    <>
      <Button size="small" type="text" onClick={ask} loading={act.isPending}>
        {words.feed.drop}
      </Button>
      {act.error === null ? null : <Failed error={act.error} />}
    </>
  )
}

import type { Answer } from '@jiannuo/contract'
import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { Link } from 'react-router'
import { useRead } from '../../api/queries.ts'
import { useWords } from '../../app/session.tsx'
import { minuteOf } from '../../parts/moments.ts'
import { Card, Empty, Page, Read } from '../../parts/Page.tsx'
import { addressOf } from '../record/address-of.ts'
import { useSeen } from './seen.ts'

type Message = Answer<'messages'>['rows'][number]

/** Messages to one's posts, the newest first, each leading to its record. */
export function Messages() {
  const words = useWords().messages
  const [before, setBefore] = useState<number>()
  const found = useRead('messages', { query: before === undefined ? {} : { before } })
  const { seen, note } = useSeen()
  // What was new when the page was opened stays marked while it is open.
  const [known] = useState(seen)
  const newest = before === undefined ? Number(found.data?.rows[0]?.id ?? 0) : 0
  useEffect(() => {
    if (newest > seen) note(newest)
  })
  return (
    <Page title={words.title}>
      <Read from={found}>
        {({ rows, next }) => (
          <Card>
            <p className="small dim">{words.note}</p>
            {rows.length === 0 ? <Empty>{words.empty}</Empty> : null}
            {rows.map((one) => (
              <Line key={one.id} message={one} fresh={Number(one.id) > known} />
            ))}
            {before === undefined && next === undefined ? null : (
              <div className="bar-of-acts" style={{ marginTop: 12 }}>
                {before === undefined ? null : <Button onClick={() => setBefore(undefined)}>{words.newest}</Button>}
                {next === undefined ? null : <Button onClick={() => setBefore(next)}>{words.older}</Button>}
              </div>
            )}
          </Card>
        )}
      </Read>
    </Page>
  )
}

function Line({ message, fresh }: { readonly message: Message; readonly fresh: boolean }) {
  const words = useWords().messages
  const { at, text, record, machine, noun, title, unitName } = message
  const inner = (
    <>
      <span className="line">
        <span className="title">{text}</span>
        {fresh ? <span className="fresh">{words.fresh}</span> : null}
        <span className="small dim num nowrap">{minuteOf(at)}</span>
      </span>
      <div className="sub">
        {machine === undefined ? words.gone : `${noun ?? ''}　${title ?? record ?? ''}`}
        {unitName === undefined ? '' : `　${unitName}`}
      </div>
    </>
  )
  if (machine === undefined || record === undefined) return <div className="item">{inner}</div>
  return (
    <Link className="item" to={addressOf(machine, record)}>
      {inner}
    </Link>
  )
}

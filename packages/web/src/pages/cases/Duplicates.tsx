import type { DuplicateLine, FormField, Json } from '@jiannuo/contract'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button, Drawer } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { call } from '../../api/client.ts'
import { useRead } from '../../api/queries.ts'
import { useWords } from '../../app/session.tsx'
import { dayOf } from '../../parts/moments.ts'
import { Card, Empty, Failed, Read } from '../../parts/Page.tsx'
import { Timeline } from '../../parts/Timeline.tsx'

/** What is filled in as yet. */
export interface Draft {
  readonly input: Readonly<Record<string, Json>>
  readonly area?: string
}

interface Props {
  readonly machine: string
  readonly draft: Draft
  /** The one that the new record is to be joined to. */
  readonly head: string | undefined
  readonly join: (record: string | undefined) => void
  /** Fields of the form that name a record: a candidate can be put there. */
  readonly fills: readonly FormField[]
  readonly fill: (field: string, record: string) => void
}

/** A text shorter than this says too little to be compared. */
const SHORTEST = 4

/** Candidates shown at once, the likeliest first; the next come up as these are dismissed. */
const SHOWN = 6

const saysEnough = ({ input }: Draft): boolean =>
  Object.values(input).some((value) => typeof value === 'string' && value.length >= SHORTEST)

/** Records that may be about the same matter, while it is being written down. */
export function Duplicates({ machine, draft, head, join, fills, fill }: Props) {
  const words = useWords().cases
  const [dismissed, setDismissed] = useState<readonly string[]>([])
  const [looking, setLooking] = useState<string>()
  const enough = saysEnough(draft)
  const found = useQuery({
    queryKey: ['duplicates', machine, draft],
    queryFn: () => call('duplicates', { params: { machine }, body: { ...draft } }),
    enabled: enough,
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  })
  const rows = (found.data?.rows ?? []).filter(({ id }) => !dismissed.includes(id)).slice(0, SHOWN)
  return (
    <Card title={words.duplicates}>
      <div aria-live="polite">
        {rows.length === 0 ? <Empty>{enough ? words.duplicatesClear : words.duplicatesNone}</Empty> : null}
        {found.error === null ? null : <Failed error={found.error} />}
        {rows.map((row) => (
          <Candidate
            key={row.id}
            row={row}
            chosen={row.id === head}
            look={() => setLooking(row.id)}
            dismiss={() => {
              setDismissed([...dismissed, row.id])
              if (row.id === head) join(undefined)
            }}
            join={() => join(row.id === head ? undefined : row.id)}
            fills={fills}
            fill={(field) => fill(field, row.id)}
          />
        ))}
      </div>
      <Glance record={looking} close={() => setLooking(undefined)} />
    </Card>
  )
}

interface CandidateProps {
  readonly row: DuplicateLine
  readonly chosen: boolean
  readonly look: () => void
  readonly dismiss: () => void
  readonly join: () => void
  readonly fills: readonly FormField[]
  readonly fill: (field: string) => void
}

function Candidate({ row, chosen, look, dismiss, join, fills, fill }: CandidateProps) {
  const words = useWords().cases
  return (
    <div className="item">
      <span className="line">
        <span className="title">{row.title}</span>
        <span className="small nowrap">{row.stateTitle}</span>
      </span>
      <span className="sub" style={{ display: 'block' }}>
        {[row.why, words.alike(row.alike), row.areaName, dayOf(row.openedAt)]
          .filter((one) => one !== undefined)
          .join('　')}
      </span>
      <div className="acts">
        <Button size="small" onClick={look}>
          {words.look}
        </Button>
        <Button size="small" onClick={dismiss}>
          {words.notSame}
        </Button>
        <Button size="small" type={chosen ? 'primary' : 'default'} aria-pressed={chosen} onClick={join}>
          {chosen ? words.sameChosen : words.same}
        </Button>
        {fills.map(({ id, title }) => (
          <Button key={id} size="small" onClick={() => fill(id)}>
            {words.fill(title)}
          </Button>
        ))}
      </div>
    </div>
  )
}

/** A record in a drawer, without leaving what is being written. */
export function Glance({ record, close }: { readonly record: string | undefined; readonly close: () => void }) {
  const words = useWords().cases
  const found = useRead('record', { params: { id: record ?? '' } }, record !== undefined)
  return (
    <Drawer open={record !== undefined} onClose={close} title={found.data?.title ?? ''} size="large" destroyOnHidden>
      {record === undefined ? null : (
        <Read from={found}>
          {(one) => (
            <>
              <p>
                {one.noun}
                {'　'}
                {one.stateTitle}
                {'　'}
                <Link to={`/records/${encodeURIComponent(one.id)}`}>{words.openWhole}</Link>
              </p>
              <dl className="facts">
                {one.fields.map(({ id, title, text }) => (
                  <div key={id} className={text.length > 24 ? 'across' : undefined}>
                    <dt>{title}</dt>
                    <dd>{text}</dd>
                  </div>
                ))}
              </dl>
              <Timeline entries={one.timeline} />
            </>
          )}
        </Read>
      )}
    </Drawer>
  )
}

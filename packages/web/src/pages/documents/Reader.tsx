import type { DocumentDetail, ProposalView } from '@jiannuo/contract'
import { App, Button, Segmented } from 'antd'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useParams, useSearchParams } from 'react-router'
import { urlOf } from '../../api/client.ts'
import { useChange, useRead } from '../../api/queries.ts'
import { useMe, useWords } from '../../app/session.tsx'
import { Page, Read } from '../../parts/Page.tsx'
import { Proposals } from './Proposals.tsx'
import { piecesOf } from './reader-pieces.ts'

/** A document: its text on the left, what was read from it on the right; either lights the other. */
export function Reader() {
  const { id = '' } = useParams()
  const words = useWords().documents
  const found = useRead('document', { params: { id } })
  const actions =
    found.data === undefined ? null : (
      <>
        <span className="dim small">
          {found.data.meta.publisher} {found.data.meta.documentNumber} {found.data.meta.date}
        </span>
        <a href={urlOf('original', { params: { id } })} download>
          <Button>{words.original}</Button>
        </a>
      </>
    )
  return (
    <Page title={found.data?.row.title ?? words.title} actions={actions}>
      <Read from={found}>{(detail) => <Whole detail={detail} />}</Read>
    </Page>
  )
}

type Shown = 'open' | 'all' | 'decided'

const fits = (shown: Shown, { decision }: ProposalView): boolean =>
  shown === 'all' || (shown === 'open') === (decision === 'open')

/** Where one stands: at what was picked, or, once that has left the list, at what follows it there. */
function standingAt(all: readonly ProposalView[], listed: readonly ProposalView[], picked: string): string {
  if (listed.some(({ item }) => item === picked)) return picked
  const start = all.find(({ item }) => item === picked)?.start ?? 0
  return (listed.find((one) => one.start >= start) ?? listed.at(-1))?.item ?? picked
}

function Whole({ detail }: { readonly detail: DocumentDetail }) {
  const words = useWords().documents
  const me = useMe()
  const [search] = useSearchParams()
  const at = Number(search.get('at') ?? Number.NaN)
  const asked = detail.proposals.find(({ start, end }) => start <= at && at < end)?.item
  const [shown, setShown] = useState<Shown>(asked === undefined && detail.row.open > 0 ? 'open' : 'all')
  const [picked, setCurrent] = useState(asked ?? detail.proposals.find((one) => one.decision === 'open')?.item ?? '')
  const listed = useMemo(() => detail.proposals.filter((one) => fits(shown, one)), [detail.proposals, shown])
  const current = standingAt(detail.proposals, listed, picked)
  const decides = me.may.confirm && detail.row.own
  return (
    <>
      {detail.problems.length === 0 ? null : (
        <details className="card">
          <summary>{words.problems(detail.problems.length)}</summary>
          <ul>
            {detail.problems.map(({ code, message, span }) => (
              <li key={`${code}${span?.start ?? ''}`}>{message}</li>
            ))}
          </ul>
        </details>
      )}
      <div className="page-head">
        <Segmented<Shown>
          value={shown}
          onChange={setShown}
          options={(['open', 'all', 'decided'] as const).map((value) => ({ value, label: words.filter[value] }))}
        />
        {decides ? <span className="dim small">{words.keys}</span> : null}
        {decides ? <ConfirmAll detail={detail} /> : null}
      </div>
      <div className="reader">
        <Text detail={detail} current={current} pick={setCurrent} />
        <Proposals detail={detail} listed={listed} current={current} pick={setCurrent} decides={decides} />
      </div>
    </>
  )
}

function ConfirmAll({ detail }: { readonly detail: DocumentDetail }) {
  const words = useWords().documents
  const { message, modal } = App.useApp()
  const decide = useChange('decide')
  const { id, open } = detail.row
  if (open === 0) return null
  const all = (): void => {
    modal.confirm({
      title: words.confirmAll(open),
      onOk: async () => {
        const done = await decide.mutateAsync({ params: { id }, body: { decide: 'confirm' } })
        void message.success(words.decidedCount(done.decided, done.open))
      },
    })
  }
  return (
    <Button type="primary" loading={decide.isPending} onClick={all} style={{ marginLeft: 'auto' }}>
      {words.confirmAll(open)}
    </Button>
  )
}

interface TextProps {
  readonly detail: DocumentDetail
  readonly current: string
  readonly pick: (item: string) => void
}

function Text({ detail, current, pick }: TextProps) {
  const box = useRef<HTMLDivElement>(null)
  const pieces = useMemo(() => piecesOf(detail), [detail])
  const byItem = useMemo(() => new Map(detail.proposals.map((one) => [one.item, one])), [detail.proposals])
  useEffect(() => {
    box.current?.querySelector('.span.on')?.scrollIntoView({ block: 'nearest' })
  }, [current])
  return (
    <div className="text" ref={box} tabIndex={0} role="region" aria-label={detail.row.title}>
      {pieces.map(({ start, end, heading, item }) => {
        const words = detail.text.slice(start, end)
        if (item === undefined) return heading ? <strong key={start}>{words}</strong> : <span key={start}>{words}</span>
        const one = byItem.get(item)
        const names = `span ${one?.kind ?? ''} ${one?.decision ?? ''}${item === current ? ' on' : ''}`
        return (
          <span key={start} className={names} onClick={() => pick(item)} onKeyDown={undefined} role="presentation">
            {words}
          </span>
        )
      })}
    </div>
  )
}

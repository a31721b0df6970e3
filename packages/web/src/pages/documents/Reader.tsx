import type { DocumentDetail, ProposalView } from '@jiannuo/contract'
import { App, Button, Input, Modal, Segmented } from 'antd'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { Link, useParams, useSearchParams } from 'react-router'
import { urlOf } from '../../api/client.ts'
import { useChange, useRead } from '../../api/queries.ts'
import { useMe, useWords } from '../../app/session.tsx'
import { Card, Failed, Page, Read } from '../../parts/Page.tsx'
import { CorrectForm } from './CorrectForm.tsx'
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

function Whole({ detail }: { readonly detail: DocumentDetail }) {
  const words = useWords().documents
  const me = useMe()
  const [search] = useSearchParams()
  const at = Number(search.get('at') ?? Number.NaN)
  const asked = detail.proposals.find(({ start, end }) => start <= at && at < end)?.item
  const [shown, setShown] = useState<Shown>(asked === undefined && detail.row.open > 0 ? 'open' : 'all')
  const [current, setCurrent] = useState(asked ?? detail.proposals.find((one) => one.decision === 'open')?.item ?? '')
  const listed = useMemo(() => detail.proposals.filter((one) => fits(shown, one)), [detail.proposals, shown])
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

interface ProposalsProps extends TextProps {
  readonly listed: readonly ProposalView[]
  readonly decides: boolean
}

function useDeciding(detail: DocumentDetail, listed: readonly ProposalView[], pick: (item: string) => void) {
  const decide = useChange('decide')
  const { id } = detail.row
  const next = useCallback(
    (item: string) => {
      const at = listed.findIndex((one) => one.item === item)
      const after = listed[at + 1] ?? listed[at - 1]
      if (after !== undefined) pick(after.item)
    },
    [listed, pick],
  )
  return {
    decide,
    confirm: (item: string) => {
      decide.mutate({ params: { id }, body: { decide: 'confirm', items: [item] } })
      next(item)
    },
    reject: (item: string, reason: string) => {
      decide.mutate({ params: { id }, body: { decide: 'reject', items: [item], reason } })
      next(item)
    },
    reopen: (item: string) => decide.mutate({ params: { id }, body: { decide: 'reopen', items: [item] } }),
    merge: (items: readonly string[], title: string) =>
      decide.mutate({ params: { id }, body: { decide: 'merge', items: [...items], title } }),
  }
}

function Proposals({ detail, listed, current, pick, decides }: ProposalsProps) {
  const words = useWords().documents
  const list = useRef<HTMLDivElement>(null)
  const { decide, confirm, reject, reopen, merge } = useDeciding(detail, listed, pick)
  const [rejecting, setRejecting] = useState<string>()
  const [editing, setEditing] = useState<ProposalView>()
  const [chosen, setChosen] = useState<readonly string[]>([])
  const toggle = (item: string): void =>
    setChosen(chosen.includes(item) ? chosen.filter((one) => one !== item) : [...chosen, item])
  useEffect(() => {
    list.current?.querySelector('.proposal.on')?.scrollIntoView({ block: 'nearest' })
  }, [current])
  const move = (by: number): void => {
    const at = listed.findIndex((one) => one.item === current)
    const one = listed[Math.min(listed.length - 1, Math.max(0, at + by))]
    if (one !== undefined) pick(one.item)
  }
  const keys = (event: React.KeyboardEvent): void => {
    const one = listed.find(({ item }) => item === current)
    const acts: Readonly<Record<string, () => void>> = {
      ArrowDown: () => move(1),
      ArrowUp: () => move(-1),
      ...(decides && one?.decision === 'open'
        ? {
            Enter: () => confirm(current),
            x: () => setRejecting(current),
            e: () => setEditing(one),
            ' ': () => toggle(current),
          }
        : {}),
    }
    const act = acts[event.key]
    if (act === undefined || event.target !== event.currentTarget) return
    event.preventDefault()
    act()
  }
  return (
    <div>
      {chosen.length > 1 ? (
        <Merge
          count={chosen.length}
          merge={(title) => {
            merge(chosen, title)
            setChosen([])
          }}
        />
      ) : null}
      {decide.error === null ? null : <Failed error={decide.error} />}
      <div className="list" ref={list} tabIndex={0} role="listbox" aria-label={words.statements} onKeyDown={keys}>
        {listed.map((one) => (
          <Proposal key={one.item} one={one} on={one.item === current} chosen={chosen.includes(one.item)} pick={pick}>
            {decides && one.decision === 'open' ? (
              <>
                <Button size="small" type="primary" onClick={() => confirm(one.item)}>
                  {words.confirm}
                </Button>
                <Button size="small" onClick={() => setEditing(one)}>
                  {words.edit}
                </Button>
                <Button size="small" onClick={() => setRejecting(one.item)}>
                  {words.reject}
                </Button>
              </>
            ) : null}
            {decides && one.decision === 'rejected' ? (
              <Button size="small" onClick={() => reopen(one.item)}>
                {words.reopen}
              </Button>
            ) : null}
          </Proposal>
        ))}
      </div>
      <Reject item={rejecting} close={() => setRejecting(undefined)} reject={reject} />
      {editing === undefined ? null : (
        <CorrectForm document={detail.row.id} proposal={editing} close={() => setEditing(undefined)} />
      )}
    </div>
  )
}

interface ProposalProps {
  readonly one: ProposalView
  readonly on: boolean
  readonly chosen: boolean
  readonly pick: (item: string) => void
  readonly children: React.ReactNode
}

function Proposal({ one, on, chosen, pick, children }: ProposalProps) {
  const words = useWords().documents
  return (
    <div
      className={`proposal${on ? ' on' : ''}`}
      role="option"
      aria-selected={on}
      tabIndex={-1}
      onMouseEnter={() => pick(one.item)}
      onFocus={() => pick(one.item)}
    >
      <div className="row">
        <span className="hash">
          {chosen ? '☑' : ''}
          {one.item}
        </span>
        <span className="title">{one.title}</span>
        <span className="small dim nowrap">{words.decided[one.decision]}</span>
      </div>
      <div className="small dim">
        {one.target}
        {'　'}
        {one.indicatorName}
        {one.indicatorKnown || one.indicator === undefined ? '' : `（${words.unknown}）`}
        {'　'}
        {one.lead === undefined ? '' : `${words.guess}${words.lead}：${one.lead.name}`}
        {'　'}
        {one.due}
        {one.note === undefined ? '' : `　${one.note}`}
      </div>
      {on ? (
        <div className="acts">
          {children}
          {one.commitment === undefined ? null : <Link to={`/ledger/${one.commitment}`}>{useWords().menu.ledger}</Link>}
        </div>
      ) : null}
    </div>
  )
}

function Reject({
  item,
  close,
  reject,
}: {
  readonly item: string | undefined
  readonly close: () => void
  readonly reject: (item: string, reason: string) => void
}) {
  const words = useWords().documents
  const common = useWords().common
  const [reason, setReason] = useState('')
  return (
    <Modal
      open={item !== undefined}
      title={words.reject}
      okText={common.confirm}
      cancelText={common.cancel}
      okButtonProps={{ disabled: reason.trim() === '' }}
      onCancel={close}
      onOk={() => {
        if (item !== undefined) reject(item, reason.trim())
        close()
      }}
    >
      <Input.TextArea
        autoFocus
        aria-label={words.reason}
        placeholder={words.reason}
        value={reason}
        maxLength={500}
        onChange={({ target }) => setReason(target.value)}
      />
    </Modal>
  )
}

function Merge({ count, merge }: { readonly count: number; readonly merge: (title: string) => void }) {
  const words = useWords().documents
  const [title, setTitle] = useState('')
  return (
    <Card title={`${words.merge}（${count}）`}>
      <Input.Search
        aria-label={words.mergeTitle}
        placeholder={words.mergeTitle}
        value={title}
        onChange={({ target }) => setTitle(target.value)}
        enterButton={words.merge}
        onSearch={(text) => (text.trim() === '' ? undefined : merge(text.trim()))}
      />
    </Card>
  )
}

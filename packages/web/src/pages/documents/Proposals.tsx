import type { DocumentDetail, ProposalView } from '@jiannuo/contract'
import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { Link } from 'react-router'
import { useWords } from '../../app/session.tsx'
import { Failed } from '../../parts/Page.tsx'
import { CorrectForm } from './CorrectForm.tsx'
import { type Keys, pressed, useDeciding } from './deciding.ts'
import { Merge, Reject } from './ProposalDialogs.tsx'
import { SplitProposal } from './SplitProposal.tsx'

interface Props {
  readonly detail: DocumentDetail
  readonly listed: readonly ProposalView[]
  readonly current: string
  readonly pick: (item: string) => void
  /** Whether whoever looks may decide here. */
  readonly decides: boolean
}

type Asking = 'reject' | 'edit' | 'split'

/** What was read from a document, one by one, with what may be decided of each; all of it by keyboard too. */
export function Proposals({ detail, listed, current, pick, decides }: Props) {
  const words = useWords().documents
  const list = useRef<HTMLDivElement>(null)
  const { error, confirm, reject, reopen, merge } = useDeciding(detail, listed, pick)
  const [asking, setAsking] = useState<{ readonly about: ProposalView; readonly what: Asking }>()
  const [chosen, setChosen] = useState<readonly string[]>([])
  const at = listed.findIndex(({ item }) => item === current)
  const one = listed[at]
  useEffect(() => {
    list.current?.querySelector('.proposal.on')?.scrollIntoView({ block: 'nearest' })
  }, [current])
  const ask = (what: Asking): void => setAsking(one === undefined ? undefined : { about: one, what })
  const keys: Keys = {
    move: (by: number) => pick(listed[Math.min(listed.length - 1, Math.max(0, at + by))]?.item ?? current),
    confirm: () => confirm(current),
    reject: () => ask('reject'),
    edit: () => ask('edit'),
    split: () => ask('split'),
    choose: () =>
      setChosen(chosen.includes(current) ? chosen.filter((item) => item !== current) : [...chosen, current]),
  }
  const mergeAll = (title: string): void => {
    merge(chosen, title)
    setChosen([])
  }
  const open = decides && one?.decision === 'open'
  return (
    <div>
      {chosen.length > 1 ? <Merge count={chosen.length} merge={mergeAll} /> : null}
      {error === null ? null : <Failed error={error} />}
      <div
        className="list"
        ref={list}
        tabIndex={0}
        role="group"
        aria-label={words.statements}
        onKeyDown={(event) => pressed(event, open, keys)}
      >
        {listed.map((each) => (
          <Proposal key={each.item} one={each} on={each === one} chosen={chosen.includes(each.item)} pick={pick}>
            {open ? <Decisions keys={keys} /> : null}
            {decides && each.decision === 'rejected' ? (
              <Button size="small" onClick={() => reopen(each.item)}>
                {words.reopen}
              </Button>
            ) : null}
          </Proposal>
        ))}
      </div>
      <Dialogs document={detail.row.id} asking={asking} close={() => setAsking(undefined)} reject={reject} />
    </div>
  )
}

function Decisions({ keys }: { readonly keys: Keys }) {
  const words = useWords().documents
  return (
    <>
      <Button size="small" type="primary" onClick={keys.confirm}>
        {words.confirm}
      </Button>
      <Button size="small" onClick={keys.edit}>
        {words.edit}
      </Button>
      <Button size="small" onClick={keys.split}>
        {words.split}
      </Button>
      <Button size="small" onClick={keys.reject}>
        {words.reject}
      </Button>
    </>
  )
}

interface ProposalProps {
  readonly one: ProposalView
  readonly on: boolean
  readonly chosen: boolean
  readonly pick: (item: string) => void
  /** What may be done with it; shown for the one that is looked at. */
  readonly children: React.ReactNode
}

function Proposal({ one, on, chosen, pick, children }: ProposalProps) {
  const words = useWords()
  const said = [
    one.target,
    one.indicatorName === undefined || one.indicatorKnown || one.indicator === undefined
      ? one.indicatorName
      : `${one.indicatorName}（${words.documents.unknown}）`,
    one.lead === undefined ? undefined : `${words.documents.guess}${words.documents.lead}：${one.lead.name}`,
    one.due,
    one.note,
  ]
  return (
    <div
      className={`proposal${on ? ' on' : ''}`}
      aria-current={on}
      onMouseEnter={() => pick(one.item)}
      onClick={() => pick(one.item)}
    >
      <div className="row">
        <span className="hash">
          {chosen ? '☑' : ''}
          {one.item}
        </span>
        <span className="title">{one.title}</span>
        <span className="small dim nowrap">{words.documents.decided[one.decision]}</span>
      </div>
      <div className="small dim">{said.filter((part) => part !== undefined && part !== '').join('　')}</div>
      {on ? (
        <div className="acts">
          {children}
          {one.commitment === undefined ? null : <Link to={`/ledger/${one.commitment}`}>{words.menu.ledger}</Link>}
        </div>
      ) : null}
    </div>
  )
}

interface DialogsProps {
  readonly document: string
  readonly asking: { readonly about: ProposalView; readonly what: Asking } | undefined
  readonly close: () => void
  readonly reject: (item: string, reason: string) => void
}

function Dialogs({ document, asking, close, reject }: DialogsProps) {
  if (asking?.what === 'edit') return <CorrectForm document={document} proposal={asking.about} close={close} />
  if (asking?.what === 'split') return <SplitProposal document={document} proposal={asking.about} close={close} />
  return <Reject item={asking?.about.item} close={close} reject={reject} />
}

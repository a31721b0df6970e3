import type { CommitmentDetail } from '@jiannuo/contract'
import { lazy, Suspense } from 'react'
import { Link, useParams } from 'react-router'
import { useRead } from '../../api/queries.ts'
import { useMe, useWords } from '../../app/session.tsx'
import { ActionPanel } from '../../parts/ActionPanel.tsx'
import { Progress } from '../../parts/Bars.tsx'
import { LightTag } from '../../parts/LightTag.tsx'
import { Card, Empty, Page, Read } from '../../parts/Page.tsx'
import { Timeline } from '../../parts/Timeline.tsx'
import { Feed } from './Feed.tsx'
import { ReadingRows } from './FeedReadings.tsx'
import { SplitForm } from './SplitForm.tsx'

const Curve = lazy(async () => ({ default: (await import('../../parts/Curve.tsx')).Curve }))

/** One commitment: its words, its light and why, its number and where that comes from, its course. */
export function Commitment() {
  const { id = '' } = useParams()
  const found = useRead('commitment', { params: { id } })
  const words = useWords()
  return (
    <Page title={found.data?.row.title ?? words.ledger.task}>
      <Read from={found}>{(whole) => <Whole whole={whole} />}</Read>
    </Page>
  )
}

function Whole({ whole }: { readonly whole: CommitmentDetail }) {
  const words = useWords().commitment
  const me = useMe()
  return (
    <>
      <Standing whole={whole} />
      <div className="grid-main">
        <div>
          <Source whole={whole} />
          <Card title={words.curve}>
            {whole.readings.length === 0 && whole.paceCurve.length === 0 ? (
              <Empty>{words.noReadings}</Empty>
            ) : (
              <Suspense fallback={<div className="chart" />}>
                <Curve detail={whole} />
              </Suspense>
            )}
            <Readings whole={whole} />
          </Card>
          {whole.row.target === '' ? null : <Feed id={whole.row.id} />}
          <Parts whole={whole} split={me.may.confirm} />
          <Milestones whole={whole} />
        </div>
        <div>
          <Card title={words.actions}>
            <ActionPanel record={whole.record} />
          </Card>
          <Clocks whole={whole} />
          <Returns whole={whole} />
          <Card title={words.history}>
            <Timeline entries={whole.record.timeline} />
          </Card>
        </div>
      </div>
    </>
  )
}

function Fact({ title, children }: { readonly title: string; readonly children: React.ReactNode }) {
  return (
    <div>
      <dt>{title}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function Standing({ whole: { row, reasons, original, lightRule } }: { readonly whole: CommitmentDetail }) {
  const words = useWords()
  const w = words.commitment
  return (
    <Card>
      <p style={{ margin: '0 0 10px', display: 'flex', gap: 14, alignItems: 'center', flexWrap: 'wrap' }}>
        <LightTag light={row.light} />
        <span>{row.stateTitle}</span>
        {row.gap === undefined ? null : <span>{words.common.points(row.gap)}</span>}
        {row.daysLeft === undefined ? null : <span className="dim">{words.common.days(row.daysLeft)}</span>}
        {row.adjusted ? <span className="dim">{w.adjusted}</span> : null}
      </p>
      <dl className="facts">
        <Fact title={words.ledger.target}>{row.target === '' ? words.common.none : row.target}</Fact>
        <Fact title={words.ledger.current}>
          {row.current === undefined ? words.common.none : `${row.current}${row.unit}`}
          <span className="small dim">
            {'　'}
            {row.currentPeriod} {row.currentVersion}
          </span>
        </Fact>
        <Fact title={words.ledger.progress}>
          <Progress completion={row.completion} pace={row.pace} />
        </Fact>
        {row.forecast === undefined || (row.daysLeft ?? 0) < 0 ? null : (
          <Fact title={w.forecast}>{`${Math.round(row.forecast * 100) / 100}${row.unit}`}</Fact>
        )}
        <Fact title={words.ledger.lead}>{row.leadName ?? words.common.none}</Fact>
        {row.partners.length === 0 ? null : (
          <Fact title={w.partners}>{row.partners.map(({ name }) => name).join('、')}</Fact>
        )}
        {row.leader === undefined ? null : <Fact title={w.leader}>{row.leader}</Fact>}
        <Fact title={w.due}>{row.due ?? words.common.none}</Fact>
      </dl>
      <h2 style={{ fontSize: 14, margin: '14px 0 4px' }}>
        {w.reasons} <span className="note dim small">{lightRule}</span>
      </h2>
      <ul style={{ margin: 0 }}>
        {reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
      {original === undefined ? null : (
        <p className="dim">
          {w.original}：{original.title}
          {'　'}
          {original.target}
          {'　'}
          {original.due}
        </p>
      )}
    </Card>
  )
}

function Source({ whole: { source } }: { readonly whole: CommitmentDetail }) {
  const words = useWords().commitment
  if (source === undefined) return null
  return (
    <Card
      title={words.source}
      note={<Link to={`/documents/${source.document}?at=${source.start}`}>{words.openSource}</Link>}
    >
      <div className="dim small">
        {source.title}
        {'　'}
        {source.path}
        {'　'}
        {source.place}
      </div>
      <p className="quote">
        {source.before}
        <mark>{source.quote}</mark>
        {source.after}
      </p>
      <div className="hash">sha256 {source.file}</div>
    </Card>
  )
}

function Readings({ whole: { readings } }: { readonly whole: CommitmentDetail }) {
  const words = useWords().commitment
  if (readings.length === 0) return null
  return (
    <details>
      <summary>{words.readings}</summary>
      <table className="plain">
        <thead>
          <tr>
            {[words.period, words.value, words.version, words.from, words.used].map((title) => (
              <th key={title}>{title}</th>
            ))}
          </tr>
        </thead>
        <ReadingRows readings={readings} />
      </table>
    </details>
  )
}

function Parts({ whole, split }: { readonly whole: CommitmentDetail; readonly split: boolean }) {
  const words = useWords().commitment
  const open =
    split &&
    whole.parts.length === 0 &&
    whole.row.parent === undefined &&
    ['draft', 'consulting', 'issued', 'running'].includes(whole.row.state)
  if (whole.parts.length === 0 && !open) return null
  return (
    <Card title={words.parts} note={open ? <SplitForm row={whole.row} /> : undefined}>
      {whole.parts.map((part) => (
        <Link key={part.id} to={`/ledger/${part.id}`} className="item">
          <span className="line">
            <LightTag light={part.light} />
            <span className="title">{part.title}</span>
            <span className="dim small">{part.leadName}</span>
          </span>
          <Progress completion={part.completion} pace={part.pace} />
        </Link>
      ))}
    </Card>
  )
}

function Milestones({ whole: { milestones, numbers } }: { readonly whole: CommitmentDetail }) {
  const words = useWords().commitment
  return (
    <>
      {milestones.length === 0 ? null : (
        <Card title={words.milestones}>
          <ul>
            {milestones.map(({ id, title, due, done }) => (
              <li key={id}>
                {due}
                {'　'}
                {title} {done === undefined ? '' : `✓ ${done}`}
              </li>
            ))}
          </ul>
        </Card>
      )}
      {numbers.length === 0 ? null : (
        <Card title={words.numbers}>
          <ul>
            {numbers.map(({ item, quote, indicator, proof }) => (
              <li key={item}>
                <span className="hash">{item}</span>
                {'　'}
                {indicator} {quote}
                {'　'}
                <span className="dim">{proof}</span>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </>
  )
}

function Clocks({ whole: { record } }: { readonly whole: CommitmentDetail }) {
  const words = useWords().commitment
  const running = record.clocks.filter(({ due }) => due !== undefined)
  if (running.length === 0) return null
  return (
    <Card title={words.clocks}>
      {running.map(({ id, title, state, due, used, left }) => (
        <div key={id} title={record.clocks.find((one) => one.id === id)?.source} style={{ padding: '4px 0' }}>
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

function Returns({ whole: { returns } }: { readonly whole: CommitmentDetail }) {
  const words = useWords().commitment
  if (returns.length === 0) return null
  return (
    <Card title={words.returns}>
      {returns.toReversed().map((one) => (
        <div key={one.id ?? one.period} style={{ padding: '4px 0' }}>
          <span className="num">{one.period}</span>
          {'　'}
          {one.value === undefined ? '' : `${one.value}${one.valueUnit}`}
          {'　'}
          <span className="dim">{one.stateTitle}</span>
          <div className="small dim">{one.progress}</div>
        </div>
      ))}
    </Card>
  )
}

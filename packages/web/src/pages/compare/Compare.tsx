import type { Compared, DocumentRow, Promises } from '@jiannuo/contract'
import { Checkbox, Segmented, Select } from 'antd'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { useRead } from '../../api/queries.ts'
import { useWords } from '../../app/session.tsx'
import { Card, Empty, Page, Read } from '../../parts/Page.tsx'

type Way = 'promises' | 'figures'

/** What is mostly compared: the newest plan of one's own whose year a report of one's own looks back on. */
function usualPair(rows: readonly DocumentRow[]): { readonly plan: string; readonly report: string } | undefined {
  const own = rows.filter((row) => row.own).toSorted((x, y) => (y.year ?? 0) - (x.year ?? 0))
  for (const plan of own.filter(({ kind }) => kind === 'plan')) {
    const report = own.find(({ kind, year }) => kind === 'report' && year === (plan.year ?? 0) + 1)
    if (report !== undefined) return { plan: plan.id, report: report.id }
  }
  return undefined
}

/** Promise against result, figure against figure; what does not compare is refused, with why. */
export function Compare() {
  const words = useWords().compare
  const [search, setSearch] = useSearchParams()
  const documents = useRead('documents', {})
  const way: Way = search.get('way') === 'figures' ? 'figures' : 'promises'
  const usual = usualPair(documents.data?.rows ?? [])
  const a = search.get('a') ?? usual?.plan ?? ''
  const b = search.get('b') ?? (way === 'promises' ? usual?.report : undefined) ?? ''
  const set = (next: { way?: Way; a?: string; b?: string }): void => setSearch({ way, a, b, ...next })
  return (
    <Page
      title={words.title}
      actions={
        <Segmented<Way>
          value={way}
          onChange={(next) => set({ way: next })}
          options={(['promises', 'figures'] as const).map((value) => ({ value, label: words[value] }))}
        />
      }
    >
      <Read from={documents}>
        {({ rows }) => (
          <Card>
            <div className="grid-2">
              <Pick
                rows={rows}
                label={way === 'promises' ? words.plan : words.a}
                value={a}
                pick={(id) => set({ a: id })}
              />
              <Pick
                rows={rows}
                label={way === 'promises' ? words.report : words.b}
                value={b}
                pick={(id) => set({ b: id })}
              />
            </div>
          </Card>
        )}
      </Read>
      {a === '' || (way === 'promises' && b === '') ? (
        <Empty>{words.pick}</Empty>
      ) : way === 'promises' ? (
        <PromisesOf plan={a} report={b} />
      ) : (
        <FiguresOf a={a} b={b} />
      )}
    </Page>
  )
}

function Pick({
  rows,
  label,
  value,
  pick,
}: {
  readonly rows: readonly DocumentRow[]
  readonly label: string
  readonly value: string
  readonly pick: (id: string) => void
}) {
  return (
    <div>
      <div className="small dim">{label}</div>
      <Select
        aria-label={label}
        allowClear
        style={{ width: '100%' }}
        value={value === '' ? null : value}
        onChange={(id: string | null | undefined) => pick(id ?? '')}
        options={rows.map(({ id, title, place, year }) => ({ value: id, label: `${place} ${year ?? ''} ${title}` }))}
      />
    </div>
  )
}

function PromisesOf({ plan, report }: { readonly plan: string; readonly report: string }) {
  const found = useRead('promises', { query: { plan, report } })
  return <Read from={found}>{(data) => <PromiseTable data={data} />}</Read>
}

const KEPT = ['met', 'exceeded']

function PromiseTable({ data }: { readonly data: Promises }) {
  const words = useWords().compare
  const [worst, setWorst] = useState(true)
  const order = ['notMentioned', 'short', 'reworded', 'mentioned', 'met', 'exceeded']
  const rows = data.rows
    .filter(({ outcome }) => !worst || !KEPT.includes(outcome))
    .toSorted((x, y) => order.indexOf(x.outcome) - order.indexOf(y.outcome) || Number(y.sure) - Number(x.sure))
  return (
    <Card
      title={`${data.year}`}
      note={order
        .map(
          (one) => `${data.rows.find(({ outcome }) => outcome === one)?.outcomeTitle ?? ''}${data.counts[one] ?? ''}`,
        )
        .filter(Boolean)
        .join('　')}
    >
      <Checkbox checked={worst} onChange={({ target }) => setWorst(target.checked)}>
        {words.onlyProblems}
      </Checkbox>
      <div className="table-wrap">
        <table className="plain">
          <thead>
            <tr>
              {[words.outcome, words.promise, words.said, words.why].map((title) => (
                <th key={title}>{title}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((one) => (
              <tr key={one.item}>
                <td className="nowrap">
                  {one.outcomeTitle}
                  {one.sure ? null : <div className="small dim">{words.unsure}</div>}
                </td>
                <td>
                  <strong>{one.title}</strong>
                  <div className="small dim">{one.sentence}</div>
                </td>
                <td>{one.evidence.length === 0 ? words.nothingSaid : one.evidence.join('；')}</td>
                <td className="small dim">{one.reasons.join('；')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  )
}

function FiguresOf({ a, b }: { readonly a: string; readonly b: string }) {
  const found = useRead('figures', { query: { a, ...(b === '' ? {} : { b }) } })
  return <Read from={found}>{(data) => <FigureTable data={data} />}</Read>
}

function FigureTable({ data }: { readonly data: Compared }) {
  const words = useWords().compare
  return (
    <Card
      title={`${data.a.place ?? data.a.title} ${data.a.year ?? ''}　→　${data.b.place ?? data.b.title} ${data.b.year ?? ''}`}
    >
      <div className="table-wrap">
        <table className="plain">
          <thead>
            <tr>
              {[words.verdict, words.indicator, words.a, words.b.slice(0, 1), words.difference, words.why].map(
                (title) => (
                  <th key={title}>{title}</th>
                ),
              )}
            </tr>
          </thead>
          <tbody>
            {data.rows.map((one, at) => (
              <tr key={`${one.indicator}${at}`}>
                <td className="nowrap">{one.verdictTitle}</td>
                <td>{one.indicator}</td>
                <td className="num">{one.a?.value}</td>
                <td className="num">{one.b?.value}</td>
                <td className="num nowrap">{one.difference}</td>
                <td className="small dim">{one.reasons.join('；')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  )
}

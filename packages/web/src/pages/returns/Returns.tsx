import type { ActionView, RecordView, ReturnRow } from '@jiannuo/contract'
import { Button, Input, Segmented } from 'antd'
import { useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { call, urlOf } from '../../api/client.ts'
import { useChange, useRead } from '../../api/queries.ts'
import { useMe, useWords } from '../../app/session.tsx'
import { ActionForm } from '../../parts/ActionPanel.tsx'
import { Card, Empty, Failed, Page, Read } from '../../parts/Page.tsx'

type Which = 'all' | 'missing' | 'draft' | 'submitted' | 'sentBack' | 'approved'
const WHICH: readonly Which[] = ['all', 'missing', 'submitted', 'sentBack', 'approved']

const stateOf = ({ state }: ReturnRow): Which =>
  state === 'draft' || state === 'submitted' || state === 'sentBack' || state === 'approved' ? state : 'missing'

/** A month's returns: filled in by clerks, looked through by the supervisor, told in the circular. */
export function Returns() {
  const words = useWords()
  const [search, setSearch] = useSearchParams()
  const period = search.get('month')
  const found = useRead('returns', { query: period === null ? {} : { period } })
  const month = found.data?.period ?? ''
  return (
    <Page
      title={words.returns.title}
      actions={
        <>
          <Input
            type="month"
            aria-label={words.returns.month}
            value={month}
            style={{ width: 150 }}
            onChange={({ target }) => (target.value === '' ? undefined : setSearch({ month: target.value }))}
          />
          <a href={urlOf('circular', { query: { month } })} download>
            <Button disabled={month === ''}>{words.returns.circular}</Button>
          </a>
        </>
      }
    >
      <Read from={found}>
        {({ rows, counts, due }) => (
          <>
            <p>
              {words.returns.counts(counts.owed, counts.submitted + counts.approved, counts.missing)}
              {'　'}
              <span className="dim">{words.returns.due(due)}</span>
            </p>
            <Board rows={rows} />
          </>
        )}
      </Read>
    </Page>
  )
}

function Board({ rows }: { readonly rows: readonly ReturnRow[] }) {
  const words = useWords()
  const me = useMe()
  const [which, setWhich] = useState<Which>(
    me.may.review && rows.some((row) => row.state === 'submitted') ? 'submitted' : 'all',
  )
  const listed = rows.filter((row) => which === 'all' || stateOf(row) === which)
  const label = (one: Which): string =>
    `${one === 'all' ? words.common.all : words.returns.states[one]} ${one === 'all' ? rows.length : rows.filter((row) => stateOf(row) === one).length}`
  return (
    <>
      <Segmented<Which>
        value={which}
        onChange={setWhich}
        options={WHICH.map((value) => ({ value, label: label(value) }))}
        style={{ marginBottom: 10, maxWidth: '100%', overflowX: 'auto' }}
      />
      <Card>
        {listed.length === 0 ? <Empty>{words.returns.nothing}</Empty> : null}
        {listed.map((row) => (
          <Row key={row.commitment} row={row} />
        ))}
      </Card>
    </>
  )
}

/** What is worked out is not asked for, nor numerator and denominator of those who count in pieces. */
const asked = (action: ActionView, { valueUnit, needsValue }: ReturnRow): ActionView => ({
  ...action,
  form: action.form.filter(
    ({ id }) =>
      id !== 'lateDays' &&
      !(['numerator', 'denominator'].includes(id) && valueUnit !== '%') &&
      !(['value', 'version'].includes(id) && !needsValue),
  ),
})

interface Doing {
  readonly record: RecordView
  readonly action: ActionView
}

function Row({ row }: { readonly row: ReturnRow }) {
  const words = useWords().returns
  const me = useMe()
  const [doing, setDoing] = useState<Doing>()
  const [error, setError] = useState<Error>()
  const open = useChange('openReturn')
  const begin = async (wanted: string): Promise<void> => {
    setError(undefined)
    try {
      const id = row.id ?? (await open.mutateAsync({ body: { commitment: row.commitment, period: row.period } })).record
      const record = await call('record', { params: { id } })
      const action = record.actions.find((one) => one.action === wanted)
      if (action !== undefined) setDoing({ record, action: asked(action, row) })
    } catch (reason) {
      setError(reason instanceof Error ? reason : new Error(String(reason)))
    }
  }
  const state = stateOf(row)
  return (
    <div className="item">
      <span className="line">
        <span className="title">
          <Link to={`/ledger/${row.commitment}`}>{row.title}</Link>
        </span>
        <span className="small nowrap">{words.states[state === 'all' ? 'missing' : state]}</span>
      </span>
      <span className="sub" style={{ display: 'block' }}>
        {row.unitName}
        {'　'}
        {row.target}
        {'　'}
        {row.value === undefined ? '' : `${words.value} ${row.value}${row.valueUnit}`}
        {'　'}
        {row.last === undefined ? '' : words.last(row.last.period, row.last.value, row.valueUnit)}
      </span>
      {row.progress === undefined ? null : <div className="small">{row.progress}</div>}
      {row.reason === undefined ? null : (
        <div className="small">
          {words.back}：{row.reason}
        </div>
      )}
      <div className="acts" style={{ marginTop: 6, display: 'flex', gap: 8 }}>
        {me.may.report && (state === 'missing' || state === 'draft' || state === 'sentBack') ? (
          <Button type="primary" size="small" onClick={() => void begin('submit')}>
            {state === 'sentBack' ? words.mend : words.fill}
          </Button>
        ) : null}
        {me.may.review && state === 'submitted' ? (
          <>
            <Button type="primary" size="small" onClick={() => void begin('approve')}>
              {words.approve}
            </Button>
            <Button size="small" onClick={() => void begin('sendBack')}>
              {words.sendBack}
            </Button>
          </>
        ) : null}
      </div>
      {error === undefined ? null : <Failed error={error} />}
      {doing === undefined ? null : (
        <ActionForm
          record={doing.record}
          action={doing.action}
          about={<About row={row} />}
          close={() => setDoing(undefined)}
        />
      )}
    </div>
  )
}

/** What a return is about: the task, its target, and what was said last. */
function About({ row }: { readonly row: ReturnRow }) {
  const words = useWords().returns
  return (
    <p className="dim">
      {row.title}
      {'　'}
      {row.target}
      {'　'}
      {row.last === undefined ? '' : words.last(row.last.period, row.last.value, row.valueUnit)}
    </p>
  )
}

import type { CommitmentRow } from '@jiannuo/contract'
import { useInfiniteQuery } from '@tanstack/react-query'
import { App, Button, Grid, Input, Popover, Select, Space, Table, type TableColumnsType } from 'antd'
import { useMemo, useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { call, freshKey, urlOf } from '../../api/client.ts'
import { useChange, useRead } from '../../api/queries.ts'
import { useMe, useWords } from '../../app/session.tsx'
import { Progress } from '../../parts/Bars.tsx'
import { LIGHTS, LightTag } from '../../parts/LightTag.tsx'
import { Page, Read } from '../../parts/Page.tsx'
import { type Filters, filtersOf, lightsIn, savedViews, saveView, withFilter } from './filters.ts'
import { SplitTable } from './SplitTable.tsx'

const useLedger = (filters: Filters) =>
  useInfiniteQuery({
    queryKey: ['commitments', '', filters],
    queryFn: ({ pageParam }) =>
      call('commitments', { query: { ...filters, limit: 100, ...(pageParam === '' ? {} : { after: pageParam }) } }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
  })

/** The ledger: filtered, saved, chosen from, taken out as a sheet and back in. */
export function Ledger() {
  const words = useWords()
  const me = useMe()
  const [search, setSearch] = useSearchParams()
  const filters = useMemo(() => filtersOf(search), [search])
  const found = useLedger(filters)
  const [chosen, setChosen] = useState<readonly string[]>([])
  const first = found.data?.pages[0]
  const rows = useMemo(() => found.data?.pages.flatMap((page) => page.rows) ?? [], [found.data])
  const set = (key: keyof Filters, value: string | undefined): void => setSearch(withFilter(filters, key, value))
  return (
    <Page
      title={words.ledger.title}
      actions={
        <>
          <a href={urlOf('exportSplit', { query: { year: filters.year } })} download>
            <Button>{words.ledger.export}</Button>
          </a>
          {me.may.confirm ? <SplitTable /> : null}
        </>
      }
    >
      <FilterBar filters={filters} set={set} apply={(wanted) => setSearch({ ...wanted })} />
      {first?.lights === undefined ? null : (
        <p style={{ display: 'flex', gap: 14, flexWrap: 'wrap', margin: '8px 0' }}>
          <span>{words.common.total(first.total ?? 0)}</span>
          {LIGHTS.map((light) => (
            <span key={light}>
              <LightTag light={light} /> <span className="num">{first.lights?.[light]}</span>
            </span>
          ))}
        </p>
      )}
      {me.may.confirm && chosen.length > 0 ? <Bulk ids={chosen} done={() => setChosen([])} /> : null}
      <Read from={{ data: found.data, error: found.error, refetch: found.refetch }}>
        {() => (
          <Rows
            rows={rows}
            busy={found.isFetchingNextPage}
            more={found.hasNextPage ? () => void found.fetchNextPage() : undefined}
            choose={me.may.confirm ? setChosen : undefined}
            chosen={chosen}
          />
        )}
      </Read>
    </Page>
  )
}

interface BarProps {
  readonly filters: Filters
  readonly set: (key: keyof Filters, value: string | undefined) => void
  readonly apply: (filters: Filters) => void
}

function FilterBar({ filters, set, apply }: BarProps) {
  const words = useWords()
  const me = useMe()
  const units = useRead('organisation', {})
  const overview = useRead('overview', { query: filters.year === undefined ? {} : { year: filters.year } })
  const states = Object.entries(words.ledger.states).map(([value, label]) => ({ value, label }))
  return (
    <Space wrap size={8}>
      <Select
        aria-label={words.documents.year}
        allowClear
        placeholder={words.documents.year}
        value={filters.year}
        style={{ width: 96 }}
        onChange={(one?: string) => set('year', one)}
        options={me.years.map((one) => ({ value: String(one), label: words.menu.year(one) }))}
      />
      <Select
        aria-label={words.ledger.light}
        mode="multiple"
        allowClear
        placeholder={words.ledger.light}
        value={[...lightsIn(filters)]}
        style={{ minWidth: 120 }}
        onChange={(some: string[]) => set('light', some.join(','))}
        options={LIGHTS.map((one) => ({ value: one, label: words.lights[one] }))}
      />
      <Select
        aria-label={words.ledger.state}
        allowClear
        placeholder={words.ledger.state}
        value={filters.state}
        style={{ width: 110 }}
        onChange={(one?: string) => set('state', one)}
        options={states}
      />
      <Select
        aria-label={words.ledger.unit}
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={words.ledger.unit}
        value={filters.lead}
        style={{ width: 170 }}
        onChange={(one?: string) => set('lead', one)}
        options={(units.data?.units ?? [])
          .filter(({ kind }) => kind !== 'district')
          .map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Select
        aria-label={words.ledger.chapter}
        allowClear
        placeholder={words.ledger.chapter}
        value={filters.chapter}
        style={{ width: 150 }}
        onChange={(one?: string) => set('chapter', one)}
        options={(overview.data?.chapters ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Input.Search
        aria-label={words.ledger.words}
        allowClear
        placeholder={words.ledger.words}
        defaultValue={filters.q ?? ''}
        style={{ width: 170 }}
        onSearch={(text) => set('q', text.trim())}
      />
      <Views filters={filters} apply={apply} />
    </Space>
  )
}

function Views({ filters, apply }: Pick<BarProps, 'filters' | 'apply'>) {
  const words = useWords().ledger
  const common = useWords().common
  const [views, setViews] = useState(savedViews)
  const [name, setName] = useState('')
  const content = (
    <Space.Compact>
      <Input
        value={name}
        placeholder={words.viewName}
        maxLength={30}
        onChange={({ target }) => setName(target.value)}
      />
      <Button disabled={name.trim() === ''} onClick={() => setViews(saveView({ name: name.trim(), filters }))}>
        {common.save}
      </Button>
    </Space.Compact>
  )
  return (
    <>
      {views.length === 0 ? null : (
        <Select
          aria-label={words.views}
          placeholder={words.views}
          value={null}
          style={{ width: 120 }}
          options={views.map((one) => ({ value: one.name, label: one.name }))}
          onSelect={(wanted: string | null) => apply(views.find((one) => one.name === wanted)?.filters ?? {})}
        />
      )}
      <Popover trigger="click" content={content}>
        <Button type="text">{words.saveView}</Button>
      </Popover>
    </>
  )
}

function Bulk({ ids, done }: { readonly ids: readonly string[]; readonly done: () => void }) {
  const words = useWords().ledger
  const { message } = App.useApp()
  const bulk = useChange('bulk')
  const issue = async (): Promise<void> => {
    const { done: count, refused } = await bulk.mutateAsync({
      body: { ids: [...ids], action: 'issue', input: {}, key: freshKey() },
    })
    void message.info(
      [words.bulkDone(count, refused.length), ...refused.slice(0, 3).map((one) => `${one.title}：${one.message}`)].join(
        '　',
      ),
    )
    done()
  }
  return (
    <p>
      {words.chosen(ids.length)}
      {'　'}
      <Button size="small" type="primary" loading={bulk.isPending} onClick={() => void issue().catch(() => undefined)}>
        {words.issue}
      </Button>
    </p>
  )
}

interface RowsProps {
  readonly rows: readonly CommitmentRow[]
  readonly busy: boolean
  readonly more: (() => void) | undefined
  readonly chosen: readonly string[]
  readonly choose: ((ids: readonly string[]) => void) | undefined
}

function useColumns(): TableColumnsType<CommitmentRow> {
  const words = useWords().ledger
  return useMemo(
    () => [
      { title: words.light, width: 76, render: (_, row) => <LightTag light={row.light} /> },
      {
        title: words.task,
        width: 320,
        ellipsis: true,
        render: (_, row) => <Link to={`/ledger/${row.id}`}>{row.title}</Link>,
      },
      { title: words.target, width: 120, ellipsis: true, dataIndex: 'target' },
      {
        title: words.current,
        width: 96,
        align: 'right',
        render: (_, row) => (row.current === undefined ? '' : <span className="num">{row.current}</span>),
      },
      {
        title: words.progress,
        width: 150,
        render: (_, row) => <Progress completion={row.completion} pace={row.pace} />,
      },
      { title: words.lead, width: 150, ellipsis: true, dataIndex: 'leadName' },
      { title: words.due, width: 104, dataIndex: 'due' },
      { title: words.state, width: 90, dataIndex: 'stateTitle' },
    ],
    [words],
  )
}

function Rows({ rows, busy, more, chosen, choose }: RowsProps) {
  const words = useWords().common
  const columns = useColumns()
  const wide = Grid.useBreakpoint().md !== false
  if (!wide) return <Cards rows={rows} more={more} busy={busy} />
  return (
    <>
      <Table<CommitmentRow>
        size="small"
        virtual
        rowKey="id"
        columns={columns}
        dataSource={[...rows]}
        pagination={false}
        scroll={{ x: 1110, y: Math.max(320, window.innerHeight - 290) }}
        {...(choose === undefined
          ? {}
          : {
              rowSelection: {
                selectedRowKeys: [...chosen],
                columnWidth: 42,
                onChange: (keys) => choose(keys.map(String)),
              },
            })}
      />
      {more === undefined ? null : (
        <Button style={{ marginTop: 8 }} loading={busy} onClick={more}>
          {words.more}
        </Button>
      )}
    </>
  )
}

function Cards({ rows, more, busy }: Pick<RowsProps, 'rows' | 'more' | 'busy'>) {
  const words = useWords().common
  return (
    <div className="card">
      {rows.map((row) => (
        <Link key={row.id} to={`/ledger/${row.id}`} className="item">
          <span className="line">
            <LightTag light={row.light} />
            <span className="title">{row.title}</span>
          </span>
          <span className="sub" style={{ display: 'block' }}>
            {row.leadName}
            {'　'}
            {row.stateTitle}
            {'　'}
            {row.due}
          </span>
          <Progress completion={row.completion} pace={row.pace} />
        </Link>
      ))}
      {rows.length === 0 ? <p className="dim">{words.empty}</p> : null}
      {more === undefined ? null : (
        <Button block loading={busy} onClick={more}>
          {words.more}
        </Button>
      )}
    </div>
  )
}

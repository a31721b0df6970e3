import type { SystemSetup } from '@jiannuo/contract'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { Link, useNavigate, useParams, useSearchParams } from 'react-router'
import { call, urlOf } from '../../api/client.ts'
import { useRead } from '../../api/queries.ts'
import { useWords } from '../../app/session.tsx'
import { Page, Read } from '../../parts/Page.tsx'
import { CaseFilterBar } from './CaseFilterBar.tsx'
import { type CaseFilters, caseFiltersOf, withFilters } from './case-filters.ts'
import { CaseRows } from './CaseRows.tsx'
import { Many } from './Many.tsx'

const PAGE = 50

/** What an address may hold that the server does not know is left to the server to refuse. */
const queryOf = (filters: CaseFilters): object => ({ ...filters })

const useCases = (machine: string, filters: CaseFilters) =>
  useInfiniteQuery({
    queryKey: ['cases', machine, filters],
    queryFn: ({ pageParam }) =>
      call('cases', {
        params: { machine },
        query: { ...queryOf(filters), limit: PAGE, ...(pageParam === '' ? {} : { after: pageParam }) },
      }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
  })

/** The records of one system: what waits for me, or all that I may see. */
export function Cases() {
  const { machine = '' } = useParams()
  const setup = useRead('system', { params: { machine } })
  const words = useWords().cases
  return (
    <Page
      title={setup.data?.title ?? words.title}
      actions={setup.data === undefined ? undefined : <Doors setup={setup.data} />}
    >
      <Read from={setup}>{(found) => <List key={found.machine} setup={found} />}</Read>
    </Page>
  )
}

function Doors({ setup }: { readonly setup: SystemSetup }) {
  const { cases: words, menu } = useWords()
  const navigate = useNavigate()
  const [search] = useSearchParams()
  const { machine, noun, openings, sheet } = setup
  const base = `/cases/${encodeURIComponent(machine)}`
  return (
    <>
      {openings.some(({ allowed }) => allowed) ? (
        <Button type="primary" onClick={() => void navigate(`${base}/new`)}>
          {words.newOne(noun)}
        </Button>
      ) : null}
      <Button onClick={() => void navigate(`/boards?machine=${machine}`)}>{menu.boards}</Button>
      {sheet === undefined ? null : <Button onClick={() => void navigate(`${base}/import`)}>{words.import}</Button>}
      <Button
        href={urlOf('exportCases', { params: { machine }, query: { ...caseFiltersOf(search) } })}
        target="_self"
        download
      >
        {words.export}
      </Button>
    </>
  )
}

function List({ setup }: { readonly setup: SystemSetup }) {
  const [search, setSearch] = useSearchParams()
  const filters = useMemo(() => caseFiltersOf(search), [search])
  const found = useCases(setup.machine, filters)
  const [chosen, setChosen] = useState<readonly string[]>([])
  const rows = useMemo(() => found.data?.pages.flatMap((page) => page.rows) ?? [], [found.data])
  const states = found.data?.pages[0]?.states
  const counts = useMemo(
    () => (states === undefined ? undefined : new Map(states.map(({ state, count }) => [state, count]))),
    [states],
  )
  const apply = (wanted: Record<string, string>): void => {
    setChosen([])
    setSearch(wanted)
  }
  return (
    <>
      <Stages setup={setup} filters={filters} counts={counts} />
      <CaseFilterBar setup={setup} filters={filters} counts={counts} apply={apply} />
      {chosen.length === 0 ? null : <Many machine={setup.machine} ids={chosen} clear={() => setChosen([])} />}
      <Read from={{ data: found.data, error: found.error, refetch: found.refetch }}>
        {() => (
          <CaseRows
            setup={setup}
            rows={rows}
            mine={filters.mine === 'true'}
            busy={found.isFetchingNextPage}
            more={found.hasNextPage ? () => void found.fetchNextPage() : undefined}
            chosen={chosen}
            choose={setChosen}
          />
        )}
      </Read>
    </>
  )
}

interface StagesProps {
  readonly setup: SystemSetup
  readonly filters: CaseFilters
  readonly counts: ReadonlyMap<string, number> | undefined
}

/** The stages of a register side by side, each with how many entries stand there. */
function Stages({ setup, filters, counts }: StagesProps) {
  const words = useWords().cases
  const stages = setup.states.filter(({ stage }) => stage)
  if (setup.kind !== 'register' || stages.length === 0) return null
  return (
    <nav className="stages" aria-label={words.stages}>
      {stages.map(({ id, title, counted }) => {
        const on = filters.state === id
        const to = new URLSearchParams(withFilters(filters, { state: on ? undefined : id, show: undefined }))
        return (
          <Link key={id} to={`?${to}`} aria-current={on ? 'true' : undefined} className={on ? 'on' : undefined}>
            <b>{counts?.get(id) ?? 0}</b> {title}
            {counted ? <span className="small dim"> {words.counted}</span> : null}
          </Link>
        )
      })}
    </nav>
  )
}

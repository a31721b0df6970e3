import type { BoardFigure } from '@jiannuo/contract'
import { Button, Segmented, Select } from 'antd'
import { useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { urlOf } from '../../api/client.ts'
import { useRead } from '../../api/queries.ts'
import { useWords } from '../../app/session.tsx'
import { Card, Empty, Page, Read } from '../../parts/Page.tsx'
import { todayIn } from '../../parts/moments.ts'
import { useTrace } from '../../parts/TraceDrawer.tsx'
import { BrokenDown } from './BrokenDown.tsx'
import { dayIn, monthsOf, type SpanName } from './months.ts'

const SPANS = ['month', 'year', 'all'] as const

/** Figures of a system, each opening down to its records, broken down by unit on a map, and the sheets of its meetings. */
export function Boards() {
  const words = useWords().boards
  const [search, setSearch] = useSearchParams()
  const systems = useRead('boards', {})
  const machine = search.get('machine') ?? systems.data?.rows[0]?.machine ?? ''
  const month = search.get('month') ?? todayIn().slice(0, 7)
  const span = SPANS.find((one) => one === search.get('span')) ?? 'year'
  const set = (next: Readonly<Record<string, string>>): void =>
    setSearch({ machine, month, span, ...next }, { replace: true })
  return (
    <Page title={words.title} actions={machine === '' ? null : <Meetings machine={machine} month={month} />}>
      <Card>
        <div className="bar-of-acts">
          <Select
            aria-label={words.pickSystem}
            style={{ minWidth: 260, maxWidth: '100%' }}
            value={machine}
            showSearch={{ optionFilterProp: 'label' }}
            onChange={(value: string) => set({ machine: value })}
            options={(systems.data?.rows ?? []).map((row) => ({
              value: row.machine,
              label: `${row.system} ${row.title}`,
            }))}
          />
          <Segmented<SpanName>
            value={span}
            onChange={(value) => set({ span: value })}
            options={SPANS.map((value) => ({ value, label: words.spans[value] }))}
          />
          <label className="small">
            {words.month}{' '}
            <input
              type="month"
              className="plain-input"
              value={month}
              max={todayIn().slice(0, 7)}
              onChange={({ target }) => (target.value === '' ? undefined : set({ month: target.value }))}
            />
          </label>
          {machine === '' ? null : <Link to={`/cases/${machine}`}>{words.cases}</Link>}
        </div>
      </Card>
      {machine === '' ? null : <Figures key={machine} machine={machine} span={monthsOf(span, month)} />}
    </Page>
  )
}

const link = (label: string, href: string) => (
  <a key={href} href={href} download>
    {label}
  </a>
)

function Meetings({ machine, month }: { readonly machine: string; readonly month: string }) {
  const words = useWords().boards
  const on = dayIn(month, todayIn())
  const sheet = (name: 'meetingPaper' | 'meetingTable', span: 'week' | 'month') =>
    urlOf(name, { params: { machine }, query: { span, on } })
  return (
    <span className="meetings small">
      {words.meeting}：{link(words.weekPaper, sheet('meetingPaper', 'week'))}
      {link(words.weekTable, sheet('meetingTable', 'week'))}
      {link(words.monthPaper, sheet('meetingPaper', 'month'))}
      {link(words.monthTable, sheet('meetingTable', 'month'))}
    </span>
  )
}

interface Span {
  readonly from?: string
  readonly to?: string
}

function Figures({ machine, span }: { readonly machine: string; readonly span: Span }) {
  const words = useWords().boards
  const found = useRead('board', { params: { machine }, query: { ...span } })
  const [chosen, setChosen] = useState<string>()
  return (
    <Read from={found}>
      {({ figures, title }) => {
        const open = figures.find(({ measure }) => measure === chosen) ?? figures[0]
        if (open === undefined) return <Empty>{words.nothing}</Empty>
        return (
          <>
            <Card title={title}>
              <ul className="board-figures">
                {figures.map((one) => (
                  <FigureTile
                    key={one.measure}
                    figure={one}
                    chosen={one.measure === open.measure}
                    choose={() => setChosen(one.measure)}
                  />
                ))}
              </ul>
            </Card>
            <BrokenDown machine={machine} measure={open.measure} title={open.title} span={span} />
          </>
        )
      }}
    </Read>
  )
}

function FigureTile({
  figure,
  chosen,
  choose,
}: {
  readonly figure: BoardFigure
  readonly chosen: boolean
  readonly choose: () => void
}) {
  const words = useWords().boards
  const trace = useTrace()
  return (
    <li className={chosen ? 'board-figure chosen' : 'board-figure'} title={figure.says}>
      <div className="small dim">{figure.title}</div>
      <button
        type="button"
        className="figure-value num"
        aria-label={words.open(`${figure.title} ${figure.raw}`)}
        onClick={() => trace.open(figure.address)}
      >
        {figure.raw}
      </button>
      <div className="small dim">
        {figure.excluded === 0 ? null : `${words.adjusted(figure.adjustedText)} `}
        <Button
          type="link"
          size="small"
          onClick={choose}
          aria-pressed={chosen}
          aria-label={`${words.breakDown} ${figure.title}`}
        >
          {words.breakDown}
        </Button>
      </div>
    </li>
  )
}

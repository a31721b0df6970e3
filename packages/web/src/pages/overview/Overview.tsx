import type { CommitmentRow, LightChange, LightGroup, Overview as OverviewData } from '@jiannuo/contract'
import { Button, Select } from 'antd'
import { Link, useSearchParams } from 'react-router'
import { useRead } from '../../api/queries.ts'
import { useWords } from '../../app/session.tsx'
import { LightBar, Progress } from '../../parts/Bars.tsx'
import { LIGHTS, LightTag } from '../../parts/LightTag.tsx'
import { Card, Empty, Page, Read } from '../../parts/Page.tsx'
import { useTrace } from '../../parts/TraceDrawer.tsx'

/** The year at a glance: where it stands, what is worst, who is silent, what changed, what is due. */
export function Overview() {
  const words = useWords()
  const [search, setSearch] = useSearchParams()
  const year = search.get('year')
  const found = useRead('overview', { query: year === null ? {} : { year } })
  const years = found.data?.years ?? []
  const pick = (
    <Select
      aria-label={words.documents.year}
      value={found.data?.year ?? null}
      options={years.map((one) => ({ value: one, label: words.menu.year(one) }))}
      onChange={(one) => setSearch({ year: String(one) })}
      style={{ width: 110 }}
    />
  )
  return (
    <Page title={words.overview.title} actions={pick}>
      <Read from={found}>{(data) => <Whole data={data} />}</Read>
    </Page>
  )
}

function Whole({ data }: { readonly data: OverviewData }) {
  const words = useWords().overview
  return (
    <>
      <Tiles data={data} />
      {data.unconfirmed === 0 ? null : (
        <div className="card">
          {words.unconfirmed(data.unconfirmed)}
          {'　'}
          <Link to="/documents">{words.confirm}</Link>
        </div>
      )}
      <div className="grid-main">
        <div>
          <Card title={words.worst}>
            {data.worst.length === 0 ? <Empty>{words.allWell}</Empty> : null}
            {data.worst.map((row, at) => (
              <Item key={row.id} row={row} lead={at < 3} />
            ))}
          </Card>
          <Card title={words.changes}>
            {data.changes.length === 0 ? <Empty>{words.noChanges}</Empty> : null}
            {data.changes.map((change) => (
              <Turn key={change.id} change={change} />
            ))}
          </Card>
        </div>
        <div>
          <Card title={words.silent} note={words.returns(data.returns.period, data.returns.come, data.returns.owed)}>
            {data.silent.length === 0 ? <Empty>{words.everyone}</Empty> : null}
            {data.silent.map((row) => (
              <Item key={row.id} row={row} />
            ))}
          </Card>
          <Card title={words.due}>
            {data.due.length === 0 ? <Empty>{words.noDue}</Empty> : null}
            {data.due.map((row) => (
              <Item key={row.id} row={row} due />
            ))}
          </Card>
          <Groups title={words.units} groups={data.units} year={data.year} by="lead" />
          <Groups title={words.chapters} groups={data.chapters} year={data.year} by="chapter" />
        </div>
      </div>
    </>
  )
}

function Tiles({ data }: { readonly data: OverviewData }) {
  const words = useWords()
  const trace = useTrace()
  return (
    <div className="card">
      <div className="tiles">
        {LIGHTS.map((light) => (
          <Link key={light} className="tile" to={`/ledger?year=${data.year}&light=${light}`}>
            <LightTag light={light} />
            <b>{data.lights[light]}</b>
          </Link>
        ))}
      </div>
      <p style={{ margin: '12px 0 4px', display: 'flex', gap: 16, flexWrap: 'wrap', alignItems: 'center' }}>
        <span>{words.overview.followed(LIGHTS.reduce((sum, light) => sum + data.lights[light], 0))}</span>
        <span className="dim">{words.overview.struckOff(data.struckOff)}</span>
        <span className="dim">
          {words.overview.pace} {words.common.percent(data.pace)}
        </span>
        <Button type="link" size="small" onClick={() => trace.open('commitments.red')}>
          {words.lights.red}
          {words.overview.trace}
        </Button>
        <Button type="link" size="small" onClick={() => trace.open('commitments.silent')}>
          {words.lights.silent}
          {words.overview.trace}
        </Button>
      </p>
      <LightBar counts={data.lights} />
    </div>
  )
}

function Item({
  row,
  lead = false,
  due = false,
}: {
  readonly row: CommitmentRow
  readonly lead?: boolean
  readonly due?: boolean
}) {
  const words = useWords().common
  return (
    <Link to={`/ledger/${row.id}`} className={`item${lead ? ' lead' : ''}`}>
      <span className="line">
        <LightTag light={row.light} />
        <span className="title">{row.title}</span>
        <span className="dim small nowrap">{row.leadName}</span>
      </span>
      <span className="sub" style={{ display: 'block' }}>
        {due && row.daysLeft !== undefined ? words.days(row.daysLeft) : row.why}
      </span>
      {lead ? <Progress completion={row.completion} pace={row.pace} /> : null}
    </Link>
  )
}

function Turn({ change }: { readonly change: LightChange }) {
  return (
    <Link to={`/ledger/${change.id}`} className="item">
      <span className="line">
        <LightTag light={change.from} />→<LightTag light={change.to} />
        <span className="title">{change.title}</span>
        <span className="dim small nowrap">{change.on}</span>
      </span>
      <span className="sub" style={{ display: 'block' }}>
        {change.leadName}
        {'　'}
        {change.why}
      </span>
    </Link>
  )
}

interface GroupsProps {
  readonly title: string
  readonly groups: readonly LightGroup[]
  readonly year: number
  readonly by: 'lead' | 'chapter'
}

function Groups({ title, groups, year, by }: GroupsProps) {
  return (
    <Card title={title}>
      {groups.map((group) => (
        <Link key={group.id} className="group" to={`/ledger?year=${year}&${by}=${encodeURIComponent(group.id)}`}>
          <span className="name" title={group.name}>
            {group.name}
          </span>
          <LightBar counts={group} />
          <span className="num small dim">{group.total}</span>
        </Link>
      ))}
    </Card>
  )
}

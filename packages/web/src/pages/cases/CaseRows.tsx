import type { CaseLine, SystemSetup } from '@jiannuo/contract'
import { Button, Checkbox, Grid, Table, type TableColumnsType, type TableColumnType } from 'antd'
import { useMemo } from 'react'
import { Link } from 'react-router'
import { useWords } from '../../app/session.tsx'
import { RowClock } from '../../parts/ClockBar.tsx'
import { dayOf } from '../../parts/moments.ts'
import { Empty } from '../../parts/Page.tsx'

interface Props {
  readonly setup: SystemSetup
  readonly rows: readonly CaseLine[]
  readonly mine: boolean
  readonly busy: boolean
  readonly more: (() => void) | undefined
  readonly chosen: readonly string[]
  readonly choose: (ids: readonly string[]) => void
}

const recordAddress = (id: string): string => `/records/${encodeURIComponent(id)}`

/** The rows of a list: a table at a desk, cards on a phone. */
export function CaseRows(props: Props) {
  const { rows, more, busy, mine } = props
  const words = useWords()
  const wide = Grid.useBreakpoint().md !== false
  if (rows.length === 0 && more === undefined) return <Empty>{mine ? words.cases.noneMine : words.cases.none}</Empty>
  return (
    <>
      {wide ? <Rows {...props} /> : <Cards {...props} />}
      {more === undefined ? null : (
        <Button style={{ marginTop: 8 }} loading={busy} onClick={more}>
          {words.common.more}
        </Button>
      )}
    </>
  )
}

/** Title of a row with what is unusual about it. */
function Title({ row }: { readonly row: CaseLine }) {
  const words = useWords().cases
  return (
    <>
      <Link to={recordAddress(row.id)}>{row.title === '' ? row.id : row.title}</Link>
      {row.urging === undefined ? null : <span className="tag warn">{row.urging}</span>}
      {row.rounds === 0 ? null : <span className="tag">{words.rounds(row.rounds)}</span>}
    </>
  )
}

const TITLE_WIDTH = 280
const CELL_WIDTH = 112
/** Of columns that need more than a word or two. */
const WIDTHS: Readonly<Record<string, number>> = { instant: 146, units: 160, longText: 220, place: 180 }

type Column = TableColumnType<CaseLine>

function useColumns(setup: SystemSetup): TableColumnsType<CaseLine> {
  const words = useWords().cases
  return useMemo(() => {
    const cells = setup.columns.map(
      ({ id, title, type }, at): Column => ({
        key: id,
        title,
        width: WIDTHS[type] ?? CELL_WIDTH,
        ellipsis: true,
        render: (_, row) => row.cells[at],
      }),
    )
    const lacks: Column = {
      key: 'lacks',
      title: words.lacks,
      width: 200,
      render: (_, row) => (
        <span className="small clamp" title={row.lacks?.join('；')}>
          {row.lacks?.join('；')}
        </span>
      ),
    }
    const clock: Column = {
      key: 'clock',
      title: words.clock,
      width: 190,
      render: (_, row) => (row.clock === undefined ? null : <RowClock clock={row.clock} />),
    }
    const title: Column = {
      key: 'title',
      title: words.name,
      width: TITLE_WIDTH,
      render: (_, row) => <Title row={row} />,
    }
    const state: Column = { key: 'state', title: words.state, width: 104, dataIndex: 'stateTitle' }
    const lead: Column = { key: 'lead', title: words.lead, width: 140, ellipsis: true, dataIndex: 'leadName' }
    const opened: Column = { key: 'opened', title: words.opened, width: 122, render: (_, row) => dayOf(row.openedAt) }
    const clocks = setup.hasClocks ? [clock] : []
    const lacking = setup.kind === 'register' ? [lacks] : []
    return [title, state, ...clocks, ...cells, lead, ...lacking, opened]
  }, [setup, words])
}

function Rows({ setup, rows, chosen, choose }: Props) {
  const words = useWords().cases
  const columns = useColumns(setup)
  const width = columns.reduce((sum, { width: one }) => sum + Number(one ?? CELL_WIDTH), 42)
  return (
    <Table<CaseLine>
      className="cases"
      size="small"
      rowKey="id"
      columns={columns}
      dataSource={[...rows]}
      pagination={false}
      scroll={{ x: width }}
      rowClassName={(row) => (row.overdue ? 'row-late' : '')}
      rowSelection={{
        selectedRowKeys: [...chosen],
        columnWidth: 42,
        columnTitle: (
          <Checkbox
            aria-label={words.chooseAll}
            checked={rows.length > 0 && chosen.length === rows.length}
            indeterminate={chosen.length > 0 && chosen.length < rows.length}
            onChange={({ target }) => choose(target.checked ? rows.map(({ id }) => id) : [])}
          />
        ),
        getCheckboxProps: (row) => ({ 'aria-label': `${words.choose}：${row.title}` }),
        onChange: (keys) => choose(keys.map(String)),
      }}
    />
  )
}

function Cards({ rows, chosen, choose }: Props) {
  const words = useWords().cases
  return (
    <div className="card">
      {rows.map((row) => (
        <div key={row.id} className="item case-card">
          <Checkbox
            aria-label={`${words.choose}：${row.title}`}
            checked={chosen.includes(row.id)}
            onChange={({ target }) =>
              choose(target.checked ? [...chosen, row.id] : chosen.filter((one) => one !== row.id))
            }
          />
          <div className="body">
            <span className="line">
              <span className="title">
                <Title row={row} />
              </span>
              <span className="small nowrap">{row.stateTitle}</span>
            </span>
            <span className="sub" style={{ display: 'block' }}>
              {[row.leadName, ...row.cells.slice(0, 2)].filter((one) => one !== undefined && one !== '').join('　')}
            </span>
            {row.clock === undefined ? null : <RowClock clock={row.clock} />}
            {row.lacks === undefined || row.lacks.length === 0 ? null : (
              <span className="sub clamp">
                {words.lacks}：{row.lacks.join('；')}
              </span>
            )}
          </div>
        </div>
      ))}
    </div>
  )
}

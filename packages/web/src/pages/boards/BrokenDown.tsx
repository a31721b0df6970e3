import { Button, Segmented } from 'antd'
import { useState } from 'react'
import { useRead } from '../../api/queries.ts'
import { useWords } from '../../app/session.tsx'
import { Card, Empty, Read } from '../../parts/Page.tsx'
import { TileMap } from '../../parts/TileMap.tsx'
import { useTrace } from '../../parts/TraceDrawer.tsx'

const WAYS = ['unit', 'period', 'category'] as const
type Way = (typeof WAYS)[number]

interface Props {
  readonly machine: string
  readonly measure: string
  readonly title: string
  readonly span: { readonly from?: string; readonly to?: string }
}

/** One figure by unit (as a map and a table), by month, or by category; each part worked out from its own counts. */
export function BrokenDown({ machine, measure, title, span }: Props) {
  const words = useWords().boards
  const trace = useTrace()
  const [by, setBy] = useState<Way>('unit')
  const found = useRead('boardTable', { params: { machine, measure }, query: { ...span, by } })
  const open = (address: string): void => trace.open(address)
  return (
    <Card
      title={words.of(title)}
      note={
        <Segmented<Way>
          size="small"
          value={by}
          onChange={setBy}
          options={WAYS.map((value) => ({ value, label: words.by[value] }))}
        />
      }
    >
      <Read from={found}>
        {({ rows }) =>
          rows.length === 0 ? (
            <Empty>{words.nothing}</Empty>
          ) : (
            <>
              {by === 'unit' ? (
                <TileMap
                  label={words.map}
                  pick={(key) => open(rows.find((row) => row.key === key)?.address ?? '')}
                  tiles={rows.map(({ key, title: name, value, raw }) => ({ id: key, name, value, text: raw }))}
                />
              ) : null}
              <div className="table-wrap">
                <table className="plain">
                  <thead>
                    <tr>
                      <th>{words.by[by]}</th>
                      <th>{words.value}</th>
                    </tr>
                  </thead>
                  <tbody>
                    {rows.map((row) => (
                      <tr key={row.key}>
                        <td>{row.title}</td>
                        <td className="num">
                          <Button
                            type="link"
                            size="small"
                            aria-label={words.open(`${row.title} ${row.raw}`)}
                            onClick={() => open(row.address)}
                          >
                            {row.raw}
                          </Button>
                        </td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </div>
            </>
          )
        }
      </Read>
    </Card>
  )
}

import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { useChange, useRead } from '../../api/queries.ts'
import { useMe, useWords } from '../../app/session.tsx'
import { Card, Failed, Read } from '../../parts/Page.tsx'

/** Indicators, and which of them a person holds to be one. */
export function IndicatorsPage() {
  const words = useWords().admin
  const me = useMe()
  const [q, setQ] = useState('')
  const found = useRead('indicators', { query: { q } })
  const merge = useChange('mergeIndicators')
  return (
    <>
      <Input.Search
        allowClear
        aria-label={words.indicator}
        placeholder={words.indicator}
        style={{ maxWidth: 280 }}
        onSearch={(text) => setQ(text.trim())}
      />
      {merge.error === null ? null : <Failed error={merge.error} />}
      <Read from={found}>
        {({ rows }) => (
          <Card>
            <table className="plain">
              <thead>
                <tr>
                  {[words.indicator, words.aliases, words.used, words.merge].map((title) => (
                    <th key={title}>{title}</th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.slice(0, 120).map((row) => (
                  <tr key={row.id}>
                    <td>
                      {row.name}
                      {row.own ? (
                        <span className="small dim">
                          {'　'}
                          {words.own}
                        </span>
                      ) : null}
                    </td>
                    <td className="small dim">{row.aliases.slice(0, 6).join('、')}</td>
                    <td className="num">{row.commitments === 0 ? '' : row.commitments}</td>
                    <td>
                      {row.own && me.may.administer ? (
                        <Select
                          aria-label={words.merge}
                          size="small"
                          style={{ width: 160 }}
                          showSearch={{ optionFilterProp: 'label' }}
                          value={null}
                          options={rows.filter(({ own }) => !own).map(({ id, name }) => ({ value: id, label: name }))}
                          onSelect={(into: string | null) =>
                            into === null ? undefined : merge.mutate({ body: { from: row.id, into } })
                          }
                        />
                      ) : null}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Card>
        )}
      </Read>
    </>
  )
}

const moment = new Intl.DateTimeFormat('zh-CN', { dateStyle: 'short', timeStyle: 'medium', timeZone: 'Asia/Shanghai' })

/** The log as the auditor reads it: every line with its place in the chain. */
export function LogPage() {
  const words = useWords().admin
  const [before, setBefore] = useState<number>()
  const found = useRead('log', { query: before === undefined ? {} : { before } })
  return (
    <Read from={found}>
      {({ rows, next }) => (
        <Card>
          <div className="table-wrap">
            <table className="plain">
              <thead>
                <tr>
                  {[words.time, words.who, words.what, words.stream, words.hash].map((title) => (
                    <th key={title}>{title}</th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <tr key={row.position}>
                    <td className="nowrap num">{moment.format(row.at)}</td>
                    <td className="nowrap">{row.who}</td>
                    <td>{row.what}</td>
                    <td className="hash">
                      {row.stream} #{row.seq}
                    </td>
                    <td className="hash">{row.hash.slice(0, 16)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          {next === undefined ? null : <Button onClick={() => setBefore(next)}>{words.older}</Button>}
        </Card>
      )}
    </Read>
  )
}

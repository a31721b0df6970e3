import { Button, Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { useChange, useRead } from '../../api/queries.ts'
import { useMe, useWords } from '../../app/session.tsx'
import { Card, Failed, Read } from '../../parts/Page.tsx'

/** A year of the working calendar. */
export function CalendarPage() {
  const words = useWords().admin
  const me = useMe()
  const [year, setYear] = useState(Number(me.today.slice(0, 4)))
  const found = useRead('calendar', { query: { year } })
  return (
    <>
      <InputNumber
        aria-label={useWords().documents.year}
        value={year}
        min={2000}
        max={2100}
        onChange={(one) => setYear(one ?? year)}
      />
      <Read from={found}>
        {(data) => (
          <Card title={data.published ? words.published : words.unpublished} note={words.workdays(data.workdays)}>
            <div style={{ display: 'flex', flexWrap: 'wrap', gap: '6px 18px' }}>
              {data.days.map(({ day, kind, name }) => (
                <span key={day} className="num">
                  {day}
                  {'　'}
                  {kind === 'holiday' ? `${words.holiday} ${name}` : words.makeUp}
                </span>
              ))}
            </div>
          </Card>
        )}
      </Read>
    </>
  )
}

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

/** What is set in the district, and by what it is founded. */
export function SettingsPage() {
  const words = useWords().admin
  const found = useRead('settings', {})
  return (
    <Read from={found}>
      {({ rows }) => (
        <Card>
          <table className="plain">
            <thead>
              <tr>
                {[words.setting, words.value, words.source].map((title) => (
                  <th key={title}>{title}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={`${row.machine}.${row.setting}`}>
                  <td>
                    {row.title}
                    <div className="small dim">{row.machineTitle}</div>
                  </td>
                  <td className="small" style={{ maxWidth: 420, overflowWrap: 'anywhere' }}>
                    {JSON.stringify(row.value).slice(0, 200)}
                    <div className="dim">{row.own ? words.ownValue : words.default_}</div>
                  </td>
                  <td className="small dim">{row.source}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Card>
      )}
    </Read>
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

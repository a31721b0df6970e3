import type { SettingView } from '@jiannuo/contract'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useRead } from '../../../api/queries.ts'
import { useMe, useWords } from '../../../app/session.tsx'
import { dayOf } from '../../../parts/moments.ts'
import { Card, Empty, Read } from '../../../parts/Page.tsx'
import { ChangeSetting } from './ChangeSetting.tsx'
import { Value } from './Value.tsx'
import type { Saying } from './value-words.ts'

/** What is set in the district, system by system, each with what it is founded on; the administrator changes it. */
export function SettingsPage() {
  const words = useWords().settings
  const found = useRead('settings', {})
  const organisation = useRead('organisation', {})
  const [find, setFind] = useState('')
  const [changing, setChanging] = useState<SettingView>()
  const units = new Map((organisation.data?.units ?? []).map(({ id, name }) => [id, name]))
  const saying: Saying = { words, unitName: (unit) => units.get(unit) ?? unit }
  const wanted = ({ title, machineTitle }: SettingView): boolean => `${machineTitle} ${title}`.includes(find.trim())
  return (
    <>
      <Input
        allowClear
        aria-label={words.find}
        placeholder={words.find}
        value={find}
        onChange={({ target }) => setFind(target.value)}
        style={{ maxWidth: 280, marginBottom: 12 }}
      />
      <Read from={found}>
        {({ rows }) => {
          const listed = rows.filter(wanted)
          if (listed.length === 0) return <Empty>{words.notFound}</Empty>
          return [...new Set(listed.map(({ machineTitle }) => machineTitle))].map((title) => (
            <Card key={title} title={title}>
              <SettingsOf
                rows={listed.filter(({ machineTitle }) => machineTitle === title)}
                saying={saying}
                change={setChanging}
              />
            </Card>
          ))
        }}
      </Read>
      {changing === undefined ? null : <ChangeSetting row={changing} close={() => setChanging(undefined)} />}
    </>
  )
}

interface GroupProps {
  readonly rows: readonly SettingView[]
  readonly saying: Saying
  readonly change: (row: SettingView) => void
}

function SettingsOf({ rows, saying, change }: GroupProps) {
  const { words } = saying
  const { may } = useMe()
  return (
    <ul className="settings">
      {rows.map((row) => (
        <li key={row.setting}>
          <div className="what">
            <b>{row.title}</b>
            <div className="small dim">{words.sourceIs(row.source)}</div>
          </div>
          <div className="value">
            <Value row={row} value={row.value} saying={saying} />
            {row.keptAt === undefined ? (
              <div className="small dim">{row.from === undefined ? words.usual : words.ownSince(dayOf(row.from))}</div>
            ) : null}
            {row.later.map(({ from, value }) => (
              <div key={from} className="small">
                {words.later(dayOf(from))}
                <Value row={row} value={value} saying={saying} />
              </div>
            ))}
          </div>
          {may.administer && row.keptAt === undefined ? (
            <Button size="small" aria-label={words.changeTitle(row.title)} onClick={() => change(row)}>
              {words.change}
            </Button>
          ) : null}
        </li>
      ))}
    </ul>
  )
}

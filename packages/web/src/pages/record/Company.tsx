import type { ActionView, RecordName, RecordView } from '@jiannuo/contract'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { Link } from 'react-router'
import { call } from '../../api/client.ts'
import { useRead } from '../../api/queries.ts'
import { useWords } from '../../app/session.tsx'
import { ActionForm } from '../../parts/ActionPanel.tsx'
import { dayOf } from '../../parts/moments.ts'
import { Card } from '../../parts/Page.tsx'
import { Glance } from '../cases/Duplicates.tsx'
import { addressOf } from './address-of.ts'

interface Props {
  readonly record: RecordView
}

function Named({ record, note }: { readonly record: RecordName; readonly note?: ReactNode }) {
  return (
    <li>
      <Link to={addressOf(record.machine, record.id)}>{record.title === '' ? record.id : record.title}</Link>{' '}
      <span className="small dim">
        {note}
        {note === undefined ? '' : '　'}
        {record.noun} {record.stateTitle}
      </span>
    </li>
  )
}

/** The group of duplicates that it belongs to, and the records that it is linked with. */
export function Company({ record: { head, members, memberCount, links } }: Props) {
  const words = useWords().record
  if (head === undefined && memberCount === 0 && links.length === 0) return null
  return (
    <Card title={words.group}>
      <ul className="named">
        {head === undefined ? null : <Named record={head} note={words.head} />}
        {links.map(({ link, ...one }) => (
          <Named key={`${link}${one.id}`} record={one} note={link} />
        ))}
      </ul>
      {memberCount === 0 ? null : (
        <>
          <p className="part">{words.members(memberCount)}</p>
          <ul className="named">
            {members.map((one) => (
              <Named key={one.id} record={one} />
            ))}
          </ul>
        </>
      )}
    </Card>
  )
}

/** Records that point to this one. They are asked for after the page stands. */
export function Related({ record }: Props) {
  const words = useWords().record
  const found = useRead('related', { params: { id: record.id } })
  const groups = found.data?.groups ?? []
  if (groups.length === 0) return null
  return (
    <Card title={words.related}>
      {groups.map(({ machine, noun, field, fieldTitle, rows, more }) => (
        <section key={`${machine}${field}`}>
          <p className="part">
            {noun} <span className="small dim">{fieldTitle}</span>
          </p>
          <ul className="named">
            {rows.map(({ id, name, stateTitle, openedAt }) => (
              <li key={id}>
                <Link to={addressOf(machine, id)}>{name === '' ? id : name}</Link>{' '}
                <span className="small dim">
                  {stateTitle}
                  {'　'}
                  {dayOf(openedAt)}
                </span>
              </li>
            ))}
          </ul>
          {more ? (
            <Link
              className="small"
              to={`/cases/${encodeURIComponent(machine)}?show=all&facet=${encodeURIComponent(`${field}=${record.id}`)}`}
            >
              {words.more}
            </Link>
          ) : null}
        </section>
      ))}
    </Card>
  )
}

/** Records that may be about the same matter, while it is open to somebody to join this one to another. */
export function Same({ record }: Props) {
  const joining = record.actions.find(({ allowed, joins }) => allowed && joins !== undefined)
  return joining === undefined ? null : <Candidates record={record} joining={joining} />
}

function Candidates({ record, joining }: Props & { readonly joining: ActionView }) {
  const words = useWords()
  const [looking, setLooking] = useState<string>()
  const [head, setHead] = useState<string>()
  const found = useQuery({
    queryKey: ['duplicates', record.machine, record.id, record.seq],
    queryFn: () => call('duplicates', { params: { machine: record.machine }, body: { record: record.id } }),
    staleTime: 30_000,
  })
  const known = new Set([record.head?.id, ...record.members.map(({ id }) => id)])
  const rows = (found.data?.rows ?? []).filter(({ id }) => !known.has(id)).slice(0, 6)
  if (rows.length === 0) return null
  const action = {
    ...joining,
    form: joining.form.map((field) =>
      field.id === joining.joins && head !== undefined ? { ...field, value: head } : field,
    ),
  }
  return (
    <Card title={words.record.duplicates}>
      {rows.map((row) => (
        <div key={row.id} className="item">
          <span className="line">
            <span className="title">{row.title}</span>
            <span className="small nowrap">{row.stateTitle}</span>
          </span>
          <span className="sub" style={{ display: 'block' }}>
            {row.why}
            {'　'}
            {words.cases.alike(row.alike)}
            {'　'}
            {dayOf(row.openedAt)}
          </span>
          <div className="acts">
            <Button size="small" onClick={() => setLooking(row.id)}>
              {words.cases.look}
            </Button>
            <Button size="small" onClick={() => setHead(row.id)}>
              {words.record.join}
            </Button>
          </div>
        </div>
      ))}
      <Glance record={looking} close={() => setLooking(undefined)} />
      {head === undefined ? null : <ActionForm record={record} action={action} close={() => setHead(undefined)} />}
    </Card>
  )
}

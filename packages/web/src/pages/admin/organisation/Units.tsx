import type { Organisation } from '@jiannuo/contract'
import { Checkbox, Input } from 'antd'
import { useState } from 'react'
import { useWords } from '../../../app/session.tsx'
import { Empty } from '../../../parts/Page.tsx'
import { depths, NO_POST, peopleOf, type Unit } from './posts-of.ts'

interface Props {
  readonly data: Organisation
  readonly chosen?: string | undefined
  /** Without it units are only read. */
  readonly choose?: (unit: string) => void
}

/** The units of the district as a tree; those who keep it choose one to see its people. */
export function Units({ data, chosen, choose }: Props) {
  const words = useWords().organisation
  const [find, setFind] = useState('')
  const [old, setOld] = useState(false)
  const depth = depths(data.units)
  const closed = data.units.filter((unit) => unit.closed).length
  const listed = data.units.filter((unit) => (old || !unit.closed) && unit.name.includes(find.trim()))
  const idle = choose === undefined ? 0 : peopleOf(data.people, NO_POST).length
  return (
    <>
      <Input
        allowClear
        aria-label={words.find}
        placeholder={words.find}
        value={find}
        onChange={({ target }) => setFind(target.value)}
        style={{ marginBottom: 8 }}
      />
      {listed.length === 0 ? <Empty>{words.notFound}</Empty> : null}
      <ul className="units">
        {listed.map((unit) => (
          <li key={unit.id} style={{ paddingLeft: find === '' ? (depth.get(unit.id) ?? 0) * 18 : 0 }}>
            <UnitLine unit={unit} on={chosen === unit.id} {...(choose === undefined ? {} : { choose })} />
          </li>
        ))}
        {idle > 0 && choose !== undefined ? (
          <li>
            <button type="button" aria-pressed={chosen === NO_POST} onClick={() => choose(NO_POST)}>
              <span className="name dim">{words.noPost}</span>
              <span className="num dim">{words.count_(idle)}</span>
            </button>
          </li>
        ) : null}
      </ul>
      {closed === 0 ? null : (
        <Checkbox checked={old} onChange={({ target }) => setOld(target.checked)}>
          {words.showClosed(closed)}
        </Checkbox>
      )}
    </>
  )
}

interface LineProps {
  readonly unit: Unit
  readonly on: boolean
  readonly choose?: (unit: string) => void
}

function UnitLine({ unit, on, choose }: LineProps) {
  const words = useWords().organisation
  const inner = (
    <>
      <span className={unit.closed ? 'name dim' : 'name'}>{unit.name}</span>
      <span className="small dim">{unit.closed ? words.closed : unit.kindTitle}</span>
      <span className="num dim count">{unit.people === 0 ? '' : words.count_(unit.people)}</span>
    </>
  )
  if (choose === undefined) return <div className="line">{inner}</div>
  return (
    <button type="button" aria-pressed={on} onClick={() => choose(unit.id)}>
      {inner}
    </button>
  )
}

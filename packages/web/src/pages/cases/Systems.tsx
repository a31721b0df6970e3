import type { SystemTile } from '@jiannuo/contract'
import { Link } from 'react-router'
import { useRead } from '../../api/queries.ts'
import { useWords } from '../../app/session.tsx'
import { Card, Empty, Page, Read } from '../../parts/Page.tsx'
import { hasOwnList, listAddressOf } from '../record/address-of.ts'

/** Every system that one may look into, with what is to be done in it. */
export function Systems() {
  const { cases: words, menu } = useWords()
  const found = useRead('systems', {})
  // On a phone there is no room for these two in the menu.
  const beside = (
    <>
      <Link to="/boards">{menu.boards}</Link> <Link to="/indexes">{menu.indexes}</Link>
    </>
  )
  return (
    <Page title={words.title} actions={beside}>
      <Read from={found}>
        {({ rows }) =>
          rows.length === 0 ? (
            <Empty>{words.nothing}</Empty>
          ) : (
            <Card>
              {rows.toSorted(byWork).map((row) => (
                <System key={row.machine} row={row} />
              ))}
            </Card>
          )
        }
      </Read>
    </Page>
  )
}

/** What waits comes first, then what is open; the others in the order of the catalogue. */
const byWork = (a: SystemTile, b: SystemTile): number =>
  Number(b.waiting > 0) - Number(a.waiting > 0) || Number(b.open > 0) - Number(a.open > 0)

function System({ row }: { readonly row: SystemTile }) {
  const words = useWords().cases
  const own = hasOwnList(row.machine)
  const list = listAddressOf(row.machine)
  const counts = [
    { name: words.waiting, count: row.waiting, query: 'mine=true', late: false },
    { name: words.today, count: row.today, query: 'due=today', late: false },
    { name: words.overdue, count: row.overdue, query: 'due=overdue', late: true },
    { name: words.open, count: row.open, query: '', late: false },
  ]
  return (
    <div className="system">
      <div className="what">
        <Link to={list} className="name">
          {row.title}
        </Link>{' '}
        <span className="small dim">{row.system}</span>
        <div className="small dim purpose">{row.purpose}</div>
      </div>
      <div className="counts">
        {counts.map(({ name, count, query, late }) => {
          const said = (
            <>
              <b className={late && count > 0 ? 'late' : undefined}>{count}</b> {name}
            </>
          )
          // A list of its own has filters of its own.
          return count === 0 || own ? (
            <span key={name} className="dim">
              {said}
            </span>
          ) : (
            <Link key={name} to={query === '' ? list : `${list}?${query}`}>
              {said}
            </Link>
          )
        })}
      </div>
      <span className="new">
        {row.mayOpen && !own ? <Link to={`${list}/new`}>{words.newOne(row.noun)}</Link> : null}
      </span>
    </div>
  )
}

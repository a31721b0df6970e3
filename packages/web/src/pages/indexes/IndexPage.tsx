import type { IndexAreaScore, IndexBoard } from '@jiannuo/contract'
import { Select } from 'antd'
import { useSearchParams } from 'react-router'
import { useRead } from '../../api/queries.ts'
import { useWords } from '../../app/session.tsx'
import { Card, Empty, Page, Read } from '../../parts/Page.tsx'
import { TileMap } from '../../parts/TileMap.tsx'
import { AreaParts } from './AreaParts.tsx'
import { signed } from './signed.ts'

/** An index by area: who stands where, what it is made of, and what moved it. */
export function IndexPage() {
  const words = useWords().boards
  const [search, setSearch] = useSearchParams()
  const indexes = useRead('indexes', {})
  const index = search.get('index') ?? indexes.data?.rows[0]?.id ?? ''
  const month = search.get('month') ?? ''
  const set = (next: Readonly<Record<string, string>>): void => {
    const asked = Object.entries({ index, month, ...next }).filter(([, value]) => value !== '')
    setSearch(Object.fromEntries(asked), { replace: true })
  }
  return (
    <Page title={words.indexes}>
      <Read from={indexes}>
        {({ rows }) =>
          rows.length === 0 ? (
            <Empty>{words.noIndexes}</Empty>
          ) : (
            <Card>
              <div className="bar-of-acts">
                <Select
                  aria-label={words.indexes}
                  style={{ minWidth: 220, maxWidth: '100%' }}
                  value={index}
                  onChange={(value: string) => set({ index: value })}
                  options={rows.map(({ id, title, system }) => ({ value: id, label: `${system} ${title}` }))}
                />
                <label className="small">
                  {words.month}{' '}
                  <input
                    type="month"
                    className="plain-input"
                    value={month}
                    onChange={({ target }) => set({ month: target.value })}
                  />
                </label>
              </div>
            </Card>
          )
        }
      </Read>
      {index === '' ? null : (
        <Scores index={index} month={month} area={search.get('area') ?? ''} pick={(area) => set({ area })} />
      )}
    </Page>
  )
}

interface ScoresProps {
  readonly index: string
  readonly month: string
  readonly area: string
  readonly pick: (area: string) => void
}

function Scores({ index, month, area, pick }: ScoresProps) {
  const words = useWords().boards
  const found = useRead('indexBoard', { params: { index }, query: month === '' ? {} : { period: month } })
  return (
    <Read from={found}>
      {(board) => {
        const chosen = board.areas.find((one) => one.area === area)
        return (
          <>
            <Card title={`${board.title} ${board.period}`} note={words.version(board.version)}>
              <p className="dim">
                {board.purpose} {board.running ? words.running : ''}
              </p>
              <TileMap
                label={words.map}
                pick={pick}
                tiles={board.areas.map(({ area: id, name, score }) => ({
                  id,
                  name,
                  value: score,
                  text: score === undefined ? words.none : score.toFixed(board.decimals),
                }))}
              />
              <Ranking board={board} pick={pick} chosen={area} />
              <p className="small dim">{words.pickArea}</p>
            </Card>
            {chosen === undefined ? null : <AreaParts board={board} area={chosen} />}
            <Making board={board} />
          </>
        )
      }}
    </Read>
  )
}

const byRank = (areas: readonly IndexAreaScore[]): readonly IndexAreaScore[] =>
  areas.toSorted((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity))

function Ranking({
  board,
  pick,
  chosen,
}: {
  readonly board: IndexBoard
  readonly pick: (area: string) => void
  readonly chosen: string
}) {
  const words = useWords().boards
  return (
    <div className="table-wrap">
      <table className="plain">
        <thead>
          <tr>
            {[words.rank, words.unitName, words.score, words.change, words.band, words.runs].map((title) => (
              <th key={title}>{title}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {byRank(board.areas).map((one) => (
            <tr key={one.area} className={one.area === chosen ? 'chosen' : undefined}>
              <td className="num">{one.rank ?? words.none}</td>
              <td>
                <button type="button" className="as-link" onClick={() => pick(one.area)}>
                  {one.name}
                </button>
              </td>
              <td className="num">{one.score?.toFixed(board.decimals) ?? words.none}</td>
              <td className="num">{one.change === undefined ? words.none : signed(one.change, board.decimals)}</td>
              <td className="nowrap">{one.bandTitle ?? words.none}</td>
              <td className="small">
                {one.runs
                  .filter(({ months }) => months > 0)
                  .map(({ title, months }) => `${title} ${words.months(months)}`)
                  .join('；')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Making({ board }: { readonly board: IndexBoard }) {
  const words = useWords().boards
  return (
    <Card title={words.how}>
      <dl className="facts">
        <div className="across">
          <dt>{words.basis}</dt>
          <dd>{board.basis.join('；')}</dd>
        </div>
        <div className="across">
          <dt>{words.versionNote}</dt>
          <dd>{board.versionNote}</dd>
        </div>
        <div className="across">
          <dt>{words.band}</dt>
          <dd>{board.bands.map(({ title, from }) => `${title} ≥ ${from}`).join('，')}</dd>
        </div>
      </dl>
      <ul>
        {board.parts.map(({ id, title, group, says, how, source, direction }) => (
          <li key={id}>
            <strong>
              {group} · {title}
            </strong>{' '}
            {says}{' '}
            <span className="dim small">{`${how}，${direction === 'up' ? words.better : words.worse}。${source}`}</span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

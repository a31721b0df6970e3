import type { IndexAreaScore, IndexBoard, IndexPartScore } from '@jiannuo/contract'
import { Button } from 'antd'
import { useWords } from '../../app/session.tsx'
import { Card } from '../../parts/Page.tsx'
import { useTrace } from '../../parts/TraceDrawer.tsx'
import { signed } from './signed.ts'

/** The parts of one area's score, what each moved, and the months before. */
export function AreaParts({ board, area }: { readonly board: IndexBoard; readonly area: IndexAreaScore }) {
  const words = useWords().boards
  const titles = [words.part, words.partValue, words.standard, words.weight, words.points, words.moved, words.without]
  const moved = area.parts.toSorted((a, b) => Math.abs(b.change ?? 0) - Math.abs(a.change ?? 0))
  return (
    <Card
      title={`${area.name} ${area.score?.toFixed(board.decimals) ?? words.none}`}
      note={area.change === undefined ? undefined : `${words.change} ${signed(area.change, board.decimals)}`}
    >
      <div className="table-wrap">
        <table className="plain">
          <thead>
            <tr>
              {titles.map((title) => (
                <th key={title}>{title}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {moved.map((one) => (
              <PartRow key={one.part} board={board} part={one} />
            ))}
          </tbody>
        </table>
      </div>
      {area.deductions.map(({ title, value, points }) => (
        <p key={title} className="small">
          {words.deductions}：{title} {value}，−{points}
        </p>
      ))}
      <p className="small dim">
        {words.course}：
        {area.course.map(({ period, score }) => `${period} ${score?.toFixed(board.decimals) ?? words.none}`).join('　')}
      </p>
    </Card>
  )
}

function PartRow({ board, part }: { readonly board: IndexBoard; readonly part: IndexPartScore }) {
  const words = useWords().boards
  const trace = useTrace()
  const title = board.parts.find(({ id }) => id === part.part)?.title ?? part.part
  return (
    <tr>
      <td>
        {title}
        {part.missing === undefined ? null : <div className="small dim">{part.missing}</div>}
      </td>
      <td className="num">
        <Button
          type="link"
          size="small"
          aria-label={words.open(`${title} ${part.valueText}`)}
          onClick={() => trace.open(part.address)}
        >
          {part.valueText}
        </Button>
      </td>
      <td className="num">{part.standard ?? words.none}</td>
      <td className="num">{part.weight}%</td>
      <td className="num">
        {part.points}
        <span className="progress" style={{ display: 'block' }} aria-hidden="true">
          <i style={{ width: `${Math.min(100, part.standard ?? 0)}%` }} />
        </span>
      </td>
      <td className="num">{part.change === undefined ? words.none : signed(part.change, 2)}</td>
      <td className="num">{part.without ?? words.none}</td>
    </tr>
  )
}

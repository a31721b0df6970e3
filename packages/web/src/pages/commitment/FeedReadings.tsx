import type { CommitmentDetail } from '@jiannuo/contract'
import { Button } from 'antd'
import { useWords } from '../../app/session.tsx'
import { useTrace } from '../../parts/TraceDrawer.tsx'

/** The readings of a commitment; one that a measure gave opens its figure, down to the records. */
export function ReadingRows({ readings }: { readonly readings: CommitmentDetail['readings'] }) {
  const words = useWords().feed
  const trace = useTrace()
  return (
    <tbody>
      {readings.map(({ id, period, value, unit, versionTitle, sourceTitle, used, figure }) => {
        const said = `${Math.round(value * 1e6) / 1e6}${unit}`
        return (
          <tr key={id}>
            <td>{period}</td>
            <td className="num">
              {figure === undefined ? (
                said
              ) : (
                <Button type="link" size="small" onClick={() => trace.open(figure, words.asRead(said))}>
                  {said}
                </Button>
              )}
            </td>
            <td>{versionTitle}</td>
            <td>{sourceTitle}</td>
            <td>{used ? '✓' : ''}</td>
          </tr>
        )
      })}
    </tbody>
  )
}

import type { ClockBar as Bar } from '@jiannuo/contract'
import { useMe, useWords } from '../app/session.tsx'

interface Props {
  readonly used: number
  readonly limit: number
  readonly state: Bar['state']
  readonly overdue: boolean
}

/** Share of a time limit from which it is shown as pressing. */
const PRESSING = 0.75

/** How a clock stands, as the colour of its bar. Words beside it say the same. */
export const toneOf = ({ used, limit, state, overdue }: Props): 'red' | 'yellow' | 'green' | 'none' => {
  if (overdue) return 'red'
  if (state === 'stopped') return 'none'
  return limit > 0 && used / limit >= PRESSING ? 'yellow' : 'green'
}

/** How much of a time limit is used. For eyes alone: what it shows stands in words beside it. */
export function Used(props: Props) {
  const { used, limit, state } = props
  const share = limit <= 0 ? 100 : Math.min(100, Math.max(2, (used / limit) * 100))
  return (
    <span className={`clock-used${state === 'paused' ? ' paused' : ''}`} aria-hidden="true">
      <i className={`fill-${toneOf(props)}`} style={{ width: `${share}%` }} />
    </span>
  )
}

/** A due moment of this year without the year. */
const withoutYear = (due: string, today: string): string => {
  const year = today.slice(0, 5)
  return due.startsWith(year) ? due.slice(year.length) : due
}

/** The clock of a row: bar, due moment, and what is left. */
export function RowClock({ clock }: { readonly clock: Bar }) {
  const words = useWords().cases
  const { title, usedText, leftText, due, overdue, state } = clock
  const { today } = useMe()
  const said = overdue ? words.isOver : state === 'paused' ? words.paused : `${words.left}${leftText}`
  return (
    <span className="row-clock" title={words.clockLabel(title, usedText, leftText, due ?? '')}>
      <Used {...clock} />
      <span className={`small${overdue ? ' late' : ''}`}>
        {said}
        {due === undefined ? null : <span className="dim"> {withoutYear(due, today)}</span>}
      </span>
    </span>
  )
}

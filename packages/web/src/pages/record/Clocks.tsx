import type { RecordClock, RecordView } from '@jiannuo/contract'
import { useWords } from '../../app/session.tsx'
import { Used } from '../../parts/ClockBar.tsx'
import { minuteOf } from '../../parts/moments.ts'
import { Card } from '../../parts/Page.tsx'

const ORDER = { running: 0, paused: 1, stopped: 2 } as const

const byState = (a: RecordClock, b: RecordClock): number =>
  ORDER[a.bar?.state ?? 'stopped'] - ORDER[b.bar?.state ?? 'stopped']

/** Every clock that was started, those that run first, with all that was done to it. */
export function Clocks({ record: { clocks } }: { readonly record: RecordView }) {
  const words = useWords().record
  const started = clocks.filter(({ bar }) => bar !== undefined).toSorted(byState)
  if (started.length === 0) return null
  const idle = clocks.filter(({ bar }) => bar === undefined)
  return (
    <Card title={words.clocks}>
      {started.map((clock) => (
        <Clock key={clock.id} clock={clock} />
      ))}
      {idle.length === 0 ? null : (
        <details>
          <summary className="small dim">{words.unstarted}</summary>
          <ul className="small dim">
            {idle.map(({ id, title, source }) => (
              <li key={id} title={source}>
                {title}
              </li>
            ))}
          </ul>
        </details>
      )}
    </Card>
  )
}

function Clock({ clock }: { readonly clock: RecordClock }) {
  const words = useWords()
  const { title, source, state, due, used, left, bar, changes } = clock
  return (
    <div className="clock">
      <div className="line">
        <span className="name" title={source}>
          {title}
        </span>
        <span className={`small${bar?.overdue === true ? ' late' : ''}`}>{state}</span>
      </div>
      {bar === undefined ? null : <Used {...bar} />}
      <div className="small dim">
        {words.commitment.used_} {used}
        {'　'}
        {words.commitment.left} {left}
        {'　'}
        {due}
      </div>
      {changes.length === 0 ? null : (
        <ul className="small">
          {changes.map(({ kind, from, to, by, reason, approver }) => (
            <li key={`${kind}${from}`}>
              {kind === 'pause' ? words.record.pause : `${words.record.extension}${by ?? ''}`}
              {'　'}
              {to === undefined ? words.record.since(minuteOf(from)) : words.record.until(minuteOf(from), minuteOf(to))}
              <div className="dim">{words.record.change(reason, approver)}</div>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

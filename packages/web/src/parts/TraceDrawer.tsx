import { Button, Drawer } from 'antd'
import { createContext, type ReactNode, use, useMemo, useState } from 'react'
import { Link } from 'react-router'
import { useRead } from '../api/queries.ts'
import { useWords } from '../app/session.tsx'
import { Read } from './Page.tsx'
import { Timeline } from './Timeline.tsx'

interface Tracing {
  /** @param note what stands above the figure, such as what it was when it was read */
  readonly open: (address: string, note?: string) => void
}

const TraceContext = createContext<Tracing>({ open: () => undefined })

/** Opens the trace of a figure. */
export const useTrace = (): Tracing => use(TraceContext)

/** Holds the drawer in which any figure of any page opens down to its records and events. */
export function TraceProvider({ children }: { readonly children: ReactNode }) {
  const [address, setAddress] = useState<string>()
  const [note, setNote] = useState<string>()
  const [record, setRecord] = useState<string>()
  const words = useWords().trace
  const tracing = useMemo<Tracing>(
    () => ({
      open: (wanted, above) => {
        setRecord(undefined)
        setNote(above)
        setAddress(wanted)
      },
    }),
    [],
  )
  return (
    <TraceContext value={tracing}>
      {children}
      <Drawer open={address !== undefined} onClose={() => setAddress(undefined)} title={words.title} size={560}>
        {note === undefined || record !== undefined ? null : <p className="dim">{note}</p>}
        {address === undefined ? null : record === undefined ? (
          <Figure key={address} address={address} pick={setRecord} />
        ) : (
          <OneRecord
            address={address}
            record={record}
            back={() => setRecord(undefined)}
            close={() => setAddress(undefined)}
          />
        )}
      </Drawer>
    </TraceContext>
  )
}

function Figure({ address, pick }: { readonly address: string; readonly pick: (record: string) => void }) {
  const words = useWords().trace
  const [counter, setCounter] = useState<string>()
  const [after, setAfter] = useState<string>()
  const found = useRead('trace', {
    query: { address, ...(counter === undefined ? {} : { counter }), ...(after === undefined ? {} : { after }) },
  })
  const common = useWords().common
  return (
    <Read from={found}>
      {(trace) => (
        <>
          <h2 style={{ marginTop: 0 }}>{trace.title}</h2>
          <p className="dim">
            {trace.unitName}
            {'　'}
            {trace.period}
          </p>
          <dl className="facts">
            <div>
              <dt>{words.raw}</dt>
              <dd>{trace.raw}</dd>
            </div>
            <div>
              <dt>{words.adjusted}</dt>
              <dd>{trace.adjusted}</dd>
            </div>
            <div>
              <dt>{words.excluded}</dt>
              <dd>{trace.excluded}</dd>
            </div>
          </dl>
          <p>{trace.definition}</p>
          <h3>{words.formula}</h3>
          {trace.formula.map((line) => (
            <div key={line} className="num">
              {line}
            </div>
          ))}
          <h3>{words.counters}</h3>
          {trace.counters.map(({ id, title, says, raw }) => (
            <p key={id}>
              <Button type="link" size="small" onClick={() => setCounter(id)}>
                {title} {raw}
              </Button>
              <span className="small dim">{says}</span>
            </p>
          ))}
          <h3>{words.records}</h3>
          <table className="plain">
            <tbody>
              {(trace.records?.rows ?? []).map((row) => (
                <tr key={row.id}>
                  <td>
                    <Button
                      type="link"
                      size="small"
                      style={{ whiteSpace: 'normal', textAlign: 'left', height: 'auto' }}
                      onClick={() => pick(row.id)}
                    >
                      {row.title}
                    </Button>
                  </td>
                  <td className="nowrap">{row.unitName}</td>
                  <td className="num">{row.amount}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {trace.records?.next === undefined ? null : (
            <Button onClick={() => setAfter(trace.records?.next)}>{common.more}</Button>
          )}
        </>
      )}
    </Read>
  )
}

function OneRecord({
  address,
  record,
  back,
  close,
}: {
  readonly address: string
  readonly record: string
  readonly back: () => void
  readonly close: () => void
}) {
  const words = useWords()
  const found = useRead('traceRecord', { params: { id: record }, query: { address } })
  return (
    <Read from={found}>
      {(trace) => (
        <>
          <Button size="small" onClick={back} aria-label={words.common.back}>
            ←
          </Button>
          <h2>{trace.title}</h2>
          {address.startsWith('commitments.') ? (
            <Link to={`/ledger/${record}`} onClick={close}>
              {words.commitment.openSource}
            </Link>
          ) : null}
          <ul>
            {trace.contributions.map(({ title, amount, excluded }) => (
              <li key={`${title}${amount}${excluded}`}>
                {title} {amount} {excluded ? words.trace.excluded : ''}
              </li>
            ))}
          </ul>
          <h3>{words.trace.history}</h3>
          <Timeline entries={trace.timeline} />
        </>
      )}
    </Read>
  )
}

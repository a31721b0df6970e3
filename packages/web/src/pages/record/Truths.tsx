import type { RecordView, TruthView } from '@jiannuo/contract'
import { useWords } from '../../app/session.tsx'
import { minuteOf } from '../../parts/moments.ts'
import { Card } from '../../parts/Page.tsx'
import { FileLinks } from './Fields.tsx'

interface Props {
  readonly record: RecordView
}

const KINDS = ['handler', 'citizen', 'evidence'] as const

/** What the handling unit, the citizen and an independent check say, side by side; shown once one of them has said something. */
export function Truths({ record }: Props) {
  const words = useWords().record
  if (record.truths.length === 0) return null
  return (
    <Card title={words.truths} {...(record.rounds.length === 0 ? {} : { note: words.round(record.rounds.length + 1) })}>
      <ThreeSides record={record.id} truths={record.truths} />
    </Card>
  )
}

function ThreeSides({ record, truths }: { readonly record: string; readonly truths: readonly TruthView[] }) {
  const words = useWords().record
  return (
    <div className="three-sides">
      {KINDS.map((kind) => {
        const truth = truths.find((one) => one.truth === kind)
        return (
          <section key={kind} aria-label={words.truthNames[kind]}>
            <h3>{words.truthNames[kind]}</h3>
            {truth === undefined ? (
              <p className="dim small">{words.truthNone}</p>
            ) : (
              <>
                <Told record={record} fields={truth.fields} />
                <p className="small dim">
                  {words.by(truth.unitName, truth.byName)}
                  {'　'}
                  {minuteOf(truth.at)}
                </p>
              </>
            )}
          </section>
        )
      })}
    </div>
  )
}

/** Values in words, with the files among them to be taken out. */
function Told({ record, fields }: { readonly record: string; readonly fields: TruthView['fields'] }) {
  return (
    <dl className="told">
      {fields.map(({ title, text, files }) =>
        text === '' ? null : (
          <div key={title}>
            <dt>{title}</dt>
            <dd>{files.length === 0 ? text : <FileLinks record={record} files={files} />}</dd>
          </div>
        ),
      )}
    </dl>
  )
}

/** What was asked for on the way, by whom, and what was decided. */
export function Requests({ record }: Props) {
  const words = useWords().record
  if (record.requests.length === 0) return null
  return (
    <Card title={words.requests}>
      {record.requests.toReversed().map(({ id, title, text, state, at, byName, unitName, fields, decidedAt }) => (
        <div key={id} className="item">
          <span className="line">
            <span className="title">{title}</span>
            <span className={`small${state === 'open' ? '' : ' dim'}`}>{text}</span>
          </span>
          <span className="sub" style={{ display: 'block' }}>
            {words.by(unitName, byName)}
            {'　'}
            {minuteOf(at)}
            {decidedAt === undefined ? '' : ` → ${minuteOf(decidedAt)}`}
          </span>
          <Told record={record.id} fields={fields} />
        </div>
      ))}
    </Card>
  )
}

/** Rounds of handling that ended in a redo, the latest first, each with what was said in it. */
export function Rounds({ record }: Props) {
  const words = useWords().record
  if (record.rounds.length === 0) return null
  return (
    <Card title={words.rounds}>
      {record.rounds.toReversed().map(({ number, endedAt, reason, truths }) => (
        <details key={number} className="round">
          <summary>
            {words.round(number)}
            {'　'}
            <span className="dim small">
              {minuteOf(endedAt)}
              {'　'}
              {reason}
            </span>
          </summary>
          <ThreeSides record={record.id} truths={truths} />
        </details>
      ))}
    </Card>
  )
}

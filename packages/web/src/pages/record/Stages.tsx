import type { RecordView, StageView } from '@jiannuo/contract'
import { useWords } from '../../app/session.tsx'
import { Card } from '../../parts/Page.tsx'

/** The stage of a register that an entry stands in, and for those that come next what it meets and what it still lacks. */
export function Stages({ record: { stages } }: { readonly record: RecordView }) {
  const words = useWords().record
  if (stages.length === 0) return null
  return (
    <Card title={words.stages}>
      {stages.map((stage) => (
        <section key={stage.stage} className="stage">
          <h3>
            {stage.title}{' '}
            <span className="small dim">
              {stage.present ? words.stageNow : words.stageNext}
              {'　'}
              {stage.meets ? words.meets : words.lacks}
            </span>
          </h3>
          <Lines lines={stage.lines} />
        </section>
      ))}
    </Card>
  )
}

function Lines({ lines }: { readonly lines: StageView['lines'] }) {
  const words = useWords().record
  return (
    <ul className="conditions">
      {lines.map(({ depth, holds, says, values }) => (
        <li key={`${depth}${says}`} style={{ paddingLeft: `${depth * 18}px` }}>
          <span aria-hidden="true" className={holds ? 'holds' : 'fails'}>
            {holds ? '✓' : '✗'}
          </span>{' '}
          <span className="sr">{holds ? words.meets : words.lacks}</span>
          {says}
          {values.length === 0 ? null : <span className="small dim"> {values.join('；')}</span>}
        </li>
      ))}
    </ul>
  )
}

import type { TimelineEntry } from '@jiannuo/contract'
import { useWords } from '../app/session.tsx'

/** The course of a record, each entry with its place in the chain. */
export function Timeline({ entries }: { readonly entries: readonly TimelineEntry[] }) {
  const words = useWords().commitment
  return (
    <ol className="timeline">
      {entries.toReversed().map(({ seq, time, unitName, personName, title, lines, hash }) => (
        <li key={seq}>
          <div className="what">{title}</div>
          <div className="dim small">
            {time}
            {'　'}
            {unitName} {personName}
          </div>
          {lines.length === 0 ? null : (
            <ul>
              {lines.slice(0, 12).map((line) => (
                <li key={line} style={{ border: 0, padding: 0, listStyle: 'disc' }}>
                  {line.length > 160 ? `${line.slice(0, 160)}…` : line}
                </li>
              ))}
            </ul>
          )}
          <span className="hash" title={words.hash}>
            {seq} · {hash.slice(0, 16)}
          </span>
        </li>
      ))}
    </ol>
  )
}

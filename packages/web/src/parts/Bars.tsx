import type { LightCounts } from '@jiannuo/contract'
import { useWords } from '../app/session.tsx'
import { LIGHTS } from './LightTag.tsx'

const share = (part: number, whole: number): string =>
  `${whole === 0 ? 0 : Math.min(100, Math.max(0, (part / whole) * 100))}%`

/** How the lights of a group stand to one another. */
export function LightBar({ counts }: { readonly counts: LightCounts }) {
  const words = useWords().lights
  const total = LIGHTS.reduce((sum, light) => sum + counts[light], 0)
  const label = LIGHTS.filter((light) => counts[light] > 0)
    .map((light) => `${words[light]}${counts[light]}`)
    .join('，')
  if (total === 0) return <span className="bar" aria-hidden="true" />
  return (
    <span className="bar" role="img" aria-label={label} title={label}>
      {LIGHTS.map((light) => (
        <i key={light} className={`fill-${light}`} style={{ width: share(counts[light], total) }} />
      ))}
    </span>
  )
}

interface ProgressProps {
  /** Shares of one. */
  readonly completion?: number | undefined
  readonly pace?: number | undefined
}

/** What was reached against what should have been: a bar and a mark. */
export function Progress({ completion, pace }: ProgressProps) {
  const words = useWords()
  if (completion === undefined) return <span className="dim">{words.common.none}</span>
  const { percent } = words.common
  const label = `${percent(completion)}${pace === undefined ? '' : ` / ${percent(pace)}`}`
  return (
    <span title={label}>
      <span className="num small">{label}</span>
      <span className="progress" style={{ display: 'block' }} aria-hidden="true">
        <i style={{ width: share(completion, 1) }} />
        {pace === undefined ? null : <b style={{ left: share(pace, 1) }} />}
      </span>
    </span>
  )
}

import type { Light } from '@jiannuo/contract'
import { useWords } from '../app/session.tsx'

/** Shapes tell lights apart where colours cannot be told: a full disc, a triangle, a tick, a ring, a dash. */
const SHAPES: Readonly<Record<Light, React.ReactNode>> = {
  red: <circle cx="6" cy="6" r="5.5" fill="currentColor" />,
  yellow: <path d="M6 .8 11.6 11H.4z" fill="currentColor" />,
  green: <path d="M1.5 6.5l3 3L10.5 3" fill="none" stroke="currentColor" strokeWidth="2.2" />,
  silent: <circle cx="6" cy="6" r="4.6" fill="none" stroke="currentColor" strokeWidth="2" strokeDasharray="3 2" />,
  none: <path d="M2 6h8" stroke="currentColor" strokeWidth="2" />,
}

/** A light with its shape and word. */
export function LightTag({ light, bare = false }: { readonly light: Light; readonly bare?: boolean }) {
  const words = useWords().lights
  return (
    <span className={`light light-${light}`}>
      <svg viewBox="0 0 12 12" aria-hidden="true">
        {SHAPES[light]}
      </svg>
      {bare ? <span className="sr">{words[light]}</span> : words[light]}
    </span>
  )
}

/** All lights, the gravest first. */
export const LIGHTS: readonly Light[] = ['red', 'yellow', 'silent', 'green', 'none']

import { clip, oneLine } from './width.ts'

/** A line that tells how far long work has come. */
export interface Work {
  readonly progress: (done: number, total: number | undefined, what: string) => void
  /** Takes the line away. */
  readonly end: () => void
}

interface Terminal {
  readonly isTTY?: boolean
  readonly columns?: number
  readonly write: (text: string) => unknown
}

/** A terminal need not be written to more often than the eye can follow. */
const PAUSE_MS = 100

/** Shows progress on the error stream where that is a terminal; elsewhere nothing. */
export function startWork(terminal: Terminal, now: () => number = Date.now): Work {
  if (terminal.isTTY !== true) return { progress: () => undefined, end: () => undefined }
  let drawn = Number.NEGATIVE_INFINITY
  return {
    progress: (done, total, what) => {
      if (now() - drawn < PAUSE_MS) return
      drawn = now()
      const of = total === undefined ? '' : `/${total}（${Math.floor((done / Math.max(total, 1)) * 100)}%）`
      terminal.write(`\r\u001b[K${clip(oneLine(`${what} ${done}${of}`), (terminal.columns ?? 80) - 1)}`)
    },
    end: () => void terminal.write('\r\u001b[K'),
  }
}

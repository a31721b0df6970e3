import { clip, oneLine } from '../terminal/width.ts'

/** A bar that shows how far the work has come. */
export interface Progress {
  /** One more file is done. */
  readonly advance: (file: string) => void
  /** Takes the bar away. */
  readonly end: () => void
}

interface Terminal {
  readonly isTTY?: boolean
  readonly columns?: number
  readonly write: (text: string) => unknown
}

const BAR = 24
/** A terminal need not be written to more often than the eye can follow. */
const PAUSE_MS = 80

/** A bar on the error stream where that is a terminal; elsewhere nothing. */
export function startProgress(total: number, terminal: Terminal, now: () => number = Date.now): Progress {
  if (terminal.isTTY !== true || total < 2) return { advance: () => undefined, end: () => undefined }
  let done = 0
  let drawn = Number.NEGATIVE_INFINITY
  return {
    advance: (file) => {
      done++
      if (now() - drawn < PAUSE_MS && done < total) return
      drawn = now()
      terminal.write(`\r\u001b[K${clip(barLine(done, total, file), (terminal.columns ?? 80) - 1)}`)
    },
    end: () => void terminal.write('\r\u001b[K'),
  }
}

/** The bar's line: 读取 [██████░░░░] 12/40 文件名 */
export function barLine(done: number, total: number, file: string): string {
  const filled = Math.round((done / total) * BAR)
  return `读取 [${'█'.repeat(filled)}${'░'.repeat(BAR - filled)}] ${done}/${total} ${oneLine(file)}`
}

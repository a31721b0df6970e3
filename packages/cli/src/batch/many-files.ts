import { statSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { documentKinds } from '../labels.zh.ts'
import { exitCode, writeErr, writeOut, writeOutLater } from '../output.ts'
import type { ReadArguments } from '../read/arguments.ts'
import { STANDARD_INPUT } from '../read/load.ts'
import { announceStandardInput, reportProblems } from '../read/one-file.ts'
import { layGrid } from '../terminal/grid.ts'
import { screenOf } from '../terminal/paint.ts'
import { inOrder } from './in-order.ts'
import { failedOutcome, type Outcome, processFile, type Product } from './outcome.ts'
import { startProgress } from './progress.ts'
import { findDocuments } from './walk.ts'

/** Sums over all files. */
export interface Total {
  files: number
  failed: number
  statements: number
  problems: number
  /** Nobody reads the output any more (`| head`), so the rest was left. */
  stopped: boolean
}

/** Threads take about 30 MB each; more than this read no faster than the disk and the one output give and take. */
const MAX_THREADS = 6
/** A thread needs some 300 ms to start and warm up. Work below this many bytes is done sooner without. */
const SMALL_JOB_BYTES = 4_000_000
/** Unpacking a byte of DOCX or PDF takes about this many times as long as reading one of text. */
const PACKED_COST = 20

/**
 * Reads every document behind the arguments and hands over what came of each, in order.
 *
 * @param take is given one outcome at a time and waited for; false ends the work
 */
export async function eachFile(
  given: ReadArguments,
  product: Product,
  take: (outcome: Outcome) => Promise<boolean>,
): Promise<Total> {
  const { files, problems } = findDocuments(given.files)
  const total: Total = { files: 0, failed: 0, statements: 0, problems: 0, stopped: false }
  // With the product on the same terminal the bar would stand in its way.
  const progress = startProgress(files.length, barTerminal())
  const stop = clearOnInterrupt(progress.end)
  const count = async (outcome: Outcome): Promise<boolean> => {
    total.files++
    total.failed += outcome.ok ? 0 : 1
    total.statements += outcome.statements
    total.problems += outcome.problems
    progress.advance(outcome.file)
    if (!outcome.ok && product !== 'jsonl') {
      progress.end()
      reportProblems(outcome.failure)
    }
    total.stopped = !(await take(outcome))
    return !total.stopped
  }
  try {
    for (const { path, problem } of problems) {
      if (!(await count(failedOutcome(path, product, [problem])))) return total
    }
    await readAll(files, product, given, count)
  } finally {
    progress.end()
    stop()
  }
  return total
}

const barTerminal = () =>
  process.stderr.isTTY && !process.stdout.isTTY
    ? { isTTY: true, columns: process.stderr.columns, write: (text: string) => process.stderr.write(text) }
    : { write: () => undefined }

/** Without a bar Node's own handling is left in place: it ends the program even while a write is stuck. */
function clearOnInterrupt(clear: () => void): () => void {
  if (!process.stderr.isTTY) return () => undefined
  const handler = () => {
    clear()
    process.off('SIGINT', handler)
    process.kill(process.pid, 'SIGINT')
  }
  process.on('SIGINT', handler)
  return () => void process.off('SIGINT', handler)
}

async function readAll(
  files: readonly string[],
  product: Product,
  { facts }: ReadArguments,
  take: (outcome: Outcome) => Promise<boolean>,
): Promise<void> {
  const here = (file: string) => {
    announceStandardInput(file)
    return processFile(file, product, facts)
  }
  const threads = Math.min(availableParallelism(), MAX_THREADS, files.length)
  if (threads < 2 || isSmallJob(files)) return inOrder(files, here, 1, take)
  const { createPool } = await import('./pool.ts')
  const pool = createPool(threads, { product, facts }, new URL('./worker.js', import.meta.url))
  try {
    // A slow file at the head must not let finished ones pile up without end, nor leave the other threads idle.
    await inOrder(files, (file) => (file === STANDARD_INPUT ? here(file) : pool.run(file)), threads * 4, take)
  } finally {
    await pool.close()
  }
}

function isSmallJob(files: readonly string[]): boolean {
  let cost = 0
  for (const file of files) {
    const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0
    cost += /\.(?:docx|pdf)$/i.test(file) ? size * PACKED_COST : size
    if (cost > SMALL_JOB_BYTES) return false
  }
  return true
}

/** Writes a line of JSON for each file, and the sums to the error stream. */
export async function writeLines(given: ReadArguments): Promise<number> {
  const total = await eachFile(given, 'jsonl', async ({ line }) => line === undefined || writeOutLater(line))
  if (!total.stopped) writeErr(`${totalLine(total)}\n`)
  return total.failed > 0 ? exitCode.failed : exitCode.read
}

/** The sums in one line. */
export const totalLine = ({ files, failed, statements, problems }: Omit<Total, 'stopped'>): string =>
  `${files} 份文件，${failed} 份失败，${statements} 条陈述，${problems} 个问题`

/** Writes one row for each file of a folder: a table of every statement of every file would be read by nobody. */
export async function writeOverview(given: ReadArguments): Promise<number> {
  const rows: string[][] = []
  const total = await eachFile(given, 'overview', async (outcome) => {
    if (outcome.row === undefined) return true
    const { title, kind, place, year, tasks } = outcome.row
    const counts = [outcome.statements, tasks, outcome.problems].map(String)
    rows.push([outcome.file, title, documentKinds[kind], place, year === undefined ? '' : String(year), ...counts])
    return true
  })
  const screen = screenOf(process.stdout, process.env)
  const columns = [
    { title: '文件', min: 16, max: 44, rank: 9 },
    { title: '标题', min: 16, max: 44, rank: 3 },
    { title: '种类', min: 4, max: 12, rank: 1 },
    { title: '地方', min: 6, max: 16, rank: 5 },
    { title: '年份', min: 4, max: 4, rank: 6 },
    { title: '陈述', min: 4, max: 8, align: 'right', rank: 8 },
    { title: '任务', min: 4, max: 8, align: 'right', rank: 7 },
    { title: '问题', min: 4, max: 8, align: 'right', rank: 7 },
  ] as const
  const { lines } = layGrid(columns, rows, screen.width, screen.paint.heading)
  const hint = '看一份文件的明细：jiannuo read 文件；全部明细：加 --jsonl 或 --xlsx 表.xlsx'
  writeOut(
    `${rows.length > 0 ? `${lines.join('\n')}\n\n` : ''}${totalLine(total)}\n${rows.length > 0 ? `${hint}\n` : ''}`,
  )
  return total.failed > 0 ? exitCode.failed : exitCode.read
}

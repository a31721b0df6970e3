import type { DocumentReading } from '../read/document.ts'
import { placesOf } from '../read/places.ts'
import type { Grid } from '../terminal/grid.ts'
import type { Screen } from '../terminal/paint.ts'
import { wrap } from '../terminal/wrap.ts'
import { statementGrid } from './statements.ts'
import { headLines, problemLines, summaryLines } from './summary.ts'
import { taskGrid } from './tasks.ts'

/** One document for the terminal: what it is, its statements, its tasks when asked for, its problems, and the counts. */
export function documentView(document: DocumentReading, tasks: boolean, screen: Screen): string {
  const places = placesOf(document)
  const { reading, problems } = document
  const lines = [...headLines(document, screen), '']
  if (reading.statements.length > 0) lines.push(...gridLines(statementGrid(document, places, screen), screen), '')
  else lines.push('没有读到带数字的陈述。', '')
  if (tasks && reading.tasks.length > 0) {
    lines.push(screen.paint.heading('任务'), ...gridLines(taskGrid(document, places, screen), screen), '')
  } else if (tasks) lines.push('没有读到任务。', '')
  if (problems.length > 0) lines.push(screen.paint.heading('问题'), ...problemLines(document, places, screen), '')
  lines.push(screen.paint.heading('小结'), ...summaryLines(document, screen))
  return `${lines.join('\n')}\n`
}

const gridLines = ({ lines, dropped }: Grid, { width }: Screen): readonly string[] =>
  dropped.length === 0 ? lines : [...lines, ...wrap(`（窗口较窄，没有显示：${dropped.join('、')}）`, width)]

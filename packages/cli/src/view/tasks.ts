import type { DocumentReading } from '../read/document.ts'
import type { Places } from '../read/places.ts'
import { dueWords, taskWords, valueWords } from '../read/words.ts'
import { type Grid, layGrid } from '../terminal/grid.ts'
import type { Screen } from '../terminal/paint.ts'

/** The table of tasks. */
export function taskGrid({ reading, source }: DocumentReading, places: Places, screen: Screen): Grid {
  const statements = new Map(reading.statements.map((statement) => [statement.id, statement]))
  const rows = reading.tasks.map((task, index) => [
    String(index + 1),
    [places.source(task.start), places.clause(task.clause)?.path.at(-1) ?? ''].join(' '),
    taskWords(task),
    task.names.join('、'),
    task.statements
      .flatMap((id) => statements.get(id) ?? [])
      .map((statement) => `${statement.indicator}${valueWords(statement)}${statement.unit}`)
      .join('；'),
    dueWords(task.due),
    source.text.slice(task.start, task.end),
  ])
  const { paint, width } = screen
  const columns = [
    { title: '序号', min: 4, max: 6, align: 'right', rank: 8 },
    { title: '页/条款', min: 12, max: 24, rank: 1, paint: (lines: readonly string[]) => lines.map(paint.faint) },
    { title: '任务', min: 20, max: 40, rank: 9 },
    { title: '其中', min: 8, max: 30, rank: 2 },
    { title: '量化目标', min: 12, max: 30, rank: 6 },
    { title: '时限', min: 6, max: 12, rank: 5 },
    { title: '原文', min: 20, max: 60, rank: 3 },
  ] as const
  return layGrid(columns, rows, width, paint.heading)
}

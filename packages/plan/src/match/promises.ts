import type { Clause, Reading, Statement, Task } from '@jiannuo/reader'

/** What a plan promises for its year, in the order of the text. */
export interface Promised {
  readonly statements: readonly Statement[]
  /** Tasks that hold no target statement. */
  readonly tasks: readonly Task[]
  /** Ids of targets for another year. */
  readonly notDue: readonly string[]
}

const inOrder = <T extends { readonly start: number; readonly end: number; readonly id: string }>(
  list: readonly T[],
): readonly T[] => list.toSorted((a, b) => a.start - b.start || a.end - b.end || (a.id < b.id ? -1 : 1))

/** Headings of a chapter about several years to come: what stands below them is not due in the year. */
const AHEAD =
  /(?:今后|未来)[三五]年|[三五]年(?:目标|任务)|“?十[一二三四五六七八]五”?(?:时期|期间|发展|规划|目标|主要|奋斗)/

/** The promises of a reading: target statements for the year, and tasks without a number in commitments. */
export function promisedBy(reading: Reading, year: number): Promised {
  const clauses = new Map<string, Clause>(reading.clauses.map((c) => [c.id, c]))
  const targets = reading.statements.filter((s) => s.modality === 'target')
  const due = (s: Statement): boolean => s.year === undefined || s.year === year
  const held = new Set(targets.map((s) => s.id))
  const ahead = (task: Task): boolean => (clauses.get(task.clause)?.path ?? []).some((title) => AHEAD.test(title))
  const tasks = reading.tasks.filter(
    (task) => !ahead(task) && !task.statements.some((id) => held.has(id)) && clauses.get(task.clause)?.half === 'plan',
  )
  return {
    statements: inOrder(targets.filter(due)),
    tasks: inOrder(tasks),
    notDue: inOrder(targets.filter((s) => !due(s))).map((s) => s.id),
  }
}

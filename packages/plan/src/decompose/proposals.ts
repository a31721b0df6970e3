import { type PlainDate, parsePlainDate, plainDate } from '@jiannuo/kernel'
import type { Clause, Reading, Statement, Task } from '@jiannuo/reader'
import { type Dictionary, isKnown } from '../indicators/index.ts'
import { departmentsOf } from './departments.ts'
import { identityOf, namedOf } from './named.ts'
import { targetOf } from './target.ts'
import { taskTitle, titleOf } from './title.ts'
import type { HeldNumber, Proposal } from './types.ts'
import { namedUnits } from './units.ts'

interface Context {
  readonly text: string
  readonly clauses: ReadonlyMap<string, Clause>
  readonly statements: ReadonlyMap<string, Statement>
  readonly dictionary: Dictionary
  readonly year: number | undefined
}

const numberOf = (s: Statement): HeldNumber => ({
  statement: s.id,
  quote: s.quote,
  value: s.value,
  unit: s.unit,
  indicator: s.indicator,
})

/** Every number of a task, the one asked for first. */
function numbersOf(task: Task | undefined, own: Statement | undefined, context: Context): readonly HeldNumber[] {
  const others = (task?.statements ?? []).filter((id) => id !== own?.id).map((id) => context.statements.get(id))
  return [own, ...others].flatMap((s) => (s === undefined ? [] : [numberOf(s)]))
}

function dueOf(task: Task | undefined, year: number | undefined): PlainDate | undefined {
  const date = task?.due === undefined ? undefined : parsePlainDate(task.due.date)
  if (date?.ok === true) return date.value
  return year === undefined ? undefined : plainDate(year, 12, 31)
}

/** What statement and task proposals share: place, sentence, headings, units in brackets, dates. */
function frame(item: Statement | Task, task: Task | undefined, year: number | undefined, context: Context) {
  const clause = context.clauses.get(item.clause)
  const sentence = clause === undefined ? '' : context.text.slice(clause.start, clause.end)
  const path = clause?.path ?? []
  const due = dueOf(task, year)
  return {
    item: item.id,
    clause: item.clause,
    start: item.start,
    end: item.end,
    quote: context.text.slice(item.start, item.end),
    sentence,
    path,
    chapter: path[0] ?? '',
    ...namedUnits(sentence),
    ...(year === undefined ? {} : { year, from: plainDate(year, 1, 1) }),
    ...(due === undefined ? {} : { due }),
  }
}

function ofStatement(statement: Statement, task: Task | undefined, context: Context): Proposal {
  const identity = identityOf(statement, context.dictionary)
  const { indicator } = identity
  const words = task === undefined ? statement.indicator : context.text.slice(task.start, task.end)
  return {
    ...frame(statement, task, statement.year ?? context.year, context),
    kind: 'statement',
    title: titleOf(statement),
    ...(task === undefined ? {} : { task: task.id }),
    indicator: namedOf(identity),
    target: targetOf(statement, identity),
    numbers: numbersOf(task, statement, context),
    departments: departmentsOf(words, isKnown(indicator) ? indicator.department : undefined),
  }
}

function ofTask(task: Task, context: Context): Proposal {
  const shared = frame(task, task, context.year, context)
  return {
    ...shared,
    kind: 'task',
    title: taskTitle(shared.quote),
    numbers: numbersOf(task, undefined, context),
    departments: departmentsOf(shared.quote),
  }
}

/** The narrowest task that a statement stands in. */
function tasksByStatement(tasks: readonly Task[]): ReadonlyMap<string, Task> {
  const found = new Map<string, Task>()
  for (const task of tasks)
    for (const id of task.statements) {
      const held = found.get(id)
      if (held === undefined || task.end - task.start < held.end - held.start) found.set(id, task)
    }
  return found
}

/**
 * What a document proposes as commitments, in the order of the text (DESIGN 5): one proposal for every statement that is a target,
 * and one for every task that holds no target. No target statement is left out or taken twice (P20, P21).
 *
 * @param reading what the reader made of the text
 * @param text the text that was read, to quote from
 * @param dictionary the indicators
 */
export function proposals(reading: Reading, text: string, dictionary: Dictionary): readonly Proposal[] {
  const context: Context = {
    text,
    clauses: new Map(reading.clauses.map((c) => [c.id, c])),
    statements: new Map(reading.statements.map((s) => [s.id, s])),
    dictionary,
    year: reading.meta.year,
  }
  const tasks = tasksByStatement(reading.tasks)
  const targets = reading.statements.filter((s) => s.modality === 'target')
  const promised = new Set(targets.map((s) => s.id))
  const bare = reading.tasks.filter((task) => !task.statements.some((id) => promised.has(id)))
  const made = [
    ...targets.map((s) => ofStatement(s, tasks.get(s.id), context)),
    ...bare.map((task) => ofTask(task, context)),
  ]
  return made.sort((a, b) => a.start - b.start || a.end - b.end)
}

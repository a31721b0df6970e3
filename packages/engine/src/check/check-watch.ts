import type { Machine } from '../model/definition.ts'
import type { WatchDefinition } from '../model/watch.ts'
import { checkExpr } from './check-value.ts'
import { settingsSight, worded } from './check-index.ts'
import { type DefinitionProblem, type Faults, fault, known } from './problem.ts'

function* checkOpening({ opens }: WatchDefinition, opened: Machine): Faults {
  yield* known('other-machine', 'opens.machine', opens.machine, [opened.id])
  const openings = Object.keys(opened.actions).filter((id) => opened.actions[id]?.from === 'new')
  yield* known('unknown-opening', 'opens.action', opens.action, openings)
  const action = opened.actions[opens.action]
  if (action === undefined) return
  const roles = action.by.filter(({ at }) => at === 'district' || at === 'anywhere').map(({ role }) => role)
  yield* known('role-cannot', 'opens.as', opens.as, roles)
  const offered = action.input ?? []
  for (const id of Object.keys(opens.give)) yield* known('unknown-input', `opens.give.${id}`, id, offered)
  const isNeeded = (id: string) =>
    action.needs?.includes(id) === true || (action.fields?.[id] ?? opened.fields[id])?.required === true
  for (const id of offered.filter(isNeeded))
    if (opens.give[id] === undefined) yield fault('watch-needs-input', 'opens.give', id)
  const given = Object.keys(opens.give)
  yield* known('mark-not-given', 'opens.mark', opens.mark, given)
  if (opened.fields[opens.mark]?.facet !== true) yield fault('mark-no-facet', 'opens.mark', opens.mark)
}

/** Finds every fault of a watch at once: expressions that look beyond the settings, cases that cannot be opened so. */
export function checkWatch(watch: WatchDefinition, machine: Machine, opened: Machine): readonly DefinitionProblem[] {
  const sight = settingsSight(machine)
  const { line, on, opens } = watch
  return [
    ...known('other-machine', 'settings', watch.settings, [machine.id]),
    ...worded(watch, '', ['title', 'purpose', 'source', 'areas']),
    ...('value' in line ? checkExpr(line.value, 'line.value', sight) : []),
    ...('percent' in line ? checkExpr(line.percent, 'line.percent', sight) : []),
    ...('run' in line && !('index' in on) ? [fault('run-without-index', 'line.run', line.run)] : []),
    ...checkExpr(watch.periods, 'periods', sight),
    ...(watch.least === undefined ? [] : checkExpr(watch.least, 'least', sight)),
    ...Object.entries(opens.give).flatMap(([id, give]) =>
      'alarm' in give ? [] : [...checkExpr(give, `opens.give.${id}`, sight)],
    ),
    ...checkOpening(watch, opened),
  ]
}

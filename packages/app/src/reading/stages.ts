import {
  describeCondition,
  type ExplainedLine,
  type Explanation,
  explainInWords,
  explainStage,
  type Machine,
  type RecordState,
} from '@jiannuo/engine'
import { contextAt } from '../command/decide.ts'
import type { DistrictView } from '../office/district-view.ts'
import type { Kit } from '../office/machines.ts'
import type { Office } from '../office/office.ts'

/** A stage that an entry stands in or may come to, and what its test says of the entry. */
export interface StageView {
  readonly stage: string
  readonly title: string
  /** Where it stands now; else one that comes next. */
  readonly present: boolean
  readonly meets: boolean
  readonly lines: readonly ExplainedLine[]
}

/** Stages that come behind another in a register's order and can be reached from it by one action. */
export function stagesAfter({ actions, states }: Machine, from: string): readonly string[] {
  const order = Object.keys(states)
  const reached = new Set(
    Object.values(actions).flatMap((action) => {
      if (action.from === 'new' || !action.from.includes(from)) return []
      return typeof action.to === 'string' ? [action.to] : action.to.map(({ to }) => to)
    }),
  )
  return order.filter(
    (id) => reached.has(id) && order.indexOf(id) > order.indexOf(from) && states[id]?.test !== undefined,
  )
}

/** The present stage of an entry with whether it still holds, and those it may come to with what is missing. Empty for what has no stages. */
export function stageViews(
  office: Office,
  view: DistrictView,
  { machine }: Kit,
  state: RecordState,
): readonly StageView[] {
  const context = contextAt(office, view, machine.id, office.now())
  return [state.state, ...stagesAfter(machine, state.state)].flatMap((stage): StageView[] => {
    const explained = explainStage(machine, state, stage, context)
    if (explained === undefined) return []
    const title = machine.states[stage]?.title ?? stage
    const lines = explainInWords(explained, machine)
    return [{ stage, title, present: stage === state.state, meets: explained.holds, lines }]
  })
}

/** What an entry still lacks for the stage that comes next, in words; nothing where there is no such stage or nothing is missing. */
export function lacksOf(
  office: Office,
  view: DistrictView,
  { machine }: Kit,
  state: RecordState,
): readonly string[] | undefined {
  const [next] = stagesAfter(machine, state.state)
  if (next === undefined) return undefined
  const explained = explainStage(machine, state, next, contextAt(office, view, machine.id, office.now()))
  if (explained === undefined || explained.holds) return undefined
  return failing(explained).map((condition) => describeCondition(condition, machine))
}

/** The parts that do not hold: of those that must all hold each one, of a choice the choice as a whole. */
const failing = ({ condition, holds, parts = [] }: Explanation): readonly Explanation['condition'][] => {
  if (holds) return []
  return 'all' in condition ? parts.flatMap(failing) : [condition]
}

import type { Machine } from '../model/definition.ts'
import type { RecordState } from '../model/record.ts'
import type { Context, Explanation } from '../model/run.ts'
import { explainCondition } from './condition.ts'
import { NO_INPUT } from './view.ts'

/**
 * Whether an entry meets the test of a stage, with the answer of each part: what is still missing for the next
 * stage, what no longer holds of the present one.
 *
 * @returns `undefined` when the state has no test
 */
export function explainStage(
  machine: Machine,
  record: RecordState,
  stage: string,
  context: Context,
): Explanation | undefined {
  const test = machine.states[stage]?.test
  if (test === undefined) return undefined
  const { at, calendar, settings, units } = context
  return explainCondition(test, {
    machine,
    record,
    input: NO_INPUT,
    person: '',
    unit: '',
    at,
    calendar,
    settings,
    units,
  })
}

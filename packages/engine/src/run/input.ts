import type { RecordState } from '../model/record.ts'
import type { Refusal } from '../model/run.ts'
import type { Json } from '../model/value.ts'
import type { EngineCode } from '../wording.zh.ts'
import { checkFieldValue, type FieldContext } from './field-value.ts'
import type { OfferedField } from './offer.ts'
import type { ActionPlan } from './plan.ts'
import { isPresent } from './view.ts'

const MISSING: EngineCode = 'engine/missing'
const NOT_OFFERED: EngineCode = 'engine/not-offered'

type Faults = NonNullable<Refusal['fields']>

const holds = (input: Readonly<Record<string, Json>>, id: string): boolean => Object.hasOwn(input, id)

/** Whether a field may be left out: nobody asks for it, or the record holds it and the form does not take it away. */
function mayBeEmpty(field: OfferedField, given: boolean, record: RecordState | undefined): boolean {
  if (field.needed) return false
  if (field.definition.required !== true) return true
  return !field.own && !given && isPresent(record?.fields[field.id])
}

/**
 * Holds a form against what the action offers and asks for.
 *
 * @returns every fault at once, first those of the fields in the order of the form, then what was given without
 * being offered
 */
export function checkInput(
  plan: ActionPlan,
  input: Readonly<Record<string, Json>>,
  record: RecordState | undefined,
  context: FieldContext,
): Faults {
  const faults: Faults[number][] = []
  for (const field of plan.offered) {
    const value = holds(input, field.id) ? (input[field.id] ?? null) : null
    if (!isPresent(value)) {
      if (!mayBeEmpty(field, holds(input, field.id), record))
        faults.push({ field: field.id, code: MISSING, params: {} })
      continue
    }
    const fault = checkFieldValue(value, field.definition, context)
    if (fault !== undefined) faults.push({ field: field.id, ...fault })
  }
  for (const id of Object.keys(input)) if (!plan.byId.has(id)) faults.push({ field: id, code: NOT_OFFERED, params: {} })
  return faults
}

import type { Scope } from './api.ts'
import { formatArray } from './database/array-literal.ts'
import type { Settings } from './database/connection.ts'

/** Stands in every record's list of units, and for all units in the setting of one who may see the whole district. */
export const EVERY_UNIT = '*'

/** The scope as the settings of a transaction, by which the database's own policies judge. */
export function settingsOf(scope: Scope): Settings {
  const units = scope.units === 'all' ? [EVERY_UNIT] : scope.units.filter((unit) => unit !== EVERY_UNIT)
  return {
    'jiannuo.district': scope.district,
    'jiannuo.units': formatArray(units, (unit) => String(unit)),
    ...(scope.audit === true ? { 'jiannuo.audit': 'on' } : {}),
  }
}

/** The machine's own eyes and hands in a district. */
export const machineScope = (district: string): Scope => ({ district, person: 'system', units: 'all' })

import { granted, type Result, refused } from '@jiannuo/kernel'
import { checkLightRules } from './check.ts'
import { DEFAULT_LIGHT_RULES, LIGHT_PRESETS } from './presets.ts'
import { type Faults, readChoice, readFields } from './read-value.ts'
import type { LightRules } from './types.ts'

const isTable = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * Light rules out of a district's setting (SPEC P79): an empty table is the default, `{ preset: id }` one of the published sets, anything
 * else a whole set of its own.
 *
 * @returns the rules, or all faults at once, each with its path; their words are in `progressWording`
 */
export function lightRulesOf(value: unknown): Result<LightRules> {
  if (!isTable(value)) return checkLightRules(value)
  if (Object.keys(value).length === 0) return granted(DEFAULT_LIGHT_RULES)
  if (!('preset' in value)) return checkLightRules(value)
  const faults: Faults = []
  readFields(value, '', ['preset'], faults)
  const ids = LIGHT_PRESETS.map(({ id }) => id)
  const id = readChoice(value.preset, 'preset', faults, ids)
  const rules = LIGHT_PRESETS.find((one) => one.id === id)
  return rules === undefined || faults.length > 0 ? refused(...faults) : granted(rules)
}

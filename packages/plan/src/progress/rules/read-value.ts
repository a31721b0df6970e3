import type { Problem } from '@jiannuo/kernel'
import type { ProgressCode } from '../wording.zh.ts'

/** Where faults are gathered, so that all are found at once. */
export type Faults = Problem[]

const shownValue = (value: unknown): string => {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return (text ?? 'undefined').slice(0, 40)
}

/** Notes a fault at a path. */
export function fault(faults: Faults, code: ProgressCode, path: string, params: Problem['params'] = {}): undefined {
  faults.push({ code, severity: 'error', place: path, params: { path, ...params } })
}

/** The fields of an object; fields that are not among those known are faults, each with what is allowed. */
export function readFields(
  value: unknown,
  path: string,
  known: readonly string[],
  faults: Faults,
): ReadonlyMap<string, unknown> | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return fault(faults, 'progress/rules-object', path === '' ? 'rules' : path)
  }
  const fields = new Map<string, unknown>(Object.entries(value))
  for (const name of fields.keys()) {
    const at = path === '' ? name : `${path}.${name}`
    if (!known.includes(name)) fault(faults, 'progress/rules-unknown', at, { allowed: known.join('、') })
  }
  return fields
}

/** A list, each item read at its own path; undefined when any is faulty. */
export function readList<T>(
  value: unknown,
  path: string,
  faults: Faults,
  read: (item: unknown, at: string, faults: Faults) => T | undefined,
): readonly T[] | undefined {
  if (!Array.isArray(value)) return fault(faults, 'progress/rules-list', path)
  const items = value.map((item: unknown, index) => read(item, `${path}[${index}]`, faults))
  const good = items.filter((item) => item !== undefined)
  return good.length === items.length ? good : undefined
}

/** A text that says something. */
export const readText = (value: unknown, path: string, faults: Faults): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value : fault(faults, 'progress/rules-text', path)

/** A number within bounds, both included. */
export function readNumber(
  value: unknown,
  path: string,
  faults: Faults,
  { least, most, whole }: { readonly least: number; readonly most: number; readonly whole: boolean },
): number | undefined {
  const fits = typeof value === 'number' && value >= least && value <= most && (!whole || Number.isInteger(value))
  if (fits) return value
  const code = whole ? 'progress/rules-whole' : 'progress/rules-number'
  return fault(faults, code, path, { least, most, value: shownValue(value) })
}

/** True or false. */
export const readBoolean = (value: unknown, path: string, faults: Faults): boolean | undefined =>
  typeof value === 'boolean' ? value : fault(faults, 'progress/rules-boolean', path, { value: shownValue(value) })

/** One of a few words. */
export function readChoice<T extends string>(
  value: unknown,
  path: string,
  faults: Faults,
  allowed: readonly T[],
): T | undefined {
  const choice = allowed.find((one) => one === value)
  return (
    choice ?? fault(faults, 'progress/rules-choice', path, { allowed: allowed.join('、'), value: shownValue(value) })
  )
}

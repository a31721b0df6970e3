import type { Machine } from '../model/definition.ts'

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const parts = Object.entries(value)
    .filter(([, part]) => part !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, part]) => `${JSON.stringify(key)}:${canonical(part)}`)
  return `{${parts.join(',')}}`
}

/**
 * All of a definition that decides anything, as one text that does not depend on the order in which it was written:
 * keys sorted, no spaces. Examples and wording are left out, since records do not depend on them. Two texts that
 * differ under one version mean that a definition was changed behind the backs of its open records.
 */
export function fingerprint(machine: Machine): string {
  const { examples: _examples, wording: _wording, ...decides } = machine
  return canonical(decides)
}

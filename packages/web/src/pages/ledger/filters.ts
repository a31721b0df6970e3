import type { Light } from '@jiannuo/contract'

/** What of the ledger is shown; it stands in the address, so that it can be sent to somebody. */
export interface Filters {
  readonly year?: string
  readonly light?: string
  readonly state?: string
  readonly lead?: string
  readonly chapter?: string
  readonly document?: string
  readonly q?: string
}

const KEYS = ['year', 'light', 'state', 'lead', 'chapter', 'document', 'q'] as const

/** Filters of an address. */
export function filtersOf(search: URLSearchParams): Filters {
  const found: Partial<Record<(typeof KEYS)[number], string>> = {}
  for (const key of KEYS) {
    const value = search.get(key)
    if (value !== null && value !== '') found[key] = value
  }
  return found
}

/** Filters with one changed; nothing takes it away. */
export function withFilter(filters: Filters, key: keyof Filters, value: string | undefined): Record<string, string> {
  const all = { ...filters, [key]: value }
  return Object.fromEntries(
    KEYS.flatMap((one) => (all[one] === undefined || all[one] === '' ? [] : [[one, all[one]] as const])),
  )
}

/** Lights that a filter names. */
export const lightsIn = (filters: Filters): readonly Light[] => {
  const known: readonly Light[] = ['red', 'yellow', 'silent', 'green', 'none']
  return known.filter((light) => (filters.light ?? '').split(',').includes(light))
}

/** A set of filters under a name. */
export interface SavedView {
  readonly name: string
  readonly filters: Filters
}

const STORE = 'jiannuo-views'

const isView = (value: unknown): value is SavedView =>
  typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string' && 'filters' in value

/** The sets kept on this machine. */
export function savedViews(): readonly SavedView[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(STORE) ?? '[]')
    return Array.isArray(kept) ? kept.filter(isView) : []
  } catch {
    return []
  }
}

/** Keeps a set; one of the same name is replaced. */
export function saveView(view: SavedView): readonly SavedView[] {
  const all = [...savedViews().filter(({ name }) => name !== view.name), view]
  localStorage.setItem(STORE, JSON.stringify(all))
  return all
}

/** What of a list is shown; it stands in the address, so that it can be sent to somebody. */
export interface CaseFilters {
  readonly mine?: string
  readonly show?: string
  readonly state?: string
  readonly lead?: string
  readonly area?: string
  readonly category?: string
  /** `field=value`, several parted by `|`. */
  readonly facet?: string
  readonly due?: string
  readonly q?: string
  readonly order?: string
}

const KEYS = ['mine', 'show', 'state', 'lead', 'area', 'category', 'facet', 'due', 'q', 'order'] as const

export type FilterKey = (typeof KEYS)[number]

/** Filters of an address. */
export function caseFiltersOf(search: URLSearchParams): CaseFilters {
  const found: Partial<Record<FilterKey, string>> = {}
  for (const key of KEYS) {
    const value = search.get(key)
    if (value !== null && value !== '') found[key] = value
  }
  return found
}

/** Filters with some changed; nothing takes one away. */
export function withFilters(
  filters: CaseFilters,
  changed: Readonly<Partial<Record<FilterKey, string | undefined>>>,
): Record<string, string> {
  const all = { ...filters, ...changed }
  return Object.fromEntries(
    KEYS.flatMap((key) => (all[key] === undefined || all[key] === '' ? [] : [[key, all[key]] as const])),
  )
}

/** The value that is chosen of a facet. */
export const facetIn = ({ facet = '' }: CaseFilters, field: string): string | undefined =>
  facet
    .split('|')
    .find((one) => one.startsWith(`${field}=`))
    ?.slice(field.length + 1)

/** Facets with one chosen, or taken away. */
export function withFacet(filters: CaseFilters, field: string, value: string | undefined): string {
  const others = (filters.facet ?? '').split('|').filter((one) => one !== '' && !one.startsWith(`${field}=`))
  return [...others, ...(value === undefined ? [] : [`${field}=${value}`])].join('|')
}

/** A set of filters under a name. */
export interface SavedCases {
  readonly name: string
  readonly filters: CaseFilters
}

const isSaved = (value: unknown): value is SavedCases =>
  typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string' && 'filters' in value

/** Where the sets of one person for one list are kept on this machine. */
const keyOf = (person: string, machine: string): string => `jiannuo-cases ${person} ${machine}`

/** The sets that a person keeps for a list. */
export function savedCases(person: string, machine: string): readonly SavedCases[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(person, machine)) ?? '[]')
    return Array.isArray(kept) ? kept.filter(isSaved) : []
  } catch {
    return []
  }
}

/** Keeps a set; one of the same name is replaced, one without filters is forgotten. */
export function saveCases(person: string, machine: string, saved: SavedCases): readonly SavedCases[] {
  const others = savedCases(person, machine).filter(({ name }) => name !== saved.name)
  const all = Object.keys(saved.filters).length === 0 ? others : [...others, saved]
  localStorage.setItem(keyOf(person, machine), JSON.stringify(all))
  return all
}

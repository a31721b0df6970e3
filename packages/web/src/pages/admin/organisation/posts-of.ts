import type { Organisation } from '@jiannuo/contract'

/** A unit as the organisation lists it. */
export type Unit = Organisation['units'][number]
/** A person as the organisation lists them. */
export type Person = Organisation['people'][number]

/** What is chosen beside the id of a unit: people who hold no post. */
export const NO_POST = '-'

/** People of a unit, or those without a post, by name. */
export const peopleOf = (people: readonly Person[], chosen: string): readonly Person[] =>
  people
    .filter(({ posts }) => (chosen === NO_POST ? posts.length === 0 : posts.some(({ unit }) => unit === chosen)))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'zh-CN'))

/** How deep each unit lies. */
export function depths(units: readonly Unit[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  // Units come parents first.
  for (const { id, parent } of units) found.set(id, parent === undefined ? 0 : (found.get(parent) ?? 0) + 1)
  return found
}

/** Units that can still be given something, as options. */
export const openUnits = (units: readonly Unit[]): { value: string; label: string }[] =>
  units.filter(({ closed }) => !closed).map(({ id, name }) => ({ value: id, label: name }))

/** Titled things as options. */
export const options = (
  list: readonly { readonly id: string; readonly title: string }[],
): { value: string; label: string }[] => list.map(({ id, title }) => ({ value: id, label: title }))

import type { Grant, Machine } from '../model/definition.ts'
import { titles } from './names.ts'
import { listed, say } from './say.ts'

/** Who may, in words: 牵头单位或其上级的承办员. */
export const describeGrant = (grant: Grant, machine: Machine): string =>
  say(`grant/${grant.at}`, { role: titles.role(machine, grant.role) })

/** Several grants in words; roles that stand alike are named together. */
export function describeGrants(grants: readonly Grant[], machine: Machine): string {
  const byRelation = new Map<Grant['at'], string[]>()
  for (const { role, at } of grants) {
    const roles = byRelation.get(at) ?? []
    const title = titles.role(machine, role)
    byRelation.set(at, roles.includes(title) ? roles : [...roles, title])
  }
  return listed([...byRelation].map(([at, roles]) => say(`grant/${at}`, { role: roles.join('/') })))
}

import type { Grant, Machine, Relation } from '../model/definition.ts'
import { titles } from './names.ts'
import { say } from './say.ts'
import { row, table } from './markdown.ts'
import { labels } from './wording.zh.ts'

/** The relations, nearest to a record first. */
export const RELATIONS = ['lead', 'co', 'area', 'district', 'anywhere'] as const satisfies readonly Relation[]

/** One thing that may be done, and by which role in which relations. */
export interface AccessRow {
  readonly kind: 'action' | 'read' | 'unmask'
  /** Action id; empty for reading and unmasking. */
  readonly action: string
  readonly title: string
  /** Role id → relations in which it may, in the order of `RELATIONS`; empty when it may not. */
  readonly roles: Readonly<Record<string, readonly Relation[]>>
}

/** Who may do what with the records of a machine. */
export interface AccessMatrix {
  readonly machine: string
  /** Role ids in the order of the definition. */
  readonly roles: readonly string[]
  /** Actions in the order of the definition, without those of the machine itself; then reading and unmasking. */
  readonly rows: readonly AccessRow[]
}

/** Who may do what: role × action × relation, and who may read and unmask. */
export function accessMatrix(machine: Machine): AccessMatrix {
  const roles = Object.keys(machine.roles)
  const byRole = (grants: readonly Grant[]): AccessRow['roles'] =>
    Object.fromEntries(
      roles.map((role) => [
        role,
        RELATIONS.filter((at) => grants.some((grant) => grant.role === role && grant.at === at)),
      ]),
    )
  const actions = Object.entries(machine.actions).flatMap(([id, { title, by, system }]): AccessRow[] =>
    system === true ? [] : [{ kind: 'action', action: id, title, roles: byRole(by) }],
  )
  return {
    machine: machine.id,
    roles,
    rows: [
      ...actions,
      { kind: 'read', action: '', title: labels.read, roles: byRole(machine.readers) },
      { kind: 'unmask', action: '', title: labels.unmask, roles: byRole(machine.unmask) },
    ],
  }
}

/** Who may do what, as a Markdown table: a row an action, a column a role, the relations in words. */
export function describeAccess(machine: Machine): string {
  const { roles, rows } = accessMatrix(machine)
  return table(
    row(labels.action, ...roles.map((role) => titles.role(machine, role))),
    rows.map(({ title, roles: may }) =>
      row(title, ...roles.map((role) => (may[role] ?? []).map((at) => say(`relation/${at}`)).join('/'))),
    ),
  )
}

import type { Grant } from '@jiannuo/engine'

/** Roles around the ledger of commitments (systems.md S01); their ids are shared by its three machines. */
export const ledgerRoles = {
  administrator: '区管理员',
  supervisor: '督查室',
  unitLead: '单位负责人',
  unitClerk: '单位经办人',
  leader: '区领导',
} as const

type Role = keyof typeof ledgerRoles

const grant = (role: Role, at: Grant['at']): Grant => ({ role, at })

/** At the district itself; a commitment is theirs wherever it lies. */
export const supervisors: readonly Grant[] = [grant('supervisor', 'district')]
export const leaders: readonly Grant[] = [grant('leader', 'district')]
/** Those who take documents in and open commitments. */
export const keepers: readonly Grant[] = [grant('administrator', 'district'), ...supervisors]
/** Those who decide what a unit asks for. */
export const deciders: readonly Grant[] = [...supervisors, ...leaders]

/** In the unit that leads a commitment, or above it. A unit never stands so to what another unit leads. */
export const leadHeads: readonly Grant[] = [grant('unitLead', 'lead')]
export const leadStaff: readonly Grant[] = [...leadHeads, grant('unitClerk', 'lead')]
/** Heads of every unit concerned, the helping ones too: for having a say before anything is binding. */
export const concernedHeads: readonly Grant[] = [...leadHeads, grant('unitLead', 'co')]

/** Who may see commitments and returns: the district's offices all of them, a unit those that it leads or helps with. */
export const ledgerReaders: readonly Grant[] = [
  ...keepers,
  ...leaders,
  ...leadStaff,
  grant('leader', 'lead'),
  grant('unitLead', 'co'),
  grant('unitClerk', 'co'),
  grant('leader', 'co'),
]

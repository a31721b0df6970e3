import type { Grant } from '@jiannuo/engine'
import { leadHeads, leaders, leadStaff, ledgerRoles, supervisors } from '../commitments/roles.ts'

const { supervisor, leader, unitLead, unitClerk } = ledgerRoles

/** Roles around suggestions and proposals (systems.md S14). Units and the district's offices are those of the ledger. */
export const proposalRoles = {
  liaison: '人大代表工委、政协提案委联络员',
  proposalOffice: '区政府办建议提案办理员',
  supervisor,
  leader,
  unitLead,
  unitClerk,
} as const

const grant = (role: keyof typeof proposalRoles, at: Grant['at']): Grant => ({ role, at })

/** They speak for the deputies and members: hand over, rate, choose the key ones. */
export const liaisons: readonly Grant[] = [grant('liaison', 'district')]
/** The section of the government's office that gives out, vets and follows. */
export const offices: readonly Grant[] = [grant('proposalOffice', 'district')]
export const desks: readonly Grant[] = [...liaisons, ...offices]
export const watchers: readonly Grant[] = [...offices, ...supervisors]
export const coStaff: readonly Grant[] = [grant('unitLead', 'co'), grant('unitClerk', 'co')]

/** The district's offices see all; a unit what it leads or helps with. */
export const proposalReaders: readonly Grant[] = [
  ...desks,
  ...supervisors,
  ...leaders,
  ...leadStaff,
  ...coStaff,
  grant('leader', 'lead'),
]

/** Who has to reach the author. */
export const proposalUnmask: readonly Grant[] = [...desks, ...leadStaff, ...coStaff]

export { leaders, leadHeads, leadStaff, supervisors }

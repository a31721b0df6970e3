import type { Grant } from '@jiannuo/engine'
import { grant } from '../street-whistle/form.ts'

/** Roles of the loop of levy disputes (systems.md S08). */
export const disputeRoles = {
  mediator: '调解员',
  centreLead: '调解中心负责人',
  unitClerk: '单位经办人',
  unitLead: '单位负责人',
  supervisor: '督查室',
} as const

/** The centre stands where the disputes are registered. */
export const reception: readonly Grant[] = [grant('mediator', 'anywhere'), grant('centreLead', 'anywhere')]
export const mediators: readonly Grant[] = [grant('mediator', 'lead')]
export const centreLeads: readonly Grant[] = [grant('centreLead', 'lead')]
export const centre: readonly Grant[] = [...mediators, ...centreLeads]
/** Tax, social security and whoever else must say what the facts are. */
export const bodies: readonly Grant[] = [grant('unitClerk', 'co'), grant('unitLead', 'co')]
export const supervisors: readonly Grant[] = [grant('supervisor', 'district')]

/** Mediation is not public: those who do it, those who check facts for it, and who supervises. */
export const disputeReaders: readonly Grant[] = [...centre, ...bodies, ...supervisors]
export const disputeUnmask: readonly Grant[] = [...centre, ...bodies]

import type { Grant } from '@jiannuo/engine'

/** Roles around a dispute (systems.md S09): one centre, five bodies, and the departments. */
export const disputeRoles = {
  centre: '综治中心专员',
  gridWorker: '网格员',
  mediator: '调解员',
  unitLead: '单位负责人',
  supervisor: '督查室',
  leader: '区领导',
} as const

type Role = keyof typeof disputeRoles

const grant = (role: Role, at: Grant['at']): Grant => ({ role, at })

/** Anybody who hears of a quarrel may bring it to the centre. */
export const openers: readonly Grant[] = [
  grant('centre', 'anywhere'),
  grant('gridWorker', 'anywhere'),
  grant('mediator', 'anywhere'),
]
/** The centre of the street where it lies, and that of the district above it. */
export const centres: readonly Grant[] = [grant('centre', 'area')]
export const mediators: readonly Grant[] = [grant('mediator', 'lead')]
export const coMediators: readonly Grant[] = [grant('mediator', 'co')]
export const leadHeads: readonly Grant[] = [grant('unitLead', 'lead')]
export const supervisors: readonly Grant[] = [grant('supervisor', 'district')]
export const leaders: readonly Grant[] = [grant('leader', 'district')]

/** Who may see disputes. */
export const disputeReaders: readonly Grant[] = [
  ...centres,
  ...mediators,
  ...coMediators,
  ...leadHeads,
  grant('unitLead', 'co'),
  grant('gridWorker', 'area'),
  ...supervisors,
  ...leaders,
]

/** Who may see the parties whole, with a reason: those who must reach them. Mediation is confidential to the rest. */
export const disputeUnmask: readonly Grant[] = [...centres, ...mediators]

import type { Grant } from '@jiannuo/engine'

/** Roles around a hazard (systems.md S12). Firms have no posts in the district: what they report is registered for them. */
export const hazardRoles = {
  gridWorker: '网格员',
  inspector: '安全监管员',
  unitLead: '单位负责人',
  safetyOffice: '区安委办专员',
  supervisor: '督查室',
  leader: '区领导',
} as const

type Role = keyof typeof hazardRoles

const grant = (role: Role, at: Grant['at']): Grant => ({ role, at })

/** Anybody whose work it is to look for hazards may open one. */
export const finders: readonly Grant[] = [
  grant('gridWorker', 'anywhere'),
  grant('inspector', 'anywhere'),
  grant('safetyOffice', 'district'),
]
/** The unit that watches over the firm. */
export const inspectors: readonly Grant[] = [grant('inspector', 'lead')]
export const leadHeads: readonly Grant[] = [grant('unitLead', 'lead')]
/** Those on the spot: the street and its grids. */
export const local: readonly Grant[] = [grant('gridWorker', 'area'), grant('inspector', 'area')]
/** The office of the safety committee: posts, accepts and strikes off what is major. */
export const safetyOffice: readonly Grant[] = [grant('safetyOffice', 'district')]
export const supervisors: readonly Grant[] = [grant('supervisor', 'district')]
export const leaders: readonly Grant[] = [grant('leader', 'district')]

/** Who may see hazards. */
export const hazardReaders: readonly Grant[] = [
  ...inspectors,
  ...leadHeads,
  ...local,
  grant('unitLead', 'area'),
  ...safetyOffice,
  ...supervisors,
  ...leaders,
  grant('leader', 'lead'),
]

/** Who may see names and telephones whole, with a reason: those who must reach the firm, and answer who reported. */
export const hazardUnmask: readonly Grant[] = [...inspectors, ...safetyOffice]

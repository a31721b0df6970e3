import type { Grant } from '@jiannuo/engine'

/** Roles around a matter of risk (systems.md S10). */
export const riskRoles = {
  peaceOffice: '平安办专员',
  gridWorker: '网格员',
  unitClerk: '单位经办人',
  unitLead: '单位负责人',
  supervisor: '督查室',
  leader: '区领导',
} as const

type Role = keyof typeof riskRoles

const grant = (role: Role, at: Grant['at']): Grant => ({ role, at })

export const finders: readonly Grant[] = [
  grant('gridWorker', 'anywhere'),
  grant('unitClerk', 'anywhere'),
  grant('peaceOffice', 'district'),
]
export const office: readonly Grant[] = [grant('peaceOffice', 'district')]
export const clerks: readonly Grant[] = [grant('unitClerk', 'lead')]
export const coClerks: readonly Grant[] = [grant('unitClerk', 'co')]
export const heads: readonly Grant[] = [grant('unitLead', 'lead')]
/** Those who go round: the grids and the street where it lies. */
export const local: readonly Grant[] = [grant('gridWorker', 'area'), grant('unitClerk', 'area')]
export const supervisors: readonly Grant[] = [grant('supervisor', 'district')]
export const leaders: readonly Grant[] = [grant('leader', 'district')]

/** Who may see matters of risk. */
export const riskReaders: readonly Grant[] = [
  ...office,
  ...clerks,
  ...coClerks,
  ...heads,
  grant('unitLead', 'co'),
  ...local,
  grant('unitLead', 'area'),
  ...supervisors,
  ...leaders,
]

/** Who may see the people concerned whole, with a reason: those who must reach them. */
export const riskUnmask: readonly Grant[] = [...office, ...clerks]

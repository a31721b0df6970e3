import type { Grant } from '@jiannuo/engine'

/** Roles around the safety index (systems.md S50). */
export const safetyRoles = {
  peaceOffice: '平安办专员',
  unitLead: '单位负责人',
  unitClerk: '单位经办人',
  supervisor: '督查室',
  leader: '区领导',
} as const

/** The office of the political and legal affairs commission that keeps the index, at the district. */
export const peaceOffices: readonly Grant[] = [{ role: 'peaceOffice', at: 'district' }]
export const supervisors: readonly Grant[] = [{ role: 'supervisor', at: 'district' }]
/** In the street that is warned. */
export const warnedHeads: readonly Grant[] = [{ role: 'unitLead', at: 'lead' }]
export const warnedStaff: readonly Grant[] = [...warnedHeads, { role: 'unitClerk', at: 'lead' }]
export const safetyReaders: readonly Grant[] = [
  ...peaceOffices,
  ...supervisors,
  { role: 'leader', at: 'district' },
  ...warnedStaff,
]

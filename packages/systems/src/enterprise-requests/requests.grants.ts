import type { Grant } from '@jiannuo/engine'
import { grant } from '../street-whistle/form.ts'

/** Roles of the loop of firms' requests (systems.md S07). */
export const requestRoles = {
  serviceOfficer: '企业服务专员',
  caseManager: '营商办专员',
  unitClerk: '单位经办人',
  unitLead: '单位负责人',
  supervisor: '督查室',
  leader: '区领导',
} as const

/** Whoever meets firms collects: officers of streets, parks, chambers and departments. */
export const collectors: readonly Grant[] = [grant('serviceOfficer', 'anywhere'), grant('caseManager', 'district')]
export const managers: readonly Grant[] = [grant('caseManager', 'district')]
export const conveners: readonly Grant[] = [...managers, grant('leader', 'district')]
export const supervisors: readonly Grant[] = [grant('supervisor', 'district')]
export const leadHeads: readonly Grant[] = [grant('unitLead', 'lead')]
export const leadStaff: readonly Grant[] = [grant('unitClerk', 'lead'), ...leadHeads]
export const coStaff: readonly Grant[] = [grant('unitClerk', 'co'), grant('unitLead', 'co')]
/** The street where the firm sits. */
export const officersHere: readonly Grant[] = [grant('serviceOfficer', 'area')]

export const requestReaders: readonly Grant[] = [
  ...managers,
  ...supervisors,
  ...leadStaff,
  ...coStaff,
  ...officersHere,
  grant('leader', 'district'),
]

/** Who may see the firm's contact whole, with a reason. */
export const requestUnmask: readonly Grant[] = [...managers, ...leadStaff, ...officersHere]

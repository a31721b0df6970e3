import type { Grant } from '@jiannuo/engine'
import { grant } from './form.ts'

/** Roles of the loop of reports and whistles (systems.md S06). */
export const whistleRoles = {
  gridWorker: '网格员',
  communityWorker: '社区工作者',
  streetDesk: '街道呼应专员',
  platformDesk: '区平台管理员',
  handler: '承办员',
  unitLead: '单位负责人',
  supervisor: '督查室',
  leader: '区领导',
} as const

/** The area is the grid or community where the matter lies: its community and its street stand above it. */
export const gridWorkers: readonly Grant[] = [grant('gridWorker', 'lead')]
export const communityHere: readonly Grant[] = [grant('communityWorker', 'area')]
export const streetHere: readonly Grant[] = [grant('streetDesk', 'area')]
/** Whoever holds the matter at its present level. */
export const communityLead: readonly Grant[] = [grant('communityWorker', 'lead')]
export const streetLead: readonly Grant[] = [grant('streetDesk', 'lead')]
/** The head of the street signs the whistle. */
export const streetHead: readonly Grant[] = [grant('unitLead', 'lead')]
/** The departments that were called. */
export const calledStaff: readonly Grant[] = [grant('handler', 'co'), grant('unitLead', 'co')]
export const calledHeads: readonly Grant[] = [grant('unitLead', 'co')]
export const desk: readonly Grant[] = [grant('platformDesk', 'district')]
export const supervisors: readonly Grant[] = [grant('supervisor', 'district')]

/** Who may see the matters. */
export const whistleReaders: readonly Grant[] = [
  ...gridWorkers,
  grant('gridWorker', 'area'),
  ...communityHere,
  ...communityLead,
  ...streetHere,
  ...streetLead,
  ...streetHead,
  ...calledStaff,
  ...desk,
  ...supervisors,
  grant('leader', 'district'),
]

/** Who may see the resident whole, with a reason: those who must reach them. */
export const whistleUnmask: readonly Grant[] = [...gridWorkers, ...communityHere, ...streetHere]

import type { Grant } from '@jiannuo/engine'

/** Roles around the libraries of projects and what is raised about them (systems.md S03, S26). */
export const projectRoles = {
  projectOffice: '区项目办（发改）',
  statistician: '区统计员',
  unitLead: '单位负责人',
  unitClerk: '单位经办人',
  leader: '区领导',
  supervisor: '督查室',
} as const

type Role = keyof typeof projectRoles

const grant = (role: Role, at: Grant['at']): Grant => ({ role, at })

/** The office of the libraries, at the district itself. */
export const projectOffice: readonly Grant[] = [grant('projectOffice', 'district')]
export const statisticians: readonly Grant[] = [grant('statistician', 'district')]
export const leaders: readonly Grant[] = [grant('leader', 'district')]
/** In the unit that is responsible for the project, or above it. */
export const unitHeads: readonly Grant[] = [grant('unitLead', 'lead')]
export const unitStaff: readonly Grant[] = [...unitHeads, grant('unitClerk', 'lead')]
/** Before there is a record nobody leads it. */
export const anyStaff: readonly Grant[] = [grant('unitLead', 'anywhere'), grant('unitClerk', 'anywhere')]

export const projectReaders: readonly Grant[] = [
  ...projectOffice,
  ...statisticians,
  ...leaders,
  grant('supervisor', 'district'),
  ...unitStaff,
  grant('leader', 'lead'),
  // The street where it is built hears of it too.
  grant('unitLead', 'area'),
  grant('unitClerk', 'area'),
]

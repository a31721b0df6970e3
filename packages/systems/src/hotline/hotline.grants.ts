import type { Grant } from '@jiannuo/engine'

/** Roles of the hotline loop (systems.md S05). */
export const hotlineRoles = {
  operator: '热线受理员',
  dispatcher: '派单员',
  handler: '承办员',
  reviewer: '单位审核员',
  callerBack: '回访员',
  supervisor: '督查员',
  arbiter: '仲裁员',
  leader: '区领导',
} as const

type Role = keyof typeof hotlineRoles

const grant = (role: Role, at: Grant['at']): Grant => ({ role, at })

/** Roles with posts at the district's hotline centre and inspection office; the order is theirs wherever it lies. */
export const operators: readonly Grant[] = [grant('operator', 'district')]
export const dispatchers: readonly Grant[] = [grant('dispatcher', 'district')]
export const callersBack: readonly Grant[] = [grant('callerBack', 'district')]
export const supervisors: readonly Grant[] = [grant('supervisor', 'district')]
export const arbiters: readonly Grant[] = [grant('arbiter', 'district')]

/** Roles in the unit that leads the order, or in one that helps. */
export const leadHandlers: readonly Grant[] = [grant('handler', 'lead')]
export const coHandlers: readonly Grant[] = [grant('handler', 'co')]
export const leadReviewers: readonly Grant[] = [grant('reviewer', 'lead')]

/** Who may see orders. The street where the matter lies sees it though another unit leads. */
export const hotlineReaders: readonly Grant[] = [
  ...operators,
  ...dispatchers,
  ...callersBack,
  ...supervisors,
  ...arbiters,
  ...leadHandlers,
  ...coHandlers,
  ...leadReviewers,
  grant('reviewer', 'co'),
  grant('handler', 'area'),
  grant('reviewer', 'area'),
  grant('leader', 'district'),
  grant('leader', 'lead'),
]

/** Who may see the caller whole, with a reason: the line, and the unit that must reach the caller. */
export const hotlineUnmask: readonly Grant[] = [...operators, ...callersBack, ...leadHandlers]

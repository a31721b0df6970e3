import type { Grant } from '@jiannuo/engine'

/** Roles around the cells. A cell itself holds no post: what it applies for is entered by its street or its trade's department. */
export const cellRoles = {
  streetClerk: '街道生态环保专员',
  sector: '行业主管部门专员',
  reviewer: '现场核查人员',
  taskForce: '区“无废城市”建设专班',
  leader: '区领导',
} as const

export const sectors: readonly Grant[] = [{ role: 'sector', at: 'lead' }]
export const streets: readonly Grant[] = [{ role: 'streetClerk', at: 'area' }]
export const keepers: readonly Grant[] = [...streets, ...sectors]
export const taskForce: readonly Grant[] = [{ role: 'taskForce', at: 'district' }]

/** Who looks through the papers, and sends them back. */
export const auditors: readonly Grant[] = [...sectors, ...taskForce]

/** Reviewers of the unit that was appointed for the visit. */
export const reviewers: readonly Grant[] = [{ role: 'reviewer', at: 'co' }]

/** Who may enter a cell: before there is an entry nobody leads it. */
export const finders: readonly Grant[] = [
  { role: 'streetClerk', at: 'anywhere' },
  { role: 'sector', at: 'anywhere' },
]

export const leaders: readonly Grant[] = [
  { role: 'leader', at: 'district' },
  { role: 'leader', at: 'lead' },
  { role: 'leader', at: 'area' },
]

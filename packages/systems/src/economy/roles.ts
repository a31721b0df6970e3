import type { Grant } from '@jiannuo/engine'

/** The specialist of the planning and statistics offices, with a post at the district (systems.md S02). */
export const economist = { economist: '发改统计专员' } as const

export const economists: readonly Grant[] = [{ role: 'economist', at: 'district' }]

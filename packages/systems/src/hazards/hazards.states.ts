import type { StateDefinition } from '@jiannuo/engine'

/** Where a hazard can stand (systems.md S12). */
export const hazardStates: Readonly<Record<string, StateDefinition>> = {
  found: { title: '待定级', kind: 'open', clock: 'grading', waitsFor: '监管单位' },
  toOrder: { title: '待下达整改', kind: 'open', clock: 'ordering', waitsFor: '监管单位' },
  planning: { title: '待落实方案', kind: 'open', clock: 'planning', waitsFor: '整改单位' },
  rectifying: { title: '整改中', kind: 'open', clock: 'rectification', waitsFor: '整改单位' },
  recheck: { title: '待复查', kind: 'open', clock: 'recheck', waitsFor: '复查单位' },
  striking: { title: '复查合格待销号', kind: 'open', clock: 'strike', waitsFor: '销号审批' },
  // What is major is accepted by the office of the safety committee, and struck off above it.
  deleting: { title: '验收合格待核销', kind: 'open', clock: 'strike', waitsFor: '区安委会核销审批' },
  struckOff: { title: '已销号', kind: 'final' },
  // The site is gone, and the hazard with it; nobody has put it right.
  shut: { title: '已关闭取缔', kind: 'final' },
  dismissed: { title: '不构成隐患', kind: 'final' },
}

/** Found, and not ended: the stock that 动态清零 is about. */
export const underWay = ['found', 'toOrder', 'planning', 'rectifying', 'recheck', 'striking', 'deleting'] as const
/** Before a recheck is passed: what may still be changed about it. */
export const unmended = ['toOrder', 'planning', 'rectifying', 'recheck'] as const

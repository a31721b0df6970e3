import type { StateDefinition } from '@jiannuo/engine'

/** Where a dispute can stand (systems.md S09). */
export const disputeStates: Readonly<Record<string, StateDefinition>> = {
  registered: { title: '待甄别定级', kind: 'open', clock: 'screening', waitsFor: '综治中心' },
  toDispatch: { title: '待分流', kind: 'open', clock: 'dispatch', waitsFor: '综治中心' },
  accepting: { title: '待受理', kind: 'open', clock: 'accepting', waitsFor: '主调单位' },
  returned: { title: '待移送', kind: 'open', clock: 'transfer', waitsFor: '综治中心' },
  mediating: { title: '调解中', kind: 'open', clock: 'mediation', waitsFor: '主调单位' },
  conferring: { title: '会商中', kind: 'open', clock: 'confer', waitsFor: '主调单位和协调单位' },
  agreed: { title: '已达成协议', kind: 'open', clock: 'confirmation', waitsFor: '双方当事人' },
  confirming: { title: '司法确认中', kind: 'open', clock: 'court', waitsFor: '人民法院' },
  performing: { title: '履行中', kind: 'open', clock: 'performance', waitsFor: '双方当事人' },
  followUp: { title: '待回访', kind: 'open', clock: 'followUp', waitsFor: '综治中心' },
  guiding: { title: '待引导法定途径', kind: 'open', clock: 'guide', waitsFor: '主调单位' },
  archived: { title: '已化解归档', kind: 'final' },
  routed: { title: '已导入法定途径', kind: 'final' },
  withdrawn: { title: '已撤回', kind: 'final' },
}

/** A body has it, or it waits for one. */
export const underWay = [
  'registered',
  'toDispatch',
  'accepting',
  'returned',
  'mediating',
  'conferring',
  'agreed',
  'confirming',
  'performing',
  'followUp',
  'guiding',
] as const

import type { StateDefinition } from '@jiannuo/engine'

/** Where an order can stand (systems.md S05). */
export const hotlineStates: Readonly<Record<string, StateDefinition>> = {
  accepted: { title: '已受理', kind: 'open', clock: 'triage', waitsFor: '派单员判重' },
  merged: { title: '已合并', kind: 'open', noClock: '随主件办理，由主件的时限管', waitsFor: '主件办结' },
  ready: { title: '待派单', kind: 'open', clock: 'triage', waitsFor: '派单员' },
  dispatched: { title: '待签收', kind: 'open', clock: 'signIn', waitsFor: '主办单位' },
  returned: { title: '退单待派', kind: 'open', clock: 'redispatch', waitsFor: '派单员' },
  arbitration: { title: '异议审核', kind: 'open', clock: 'arbitration', waitsFor: '仲裁员' },
  handling: { title: '办理中', kind: 'open', clock: 'handling', waitsFor: '主办单位' },
  shelved: { title: '挂账', kind: 'open', clock: 'shelf', waitsFor: '条件成熟' },
  review: { title: '办结待审', kind: 'open', clock: 'review', waitsFor: '主办单位审核员' },
  callBack: { title: '待回访', kind: 'open', clock: 'callBack', waitsFor: '回访员' },
  redo: { title: '重办', kind: 'open', clock: 'redo', waitsFor: '主办单位' },
  // Apart from the archive: no unit has handled it, so it is neither called back nor reopened nor in a rate.
  answered: { title: '已直接答复', kind: 'final' },
  archived: { title: '已归档', kind: 'final' },
  terminated: { title: '已终止', kind: 'final' },
  told: { title: '已告知途径', kind: 'final' },
}

import type { StateDefinition } from '@jiannuo/engine'

/** Where a suggestion or proposal can stand (systems.md S14). */
export const proposalStates: Readonly<Record<string, StateDefinition>> = {
  registered: { title: '已提出待审查', kind: 'open', clock: 'examining', waitsFor: '代表工委、提案委' },
  filed: { title: '已立案待交办', kind: 'open', clock: 'dispatching', waitsFor: '区政府办' },
  dispatched: { title: '已交办待接收', kind: 'open', clock: 'takeBack', waitsFor: '主办单位' },
  returning: { title: '退办待审核', kind: 'open', clock: 'ruling', waitsFor: '区政府办' },
  handling: { title: '办理中', kind: 'open', clock: 'reply', waitsFor: '主办单位' },
  signing: { title: '答复待签发', kind: 'open', clock: 'signing', waitsFor: '主办单位负责人' },
  vetting: { title: '答复待审核', kind: 'open', clock: 'vetting', waitsFor: '区政府办' },
  replied: { title: '已答复待评价', kind: 'open', clock: 'rating', waitsFor: '代表委员' },
  redo: { title: '待重办', kind: 'open', clock: 'redo', waitsFor: '主办单位' },
  tracking: { title: '承诺跟踪', kind: 'open', clock: 'promise', waitsFor: '主办单位兑现承诺' },
  verifying: { title: '承诺待核实', kind: 'open', clock: 'verifying', waitsFor: '区政府办' },
  archiving: { title: '待公开归档', kind: 'open', clock: 'archiving', waitsFor: '区政府办' },
  closed: { title: '已归档', kind: 'final' },
  notFiled: { title: '不予立案', kind: 'final' },
  withdrawn: { title: '已撤回', kind: 'final' },
}

import type { StateDefinition } from '@jiannuo/engine'

/** Where a dispute can stand (systems.md S08). */
export const disputeStates: Readonly<Record<string, StateDefinition>> = {
  registered: { title: '待受理', kind: 'open', clock: 'acceptance', waitsFor: '调解中心负责人' },
  transferring: { title: '待移送', kind: 'open', clock: 'transfer', waitsFor: '调解中心' },
  checking: { title: '事实核定', kind: 'open', clock: 'checking', waitsFor: '税务、社保等核定单位' },
  mediating: { title: '调解中', kind: 'open', clock: 'mediation', waitsFor: '调解员和双方当事人' },
  unsettled: { title: '未达成待引导', kind: 'open', clock: 'routing', waitsFor: '调解员' },
  agreed: { title: '已达成协议', kind: 'open', clock: 'confirmation', waitsFor: '双方当事人' },
  confirming: {
    title: '司法确认审查',
    kind: 'open',
    noClock: '由人民法院审查，期限由法院掌握；履行期限照常计算',
    waitsFor: '人民法院',
  },
  performing: { title: '履行跟踪', kind: 'open', clock: 'performance', waitsFor: '履行义务人' },
  performed: { title: '履行完毕待回访', kind: 'open', clock: 'followUp', waitsFor: '调解中心负责人' },
  closed: { title: '已结案', kind: 'final' },
  routed: { title: '已引导法定途径', kind: 'final' },
  breached: { title: '未履行，转执行或诉讼', kind: 'final' },
  refused: { title: '不予受理', kind: 'final' },
  transferred: { title: '已移送', kind: 'final' },
  withdrawn: { title: '已撤回', kind: 'final' },
}

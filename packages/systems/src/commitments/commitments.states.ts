import type { StateDefinition } from '@jiannuo/engine'

/** Where a commitment can stand (systems.md S01). The light is no state: it changes with every assessment. */
export const commitmentStates: Readonly<Record<string, StateDefinition>> = {
  draft: {
    title: '拟分解',
    kind: 'open',
    noClock: '由督查室按年度分解工作安排，整批下达，不逐条计时',
    waitsFor: '督查室',
  },
  consult: { title: '征求意见', kind: 'open', clock: 'consultation', waitsFor: '牵头单位和责任单位' },
  issued: { title: '已下达', kind: 'open', clock: 'acceptance', waitsFor: '牵头单位' },
  running: { title: '推进中', kind: 'open', clock: 'delivery', waitsFor: '牵头单位' },
  applied: { title: '申请销号', kind: 'open', clock: 'review', waitsFor: '督查室' },
  review: { title: '复核', kind: 'open', clock: 'review', waitsFor: '督查室另一人' },
  struckOff: { title: '已销号', kind: 'final' },
  merged: { title: '已并入', kind: 'final' },
  cancelled: { title: '已取消', kind: 'final' },
  carried: { title: '跨年结转', kind: 'final' },
  unmet: { title: '年终未完成', kind: 'final' },
}

/** Before anything is binding. */
export const beforeIssue = ['draft', 'consult']

/** Binding and not struck off yet: what is assessed and shows a light. */
export const underWay = ['issued', 'running', 'applied', 'review']

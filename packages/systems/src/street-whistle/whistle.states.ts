import type { StateDefinition } from '@jiannuo/engine'

/** Where a matter can stand: at a level, at the whistle, or on its way to the strike-off (systems.md S06). */
export const whistleStates: Readonly<Record<string, StateDefinition>> = {
  grid: { title: '网格处置', kind: 'open', clock: 'handling', waitsFor: '网格员' },
  toCommunity: { title: '待社区接件', kind: 'open', clock: 'intake', waitsFor: '社区' },
  community: { title: '社区处置', kind: 'open', clock: 'handling', waitsFor: '社区' },
  toStreet: { title: '待街道接件', kind: 'open', clock: 'intake', waitsFor: '街道' },
  street: { title: '街道处置', kind: 'open', clock: 'handling', waitsFor: '街道' },
  whistled: { title: '已吹哨待到场', kind: 'open', clock: 'arrival', waitsFor: '应哨部门' },
  dutyReview: { title: '应哨异议裁定', kind: 'open', clock: 'ruling', waitsFor: '督查室' },
  escalated: { title: '提级督办', kind: 'open', clock: 'ruling', waitsFor: '督查室' },
  onSite: { title: '现场联合处置', kind: 'open', clock: 'handling', waitsFor: '街道和应哨部门' },
  redo: { title: '返工', kind: 'open', clock: 'handling', waitsFor: '原处置单位' },
  verify: { title: '待核实销号', kind: 'open', clock: 'verifying', waitsFor: '社区或街道另一人' },
  jointCheck: { title: '联合处置待核实', kind: 'open', clock: 'verifying', waitsFor: '社区或街道另一人' },
  feedback: { title: '待居民评价', kind: 'open', clock: 'feedback', waitsFor: '社区回访' },
  scoring: { title: '待互评', kind: 'open', clock: 'scoring', waitsFor: '街道评分' },
  published: { title: '评分公示', kind: 'open', clock: 'objecting', waitsFor: '应哨部门' },
  scoreReview: { title: '评分复核', kind: 'open', clock: 'ruling', waitsFor: '督查室' },
  closed: { title: '已销号归档', kind: 'final' },
  transferred: { title: '已转出', kind: 'final' },
  dismissed: { title: '已终止', kind: 'final' },
}

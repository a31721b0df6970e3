import { constant, defineIndex, type IndexDefinition, setting, type WatchDefinition } from '../src/index.ts'
import { patrol } from './patrol.ts'

/** An index over the patrol's measures, with every kind of standard and of missing data in it. */
export const quietInput: IndexDefinition = {
  id: 'quiet',
  system: 'T01',
  version: 1,
  versionNote: '首版',
  title: '安静指数',
  purpose: '比较各街道的巡查情况。',
  basis: ['测试规则'],
  settings: patrol.id,
  areas: 'street',
  groups: {
    work: { title: '办理', weight: constant(0.6) },
    load: { title: '数量', weight: constant(0.4) },
  },
  parts: [
    {
      id: 'rate',
      title: '按时率',
      group: 'work',
      measure: 'patrol.inTimeRate',
      direction: 'up',
      standard: { by: 'line', zero: constant(50), full: constant(100) },
      weight: setting('weight'),
      missing: 'omit',
      least: constant(5),
      says: '按时完成÷完成。',
      source: '第1条',
    },
    {
      id: 'open',
      title: '每万人在办',
      group: 'work',
      measure: 'patrol.open',
      per: { measure: 'patrol.finished', times: 100 },
      direction: 'down',
      standard: { by: 'peers' },
      weight: constant(0.5),
      missing: 'neutral',
      says: '在办数÷完成数×100。',
      source: '第2条',
    },
    {
      id: 'trend',
      title: '完成数变化',
      group: 'load',
      measure: 'patrol.finished',
      direction: 'up',
      standard: { by: 'own', periods: constant(2), even: constant(80), span: constant(50) },
      weight: constant(1),
      missing: 'carry',
      says: '与前两个月的平均数比较。',
      source: '第3条',
    },
  ],
  deductions: [
    {
      id: 'open',
      title: '积压',
      measure: 'patrol.open',
      each: constant(1),
      most: constant(3),
      says: '每件在办扣1分，最多扣3分。',
      source: '第4条',
    },
  ],
  bands: [
    { id: 'green', title: '好', from: constant(90) },
    { id: 'yellow', title: '较好', from: constant(70) },
    { id: 'red', title: '差', from: constant(0) },
  ],
  runs: [{ id: 'poor', title: '连续为差', bands: ['red'], periods: constant(2) }],
  decimals: 1,
}

export const quietIndex = defineIndex(quietInput, patrol)

/** A watch over one of the patrol's measures. */
export const lateInput: WatchDefinition = {
  id: 'late',
  system: 'T01',
  version: 1,
  title: '按时率过低',
  purpose: '按时率连续低于标准的街道，发单督促。',
  source: '第5条',
  settings: patrol.id,
  on: { measure: 'patrol.inTimeRate' },
  areas: 'street',
  line: { is: 'below', value: constant(80) },
  periods: constant(2),
  least: constant(5),
  opens: {
    machine: 'patrol',
    action: 'file',
    as: 'clerk',
    mark: 'watch',
    give: { title: { alarm: 'title' }, watch: { alarm: 'watch' } },
  },
}

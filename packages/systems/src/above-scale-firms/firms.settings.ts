import type { SettingDefinition } from '@jiannuo/engine'
import { defaultThresholds, thresholdSource } from './firms.thresholds.ts'

const proposal = '本项目建议值，请按本地规定核定'

/** What a district may set about its libraries of firms. */
export const firmSettings: Readonly<Record<string, SettingDefinition>> = {
  thresholds: {
    title: '入统标准（按行业，万元）',
    type: 'table',
    default: defaultThresholds,
    source: thresholdSource,
  },
  trainingShare: { title: '进培育库的营收占标准的比例', type: 'number', default: 0.5, source: proposal },
  keyShare: { title: '进重点库的营收占标准的比例', type: 'number', default: 0.8, source: proposal },
  windows: {
    title: '申报窗口',
    type: 'table',
    default: {
      monthly: { title: '月度申报（新设即达标）', for: 'founded' },
      yearly: { title: '年度申报（规模成长达标）', for: 'grown' },
    },
    source: '统计单位月度、年度申报制度；每年起止日期以当年统计部门通知为准，未经核实',
  },
  visitLimit: { title: '培育库走访周期', type: 'limit', default: { value: 90, unit: 'day' }, source: proposal },
  keyVisitLimit: { title: '重点库走访周期', type: 'limit', default: { value: 30, unit: 'day' }, source: proposal },
  filingLimit: { title: '达标后申报时限', type: 'limit', default: { value: 20, unit: 'workday' }, source: proposal },
  approvalLimit: {
    title: '申报后跟踪审批结果的时限',
    type: 'limit',
    default: { value: 60, unit: 'day' },
    source: proposal,
  },
  checkLimit: { title: '在库核查周期', type: 'limit', default: { value: 365, unit: 'day' }, source: proposal },
}

import { constant, defineWatch, setting, type WatchDefinition } from '@jiannuo/engine'
import { safetyWarnings } from './safety.loop.ts'
import { safetySources as sources } from './safety.settings.ts'

type Given = Pick<WatchDefinition, 'id' | 'title' | 'purpose' | 'on' | 'line' | 'periods' | 'least'>

/** A watch over streets that opens a warning of a kind. */
const watch = (kind: string, given: Given) =>
  defineWatch(
    {
      ...given,
      system: 'S50',
      version: 1,
      source: sources.proposal,
      settings: safetyWarnings.id,
      areas: 'street',
      opens: {
        machine: safetyWarnings.id,
        action: 'warn',
        as: 'peaceOffice',
        mark: 'watch',
        give: {
          title: { alarm: 'title' },
          watch: { alarm: 'watch' },
          kind: constant(kind),
          street: { alarm: 'area' },
          period: { alarm: 'period' },
          value: { alarm: 'value' },
          line: { alarm: 'line' },
          words: { alarm: 'words' },
        },
      },
    },
    safetyWarnings,
  )

/** Rules by which warnings are issued of themselves (systems.md S50: 连续黄红次数, 预警). */
export const safetyWatches = [
  watch('index', {
    id: 'safety-low',
    title: '平安指数连续橙色以下',
    purpose: '综合得分连续偏低的街道，发单督促整改。',
    on: { index: 'safety' },
    line: { is: 'run', run: 'low' },
    periods: constant(1),
  }),
  watch('dispute', {
    id: 'disputes-rise',
    title: '矛盾纠纷明显上升',
    purpose: '纠纷登记数比上月大幅上升的街道，发单分析原因。',
    on: { measure: 'disputes.registered' },
    line: { is: 'rise', percent: setting('risePercent') },
    periods: constant(1),
    least: setting('leastCases'),
  }),
  watch('complaint', {
    id: 'calls-late',
    title: '诉求按时办结率连续偏低',
    purpose: '街道承办的热线工单连续两个月不能按时办结，发单督促。',
    on: { measure: 'hotline.onTimeRate' },
    line: { is: 'below', value: setting('lines', constant('calls'), constant('warn')) },
    periods: constant(2),
    least: setting('leastBase'),
  }),
]

import { type ActionDefinition, constant, defineLoop, field, input, now } from '@jiannuo/engine'
import { reason } from './commitments.parts.ts'
import { feedExamples } from './feeds.examples.ts'
import { countedFields, feedFields, startInput } from './feeds.fields.ts'
import { keepers, leaders, ledgerRoles, supervisors } from './roles.ts'
import { ledgerSources as sources } from './sources.ts'

const actions: Readonly<Record<string, ActionDefinition>> = {
  start: { title: '建立取数', from: 'new', to: 'running', by: supervisors, input: startInput },
  // Nobody types it: the machine counts records and writes down what it found, beside what it had found before.
  gather: {
    title: '取数',
    from: ['running'],
    to: 'same',
    by: [],
    system: true,
    told: true,
    fields: countedFields,
    effects: [
      {
        read: {
          series: field('series'),
          period: input('period'),
          version: input('version'),
          covers: input('covers'),
          value: input('value'),
          unit: input('unit'),
          source: constant('measure'),
          numerator: input('numerator'),
          denominator: input('denominator'),
        },
      },
      { set: 'lastPeriod', to: input('period') },
      { set: 'lastValue', to: input('value') },
      { set: 'takenAt', to: now },
    ],
  },
  stop: {
    title: '停用取数',
    from: ['running'],
    to: 'stopped',
    by: supervisors,
    fields: { reason: reason('停用理由') },
  },
  resume: {
    title: '恢复取数',
    from: ['stopped'],
    to: 'running',
    by: supervisors,
    fields: { reason: reason('恢复理由') },
  },
}

/**
 * S01 取数: one figure that commitments are fed by, with its value of each month in every version. Commitments that name the same figure
 * share it, and one that turns to another figure leaves the readings of the first where they are.
 */
export const feeds = defineLoop({
  id: 'feeds',
  system: 'S01',
  version: 1,
  title: '自动取数',
  purpose: '目标任务的实绩由业务系统的测度逐月取来，不用人填；每次取数留版本，事后更正另记一版，可一直追到每一件记录。',
  basis: ['《中华人民共和国统计法》', sources.counting],
  noun: '取数',
  roles: ledgerRoles,
  fields: feedFields,
  titleField: 'title',
  categoryField: 'by',
  states: {
    running: { title: '取数中', kind: 'open', noClock: '由程序逐日取数，没有人要办的时限', waitsFor: '程序' },
    stopped: { title: '已停用', kind: 'final' },
  },
  actions,
  clocks: {},
  settings: {
    finalAfter: {
      title: '月份结束后多少日定为最终数',
      type: 'number',
      default: 10,
      source: `《民法典》第200条至第203条；各业务系统的补录期限不一，${sources.proposal}`,
    },
  },
  readers: [...keepers, ...leaders],
  wording: {},
  examples: feedExamples,
})

import {
  always,
  type CounterDefinition,
  counter,
  constant,
  defineMeasures,
  fact,
  field,
  gt,
  inState,
  type MeasureDefinition,
  present,
} from '@jiannuo/engine'
import { ledgerSources } from '../commitments/sources.ts'
import { economy } from './economy.loop.ts'

const counters: Readonly<Record<string, CounterDefinition>> = {
  collected: { title: '建立采集数', when: always, period: fact('openedAt') },
  usable: { title: '已可内部使用数', when: present(field('usableAt')), period: field('usableAt') },
  published: { title: '已公开数', when: present(field('publishedAt')), period: field('publishedAt') },
  revised: { title: '修订过的数据', when: gt(counter('revise'), constant(0)), period: field('revisedAt') },
  waiting: { title: '采集、核对、会商中', when: inState('collect', 'check', 'consult') },
}

const count = (id: string, title: string, says: string): MeasureDefinition => ({
  id,
  title,
  unit: '项',
  additivity: 'additive',
  direction: 'none',
  formula: { counter: id },
  decimals: 0,
  says,
  source: ledgerSources.counting,
})

/** Counters and measures of the monthly figures themselves; what the figures say is worked out from the readings. */
export const economyMeasures = defineMeasures(
  {
    machine: economy.id,
    counters,
    measures: [
      count('collected', '已采集', '建立采集的指标数据，按建立的月份计。'),
      count('usable', '已可内部使用', '会商通过的指标数据，按会商通过的月份计；退回重采后再通过的，按最近一次计。'),
      count('published', '已公开', '对外公开的指标数据，按公开的月份计。'),
      count('revised', '修订', '修订过的指标数据，按最近一次修订的月份计。'),
      {
        ...count('waiting', '采集核对中', '此刻在采集、核对、会商的指标数据。'),
        additivity: 'stock',
        direction: 'down',
      },
    ],
  },
  economy,
)

import { always, defineMeasures, fact, inState } from '@jiannuo/engine'
import { feeds } from './feeds.loop.ts'
import { count, stock } from './measure-parts.ts'

/** Counters and measures of feeds. No unit leads a feed, so all of them count for none. */
export const feedMeasures = defineMeasures(
  {
    machine: feeds.id,
    counters: {
      started: { title: '建立取数数', when: always, period: fact('openedAt') },
      running: { title: '在用取数数', when: inState('running') },
    },
    measures: [
      count('项')('started', '建立取数', '建立的自动取数，按建立的月份和累计方式计，停用的也在内。'),
      stock('项')('running', '在用取数', '此刻在用的自动取数。'),
    ],
  },
  feeds,
)

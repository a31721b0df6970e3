import { always, defineMeasures, fact, inState } from '@jiannuo/engine'
import { documents } from './documents.loop.ts'
import { count, stock } from './measure-parts.ts'

/** Counters and measures of documents. No unit leads a document, so all of them count for none. */
export const documentMeasures = defineMeasures(
  {
    machine: documents.id,
    counters: {
      imported: { title: '导入文件数', when: always, period: fact('openedAt') },
      unconfirmed: { title: '待确认文件数', when: inState('read', 'confirming') },
    },
    measures: [
      count('份')('imported', '导入文件', '导入的文件，按导入的月份和文件种类计，作废的也在内。'),
      { ...stock('份')('unconfirmed', '待确认文件', '此刻还没有确认完毕的文件。'), direction: 'down' },
    ],
  },
  documents,
)

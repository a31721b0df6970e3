import type { ActionDefinition } from '@jiannuo/engine'
import { input } from '@jiannuo/engine'
import { importInput } from './documents.fields.ts'
import { reason } from './commitments.parts.ts'
import { keepers } from './roles.ts'
import { decisionsTable, resultsTable } from './rows.ts'

/** Taking a document in, deciding one by one what of it counts, and being done with it. */
export const documentActions: Readonly<Record<string, ActionDefinition>> = {
  import: {
    title: '导入文件',
    from: 'new',
    to: 'read',
    by: keepers,
    input: importInput,
    effects: [{ start: 'confirm' }],
  },
  decide: {
    title: '逐条决定',
    from: ['read', 'confirming'],
    to: 'confirming',
    by: keepers,
    input: ['decidedCount'],
    fields: { decided: { ...decisionsTable('本次决定'), required: true } },
    effects: [{ put: 'decisions', rows: input('decided') }],
  },
  readResults: {
    title: '采用文件中的实绩',
    from: ['read', 'confirming', 'confirmed'],
    to: 'same',
    by: keepers,
    fields: { results: { ...resultsTable('实绩'), required: true } },
    effects: [{ readRows: input('results') }],
  },
  finish: {
    title: '确认完毕',
    from: ['read', 'confirming'],
    to: 'confirmed',
    by: keepers,
    effects: [{ stop: 'confirm' }],
  },
  reopen: {
    title: '重新确认',
    from: ['confirmed'],
    to: 'confirming',
    by: keepers,
    fields: { reason: reason('重新确认的理由') },
    effects: [{ start: 'confirm' }],
  },
  discard: {
    title: '作废',
    from: ['read'],
    to: 'discarded',
    by: keepers,
    fields: { reason: reason('作废理由') },
  },
}

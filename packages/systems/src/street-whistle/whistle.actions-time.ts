import type { ActionDefinition } from '@jiannuo/engine'
import { clockIs, counter, lt, not, requestField, setting } from '@jiannuo/engine'
import { isAsked, noneAsked, oneOfList, tell, words } from './form.ts'
import { communityLead, desk, gridWorkers, streetLead } from './whistle.grants.ts'

type Actions = Readonly<Record<string, ActionDefinition>>

const handledNow = ['grid', 'community', 'street', 'onSite', 'redo']
const holders = [...gridWorkers, ...communityLead, ...streetLead]
const pauseReason = oneOfList('理由', {
  weather: '恶劣天气，无法施工',
  procedure: '公告、鉴定、听证等法定程序期间',
  consent: '等待居民或业主表决同意',
})
const explained = words('说明')
const tellHolders = tell('decided', ...holders)

/** More time and pauses: asked for by the level that holds the matter, decided by the platform's desk. */
export const timeActions: Actions = {
  askExtension: {
    title: '申请延期',
    from: handledNow,
    to: 'same',
    by: holders,
    fields: {
      more: { title: '申请延长（与处置时限同单位）', type: 'number', required: true, min: 1 },
      explanation: explained,
    },
    guards: [
      noneAsked('extension'),
      { when: lt(counter('grantExtension'), setting('extensionTimes')), code: 'extension-used-up' },
      { when: not(clockIs('handling', 'overdue')), code: 'extension-too-late' },
    ],
    effects: [{ request: 'extension', fields: ['more', 'explanation'] }, ...tell('extension-asked', ...desk)],
  },
  grantExtension: {
    title: '同意延期',
    from: handledNow,
    to: 'same',
    by: desk,
    fields: { reason: words('审批意见') },
    guards: [isAsked('extension')],
    effects: [
      { extend: 'handling', by: requestField('extension', 'more') },
      { decide: 'extension', granted: true },
      ...tellHolders,
    ],
  },
  refuseExtension: {
    title: '不同意延期',
    from: handledNow,
    to: 'same',
    by: desk,
    fields: { reason: words('不同意的理由') },
    guards: [isAsked('extension')],
    effects: [{ decide: 'extension', granted: false }, ...tellHolders],
  },
  askPause: {
    title: '申请暂停计时',
    from: handledNow,
    to: 'same',
    by: holders,
    fields: { reason: pauseReason, explanation: explained },
    guards: [noneAsked('pause')],
    effects: [{ request: 'pause', fields: ['reason', 'explanation'] }, ...tell('pause-asked', ...desk)],
  },
  grantPause: {
    title: '同意暂停计时',
    from: handledNow,
    to: 'same',
    by: desk,
    fields: { reason: pauseReason },
    guards: [isAsked('pause'), { when: clockIs('handling', 'running'), code: 'clock-paused' }],
    effects: [{ decide: 'pause', granted: true }, { pause: 'handling' }, ...tellHolders],
  },
  refusePause: {
    title: '不同意暂停计时',
    from: handledNow,
    to: 'same',
    by: desk,
    fields: { reason: words('不同意的理由') },
    guards: [isAsked('pause')],
    effects: [{ decide: 'pause', granted: false }, ...tellHolders],
  },
  resume: {
    title: '恢复计时',
    from: handledNow,
    to: 'same',
    by: [...holders, ...desk],
    guards: [{ when: clockIs('handling', 'paused'), code: 'not-paused' }],
    effects: [{ resume: 'handling' }],
  },
}

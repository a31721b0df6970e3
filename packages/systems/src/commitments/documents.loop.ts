import { defineLoop, type Grant, setting } from '@jiannuo/engine'
import { economist } from '../economy/roles.ts'
import { dueMark, officeRule, tellAll } from './clock-parts.ts'
import { documentActions } from './documents.actions.ts'
import { documentExamples } from './documents.examples.ts'
import { documentFields } from './documents.fields.ts'
import { documentsWording } from './documents.wording.zh.ts'
import { keepers, ledgerRoles } from './roles.ts'
import { ledgerSources as sources } from './sources.ts'

const roles = { ...ledgerRoles, ...economist }

// What a document says is for everybody at work; what of it counts is decided by few.
const everybody: readonly Grant[] = Object.keys(roles).map((role) => ({ role, at: 'anywhere' }))

/** S01 文件: a report or plan that was read, and what was decided about each thing that it proposes. Nothing counts before that. */
export const documents = defineLoop({
  id: 'documents',
  system: 'S01',
  version: 1,
  title: '文件',
  purpose: '导入报告、计划和公报，读出其中的承诺和实绩，逐条由人确认后才进入台账。',
  basis: [sources.table, sources.wuhan],
  noun: '文件',
  roles,
  fields: documentFields,
  titleField: 'title',
  categoryField: 'kind',
  states: {
    read: { title: '已读取', kind: 'open', clock: 'confirm', waitsFor: '督查室' },
    confirming: { title: '确认中', kind: 'open', clock: 'confirm', waitsFor: '督查室' },
    confirmed: { title: '已确认', kind: 'final' },
    discarded: { title: '已作废', kind: 'final' },
  },
  actions: documentActions,
  clocks: {
    confirm: {
      title: '确认时限',
      limit: setting('confirmLimit'),
      rule: officeRule,
      marks: { due: dueMark(...tellAll('confirm-due', keepers)) },
      source: sources.proposal,
    },
  },
  settings: {
    confirmLimit: {
      title: '确认时限',
      type: 'limit',
      default: { value: 10, unit: 'workday' },
      source: sources.proposal,
    },
  },
  readers: everybody,
  wording: documentsWording,
  examples: documentExamples,
})

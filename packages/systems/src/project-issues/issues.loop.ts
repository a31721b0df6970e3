import { defineLoop } from '@jiannuo/engine'
import { projectReaders, projectRoles } from '../projects/roles.ts'
import { projectSources as sources } from '../projects/sources.ts'
import { issueActions } from './issues.actions.ts'
import { issueExamples } from './issues.examples.ts'
import { issueFields } from './issues.fields.ts'
import { issueClocks, issueSettings } from './issues.settings.ts'
import { issueWording } from './wording.zh.ts'

/** S03 周盘点、月调度: what stands in the way of a project, with an owner and a level, until somebody else has seen it solved. */
export const projectIssues = defineLoop({
  id: 'project-issues',
  system: 'S03',
  version: 1,
  title: '重大项目周盘点、月调度',
  purpose: '项目卡点逐条编号交办，每周盘点，解决不了的提交月调度或逐级提级，凭佐证由另一人验证销号，反弹重开。',
  basis: ['《政府督查工作条例》', sources.yinchuan, sources.tongliang],
  noun: '问题',
  roles: projectRoles,
  fields: issueFields,
  titleField: 'title',
  categoryField: 'kind',
  states: {
    raised: { title: '已提出', kind: 'open', clock: 'assign', waitsFor: '区项目办交办' },
    handling: { title: '办理中', kind: 'open', clock: 'solve', waitsFor: '责任单位' },
    agenda: { title: '待月调度', kind: 'open', clock: 'dispatch', waitsFor: '月调度会' },
    shelved: { title: '挂账', kind: 'open', clock: 'shelf', waitsFor: '外部条件' },
    applied: { title: '待验证', kind: 'open', clock: 'review', waitsFor: '区项目办另一人' },
    struckOff: { title: '已销号', kind: 'final' },
    dismissed: { title: '不成立', kind: 'final' },
  },
  actions: issueActions,
  clocks: issueClocks,
  settings: issueSettings,
  readers: [...projectReaders, { role: 'unitLead', at: 'co' }, { role: 'unitClerk', at: 'co' }],
  wording: issueWording,
  examples: issueExamples,
})

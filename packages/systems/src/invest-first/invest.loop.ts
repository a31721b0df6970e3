import { type ClockDefinition, defineLoop, type Grant, type StateDefinition, setting } from '@jiannuo/engine'
import { cadence } from '../buildings/cadence.ts'
import { promisedRule, tellAll } from '../commitments/clock-parts.ts'
import { afterActions } from './invest.actions-after.ts'
import { beforeActions } from './invest.actions-before.ts'
import { runningActions } from './invest.actions-running.ts'
import { investExamples } from './invest.examples.ts'
import { projectFields } from './invest.fields.ts'
import { finance, investRoles, leaders, sectors, supervisors, trustees } from './invest.people.ts'
import { investSettings, investSources as sources } from './invest.settings.ts'
import { investWording } from './wording.zh.ts'

const open = (title: string, clock: string, waitsFor: string): StateDefinition => ({
  title,
  kind: 'open',
  clock,
  waitsFor,
})
const final = (title: string): StateDefinition => ({ title, kind: 'final' })

const states: Readonly<Record<string, StateDefinition>> = {
  applied: open('形式审查', 'formal', '主管部门'),
  reviewing: open('专家评审', 'review', '主管部门组织专家'),
  diligence: open('尽职调查', 'diligence', '受托平台'),
  deciding: open('待核准', 'decision', '区领导'),
  approved: open('待签约', 'signing', '受托平台和企业'),
  running: open('执行中', 'check', '受托平台检查里程碑'),
  triggered: open('待决定转股', 'conversion', '区领导'),
  converting: open('股权登记', 'register', '受托平台'),
  held: open('投后持股', 'holding', '受托平台'),
  exiting: open('退出办理', 'exit', '区财政局'),
  returning: open('返还、追回', 'return', '企业和受托平台'),
  lossReview: open('损失认定', 'loss', '区领导'),
  exited: final('已退出'),
  returned: final('已返还、追回'),
  exempted: final('免责核销'),
  rejected: final('不予支持'),
  withdrawn: final('已撤回'),
}

const source = `时长为${sources.proposal}；计算按${sources.civilCode}`
const clock = (title: string, limit: string, doers: readonly Grant[], code = 'step'): ClockDefinition =>
  cadence({ title, limit, code, doers, above: supervisors, source })

/** S32 “先投后股”: fiscal money goes in first under an agreement, turns into shares when what was agreed comes about, and is sold later. */
export const investFirst = defineLoop({
  id: 'invest-first',
  system: 'S32',
  version: 1,
  title: '“先投后股”改革',
  purpose: '财政资金先投入成果转化项目，约定条件触发后转为股权，择机退出；程序合规的失败可以免责。',
  basis: [sources.reform, sources.budget, sources.exemption],
  noun: '项目',
  roles: investRoles,
  fields: projectFields,
  titleField: 'name',
  categoryField: 'source',
  states,
  actions: { ...beforeActions, ...runningActions, ...afterActions },
  clocks: {
    formal: clock('形式审查时限', 'formalLimit', sectors),
    review: clock('专家评审时限', 'reviewLimit', sectors),
    diligence: clock('尽职调查时限', 'diligenceLimit', trustees),
    decision: clock('核准时限', 'decisionLimit', leaders),
    signing: clock('签约时限', 'signingLimit', trustees),
    check: clock('里程碑检查周期', 'checkLimit', trustees, 'check'),
    conversion: clock('转股决定时限', 'conversionLimit', leaders, 'conversion'),
    register: clock('股权登记时限', 'registerLimit', trustees),
    holding: clock('投后检查周期', 'holdingLimit', trustees, 'check'),
    exit: clock('退出办理时限', 'exitLimit', finance),
    return: clock('返还、追回时限', 'returnLimit', trustees),
    loss: clock('损失认定时限', 'lossLimit', leaders),
    term: {
      title: '投入期',
      limit: setting('termLimit'),
      rule: promisedRule,
      marks: {
        near: {
          title: '届满前90天',
          at: { before: { value: 90, unit: 'day' } },
          effects: tellAll('term-near', trustees, sectors),
        },
        due: { title: '届满', at: { due: true }, effects: tellAll('term-over', trustees, leaders) },
      },
      source: `以协议约定的届满日为准；提前90天提醒为${sources.proposal}`,
    },
  },
  settings: investSettings,
  readers: [...sectors, ...trustees, ...finance, ...leaders, ...supervisors],
  unmask: [...sectors, ...trustees],
  wording: investWording,
  examples: investExamples,
})

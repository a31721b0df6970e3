import type { ClockDefinition, Effect, Grant, SettingDefinition } from '@jiannuo/engine'
import { field, firstOf, inState, now, setting, when } from '@jiannuo/engine'
import { dueMark, officeRule, tellAll } from '../commitments/clock-parts.ts'
import { leaders, projectOffice, unitHeads, unitStaff } from '../projects/roles.ts'
import { projectSources as sources } from '../projects/sources.ts'

const rhythm = '重大项目“周盘点、月调度”机制'
const limit = (title: string, value: number, unit: 'day' | 'workday'): SettingDefinition => ({
  title,
  type: 'limit',
  default: { value, unit },
  source: sources.proposal,
})

/** What a district may set about the weekly and monthly rounds. */
export const issueSettings: Readonly<Record<string, SettingDefinition>> = {
  issueKinds: {
    title: '问题类别',
    type: 'table',
    default: {
      land: '用地',
      planning: '规划',
      clearance: '征收拆迁',
      funds: '资金',
      pipes: '管线迁改',
      approval: '审批手续',
      construction: '施工组织和扰民',
      other: '其他',
    },
    source: `${sources.proposal}；问题多来自用地、征拆、规划和审批`,
  },
  levelLimits: {
    title: '各层级解决时限',
    type: 'table',
    default: {
      department: { value: 14, unit: 'day' },
      deputy: { value: 15, unit: 'workday' },
      chief: { value: 20, unit: 'workday' },
    },
    source: sources.proposal,
  },
  roundsBeforeDispatch: {
    title: '提交月调度前须经过的周盘点次数',
    type: 'number',
    default: 2,
    source: `两次周盘点未解决的提交月调度，${sources.proposal}`,
  },
  assignLimit: limit('交办时限', 1, 'workday'),
  weeklyLimit: limit('周盘点周期', 7, 'day'),
  dispatchLimit: limit('月调度周期', 31, 'day'),
  reviewLimit: limit('销号验证时限', 3, 'workday'),
  shelfLimit: limit('挂账复议周期', 30, 'day'),
}

type Who = readonly (readonly Grant[])[]

/** A limit with a reminder a day ahead and the next level when it runs out. */
const clock = (
  title: string,
  setBy: string,
  message: string,
  told: Who,
  over: Who,
  source: string,
): ClockDefinition => ({
  title,
  limit: setting(setBy),
  rule: officeRule,
  marks: {
    soon: {
      title: '到期前1日',
      at: { before: { value: 1, unit: 'day' } },
      effects: tellAll(`${message}-soon`, ...told),
    },
    due: dueMark(...tellAll(`${message}-due`, ...told, ...over)),
  },
  source,
})

/** While somebody else looks at it, the unit is not late; it becomes so when it is sent back late. */
export const nowOverdue: Effect = { set: 'overdueAt', to: firstOf(field('overdueAt'), now) }

/** Time limits of an issue: its own by level, and the rhythm of the rounds (systems.md S03; domain.md 16). */
export const issueClocks: Readonly<Record<string, ClockDefinition>> = {
  assign: clock('交办时限', 'assignLimit', 'assign', [projectOffice], [leaders], sources.proposal),
  weekly: clock('周盘点周期', 'weeklyLimit', 'weekly', [unitStaff], [projectOffice], `${rhythm}；${sources.proposal}`),
  solve: {
    title: '解决时限（按层级）',
    limit: setting('levelLimits', field('level')),
    rule: officeRule,
    marks: {
      soon: {
        title: '到期前3日',
        at: { before: { value: 3, unit: 'day' } },
        effects: tellAll('solve-soon', unitStaff),
      },
      due: dueMark(
        when(inState('handling', 'agenda'), [nowOverdue, ...tellAll('solve-due', unitHeads, projectOffice, leaders)]),
      ),
      rise: { title: '逾期7日自动提级', at: { after: { value: 7, unit: 'day' } }, effects: [], action: 'rise' },
    },
    pauseReasons: {
      upper: '待上级审批或政策',
      court: '诉讼、复议中',
      thirdParty: '待区外单位实施',
      season: '季节、气候条件',
    },
    source: `${sources.proposal}；${sources.civilCode}`,
  },
  dispatch: clock(
    '月调度周期',
    'dispatchLimit',
    'dispatch',
    [projectOffice],
    [leaders],
    `${rhythm}；${sources.proposal}`,
  ),
  review: clock('销号验证时限', 'reviewLimit', 'review', [projectOffice], [leaders], sources.proposal),
  shelf: clock('挂账复议周期', 'shelfLimit', 'shelf', [projectOffice, unitStaff], [leaders], sources.proposal),
}

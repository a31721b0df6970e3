import type { RequestDefinition } from '@jiannuo/engine'
import { sources } from './hotline.sources.ts'

/** Why an order is given back (domain.md 2.4: with a reason, within the limit). */
export const returnReasons = {
  duty: '不属于本单位职责',
  area: '事发地不在本辖区',
  community: '不在社区工作事项清单内',
  unclear: '事项不清，无法办理',
  law: '法律法规另有规定的办理途径',
} as const

/** Why more time is asked for. */
export const extensionReasons = {
  complex: '情况复杂，短期难以办结',
  several: '涉及多个单位，需要协调',
  works: '工程施工需要工期',
  season: '受季节或天气限制',
} as const

/** Why handling ends early, only with the approval of the line (济南 第25条, 潍坊 第21条, 北京 第11条). */
export const terminationReasons = {
  repeat: '同一事实和理由已依法办结，没有新情况',
  lawful: '应当通过诉讼、仲裁、纪检监察、行政复议或信访途径处理',
  refused: '诉求人拒不配合，无法继续办理',
  withdrawn: '诉求人撤回诉求',
} as const

/** Why an order is left out of the rates (domain.md 2.5). */
export const exclusionReasons = {
  unreachable: '无法联系诉求人',
  statutory: '应当通过法定途径处理',
  repeat: '重复诉求，没有新的事实和理由',
  false: '虚假或恶意诉求',
  uncooperative: '诉求人拒不配合',
  lateAnswer: '诉求人超过评价期限作答',
} as const

/** Why an order is urged (济南 第28条, 潍坊 第26条). */
export const urgingReasons = {
  refused: '推诿、拒不办理',
  overdue: '超期未办结',
  solvable: '依法应当解决而未解决',
  effect: '造成不良影响',
  repeated: '群众反复或集中反映',
  stale: '知识库更新不及时',
} as const

/** What a unit may ask and another decides. Whoever asked never decides. */
export const hotlineRequests: Readonly<Record<string, RequestDefinition>> = {
  objection: {
    title: '职责异议',
    reasons: returnReasons,
    source: `${sources.beijing(12)}；${sources.weifang(22)}`,
  },
  extension: { title: '延期申请', reasons: extensionReasons, source: `${sources.beijing(15)}；${sources.shandong}` },
  pause: {
    title: '暂停计时申请',
    source: '暂停须有理由、起止时间和批准人（本项目建议）',
  },
  shelf: { title: '挂账申请', source: sources.proposal },
  termination: {
    title: '终止办理申请',
    reasons: terminationReasons,
    source: `${sources.weifang(21)}；${sources.jinan(25)}`,
  },
  exclusion: {
    title: '剔除申请',
    reasons: exclusionReasons,
    excludes: true,
    source: `${sources.beijing(11)}；${sources.weifang(19)}；${sources.weifang(21)}`,
  },
}

/** Levels of urging (督办), mildest first. */
export const hotlineUrging = { remind: '提醒', order: '督办单', talk: '约谈' } as const

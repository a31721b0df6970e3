import type { SettingDefinition } from '@jiannuo/engine'
import { sources } from './permits.sources.ts'

const limit = (title: string, value: number, unit: string, source: string): SettingDefinition => ({
  title,
  type: 'limit',
  default: { value, unit },
  source,
})
const table = (title: string, rows: Readonly<Record<string, string>>): SettingDefinition => ({
  title,
  type: 'table',
  default: Object.fromEntries(Object.entries(rows).map(([id, name]) => [id, { title: name }])),
  source: sources.proposal,
})

/** Everything of S15 that a district may set. */
export const permitSettings: Readonly<Record<string, SettingDefinition>> = {
  permits: table('可并联的审批事项', {
    scheme: '设计方案审查',
    land: '建设用地规划许可证',
    works: '建设工程规划许可证',
    start: '建筑工程施工许可证',
    title: '不动产权证',
    fire: '消防设计审查',
    airDefence: '人防工程审查',
  }),
  stages: table('审批阶段', {
    land: '立项用地规划许可',
    works: '工程建设许可',
    start: '施工许可',
    completion: '竣工验收',
  }),
  deferrables: table('可容缺的材料（主要审批要件不在内）', {
    copy: '证照复印件、可共享核验的证明',
    report: '已完成评审、待出具的报告',
    attachment: '次要附件、盖章补签材料',
  }),
  tellingLimit: limit('一次告知时限', 3, 'workday', sources.proposal),
  checkingLimit: limit('受理审查时限', 5, 'workday', sources.correction),
  correctingLimit: limit('补正时限', 30, 'day', sources.proposal),
  jointLimit: limit('并联审批时限', 45, 'workday', sources.joint),
  jointDeemed: {
    title: '视为受理的并联审批时限（工作日，已扣除受理审查的天数）',
    type: 'number',
    default: 40,
    source: `${sources.correction}；${sources.joint}`,
  },
  jointExtension: { title: '并联审批延长上限（工作日）', type: 'number', default: 15, source: sources.joint },
  singleLimit: limit('单个事项审批时限', 20, 'workday', sources.single),
  singleExtension: { title: '单个事项延长上限（工作日）', type: 'number', default: 10, source: sources.single },
  specialLimit: limit('特别程序时间（未告知天数时）', 30, 'workday', `${sources.special}；时长为${sources.proposal}`),
  consultLimit: limit('整组挂起后的会商时限', 5, 'workday', sources.proposal),
  deliveryLimit: limit('送达时限', 10, 'workday', sources.delivery),
  completionLimit: limit('联合验收时限', 10, 'workday', sources.proposal),
  supplementLimit: limit('容缺材料补齐期限（未填日期时）', 20, 'workday', sources.proposal),
  issueBeforeSupplied: { title: '容缺材料未补齐也可先发证', type: 'boolean', default: false, source: sources.proposal },
}

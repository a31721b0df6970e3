import type { SettingDefinition } from '@jiannuo/engine'
import { kindsSetting } from './choices.ts'
import { projectSources as sources } from './sources.ts'

const limit = (title: string, value: number, unit: 'day' | 'workday', source: string): SettingDefinition => ({
  title,
  type: 'limit',
  default: { value, unit },
  source,
})

/** What a district may set about its libraries of projects, with defaults and where they come from. */
export const projectSettings: Readonly<Record<string, SettingDefinition>> = {
  kinds: kindsSetting,
  ideaLine: { title: '谋划库入库规模（万元）', type: 'number', default: 500, source: sources.proposal },
  statLine: {
    title: '固定资产投资统计起点（计划总投资，万元）',
    type: 'number',
    default: 500,
    source: sources.statistics,
  },
  largeLine: { title: '亿元以上项目的计划总投资（万元）', type: 'number', default: 10000, source: sources.proposal },
  startWorks: {
    title: '开工的工程内容，以及能否认定为开工',
    type: 'table',
    default: {
      foundation: { title: '永久性工程破土（基坑、桩基、正式土石方）', counts: true },
      structure: { title: '主体结构施工', counts: true },
      equipment: { title: '设备安装（技改、厂房已有的项目）', counts: true },
      clearing: { title: '场地平整、旧建筑拆除', counts: false },
      temporary: { title: '临时设施、围挡、便道', counts: false },
      ceremony: { title: '举行开工仪式', counts: false },
    },
    source: `固定资产投资统计报表制度（新开工以永久性工程正式破土开槽为准，平整场地、拆除、临时设施等不算）；${sources.proposal}`,
  },
  fundSources: {
    title: '争取资金渠道',
    type: 'table',
    default: {
      treasury: '超长期特别国债',
      bond: '地方政府专项债券',
      central: '中央预算内投资',
      provincial: '省级预算内和专项资金',
      policy: '政策性金融工具和贷款',
    },
    source: `国家公布的政府投资和融资渠道；${sources.proposal}`,
  },
  ideaLimit: limit('谋划库滚动评审周期', 90, 'day', sources.proposal),
  reserveLimit: limit('储备库滚动评审周期', 180, 'day', sources.proposal),
  startLimit: limit('未按计划日期给出时的开工期限', 30, 'day', sources.proposal),
  startCheckLimit: limit('开工现场核实时限', 5, 'workday', sources.proposal),
  statEntryLimit: limit('开工后入统时限', 60, 'day', sources.yinchuan),
  completionLimit: limit('计划竣工日已过的项目重新核定期限', 30, 'day', sources.proposal),
  suspensionLimit: limit('停工项目研判周期', 30, 'day', sources.proposal),
  acceptanceLimit: limit('竣工核实时限', 10, 'workday', sources.proposal),
  effectLimit: limit('竣工后达效考核期', 365, 'day', sources.proposal),
}

import type { SettingDefinition } from '@jiannuo/engine'

/** What the micro-grids rest on. */
export const gridSources = {
  grid: '各地网格化服务管理办法（边界清晰、公示网格名称范围和监督电话、其他部门不得另设网格、能办即办不能办上报）',
  partners: '武汉市武昌区滨湖社区“平安合伙人”试点（2021年11月）公开报道',
  personal: '《个人信息保护法》第6条（最小必要）',
  civilCode: '《民法典》第200条至第203条',
  proposal: '本项目建议口径，请按本地规定核定',
} as const

const { proposal, grid } = gridSources

/** What a district may set about its micro-grids. */
export const gridSettings: Readonly<Record<string, SettingDefinition>> = {
  kinds: {
    title: '微网格类型',
    type: 'table',
    default: {
      estate: { title: '商品房小区' },
      old: { title: '老旧小区' },
      shops: { title: '沿街商户、商圈' },
      building: { title: '商务楼宇' },
      village: { title: '城中村、村湾' },
      unit: { title: '单位、校园' },
    },
    source: proposal,
  },
  leastHouseholds: { title: '微网格户数下限', type: 'number', default: 20, source: proposal },
  mostHouseholds: { title: '微网格户数上限', type: 'number', default: 120, source: proposal },
  setUpLimit: { title: '设立时限', type: 'limit', default: { value: 20, unit: 'workday' }, source: proposal },
  publicityLimit: {
    title: '启用、换人后公示时限',
    type: 'limit',
    default: { value: 5, unit: 'workday' },
    source: `${grid}；时长为${proposal}`,
  },
  patrolLimit: { title: '巡查周期', type: 'limit', default: { value: 7, unit: 'day' }, source: proposal },
  visitLimit: { title: '走访一轮的周期', type: 'limit', default: { value: 90, unit: 'day' }, source: proposal },
  adjustLimit: { title: '边界调整时限', type: 'limit', default: { value: 15, unit: 'workday' }, source: proposal },
}

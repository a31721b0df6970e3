/** People of the invented district whom one can sign in as, and what each is there for. */
export const demoPeople = (administrator: string): readonly { readonly person: string; readonly label: string }[] => [
  { person: 'lantai-leader-1', label: '区领导：看全局' },
  { person: 'lantai-supervisor-1', label: '督查室：导入、确认、审核、销号' },
  { person: 'lantai-supervisor-2', label: '督查室：第二个人复核' },
  { person: 'lantai-education-c', label: '区教育局负责人' },
  { person: 'lantai-education-a', label: '区教育局经办人：填月报' },
  { person: 'lantai-housing-a', label: '区住建局经办人' },
  { person: 'lantai-urban-a', label: '区城管局经办人' },
  { person: 'lantai-operator-1', label: '热线办：受理登记' },
  { person: 'lantai-dispatcher-1', label: '热线办：判重、派单' },
  { person: 'lantai-callerBack-1', label: '热线办：回访' },
  { person: 'lantai-urban-c', label: '区城管局负责人：审核' },
  { person: 'lantai-yanchi-a', label: '砚池街道经办人' },
  { person: 'lantai-statistician-1', label: '区统计局：四上企业库' },
  { person: administrator, label: '区管理员：单位、人员、参数' },
  { person: 'lantai-auditor-1', label: '审计员：看日志' },
]

/** Wording of the libraries' refusals and messages, keyed by code. */
export const firmWording = {
  'not-over-line': '企业还没有达到所属行业的入统标准，不能申报，请核对营收、资质或开发项目',
  'wrong-window': '申报窗口与达标方式不符：新设企业走月度申报，规模成长企业走年度申报',
  'not-warned': '企业没有退统预警，不用解除',
  // columns of settings
  revenue: '营业收入标准',
  qualification: '须有资质',
  development: '须有开发经营活动',
  step: '入统类型',
  for: '适用的达标方式',
  // messages
  filed: '有企业申报入统，请跟踪审批结果',
  entered: '企业已批准入统',
  rejected: '企业申报未通过，已退回重点库，请查明原因后继续培育',
  warned: '企业有退统风险，请走访核实并帮扶',
  'visit-due': '到走访企业的时间了，请走访并登记',
  'filing-due': '企业达标后申报时限已到，请尽快组织申报',
  'approval-due': '申报已有一段时间没有结果，请向上级统计部门了解',
  'check-due': '到在库核查的时间了，请核查企业是否仍符合标准',
} as const

/** Wording of the refusals (guard codes) and messages of monthly figures, keyed by code. */
export const economyWording = {
  // refusals
  'figure-missing': '还没有填写数值，请补填后再提交核对',
  'version-missing': '还没有选择数据版本，请注明是预计、快报还是最终核实',
  'own-figure': '数据由您本人提交，须由另一人核对',
  secret: '数据密级为内部，不能公开；可以公开的，请先更正密级',
  'not-released': '统计部门还没有发布本数据，不能先行公开，请在发布后填写发布日期再公开',
  // messages
  'to-collect': '有指标数据待填报，请按时填写',
  'figure-to-check': '有指标数据待核对',
  'figure-sent-back': '指标数据被退回，请按意见重新填写',
  usable: '有新的指标数据可供内部使用',
  revised: '有指标数据修订，请以新版本为准，旧版本留存可查',
  'collection-due': '指标数据采集时限已到，请立即填写',
  'figure-check-due': '指标数据核对时限已到，请立即核对',
  'figure-consult-due': '指标数据会商时限已到，请立即会商',
} as const

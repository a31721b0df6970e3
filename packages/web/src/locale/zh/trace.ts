/** Words of the trace drawer. */
export const trace = {
  title: '溯源',
  raw: '原始值',
  adjusted: '调整值',
  formula: '公式',
  counters: '由这些计数得来',
  records: '计入的记录',
  excluded: '剔除',
  history: '经过',
}

/** Words for parameters of this part's wording. */
export const compareNames = {
  noScope: '未限定范围',
  wholeYear: '全年',
  noAction: '无',
  kinds: { level: '总量', increase: '增量', rate: '增速', share: '占比', multiple: '倍数', rank: '位次' },
  versions: { forecast: '预计数', preliminary: '初步数', final: '核实数' },
} as const

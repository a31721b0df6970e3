/** What the loop of reports and whistles rests on, each as it is cited. */
export const whistleSources = {
  beijing: (article: number) => `《北京市接诉即办工作条例》第${article}条`,
  jinan: (article: number) => `《济南市12345市民服务热线条例》第${article}条`,
  levels: '武汉市“民呼我应”改革的公开介绍（区、街道、社区多级联动，分级处置，全过程评价）',
  grid: '城乡社区网格化服务管理的公开规定（网格发现，能办即办，不能办的上报）',
} as const

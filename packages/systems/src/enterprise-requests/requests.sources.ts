/** What the loop of firms' requests rests on, each as it is cited. */
export const requestSources = {
  business: (article: number) => `《优化营商环境条例》（国务院令第722号）第${article}条`,
  beijing: (article: number) => `《北京市接诉即办工作条例》第${article}条`,
  jinan: (article: number) => `《济南市12345市民服务热线条例》第${article}条`,
  shandong: '山东省12345热线办理要求（2020年1月）',
  promises: '重庆市代表建议办理的公开规定（承诺事项跟踪办理并再次评价）',
} as const

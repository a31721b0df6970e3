/** Laws, standards and rules that the hotline loop rests on, each as it is cited; the keys are those of the trade's source list. */
export const sources = {
  beijing: (article: number | string) => `《北京市接诉即办工作条例》第${article}条`,
  jinan: (article: number | string) => `《济南市12345市民服务热线条例》第${article}条`,
  weifang: (article: number | string) => `《潍坊市12345政务服务便民热线条例》第${article}条`,
  civilCode: '《民法典》第200条至第203条',
  standard: 'GB/T 33358《政府热线服务规范》',
  beijingDraft: '北京市接诉即办地方标准（征求意见稿，2021年12月）',
  shandong: '山东省12345热线办理要求（2020年1月）',
  guangdong: '广东省12345热线管理办法',
  qinglong: '晴隆县12345热线办理规定（2023年6月）',
  wuhan: '武汉市夏季专项行动热线办理要求（2024年）',
  code: '公开的12345年度分析程序所用算法',
  proposal: '本项目建议值，请按本地规定核定',
} as const

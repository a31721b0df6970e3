/** Laws and rules that the loop of hazards rests on, each as it is cited (domain.md 12). */
export const hazardSources = {
  law: (article: number | string) => `《安全生产法》第${article}条`,
  order16: '《安全生产事故隐患排查治理暂行规定》（原国家安全监管总局令第16号）',
  hubei: (article: number | string) =>
    `《湖北省重大安全生产事故隐患整改分级挂牌督办办法》（鄂安〔2010〕20号）第${article}条`,
  civilCode: '《民法典》第200条至第203条',
  proposal: '本项目建议值，请按本地规定核定',
  counting: '本项目建议口径，请按本地规定核定',
} as const

/** Laws and rules that the loop of disputes rests on, each as it is cited (domain.md 11). */
export const disputeSources = {
  mediation: (article: number | string) => `《人民调解法》第${article}条`,
  shenzhen: (article: number | string) => `《深圳经济特区矛盾纠纷多元化解条例》第${article}条`,
  centre: '各地综治中心运行办法（登记受理、研判分级、分流、先行调解、督办、反馈、评价）',
  civilCode: '《民法典》第200条至第203条',
  proposal: '本项目建议值，请按本地规定核定',
  counting: '本项目建议口径，请按本地规定核定',
} as const

/** Rules that the loop of risks rests on, each as it is cited (domain.md 11.1; systems.md S10). */
export const riskSources = {
  loop: '“研交办督结”工作闭环和风险隐患动态发现机制（区年度计划）',
  centre: '各地综治中心运行办法（登记受理、研判分级、分流、先行化解、督办、反馈、评价）',
  civilCode: '《民法典》第200条至第203条',
  proposal: '本项目建议值，请按本地规定核定',
  counting: '本项目建议口径，请按本地规定核定',
} as const

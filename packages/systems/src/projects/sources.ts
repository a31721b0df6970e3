/** What the libraries of projects rest on, each as it is cited (domain.md 1.4, 5). */
export const projectSources = {
  proposal: '本项目建议口径，请按本地规定核定',
  civilCode: '《民法典》第200条至第203条',
  statistics: '固定资产投资统计报表制度（计划总投资500万元及以上，先入库、后有数，按项目所在地，月报）',
  yinchuan: '银川市项目“红黄绿灯”督办办法（开工、进度、入统、资金）',
  tongliang: '铜梁区2024年1—9月重点项目推进情况通报（投资完成率、开工率的用法）',
  monthly: '区级重点项目填报通知（业主每月1日、29日前填报完成投资、形象进度和存在问题）',
  investment: '《政府投资条例》（国务院令第712号）、《企业投资项目核准和备案管理条例》（国务院令第673号）',
  permit: '《中华人民共和国建筑法》第七条至第九条、《建筑工程施工许可管理办法》',
} as const

/** Rules and published practice that the ledger of commitments rests on, each as it is cited. */
export const ledgerSources = {
  civilCode: '《民法典》第200条至第203条',
  wuhan: '武政办〔2020〕1号（武汉市目标任务分解、责任人和联系人报督查室）',
  panjin: '盘锦市2021年政府工作报告重点任务分解通知（每月28日前报进展，按季设节点，年终逐项考核）',
  yancheng: '盐城市2019年政府工作报告目标任务分解通知（按季汇总通报）',
  ningbo: '宁波市2006年政府工作报告目标任务分解通知（年中、年终全面督查，其间专项督办）',
  yinchuan: '银川市项目“红黄绿灯”督办办法',
  suqian: '宿迁市国资系统“三色督办单”制度（2025年）',
  tongliang: '铜梁区2024年1—9月重点项目推进情况通报（时序进度、年中调整）',
  table: '各地公布的政府工作报告目标任务分解表（牵头领导、牵头单位、责任单位、完成时限、季度形象进度）',
  proposal: '本项目建议值，请按本地规定核定',
  counting: '本项目建议口径，请按本地规定核定',
} as const

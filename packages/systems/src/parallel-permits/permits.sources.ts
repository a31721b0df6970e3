/** Laws and rules that parallel approval rests on, each as it is cited (domain.md 6). */
export const sources = {
  correction: '《行政许可法》第32条（一次告知补正，逾期不告知即为受理）',
  single: '《行政许可法》第42条第1款（20个工作日，经负责人批准可延长10个工作日）',
  joint: '《行政许可法》第42条第2款、第26条（统一、联合、集中办理45个工作日，经政府负责人批准可延长15个工作日）',
  delivery: '《行政许可法》第44条（10个工作日内送达）',
  special: '《行政许可法》第45条（听证、招标、检验、检测、鉴定、专家评审不计入期限，书面告知）',
  counting: '《行政许可法》第82条（按工作日计，不含法定节假日）',
  environment: '《优化营商环境条例》（并联审批、告知承诺、联合验收）',
  proposal: '本项目建议口径，请按本地规定核定',
} as const

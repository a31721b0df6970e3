/** Laws and published rules that the handling of suggestions and proposals rests on, each as it is cited (domain.md 14). */
export const sources = {
  law: '《全国人民代表大会和地方各级人民代表大会代表法》（2025年修正）第51条',
  beijing: '北京市人大代表建议、批评和意见办理条例（代表15个工作日内评价，重办2个月）',
  chongqing: '重庆市人大代表建议、批评和意见工作条例（退办、联系代表、会办、分类、评价和承诺跟踪）',
  classes: '各地建议提案办理办法的分类（A已解决，B正在解决或列入计划，C以后解决，D留作参考）',
  civilCode: '《民法典》第200条至第203条',
  cppcc: '《中国人民政治协商会议全国委员会提案工作条例》',
  proposal: '本项目建议值，请按本地规定核定',
  counting: '本项目建议口径，请按本地规定核定',
} as const

/** Wording of the buildings' refusals and messages, keyed by code. */
export const buildingWording = {
  'area-over': '出租面积与自用面积之和超过可租售商务面积，请核对',
  'firms-over': '注册、纳税、“四上”企业数不能多于入驻企业数，纳统数不能多于“四上”企业数，请核对',
  'not-swept': '还没有扫楼记录，无从复核',
  'own-sweep': '这次扫楼由您本人登记，须由另一人复核',
  'none-leaving': '没有未了结的迁出预警',
  'district-over': '区级税收不能多于全口径税收，请核对',
  'year-past': '只能登记本年度、以后年度或上一年度的税收，更早年度已归档',
  'not-special': '产业集聚度没有达到认定标准，不能认定',
  // columns of settings
  from: '年税收下限',
  at: '年度末',
  // counters
  kept: '预警后留下',
  departed: '预警后迁出',
  // messages
  swept: '有楼宇完成扫楼，请复核',
  leaving: '有企业可能迁出，请尽快走访挽留',
  'over-line': '楼宇年税收达到亿元，转为每月扫楼',
  'below-line': '楼宇年税收降到亿元以下，请分析原因',
  'build-soon': '在建楼宇的进度快到登记时间了',
  'build-due': '在建楼宇的进度该登记了',
  'build-late': '在建楼宇的进度逾期五个工作日没有登记',
  'sweep-soon': '快到扫楼时间了，请安排',
  'sweep-due': '扫楼周期已到而没有登记，请立即扫楼',
  'sweep-late': '扫楼逾期五个工作日，请督促',
  'renewal-soon': '快到登记提质更新进度的时间了',
  'renewal-due': '提质更新进度该登记了',
  'renewal-late': '提质更新进度逾期五个工作日没有登记',
  'retention-soon': '迁出预警的走访时限将到',
  'retention-due': '迁出预警的走访时限已到，请立即走访并登记结果',
  'retention-late': '迁出预警逾期五个工作日没有了结',
} as const

/** Wording of the refusals (guard codes) and messages of warnings, keyed by code. */
export const safetyWording = {
  // refusals
  'own-answer': '整改结果由您本人报送，须由另一人复核解除',
  'evidence-missing': '还没有佐证材料，请上传后再报送整改结果',
  // counted
  sentBack: '退回整改次数',
  // messages
  warned: '收到平安预警单，请按时签收并提出整改措施',
  lifted: '预警已经解除',
  'sent-back': '整改结果被退回，请继续整改后重新报送',
  withdrawn: '预警因数据有误撤销，不再要求整改',
  supervised: '平安预警转为督办，请负责人亲自组织整改',
  'to-check': '有街道报送整改结果，请复核',
  'accept-due': '平安预警单签收时限已到而没有签收，请立即签收',
  'rectify-warned': '平安预警整改时限将到，请抓紧整改并报送结果',
  'rectify-due': '平安预警整改逾期，已通知督查室',
  'check-due': '整改结果复核时限已到，请立即复核',
} as const

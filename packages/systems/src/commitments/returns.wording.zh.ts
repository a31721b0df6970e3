/** Wording of the refusals (guard codes) and messages of returns, keyed by code. */
export const returnsWording = {
  // refusals
  'other-unit': '月报由任务的牵头单位填报，请选择本单位牵头的任务',
  'progress-missing': '还没有填写进展情况，请补填后再报送',
  'value-missing': '本任务须填完成数，请补填后再报送',
  'own-return': '月报由您本人报送，须由另一人审核采用',
  // told to the commitment
  heard: '收到报送',
  take: '采用实绩',
  // messages
  'to-check': '有月报报送，请审核',
  'return-sent-back': '月报被退回，请按意见补充后重新报送',
  'filing-due': '月报填报时限已到而没有报送，请立即报送',
  'checking-due': '月报审核时限已到，请立即审核',
  'refilling-due': '月报补报时限已到而没有重新报送，请立即补报',
} as const

/** Wording of the refusals (guard codes), columns and messages of projects' monthly returns, keyed by code. */
export const projectReturnWording = {
  // refusals
  'other-unit': '只能填报本单位负责的项目',
  'month-to-come': '月份还没有到，不能预报',
  'progress-missing': '还没有填写形象进度',
  'value-missing': '当月、自年初累计、自开工累计三项投资都要填写，没有完成的填0',
  'sums-crossed': '当月完成大于自年初累计，或自年初累计大于自开工累计，请核对',
  'second-person': '由您本人报送，须由另一人审核',
  // columns of settings
  year: '年度',
  first: '起',
  last: '止',
  at: '计入的时间',
  due: '填报截止日',
  size: '储备库入库规模',
  // messages
  'filing-soon': '投资月报3日后截止，请及时填报',
  'filing-due': '投资月报填报期限已到，请立即报送',
  'checking-due': '投资月报审核时限已到，请立即审核',
  'refilling-due': '投资月报重报时限已到，请立即重报',
  'return-to-check': '有投资月报待审核',
  'return-sent-back': '投资月报被退回，请按意见重报',
  'return-revised': '投资月报已按核定数更正，旧数留存可查',
  'lost-before-entry': '项目还没有入统，这个月完成的投资不能计入，请立即办理入统',
} as const

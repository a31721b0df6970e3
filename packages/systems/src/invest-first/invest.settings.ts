import type { SettingDefinition } from '@jiannuo/engine'

/** What investing first rests on. */
export const investSources = {
  reform: '国家全面创新改革任务清单（2021年）“先投后股”试点；上海宝山、重庆高新区等地试点公开报道',
  budget: '《预算法》；财政资金绩效管理有关规定',
  exemption: '《促进科技成果转化法》第52条（勤勉尽责、没有牟取非法利益的免除决策责任）',
  civilCode: '《民法典》第200条至第203条',
  proposal: '本项目建议口径，请按本地规定核定',
} as const

const { proposal, reform, exemption } = investSources

const limit = (title: string, value: number, unit: 'workday' | 'day'): SettingDefinition => ({
  title,
  type: 'limit',
  default: { value, unit },
  source: proposal,
})

/** What a district may set. */
export const investSettings: Readonly<Record<string, SettingDefinition>> = {
  sources: {
    title: '成果来源',
    type: 'table',
    default: {
      university: { title: '高校成果' },
      institute: { title: '科研院所成果' },
      firm: { title: '企业自主研发' },
      hospital: { title: '医疗机构成果' },
    },
    source: proposal,
  },
  triggers: {
    title: '转股条件',
    type: 'table',
    default: {
      financing: { title: '获得市场化股权融资' },
      revenue: { title: '营业收入达到约定' },
      profit: { title: '净利润达到约定' },
      term: { title: '投入期届满' },
      listing: { title: '股份制改造、上市辅导' },
    },
    source: `${reform}；具体条件由协议约定`,
  },
  grounds: {
    title: '损失原因（可认定免责的情形）',
    type: 'table',
    default: {
      technology: { title: '技术路线失败' },
      market: { title: '市场变化' },
      policy: { title: '政策调整' },
      force: { title: '不可抗力' },
    },
    source: `${exemption}；情形为${proposal}`,
  },
  leastExperts: { title: '评审专家最少人数', type: 'number', default: 5, source: proposal },
  passScore: { title: '评审通过分', type: 'number', default: 70, source: proposal },
  cap: { title: '单个项目核准上限（万元）', type: 'number', default: 500, source: proposal },
  poolSize: {
    title: '资金池规模（万元）',
    type: 'number',
    default: 20_000,
    source: `以区政府批准的规模为准；${proposal}`,
  },
  formalLimit: limit('形式审查时限', 10, 'workday'),
  reviewLimit: limit('专家评审时限', 30, 'workday'),
  diligenceLimit: limit('尽职调查时限', 30, 'workday'),
  decisionLimit: limit('核准时限', 20, 'workday'),
  signingLimit: limit('签约时限', 30, 'workday'),
  checkLimit: limit('里程碑检查周期（半年）', 182, 'day'),
  termLimit: limit('投入期（协议没有写明时用）', 1095, 'day'),
  conversionLimit: limit('触发后决定是否转股的时限', 60, 'day'),
  registerLimit: limit('股权登记时限', 30, 'workday'),
  holdingLimit: limit('投后检查周期（半年）', 182, 'day'),
  exitLimit: limit('退出办理时限', 60, 'workday'),
  returnLimit: limit('返还、追回时限', 180, 'day'),
  lossLimit: limit('损失认定时限', 30, 'workday'),
}

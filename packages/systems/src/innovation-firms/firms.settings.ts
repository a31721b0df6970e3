import type { SettingDefinition } from '@jiannuo/engine'

/** Where titles, tests and terms come from. */
export const titleSources = {
  highTech: '《高新技术企业认定管理办法》（国科发火〔2016〕32号）第9条、第11条',
  sme: '《科技型中小企业评价办法》（国科发政〔2017〕115号）',
  specialised: '《优质中小企业梯度培育管理暂行办法》（工信部企业〔2022〕63号）',
  civilCode: '《民法典》第200条至第203条',
  proposal: '本项目建议口径，请按本地规定核定',
} as const

const { highTech, sme, specialised, proposal } = titleSources
const threeYears = { value: 1095, unit: 'day' } as const

/** What a district may set about its ladder of firms. */
export const firmSettings: Readonly<Record<string, SettingDefinition>> = {
  fields: {
    title: '技术领域',
    type: 'table',
    default: {
      information: { title: '电子信息' },
      biology: { title: '生物与新医药' },
      aerospace: { title: '航空航天' },
      materials: { title: '新材料' },
      services: { title: '高技术服务' },
      energy: { title: '新能源与节能' },
      environment: { title: '资源与环境' },
      manufacturing: { title: '先进制造与自动化' },
    },
    source: `${highTech}附件《国家重点支持的高新技术领域》`,
  },
  conditions: {
    title: '申报条件（按称号；金额为万元，占比为%）',
    type: 'table',
    default: {
      sme: { staff: 500, revenue: 20_000, assets: 20_000, score: 60 },
      highTech: {
        age: 1,
        rights: 1,
        techStaff: 10,
        income: 60,
        small: 5_000,
        large: 20_000,
        rdSmall: 5,
        rdMiddle: 4,
        rdLarge: 3,
      },
      gazelle: { growth: 20 },
      specialised: { years: 2, rd: 100, rdShare: 3, revenue: 1_000, equity: 2_000, score: 60 },
    },
    source: `${sme}；${highTech}；${specialised}；瞪羚企业没有全国统一条件，所列为${proposal}`,
  },
  terms: {
    title: '称号有效期（证书没有写明时用）',
    type: 'table',
    default: {
      sme: { value: 365, unit: 'day' },
      highTech: threeYears,
      gazelle: threeYears,
      specialised: threeYears,
      giant: threeYears,
      species: threeYears,
    },
    source: `高新技术企业3年（${highTech}）；科技型中小企业按年入库；其余${proposal}`,
  },
  tutoringLimit: { title: '培育走访周期', type: 'limit', default: { value: 90, unit: 'day' }, source: proposal },
  reviewLimit: { title: '条件核对周期', type: 'limit', default: { value: 180, unit: 'day' }, source: proposal },
  applicationLimit: {
    title: '申报结果跟踪时限',
    type: 'limit',
    default: { value: 120, unit: 'day' },
    source: proposal,
  },
}

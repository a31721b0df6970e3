import type { SettingDefinition } from '@jiannuo/engine'
import { hazardSources as sources } from './hazards.sources.ts'

type Settings = Readonly<Record<string, SettingDefinition>>

/** Kinds of hazards, each with the department that watches over it; without one the area itself (属地监管). */
const categories = {
  fire: { title: '消防安全', lead: 'lantai-emergency' },
  gas: { title: '燃气安全', lead: 'lantai-housing' },
  site: { title: '建筑施工', lead: 'lantai-housing' },
  house: { title: '自建房和房屋结构', lead: 'lantai-housing' },
  equipment: { title: '特种设备', lead: 'lantai-market' },
  chemical: { title: '危险化学品', lead: 'lantai-emergency' },
  industry: { title: '工贸企业', lead: 'lantai-emergency' },
  road: { title: '道路交通', lead: 'lantai-transport' },
  catering: { title: '餐饮场所', lead: 'lantai-market' },
  school: { title: '校园安全', lead: 'lantai-education' },
  hospital: { title: '医疗机构', lead: 'lantai-health' },
  care: { title: '养老机构', lead: 'lantai-civil' },
  municipal: { title: '市政设施和户外广告', lead: 'lantai-urban' },
  bicycle: { title: '电动自行车停放充电' },
  rental: { title: '出租屋和“三合一”场所' },
} as const

/** Kinds of sites; the first nine are the small ones (九小场所). */
const siteKinds = {
  school: '小学校或幼儿园',
  hospital: '小医院',
  shop: '小商店',
  restaurant: '小餐饮场所',
  hotel: '小旅馆',
  entertainment: '小歌舞娱乐场所',
  cafe: '小网吧',
  beauty: '小美容洗浴场所',
  workshop: '小生产加工企业',
  construction: '建筑工地',
  plant: '工业企业',
  mall: '商场市场',
  highRise: '高层建筑',
  residence: '居民小区',
  road: '道路和公共区域',
  other: '其他场所',
} as const

const limits: Settings = {
  gradingLimit: { title: '定级时限', type: 'limit', default: { value: 1, unit: 'workday' }, source: sources.proposal },
  orderLimit: {
    title: '下达整改指令时限（按等级）',
    type: 'table',
    default: { minor: { value: 2, unit: 'workday' }, major: { value: 1, unit: 'workday' } },
    source: sources.proposal,
  },
  reportLimit: {
    title: '重大隐患上报时限',
    type: 'limit',
    default: { value: 1, unit: 'workday' },
    source: `${sources.law(41)}；时长为${sources.proposal}`,
  },
  planLimit: {
    title: '落实整改方案时限（按等级）',
    type: 'table',
    default: { minor: { value: 2, unit: 'workday' }, major: { value: 5, unit: 'workday' } },
    source: `${sources.hubei(6)}；时长为${sources.proposal}`,
  },
  rectifyLimit: {
    title: '整改时限（指令没有写明期限时，按等级）',
    type: 'table',
    default: { minor: { value: 15, unit: 'day' }, major: { value: 90, unit: 'day' } },
    source: sources.proposal,
  },
  recheckLimit: {
    title: '复查时限（按等级）',
    type: 'table',
    default: { minor: { value: 3, unit: 'workday' }, major: { value: 10, unit: 'day' } },
    source: `${sources.hubei(10)}（重大隐患10日）；一般隐患的时长为${sources.proposal}`,
  },
  strikeLimit: { title: '销号时限', type: 'limit', default: { value: 2, unit: 'workday' }, source: sources.proposal },
  watchLimit: {
    title: '挂牌督办跟踪周期',
    type: 'limit',
    default: { value: 10, unit: 'workday' },
    source: `${sources.hubei(9)}；周期为${sources.proposal}`,
  },
}

/** Everything of the loop of hazards that a district may set, with defaults and where they come from. */
export const hazardSettings: Settings = {
  categories: {
    title: '隐患类别和监管部门',
    type: 'table',
    default: categories,
    source: `${sources.law('10')}；分工为${sources.counting}`,
  },
  siteKinds: { title: '场所类型（含九小场所）', type: 'table', default: siteKinds, source: sources.counting },
  ...limits,
  mustPost: {
    title: '重大隐患须挂牌督办后方可开始整改',
    type: 'boolean',
    default: true,
    source: `${sources.hubei(2)}；${sources.counting}`,
  },
  extensionTotal: {
    title: '整改延期合计上限（自然日）',
    type: 'number',
    default: 90,
    source: sources.proposal,
  },
  extensionTimes: { title: '整改可延期次数', type: 'number', default: 1, source: sources.proposal },
}

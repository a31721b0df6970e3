import type { FieldDefinition } from '@jiannuo/engine'
import { of, type TitleId, titleIds, titleNames, titles } from './firms.titles.ts'

type Fields = Readonly<Record<string, FieldDefinition>>

const number = (title: string, unit: string, more: Partial<FieldDefinition> = {}): FieldDefinition => ({
  title,
  type: 'number',
  unit,
  min: 0,
  ...more,
})
const money = (title: string): FieldDefinition => ({ title, type: 'money', unit: '万元', min: 0 })
const share = (title: string): FieldDefinition => number(title, '%', { max: 100 })

const firm: Fields = {
  name: { title: '企业名称', type: 'text', required: true, maxLength: 80, search: true, column: 1 },
  creditCode: {
    title: '统一社会信用代码',
    type: 'text',
    required: true,
    search: true,
    pattern: {
      regex: '[0-9A-HJ-NPQRTUWXY]{2}\\d{6}[0-9A-HJ-NPQRTUWXY]{10}',
      says: '18位统一社会信用代码，字母大写，不含I、O、S、V、Z',
    },
    column: 2,
  },
  field: { title: '技术领域', type: 'choice', required: true, choicesFrom: 'fields', facet: true, column: 3 },
  street: { title: '所在街道', type: 'unit', required: true, facet: true, column: 4 },
  sector: { title: '科技（经信）主管部门', type: 'unit', required: true },
  carrier: { title: '所在载体（园区、孵化器、楼宇）', type: 'text', maxLength: 80, search: true },
  place: { title: '地址', type: 'place' },
  tutor: { title: '辅导人', type: 'person' },
  contactName: { title: '企业联系人', type: 'text', maxLength: 40, personal: { mask: 'name' } },
  contactPhone: {
    title: '联系人电话',
    type: 'text',
    pattern: { regex: '1\\d{10}|0\\d{2,3}-?\\d{7,8}', says: '11位手机号，或带区号的固定电话' },
    personal: { mask: 'phone' },
  },
  aboveScale: { title: '规模以上企业', type: 'boolean', facet: true },
}

/** What the conditions of the titles look at. */
const indicators: Fields = {
  age: number('成立年限', '年'),
  staff: number('职工总数', '人'),
  techStaffShare: share('科技人员占比'),
  revenue: money('上年销售（营业）收入'),
  assets: money('上年末资产总额'),
  rd: money('上年研发费用'),
  rdShare: share('近三年研发费用占销售收入比例'),
  highTechShare: share('高新技术产品（服务）收入占比'),
  ownRights: number('拥有核心自主知识产权', '件'),
  accident: { title: '申请前一年内有重大安全、质量事故或严重环境违法', type: 'boolean' },
  smeScore: number('科技型中小企业综合评价得分', '分', { max: 100 }),
  nicheYears: number('从事特定细分市场年限', '年'),
  newEquity: money('近两年新增股权融资'),
  specialisedScore: number('专精特新评价得分', '分', { max: 100 }),
  directPass: { title: '符合直通条件', type: 'boolean', help: '如国家科技奖、创客大赛全国前列等，由主管部门核定。' },
  growth: number('近三年营收年均增长率', '%', { min: -100 }),
}

const instant = (title: string): FieldDefinition => ({ title, type: 'instant' })
const date = (title: string): FieldDefinition => ({ title, type: 'date' })

const fieldsOf = (id: TitleId): [string, FieldDefinition][] => {
  const { name } = titles[id]
  return [
    [of(id, 'From'), date(`${name}有效期自`)],
    [of(id, 'Until'), date(`${name}有效期至`)],
    [of(id, 'Since'), instant(`${name}首次登记时间`)],
    [of(id, 'Renewed'), instant(`${name}复审通过时间`)],
    [of(id, 'Lapsed'), instant(`${name}失效时间`)],
    [of(id, 'Due'), instant(`${name}进入即将到期的时间`)],
    [of(id, 'Applied'), instant(`${name}申报时间`)],
  ]
}

/** Certificates and lists as they were issued, those of titles that are not followed here too. */
export const certificates: FieldDefinition = {
  title: '称号证书、认定文件',
  type: 'rows',
  key: 'number',
  columns: {
    number: { title: '证书编号或文号', type: 'text', required: true, maxLength: 80 },
    title: { title: '称号', type: 'text', required: true, maxLength: 60 },
    level: {
      title: '级别',
      type: 'choice',
      required: true,
      choices: { national: '国家级', provincial: '省级', municipal: '市级', district: '区级' },
    },
    batch: { title: '批次', type: 'text', maxLength: 40 },
    from: { title: '有效期自', type: 'date' },
    until: { title: '有效期至', type: 'date' },
  },
}

const course: Fields = {
  certificates,
  applying: { title: '申报中的称号', type: 'choice', choices: titleNames, facet: true, column: 5 },
  promotedAt: instant('最近一次晋级时间'),
  checkedAt: { ...instant('最近一次条件核对时间'), column: 6 },
  ...Object.fromEntries(titleIds.flatMap(fieldsOf)),
}

/** Fields of a firm on the ladder (systems.md S31). */
export const firmFields: Fields = { ...firm, ...indicators, ...course }

export const entryForm = [...Object.keys(firm), ...Object.keys(indicators)]
export const changeForm = Object.keys(firm)
export const checkForm = ['aboveScale', ...Object.keys(indicators)]

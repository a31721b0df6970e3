import type { FieldDefinition } from '@jiannuo/engine'

type Fields = Readonly<Record<string, FieldDefinition>>

const area = (title: string, help?: string): FieldDefinition => ({
  title,
  type: 'number',
  unit: '㎡',
  min: 0,
  ...(help === undefined ? {} : { help }),
})
const firms = (title: string, help?: string): FieldDefinition => ({
  title,
  type: 'number',
  unit: '户',
  min: 0,
  ...(help === undefined ? {} : { help }),
})

/** 一楼一档: what the building is. */
const building: Fields = {
  name: { title: '楼宇名称', type: 'text', required: true, maxLength: 80, search: true, column: 1 },
  code: {
    title: '楼宇编码',
    type: 'text',
    required: true,
    search: true,
    pattern: { regex: 'B\\d{6}-\\d{3}', says: 'B加6位区划代码，短横，3位序号，如B420199-001' },
    help: '税收各年各版本的数列按编码归集。',
  },
  kind: { title: '楼宇类型', type: 'choice', required: true, choicesFrom: 'kinds', facet: true, column: 2 },
  street: { title: '所在街道', type: 'unit', required: true, facet: true, column: 3 },
  sector: { title: '楼宇经济主管部门', type: 'unit', required: true },
  place: { title: '坐落', type: 'place' },
  owner: { title: '产权单位', type: 'text', maxLength: 80, search: true },
  manager: { title: '物业服务企业', type: 'text', maxLength: 80, search: true },
  contactName: { title: '物业联系人', type: 'text', maxLength: 40, personal: { mask: 'name' } },
  contactPhone: {
    title: '物业联系人电话',
    type: 'text',
    pattern: { regex: '1\\d{10}|0\\d{2,3}-?\\d{7,8}', says: '11位手机号，或带区号的固定电话' },
    personal: { mask: 'phone' },
  },
  officer: { title: '楼宇专员（包保人）', type: 'person' },
  floorArea: { ...area('总建筑面积', '产出率的分母。'), required: true },
  rentable: { ...area('可租售商务面积', '入驻率的分母；不含车库、设备层和自持商业街区。'), required: true },
  completedOn: { title: '竣工投用日期', type: 'date' },
  industry: { title: '主导产业', type: 'text', maxLength: 40, search: true },
}

/** What a sweep finds: space first, firms then (余杭仓前的四类台账; domain.md 9). */
const found: Fields = {
  letArea: area('已出租面积'),
  selfUsed: area('业主自用面积'),
  rent: { title: '平均租金', type: 'number', unit: '元/㎡·月', min: 0 },
  firms: firms('入驻企业数', '实际在楼内办公的。'),
  registeredHere: firms('其中注册地在本区'),
  taxedHere: firms('其中纳税关系在本区'),
  aboveScale: firms('其中“四上”企业'),
  statedHere: firms('其中在本区纳统的“四上”企业'),
  virtual: firms('注册在楼内而不在楼内办公的企业数', '虚拟注册、集群注册；不算入驻。'),
  movedOut: firms('本年累计迁出企业数'),
}

/** 一企一表, for the firms that matter most. Never an amount of tax: a firm's tax is secret (domain.md 9, 17). */
export const keyTenantsTable: FieldDefinition = {
  title: '重点企业',
  type: 'rows',
  key: 'creditCode',
  help: '不登记单户税额。',
  columns: {
    creditCode: { title: '统一社会信用代码', type: 'text', required: true, maxLength: 18 },
    name: { title: '企业名称', type: 'text', required: true, maxLength: 80 },
    floor: { title: '楼层房号', type: 'text', maxLength: 40 },
    standing: {
      title: '进展',
      type: 'choice',
      required: true,
      choices: {
        in: '已入驻',
        registered: '已在本区注册',
        taxed: '已在本区纳税',
        stated: '已在本区纳统',
        leaving: '迁出预警',
        left: '已迁出',
      },
    },
  },
}

const tenants: Fields = {
  keyTenants: keyTenantsTable,
  vacancies: {
    title: '空置房源',
    type: 'rows',
    key: 'room',
    columns: {
      room: { title: '房号', type: 'text', required: true, maxLength: 40 },
      area: { title: '面积（㎡）', type: 'number', required: true, min: 0 },
      rent: { title: '报价（元/㎡·月）', type: 'number', min: 0 },
      from: { title: '可入驻日期', type: 'date' },
    },
  },
}

const money = (title: string): FieldDefinition => ({ title, type: 'money', unit: '万元', min: 0 })
const moment = (title: string): FieldDefinition => ({ title, type: 'instant' })

/** Kept by the actions themselves. */
const course: Fields = {
  vacant: { ...area('空置面积'), column: 5 },
  occupancy: { title: '入驻率（0到1）', type: 'number', column: 4 },
  fullSince: moment('满仓时间'),
  sweptAt: { ...moment('最近扫楼时间'), column: 7 },
  sweptBy: { title: '最近扫楼人', type: 'person' },
  verifiedAt: moment('最近一次扫楼的复核时间'),
  taxYear: { title: '税收年度', type: 'choice', choicesFrom: 'taxYears', facet: true },
  taxAt: moment('税收年度末'),
  taxTotal: money('当年税收（全口径）'),
  taxDistrict: money('当年税收（区级）'),
  lastYear: { title: '上一税收年度', type: 'choice', choicesFrom: 'taxYears' },
  lastAt: moment('上一税收年度末'),
  lastTotal: money('上一年度税收（全口径）'),
  lastDistrict: money('上一年度税收（区级）'),
  tier: { title: '亿元楼宇档次', type: 'choice', choicesFrom: 'tiers', facet: true, column: 6 },
  tierSince: moment('达到亿元的年度末'),
  specialty: { title: '专业楼宇', type: 'choice', choicesFrom: 'specialties', facet: true },
  recognisedAt: moment('专业楼宇认定时间'),
  leaving: { title: '迁出预警未了结户数', type: 'number', min: 0 },
}

/** Fields of a building (systems.md S36). */
export const buildingFields: Fields = { ...building, ...found, ...tenants, ...course }

/** What is asked for when a building is taken in: its sheet, and its space where it is let already. */
export const entryForm = [...Object.keys(building), 'letArea', 'selfUsed']
/** Areas let and firms change by a sweep, so that every figure has somebody who went there. */
export const changeForm = Object.keys(building)
export const sweepForm = [...Object.keys(found), 'vacancies']

import type { FieldDefinition } from '@jiannuo/engine'
import { off, type Part, partIds, parts, type Side } from './cells.standards.ts'

type Fields = Readonly<Record<string, FieldDefinition>>

const instant = (title: string): FieldDefinition => ({ title, type: 'instant' })

/** What the cell is, and what it says of itself when it applies. */
const given: Fields = {
  name: { title: '单位（细胞）名称', type: 'text', required: true, maxLength: 80, search: true, column: 1 },
  kind: { title: '类别', type: 'choice', required: true, choicesFrom: 'standards', facet: true, column: 2 },
  street: { title: '所在街道', type: 'unit', required: true, facet: true, column: 3 },
  sector: { title: '行业主管部门', type: 'unit', required: true },
  place: { title: '地址', type: 'place' },
  size: {
    title: '规模',
    type: 'text',
    maxLength: 80,
    help: '写能说明产废规模的数：人数、床位、户数、客房、营业面积、产能。',
  },
  batch: {
    title: '申报批次',
    type: 'text',
    required: true,
    pattern: { regex: '\\d{4}(-[1-9])?', says: '年份，一年多批的加序号，如2025、2025-2' },
    facet: true,
  },
  contactName: { title: '联系人', type: 'text', maxLength: 40, personal: { mask: 'name' } },
  contactPhone: {
    title: '联系电话',
    type: 'text',
    pattern: { regex: '1\\d{10}|0\\d{2,3}-?\\d{7,8}', says: '11位手机号，或带区号的固定电话' },
    personal: { mask: 'phone', lookup: true },
  },
  promise: { title: '负责人签发的承诺书', type: 'files', required: true },
  clean: {
    title: '近三年没有安全、环保、质量方面的严重失信记录',
    type: 'boolean',
    required: true,
    help: '按公共信用信息平台查询结果填写。',
  },
  former: { title: '上次申报或命名的记录', type: 'record' },
  formerBar: { title: '上次摘牌时定的不得再申报期限', type: 'date', help: '没有的不填。' },
}

const sides: Readonly<Record<Side, string>> = { self: '自评', site: '核查' }

const sheet = (side: Side): Fields => ({
  ...Object.fromEntries(
    partIds.map((part: Part) => [
      off(side, part),
      {
        title: `${sides[side]}扣分：${parts[part]}`,
        type: 'number',
        unit: '分',
        min: 0,
        help: '填扣掉的分，不扣填0。',
      } satisfies FieldDefinition,
    ]),
  ),
  [`${side}Must`]: { title: `${sides[side]}：必备条件全部具备`, type: 'boolean' },
})

/** Kept by the actions themselves. */
const course: Fields = {
  mustSays: { title: '本类别的必备条件', type: 'text', maxLength: 200 },
  selfScore: { title: '自评得分', type: 'number', unit: '分' },
  siteScore: { title: '最近核查得分', type: 'number', unit: '分', column: 4 },
  selfUnit: { title: '组织自评的单位', type: 'unit' },
  auditUnit: { title: '初审单位', type: 'unit' },
  siteUnit: { title: '核查单位', type: 'unit', help: '主管部门、所在街道、组织自评和初审的单位除外。' },
  doubtedUnit: { title: '核查结果被异议推翻的单位', type: 'unit' },
  firstSiteAt: instant('首次现场核查时间'),
  firstMet: { title: '首次核查即达标', type: 'boolean' },
  metAt: instant('现场核查达标时间'),
  publicityEndedAt: instant('公示期满时间'),
  objectedAt: instant('未处理异议的登记时间'),
  number: { title: '命名编号', type: 'text', maxLength: 40, search: true },
  namedAt: { ...instant('命名时间'), column: 5 },
  recheckedAt: { ...instant('最近复核时间'), column: 6 },
  recheckResult: { title: '最近复核结果', type: 'choice', choices: { met: '达标', unmet: '不达标' }, facet: true },
  mendFailedAt: instant('整改后复查仍不达标的时间'),
  barredUntil: { title: '不得再申报至', type: 'date', help: '弄虚作假的须写明。' },
}

/** Fields of a cell (systems.md S46). */
export const cellFields: Fields = { ...given, ...sheet('self'), ...sheet('site'), ...course }

export const entryForm = Object.keys(given)

/** What may be changed later: not what the standard and the right to apply hang on. */
export const changeForm = ['name', 'street', 'sector', 'place', 'size', 'contactName', 'contactPhone']

/** One side of the scoring sheet. */
export const sheetForm = (side: Side): readonly string[] => Object.keys(sheet(side))

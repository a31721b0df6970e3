import type { SettingDefinition } from '@jiannuo/engine'
import { limitSetting, listSetting, numberSetting, PROPOSAL } from '../street-whistle/form.ts'
import { requestSources as sources } from './requests.sources.ts'

type Settings = Readonly<Record<string, SettingDefinition>>

const lists: Settings = {
  channels: listSetting('收集渠道', {
    visit: '走访',
    express: '直通车',
    online: '线上',
    reception: '企业家接待日',
    forum: '恳谈会、圆桌会',
    hotline: '热线转办',
  }),
  categories: listSetting('诉求类别', {
    finance: '融资',
    labour: '用工',
    land: '用地用房',
    permit: '审批服务',
    policy: '政策兑现',
    payment: '账款拖欠',
    facility: '水电气网等配套',
    market: '市场开拓',
    trade: '外贸便利',
    family: '子女入学等生活服务',
    other: '其他',
  }),
  atOnceCategories: {
    title: '可以现场答复的诉求类别',
    type: 'list',
    default: ['permit', 'policy', 'market', 'trade', 'other'],
    source: PROPOSAL,
  },
  industries: listSetting('行业', {
    industry: '工业',
    construction: '建筑业',
    trade: '批发零售',
    catering: '住宿餐饮',
    property: '房地产',
    software: '软件和信息服务',
    business: '商务服务',
    science: '科学研究和技术服务',
    other: '其他',
  }),
}

const limits: Settings = {
  acceptanceLimit: limitSetting('受理时限', 1, 'workday'),
  assigningLimit: limitSetting('交办时限', 1, 'workday'),
  signInLimit: limitSetting('签收时限', 4, 'workhour'),
  returnLimit: limitSetting('退回时限', 2, 'workday', `${sources.shandong}；比照适用`),
  handlingLimits: {
    title: '办理时限（按办理难度）',
    type: 'table',
    default: { simple: { value: 5, unit: 'workday' }, complex: { value: 15, unit: 'workday' } },
    source: PROPOSAL,
  },
  redoLimit: limitSetting('重办时限', 5, 'workday', `${sources.jinan(27)}；时长为${PROPOSAL}`),
  coAnswerLimit: limitSetting('协办答复时限', 3, 'workday', `${sources.beijing(14)}；时长为${PROPOSAL}`),
  consultingLimit: limitSetting('会商时限', 10, 'workday'),
  shelfLimit: limitSetting('挂账复核周期', 90, 'day'),
  checkingLimit: limitSetting('答复审核时限', 1, 'workday'),
  ratingLimit: limitSetting('企业评价时限', 5, 'workday'),
  promiseCheckingLimit: limitSetting('承诺核实时限', 5, 'workday'),
}

const rules: Settings = {
  extensionTimes: numberSetting('可延期次数', 1, `${sources.beijing(15)}；次数为${PROPOSAL}`),
  extensionTotal: numberSetting('延期合计上限（工作日）', 10, `${sources.shandong}；比照适用`),
  maxRedo: numberSetting('重办次数上限', 2, `${sources.jinan(27)}；次数为${PROPOSAL}`),
  missedCalls: numberSetting('评价几次联系不上后归档', 3),
  basicWeight: numberSetting('基本满意折算系数', 1),
}

/** Everything of firms' requests that a district may set. */
export const requestSettings: Settings = { ...lists, ...limits, ...rules }

import type { SettingDefinition } from '@jiannuo/engine'
import { limitSetting, listSetting, numberSetting } from '../street-whistle/form.ts'
import { disputeSources as sources } from './disputes.sources.ts'

/** Everything of levy disputes that a district may set. */
export const disputeSettings: Readonly<Record<string, SettingDefinition>> = {
  categories: listSetting('争议类型', {
    base: '缴费基数',
    missing: '未参保或漏缴',
    arrears: '欠费补缴',
    transfer: '转移接续',
    refund: '退费',
    lateFee: '滞纳金',
    other: '其他',
  }),
  insurances: listSetting(
    '险种',
    {
      pension: '基本养老保险',
      medical: '基本医疗保险',
      unemployment: '失业保险',
      injury: '工伤保险',
      several: '多个险种',
    },
    sources.insurance,
  ),
  acceptanceLimits: {
    title: '受理审查时限（按复杂程度）',
    type: 'table',
    default: { ordinary: { value: 5, unit: 'workday' }, complex: { value: 10, unit: 'workday' } },
    source: sources.shenzhen(45),
  },
  transferLimit: limitSetting('移送时限', 3, 'workday', sources.shenzhen(46)),
  checkingLimit: limitSetting('事实核定时限', 10, 'workday'),
  mediationLimit: limitSetting('调解期限', 30, 'day', sources.shenzhen(25)),
  routingLimit: limitSetting('引导法定途径时限', 3, 'workday'),
  confirmationLimit: limitSetting('共同申请司法确认期限', 30, 'day', sources.mediation(33)),
  followUpLimit: limitSetting('结案回访时限', 5, 'workday'),
  extensionTimes: numberSetting('调解可延期次数（双方同意）', 1),
  extensionTotal: numberSetting('调解延期合计上限（自然日）', 30),
}

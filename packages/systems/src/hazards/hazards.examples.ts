import type { ExampleDefinition } from '@jiannuo/engine'
import { otherExamples } from './hazards.examples-other.ts'
import { as, refusal, step } from '../example.ts'
import {
  EMERGENCY,
  accepted,
  doneBy,
  failed,
  five,
  found,
  gas,
  graded,
  grid,
  head,
  HOUSING,
  inspector,
  leader,
  majorUnderway,
  office,
  onTheSpot,
  ordered,
  passed,
  photo,
  posted,
  reportedUp,
  sixParts,
  struckMajor,
  supervisor,
  underway,
} from './hazards.examples-steps.ts'

const minor: ExampleDefinition = {
  title: '一般隐患：跨国庆假期限期整改，五项不落实不开工，登记完成的人不能复查，复查的人不能销号',
  steps: [
    found('2025-09-29 16:00'),
    step(inspector(EMERGENCY), 'amend', '2025-09-29 16:30', 'found', { siteCode: 'JX-GH-0112' }),
    graded(EMERGENCY, 'minor', '2025-09-30 10:00', {
      state: 'toOrder',
      // Two working days over the National Day holiday.
      due: { ordering: '2025-10-10 24:00' },
    }),
    ordered(EMERGENCY, '2025-09-30', '2025-09-30 11:00', 'limited', refusal('deadline-past')),
    ordered(EMERGENCY, '2025-10-12', '2025-09-30 11:10', 'limited', {
      state: 'planning',
      // A Sunday: danger does not wait for a working day.
      due: { planning: '2025-10-10 24:00', rectification: '2025-10-12 24:00' },
    }),
    step(inspector(EMERGENCY), 'begin', '2025-10-09 09:00', refusal('five-incomplete'), { measures: '清空通道。' }),
    step(inspector(EMERGENCY), 'begin', '2025-10-09 09:10', 'rectifying', five),
    step(grid, 'progress', '2025-10-10 10:00', 'rectifying', { progress: '货物已移走一半。' }),
    as('韩越', doneBy(inspector(EMERGENCY), '2025-10-11 10:00')),
    as('韩越', passed(EMERGENCY, '2025-10-11 11:00', refusal('own-work'))),
    as('秦朗', passed(EMERGENCY, '2025-10-13 10:00', { state: 'striking', due: { strike: '2025-10-15 24:00' } })),
    as('秦朗', step(head(EMERGENCY), 'strike', '2025-10-13 11:00', refusal('own-check'))),
    step(head(EMERGENCY), 'sendBack', '2025-10-13 14:00', 'recheck', { reason: '缺通道宽度的实测照片。' }),
    as('秦朗', passed(EMERGENCY, '2025-10-14 10:00')),
    step(head(EMERGENCY), 'strike', '2025-10-14 16:00', 'struckOff'),
  ],
}

const major: ExampleDefinition = {
  title: '重大隐患：先上报、挂牌、方案齐全才整改；区安委办验收，另一人核销，摘牌公告',
  steps: [
    found('2025-09-22 09:00', gas),
    graded(HOUSING, 'major', '2025-09-22 11:00', { state: 'toOrder', due: { report: '2025-09-23 24:00' } }),
    ordered(HOUSING, '2025-12-20', '2025-09-22 14:00', 'partial'),
    step(inspector(HOUSING), 'begin', '2025-09-22 15:00', refusal('plan-incomplete'), five),
    step(inspector(HOUSING), 'plan', '2025-09-23 09:00', 'planning', sixParts),
    step(inspector(HOUSING), 'begin', '2025-09-23 09:10', refusal('report-first')),
    step(inspector(HOUSING), 'reportUp', '2025-09-23 09:20', refusal('workers-not-told'), {
      channel: 'platform',
      receipt: '系统回执2025-0917',
      noticed: false,
    }),
    reportedUp('2025-09-23 09:30', 'planning'),
    step(inspector(HOUSING), 'begin', '2025-09-23 09:40', refusal('post-first')),
    posted('2025-09-23 10:00', { state: 'planning', due: { watch: '2025-10-13 24:00' } }),
    step(office, 'lower', '2025-09-23 10:30', refusal('posted'), {
      criterion: '重新核定',
      reason: '已撤出部分气瓶。',
      opinion: photo,
    }),
    step(inspector(HOUSING), 'begin', '2025-09-23 11:00', 'rectifying'),
    step(
      supervisor,
      'inspect',
      '2025-10-13 10:00',
      { state: 'rectifying', due: { watch: '2025-10-27 24:00' } },
      onTheSpot,
    ),
    doneBy(inspector(HOUSING), '2025-12-08 10:00', { state: 'recheck', due: { recheck: '2025-12-18 24:00' } }),
    passed(HOUSING, '2025-12-09 10:00', refusal('major-elsewhere')),
    accepted('2025-12-12 10:00'),
    struckMajor('2025-12-15 09:00', refusal('still-suspended')),
    step(head(HOUSING), 'restart', '2025-12-15 10:00', 'deleting', { document: '兰住建复〔2025〕2号' }),
    struckMajor('2025-12-15 16:00'),
    step(office, 'lookBack', '2026-01-20 10:00', 'struckOff', onTheSpot),
  ],
}

const extended: ExampleDefinition = {
  title: '延期：过期前书面申请并有防范措施，批准一次；复查不合格重新整改',
  steps: [
    ...underway('2025-09-30'),
    step(inspector(EMERGENCY), 'askExtension', '2025-09-28 10:10', 'rectifying', {
      reason: 'works',
      days: 9,
      interim: '夜间专人值守，停用二层仓库。',
      application: photo,
    }),
    doneBy(grid, '2025-09-28 11:00', refusal('request-pending')),
    step(head(EMERGENCY), 'refuseExtension', '2025-09-28 15:00', 'rectifying', { reason: '请先说明仓库处置。' }),
    step(inspector(EMERGENCY), 'askExtension', '2025-09-29 09:00', 'rectifying', {
      reason: 'works',
      days: 9,
      interim: '夜间专人值守，二层仓库已封存。',
      application: photo,
    }),
    step(
      head(EMERGENCY),
      'grantExtension',
      '2025-09-29 10:00',
      { state: 'rectifying', due: { rectification: '2025-10-09 24:00' } },
      { reason: '同意延至10月9日' },
    ),
    step(inspector(EMERGENCY), 'askExtension', '2025-10-09 09:00', refusal('extension-used-up'), {
      reason: 'works',
      days: 11,
      interim: '夜间专人值守。',
      application: photo,
    }),
    doneBy(grid, '2025-10-09 15:00'),
    failed(inspector(EMERGENCY), '2025-10-10 10:00', '2025-10-17', {
      state: 'rectifying',
      due: { rectification: '2025-10-17 24:00' },
    }),
    step(inspector(EMERGENCY), 'askExtension', '2025-10-19 09:00', refusal('extension-used-up'), {
      reason: 'works',
      days: 13,
      interim: '夜间专人值守。',
      application: photo,
    }),
    step(office, 'urge', '2025-10-20 09:00', 'rectifying', { document: '兰安督〔2025〕11号', reason: '三日内清空。' }),
    step(leader, 'callIn', '2025-10-21 09:00', 'rectifying', { reason: '到期未清空，约谈监管单位。' }),
    step(inspector(EMERGENCY), 'refer', '2025-10-21 15:00', 'rectifying', {
      document: '兰应移〔2025〕5号',
      to: 'enforcement',
      facts: '占用疏散通道，责令改正后逾期不改。',
    }),
    doneBy(grid, '2025-10-22 10:00'),
    passed(EMERGENCY, '2025-10-23 10:00'),
    step(head(EMERGENCY), 'strike', '2025-10-23 15:00', 'struckOff'),
  ],
}

const majorExtended: ExampleDefinition = {
  title: '重大隐患延期由区安委办批；整改无望的关闭取缔',
  steps: [
    ...majorUnderway('2025-11-20'),
    step(inspector(HOUSING), 'askExtension', '2025-11-10 10:00', 'rectifying', {
      reason: 'parts',
      days: 30,
      interim: '地下一层停止营业，气瓶全部撤出。',
      application: photo,
    }),
    step(head(HOUSING), 'grantExtension', '2025-11-10 14:00', refusal('major-elsewhere'), { reason: '同意' }),
    step(
      office,
      'grantMajorExtension',
      '2025-11-12 10:00',
      { state: 'rectifying', due: { rectification: '2025-12-20 24:00' } },
      { reason: '同意延至12月20日，停业到验收' },
    ),
    step(office, 'shutDown', '2025-12-24 10:00', 'shut', { approval: '兰政决〔2025〕9号', photos: photo }),
  ],
}

/** Worked examples of hazards. */
export const hazardExamples: readonly ExampleDefinition[] = [minor, major, extended, majorExtended, ...otherExamples]

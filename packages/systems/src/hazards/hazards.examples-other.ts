import type { ExampleDefinition } from '@jiannuo/engine'
import { as, refusal, step } from '../example.ts'
import {
  EMERGENCY,
  found,
  graded,
  head,
  inspector,
  office,
  onTheSpot,
  passage,
  passed,
  photo,
  supervisor,
} from './hazards.examples-steps.ts'

const reported: ExampleDefinition = {
  title: '群众举报：当场整改也要复查，回告举报人以后才能销号；反弹重新开账',
  steps: [
    found('2025-10-20 09:00', {
      ...passage,
      title: '楼道内电动自行车充电',
      category: 'bicycle',
      siteKind: 'residence',
      site: '桂花苑3号楼',
      source: 'report',
      reporterName: '苏禾',
      reporterPhone: '13700002468',
    }),
    step(office, 'handOver', '2025-10-20 09:30', refusal('same-unit'), {
      unit: 'lantai-dongmen-guihua-1',
      basis: '属地责任',
    }),
    step(office, 'handOver', '2025-10-20 09:40', 'found', { unit: EMERGENCY, basis: '区消防安全职责清单第6项' }),
    graded(EMERGENCY, 'minor', '2025-10-20 10:00'),
    step(inspector(EMERGENCY), 'fixAtOnce', '2025-10-20 11:00', 'recheck', {
      statement: '车辆当场推出，线路拆除。',
      photosAfter: photo,
    }),
    as('秦朗', passed(EMERGENCY, '2025-10-21 10:00')),
    step(head(EMERGENCY), 'strike', '2025-10-21 11:00', refusal('reporter-not-told')),
    step(inspector(EMERGENCY), 'answerReporter', '2025-10-21 14:00', 'striking', {
      reply: '已清走车辆并增设充电棚指引。',
      reward: 100,
    }),
    step(head(EMERGENCY), 'strike', '2025-10-21 15:00', 'struckOff'),
    step(supervisor, 'relapse', '2025-11-05 10:00', 'toOrder', { ...onTheSpot, reason: '楼道内又有三辆充电。' }),
  ],
}

const others: ExampleDefinition = {
  title: '定错的重新定级；停产停业；查无隐患的不立账',
  steps: [
    found('2025-10-20 09:00', { ...passage, source: 'inspection' }, inspector(EMERGENCY)),
    graded(EMERGENCY, 'minor', '2025-10-20 10:00'),
    step(
      inspector(EMERGENCY),
      'raise',
      '2025-10-21 10:00',
      { state: 'toOrder', due: { report: '2025-10-22 24:00' } },
      { criterion: '《重大火灾隐患判定方法》直接判定', reason: '唯一疏散出口被锁闭。' },
    ),
    step(office, 'lower', '2025-10-21 10:30', 'toOrder', {
      criterion: '另有一处出口可用，不符合直接判定情形',
      reason: '专家复核。',
      opinion: photo,
    }),
    step(inspector(EMERGENCY), 'suspend', '2025-10-21 11:00', 'toOrder', {
      document: '兰应停〔2025〕3号',
      scope: '全店停止营业',
    }),
  ],
}

const nothing: ExampleDefinition = {
  title: '现场核实不构成隐患，由单位负责人认定',
  steps: [
    found('2025-10-20 09:00'),
    step(head(EMERGENCY), 'dismiss', '2025-10-20 15:00', 'dismissed', {
      reason: '货物为当日卸货，已当场撤走，通道达标。',
    }),
  ],
}

/** Examples of what is reported, graded anew, and no hazard at all. */
export const otherExamples: readonly ExampleDefinition[] = [reported, others, nothing]

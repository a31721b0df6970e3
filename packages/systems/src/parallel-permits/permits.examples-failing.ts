import type { ExampleDefinition } from '@jiannuo/engine'
import { on, refusal, step } from '../example.ts'
import {
  accepted,
  BUILD,
  clerk,
  fail,
  head,
  issueAll,
  paper,
  pass,
  permit,
  PLAN,
  project,
  window,
} from './permits.examples-steps.ts'

const suspended: ExampleDefinition = {
  title: '一个事项未通过，整组挂起会商：退出并联的，其余继续齐发',
  steps: [
    ...on('项目', [step(window, 'register', '2025-03-03 08:30', 'planning', project)]),
    ...permit('规划证', 'works', PLAN, '2025-03-03 08:40'),
    ...permit('施工证', 'start', BUILD, '2025-03-03 08:50'),
    ...permit('人防', 'airDefence', BUILD, '2025-03-03 08:55'),
    ...on('项目', [
      step(window, 'submit', '2025-03-03 09:00', 'checking', { materials: paper }),
      step(window, 'accept', '2025-03-03 10:00', 'reviewing'),
    ]),
    ...pass('规划证', PLAN, '2025-03-10'),
    ...fail('人防', BUILD, '2025-03-11'),
    ...pass('施工证', BUILD, '2025-03-12'),
    ...issueAll('2025-03-12 11:00', refusal('engine/wrong-state')),
    ...on('人防', [step(window, 'drop', '2025-03-13 09:00', 'dropped', { agreed: '人防异地建设另行办理。' })]),
    ...issueAll('2025-03-13 10:00'),
  ],
}

const refused: ExampleDefinition = {
  title: '会商后不予许可，写明依据和救济途径，各事项一并终止',
  steps: [
    ...accepted('2025-03-03'),
    ...fail('规划证', PLAN, '2025-03-10'),
    ...on('项目', [
      step(head(PLAN), 'refuseAll', '2025-03-14 09:00', 'refused', {
        why: '不符合规划，可申请复议。',
        decision: paper,
      }),
    ]),
    ...on('施工证', [
      step(clerk(BUILD), 'review', '2025-03-14 10:00', refusal('engine/wrong-state'), { opinion: '继续审查。' }),
    ]),
  ],
}

/** What comes of a permit that does not pass. */
export const failingExamples: readonly ExampleDefinition[] = [suspended, refused]

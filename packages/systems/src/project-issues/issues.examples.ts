import type { ExampleDefinition } from '@jiannuo/engine'
import { as, on, refusal, step } from '../example.ts'
import { clerk, leader, office } from '../projects/examples-people.ts'
import {
  applying,
  assigning,
  dispatching,
  escalating,
  raising,
  relapsing,
  shelving,
  striking,
  weekly,
} from './issues.examples-steps.ts'

const ladder: ExampleDefinition = {
  title: '周盘点两次未解决，提交月调度，提级到分管和主要领导，批示后解决；自己申请的不能自己验证',
  steps: [
    { ...raising('2025-09-18 10:00'), due: { assign: '2025-09-19 24:00' } },
    assigning('2025-09-19 09:00', refusal('promise-passed'), { promisedOn: '2025-09-01' }),
    // Fourteen days end within the National Day holiday: the limit runs on to the first working day.
    assigning('2025-09-19 09:10', {
      state: 'handling',
      due: { solve: '2025-10-09 24:00', weekly: '2025-09-26 24:00' },
    }),
    weekly('2025-09-25 09:00'),
    dispatching('2025-09-26 09:00', refusal('too-few-rounds')),
    step(leader, 'instruct', '2025-09-26 10:00', refusal('not-escalated'), { decision: '抓紧。' }),
    weekly('2025-09-30 09:00'),
    dispatching('2025-09-30 10:00'),
    step(
      leader,
      'decide',
      '2025-10-09 15:00',
      { state: 'handling', due: { solve: '2025-10-23 24:00' } },
      {
        decision: '由城管部门牵头，10日内定停电窗口。',
        meeting: '月调度纪要2025第9期',
      },
    ),
    escalating('2025-10-10 09:00'),
    escalating('2025-10-13 09:00'),
    escalating('2025-10-14 09:00', refusal('top-level')),
    step(leader, 'instruct', '2025-10-14 15:00', 'handling', {
      decision: '本周五停电迁改。',
      meeting: '兰办批2025第61号',
    }),
    as('何川', applying('2025-10-20 09:00')),
    as('何川', striking('2025-10-20 10:00', refusal('second-person'))),
    step(office, 'sendBack', '2025-10-20 15:00', 'handling', { reason: '旧杆未拔除。' }),
    applying('2025-10-22 09:00'),
    striking('2025-10-22 16:00'),
  ],
}

const again: ExampleDefinition = {
  title: '挂账不计时，恢复后解决；销号后反弹重开，另立的反弹问题互相连上',
  steps: [
    ...on('first', [
      raising('2025-11-03 09:00', { round: '2025-W45' }),
      assigning('2025-11-03 10:00', { state: 'handling', due: { solve: '2025-11-17 24:00' } }),
      {
        ...step(office, 'shelve', '2025-11-05 09:00', refusal('engine/not-permitted'), {
          reason: 'upper',
          approval: '挂账。',
        }),
      },
      shelving('2025-11-05 10:00'),
      step(
        office,
        'unshelve',
        '2025-11-15 10:00',
        { state: 'handling', due: { solve: '2025-11-27 24:00' } },
        {
          note: '市级批复已到。',
        },
      ),
      applying('2025-11-20 09:00'),
      striking('2025-11-21 09:00'),
      relapsing('2025-12-01 09:00'),
      applying('2025-12-05 09:00'),
      striking('2025-12-08 09:00'),
    ]),
    ...on('second', [raising('2025-12-15 09:00', { round: '2025-W51', relapseOf: 'first' })]),
    ...on('first', [step(office, 'noteRelapse', '2025-12-15 10:00', 'struckOff', { issue: 'second' })]),
    ...on('third', [
      raising('2025-12-16 09:00', { round: '2025-W51' }),
      step(clerk, 'dismiss', '2025-12-16 10:00', refusal('engine/not-permitted'), { reason: '重复。' }),
      step(office, 'dismiss', '2025-12-16 10:10', 'dismissed', { reason: '与上一条重复。' }),
    ]),
  ],
}

/** Worked examples of the rounds, in 兰台区; invented. */
export const issueExamples: readonly ExampleDefinition[] = [ladder, again]

import type { ExampleDefinition } from '@jiannuo/engine'
import { on, refusal, step } from '../example.ts'
import {
  operator,
  dispatcher,
  callerBack,
  supervisor,
  reviewer,
  handler,
  matter,
  noise,
  received,
  underWay,
  solved,
  finished,
  answer,
} from './hotline.examples-steps.ts'

const straight: ExampleDefinition = {
  title: '顺利办结：受理、判重、派单、签收、办结、审核、回访、归档',
  steps: [
    step(operator, 'accept', '2025-09-22 09:00', { state: 'accepted', due: { triage: '2025-09-22 11:00' } }, matter),
    step(dispatcher, 'clear', '2025-09-22 09:20', 'ready'),
    step(dispatcher, 'dispatch', '2025-09-22 09:30', {
      state: 'dispatched',
      due: { signIn: '2025-09-22 11:30', giveBack: '2025-09-24 24:00', handling: '2025-09-28 24:00' },
    }),
    step(handler('lantai-housing'), 'signIn', '2025-09-22 10:05', 'handling'),
    ...finished('lantai-housing', '2025-09-25 16:00', '2025-09-25 17:00', {
      state: 'callBack',
      due: { callBack: '2025-09-29 24:00' },
    }),
    answer('2025-09-26 10:00', 'satisfied', true, 'archived'),
  ],
}

const desk: ExampleDefinition = {
  title: '咨询直接答复；投诉不能直接答复',
  steps: [
    received('2025-03-03 09:00'),
    step(operator, 'answerAtOnce', '2025-03-03 09:05', refusal('needs-handling'), { directReply: '请联系物业。' }),
    step(operator, 'amend', '2025-03-03 09:06', 'accepted', { kind: 'consult', title: '电梯维修资金怎样申请' }),
    step(operator, 'answerAtOnce', '2025-03-03 09:08', 'answered', {
      directReply: '按维修资金使用程序申请，已告知步骤。',
    }),
  ],
}

const routed: ExampleDefinition = {
  title: '应当通过诉讼解决的，告知途径',
  steps: [
    received('2025-03-03 10:00', { ...matter, kind: 'help', title: '房屋买卖合同纠纷要求裁决' }),
    step(operator, 'tellRoute', '2025-03-03 10:10', 'told', { route: 'lawsuit', told: '合同纠纷请向人民法院起诉。' }),
  ],
}

const hurried: ExampleDefinition = {
  title: '危及安全的特急件两小时办结',
  steps: [
    ...underWay(
      '2025-10-03',
      'lantai-housing',
      { ...matter, category: '030201', urgency: 'critical', title: '楼道闻到燃气味' },
      {
        due: { handling: '2025-10-03 11:30' },
      },
    ),
    step(handler('lantai-emergency'), 'coAnswer', '2025-10-03 10:20', 'handling', {
      done: true,
      answer: '已到场疏散并关阀。',
    }),
    ...finished('lantai-housing', '2025-10-03 11:00', '2025-10-03 11:10'),
    answer('2025-10-03 15:00', 'satisfied', true, 'archived'),
  ],
}

const together: ExampleDefinition = {
  title: '主办牵头、协办答复；协办未答复的要说明',
  steps: [
    received('2025-09-22 09:00', { ...matter, category: '010301', title: '工地夜间施工扰民' }),
    step(dispatcher, 'clear', '2025-09-22 09:20', 'ready'),
    step(dispatcher, 'dispatch', '2025-09-22 09:30', { state: 'dispatched', due: { coAnswer: '2025-09-24 24:00' } }),
    step(handler('lantai-urban'), 'signIn', '2025-09-22 10:00', 'handling'),
    step(handler('lantai-ecology'), 'coAnswer', '2025-09-23 10:00', 'handling', {
      done: true,
      answer: '已监测夜间噪声，超标4分贝。',
    }),
    step(handler('lantai-urban'), 'finish', '2025-09-24 10:00', refusal('co-not-answered'), solved),
    step(handler('lantai-housing'), 'coAnswer', '2025-09-24 11:00', 'handling', {
      done: false,
      answer: '该工地已移交水务部门监管，本单位不能办理。',
    }),
    ...finished('lantai-urban', '2025-09-24 14:00', '2025-09-24 15:00'),
    answer('2025-09-25 10:00', 'satisfied', true, 'archived'),
  ],
}

const followed: ExampleDefinition = {
  title: '重复工单并入主件，随主件办结，各自回访；误并的可以拆出',
  steps: [
    ...on('主件', underWay('2025-09-22', 'lantai-dongmen-guihua', noise)),
    ...on('重复件', [
      received('2025-09-22 11:00', noise),
      step(dispatcher, 'merge', '2025-09-22 11:10', 'merged', { head: '主件' }),
      step(dispatcher, 'dispatch', '2025-09-22 11:12', refusal('engine/wrong-state')),
    ]),
    ...on('误并件', [
      received('2025-09-22 11:20', noise),
      step(dispatcher, 'merge', '2025-09-22 11:25', 'merged', { head: '主件' }),
      step(
        dispatcher,
        'split',
        '2025-09-22 11:30',
        { state: 'ready', due: { triage: '2025-09-22 13:30' } },
        {
          reason: '地点不同，不是同一件事。',
        },
      ),
    ]),
    ...on('主件', finished('lantai-dongmen-guihua', '2025-09-24 10:00', '2025-09-24 11:00')),
    ...on('重复件', [answer('2025-09-25 09:00', 'satisfied', true, 'archived')]),
    ...on('主件', [answer('2025-09-25 09:30', 'basic', true, 'archived')]),
  ],
}

const redone: ExampleDefinition = {
  title: '诉求人不满意，重办一次后满意',
  steps: [
    ...underWay('2025-09-22'),
    ...finished('lantai-housing', '2025-09-24 10:00', '2025-09-24 11:00'),
    step(
      callerBack,
      'callBack',
      '2025-09-25 09:00',
      { state: 'redo', due: { redo: '2025-10-09 24:00' } },
      {
        contacted: true,
        solved: false,
        satisfaction: 'dissatisfied',
        remark: '电梯修好一天又停。',
      },
    ),
    ...finished('lantai-housing', '2025-09-29 10:00', '2025-09-29 11:00'),
    answer('2025-09-30 09:00', 'satisfied', true, 'archived'),
  ],
}

const redoneTwice: ExampleDefinition = {
  title: '重办到次数上限仍不满意的，如实记录后归档',
  steps: [
    ...underWay('2025-06-03'),
    ...finished('lantai-housing', '2025-06-05 10:00', '2025-06-05 11:00'),
    answer('2025-06-06 09:00', 'dissatisfied', false, 'redo'),
    ...finished('lantai-housing', '2025-06-10 10:00', '2025-06-10 11:00'),
    answer('2025-06-11 09:00', 'dissatisfied', false, 'redo'),
    ...finished('lantai-housing', '2025-06-16 10:00', '2025-06-16 11:00'),
    answer('2025-06-17 09:00', 'dissatisfied', false, 'archived'),
  ],
}

const missed: ExampleDefinition = {
  title: '回访三次未接通，归档，不计入有效回访',
  steps: [
    ...underWay('2025-09-22'),
    ...finished('lantai-housing', '2025-09-24 10:00', '2025-09-24 11:00'),
    step(callerBack, 'missCall', '2025-09-24 15:00', 'callBack'),
    step(callerBack, 'missCall', '2025-09-25 10:00', 'callBack'),
    step(callerBack, 'missCall', '2025-09-26 19:00', 'archived'),
  ],
}

const found: ExampleDefinition = {
  title: '归档后现场核查不实，退回重办',
  steps: [
    ...underWay('2025-09-22'),
    ...finished('lantai-housing', '2025-09-24 10:00', '2025-09-24 11:00'),
    answer('2025-09-25 10:00', 'basic', true, 'archived'),
    step(supervisor, 'reopen', '2025-09-26 09:00', refusal('no-evidence'), { reason: '接群众反映未修好。' }),
    step(supervisor, 'inspect', '2025-09-26 10:00', 'archived', {
      found: 'unsolved',
      note: '现场电梯仍停运。',
      photos: ['photo-1'],
    }),
    step(
      supervisor,
      'reopen',
      '2025-09-26 10:10',
      { state: 'redo', due: { redo: '2025-10-10 24:00' } },
      {
        reason: '核查结论与办结填报不符。',
      },
    ),
  ],
}

const watched: ExampleDefinition = {
  title: '诉求人追加反映，督查员逐级督办，审核退回后办结',
  steps: [
    ...underWay('2025-09-22'),
    step(operator, 'addWord', '2025-09-22 15:00', 'handling', { said: '电梯里还有老人被困过，请尽快处理。' }),
    step(supervisor, 'urgeRemind', '2025-09-22 16:00', 'handling', { reason: 'effect', demand: '今天到现场查看。' }),
    step(handler('lantai-housing'), 'record', '2025-09-22 17:30', 'handling', {
      progress: '已到现场，约维保单位明天检修。',
    }),
    step(handler('lantai-housing'), 'finish', '2025-09-23 10:00', refusal('unsolved-why'), {
      contacted: true,
      solved: false,
      reply: '正在等待配件。',
    }),
    step(handler('lantai-housing'), 'finish', '2025-09-23 10:10', 'review', {
      contacted: true,
      solved: false,
      reply: '正在等待配件。',
      unsolved: '配件三天后到货。',
    }),
    step(handler('lantai-housing'), 'approve', '2025-09-23 10:20', refusal('engine/not-permitted')),
    step(reviewer('lantai-housing'), 'sendBack', '2025-09-23 11:00', 'handling', { comment: '配件到货装好再报办结。' }),
    step(supervisor, 'urgeOrder', '2025-09-24 09:00', 'handling', { reason: 'solvable', demand: '两天内恢复运行。' }),
    step(supervisor, 'urgeTalk', '2025-09-25 09:00', 'handling', {
      reason: 'repeated',
      demand: '单位负责人说明情况。',
    }),
    ...finished('lantai-housing', '2025-09-26 10:00', '2025-09-26 11:00'),
    answer('2025-09-28 09:00', 'satisfied', true, 'archived'),
  ],
}

/** Examples of the way of an order: at the desk, with helpers, merged, redone, not reached, checked on the spot. */
export const courseExamples: readonly ExampleDefinition[] = [
  straight,
  desk,
  routed,
  hurried,
  together,
  followed,
  redone,
  redoneTwice,
  missed,
  found,
  watched,
]

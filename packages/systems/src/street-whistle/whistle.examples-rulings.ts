import type { ExampleDefinition } from '@jiannuo/engine'
import { refusal, step } from '../example.ts'
import {
  asked,
  call,
  came,
  checked,
  community,
  done,
  handler,
  head,
  MARKET,
  photo,
  solvedTogether,
  street,
  streetLead,
  supervisor,
  upToStreet,
  URBAN,
  whistled,
} from './whistle.examples-steps.ts'

const unanswered: ExampleDefinition = {
  title: '哨未应提级督办：一个部门按时到场，另一个经责令才到',
  steps: [
    ...upToStreet('2025-09-29'),
    step(street, 'askWhistle', '2025-09-29 14:30', 'street', call),
    // A working day after the 29th: the 30th, before the National Day holiday.
    step(streetLead, 'blow', '2025-09-30 15:00', { state: 'whistled', due: { arrival: '2025-10-09 24:00' } }),
    step(handler(URBAN), 'arrive', '2025-10-09 09:00', 'whistled', came),
    step(handler('lantai-water'), 'arrive', '2025-10-09 09:10', refusal('engine/not-permitted'), came),
    step(
      supervisor,
      'orderArrival',
      '2025-10-10 09:00',
      { state: 'whistled', due: { arrival: '2025-10-10 13:00' } },
      {
        order: '今日下午一时前到场。',
      },
    ),
    step(handler(MARKET), 'arrive', '2025-10-10 11:00', 'onSite', came),
    step(streetLead, 'raiseToDistrict', '2025-10-11 09:00', 'escalated', {
      tried: '清理后反弹。',
      lacking: '需要统筹设置疏导点。',
    }),
    step(supervisor, 'orderArrival', '2025-10-11 09:30', refusal('all-here'), { order: '到场。' }),
    step(
      supervisor,
      'coordinate',
      '2025-10-11 10:00',
      { state: 'onSite', due: { handling: '2025-10-17 24:00' } },
      {
        decision: '由城管局设疏导点，街道引导入场。',
        minutes: photo,
      },
    ),
    step(street, 'finish', '2025-10-13 10:00', 'jointCheck', done),
    step(community, 'strikeOff', '2025-10-13 15:00', 'scoring', checked),
    step(street, 'score', '2025-10-14 09:00', 'published', {
      score1: 100,
      score2: 55,
      scoreNote2: '经责令才到场。',
    }),
  ],
}

const objected: ExampleDefinition = {
  title: '应哨异议：裁定应当到场的继续计时，裁定免予应哨的退出名单',
  steps: [
    ...upToStreet('2025-03-03'),
    step(street, 'addResident', '2025-03-03 14:10', 'street', { reporterName: '韩川', reporterPhone: '13700005678' }),
    ...whistled('2025-03-03'),
    step(head(MARKET), 'objectDuty', '2025-03-03 15:30', 'dutyReview', {
      reason: 'duty',
      explanation: '占道堆物不涉及食品经营。',
    }),
    step(
      supervisor,
      'upholdWhistle',
      '2025-03-03 16:00',
      { state: 'whistled', due: { arrival: '2025-03-04 24:00' } },
      {
        basis: '堆放食材，涉及食品经营监管。',
      },
    ),
    step(handler(URBAN), 'arrive', '2025-03-03 16:30', 'whistled', came),
    step(head(MARKET), 'objectDuty', '2025-03-03 16:40', 'dutyReview', {
      reason: 'repeated',
      explanation: '同一门店已立案。',
    }),
    step(supervisor, 'excuse', '2025-03-03 17:00', 'onSite', { basis: '已立案查处，不重复到场。' }),
    step(handler(MARKET), 'record', '2025-03-03 17:10', refusal('engine/not-permitted'), {
      progress: '已立案。',
      force: 'department',
    }),
    step(street, 'finish', '2025-03-04 10:00', 'jointCheck', done),
    step(community, 'strikeOff', '2025-03-04 11:00', 'scoring', checked),
    step(street, 'score', '2025-03-04 14:00', refusal('score-uncalled'), { score1: 90, score2: 90 }),
    step(street, 'score', '2025-03-04 14:10', 'published', { score1: 90 }),
  ],
}

const unfounded: ExampleDefinition = {
  title: '撤哨；再次吹哨无人应，督查室认定吹哨不当，退回街道',
  steps: [
    ...upToStreet('2025-03-03'),
    ...whistled('2025-03-03'),
    step(
      streetLead,
      'callOff',
      '2025-03-03 15:30',
      { state: 'street', due: { handling: '2025-03-10 24:00' } },
      {
        reason: '店主已自行清理大半。',
      },
    ),
    step(street, 'askWhistle', '2025-03-03 16:00', 'street', { ...call, whistleKind: 'emergency' }),
    step(streetLead, 'blow', '2025-03-03 16:10', { state: 'whistled', due: { arrival: '2025-03-03 16:40' } }),
    step(supervisor, 'recall', '2025-03-03 17:10', 'street', { reason: '不属应急情形，街道可以处置。' }),
    step(street, 'finish', '2025-03-04 10:00', 'verify', done),
    step(community, 'sendBack', '2025-03-04 10:30', 'redo', { found: '后半段仍有堆物。', checkPhotos: photo }),
    step(street, 'reconsider', '2025-03-04 10:40', 'street'),
    step(street, 'finish', '2025-03-04 16:00', 'verify', done),
    step(community, 'strikeOff', '2025-03-04 17:00', 'closed', checked),
  ],
}

const direct: ExampleDefinition = {
  title: '街道直接登记的事项，居民对联合处置差评，现场返工',
  steps: [
    step(street, 'registerAtStreet', '2025-03-03 13:00', 'street', { ...asked, source: 'hotline' }),
    ...whistled('2025-03-03'),
    ...solvedTogether('2025-03-04'),
    step(community, 'workAgain', '2025-03-05 09:00', 'onSite', { satisfaction: 'bad', remark: '夜间又摆出来了。' }),
    step(street, 'finish', '2025-03-06 09:00', 'jointCheck', done),
    step(community, 'strikeOff', '2025-03-06 10:00', 'scoring', checked),
    step(community, 'takeFeedback', '2025-03-06 11:00', 'scoring', { satisfaction: 'good' }),
    step(streetLead, 'score', '2025-03-06 14:00', 'published', { score1: 95, score2: 95 }),
  ],
}

/** Worked examples in which the supervisor decides. */
export const ruledExamples: readonly ExampleDefinition[] = [unanswered, objected, unfounded, direct]

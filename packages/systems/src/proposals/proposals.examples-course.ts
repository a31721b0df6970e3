import type { ExampleDefinition } from '@jiannuo/engine'
import { refusal, step } from '../example.ts'
import {
  answer,
  clerk,
  dispatched,
  duty,
  filed,
  head,
  LEAD,
  liaison,
  matter,
  office,
  paper,
  rated,
  sent,
  talk,
} from './proposals.examples-steps.ts'

const straight: ExampleDefinition = {
  title: '代表建议：立案、交办、接收、三见面、A类答复、评价满意、公开、归档；期限末日是周六，顺延到周一',
  steps: [
    step(
      liaison,
      'register',
      '2025-02-20 09:00',
      { state: 'registered', due: { examining: '2025-03-13 24:00' } },
      matter,
    ),
    step(office, 'amend', '2025-02-20 10:00', 'registered', { category: 'welfare' }),
    step(liaison, 'file', '2025-02-21 11:00', 'filed'),
    dispatched(
      '2025-02-24',
      { replyDue: '2025-05-24' },
      { due: { takeBack: '2025-03-10 24:00', reply: '2025-05-26 24:00' } },
    ),
    step(clerk(LEAD), 'accept', '2025-02-25 09:00', { state: 'handling', due: { contact: '2025-03-25 24:00' } }),
    step(clerk(LEAD), 'draftReply', '2025-03-03 09:00', refusal('not-contacted'), answer),
    talk('2025-03-04 09:00', 'before', 'phone'),
    step(clerk(LEAD), 'draftReply', '2025-03-05 09:00', refusal('not-met'), answer),
    talk('2025-03-18 15:00', 'during'),
    step(clerk(LEAD), 'record', '2025-04-02 09:00', 'handling', { progress: '完成3个小区的管线勘察。' }),
    step(clerk(LEAD), 'draftReply', '2025-05-06 09:00', 'signing', answer),
    step(head(LEAD), 'sendBack', '2025-05-07 09:00', 'handling', { comment: '写明首批楼栋名单。' }),
    step(
      clerk(LEAD),
      'draftReply',
      '2025-05-08 09:00',
      { state: 'signing', due: { signing: '2025-05-13 24:00' } },
      answer,
    ),
    step(head(LEAD), 'sign', '2025-05-09 09:00', 'vetting'),
    step(office, 'vetBack', '2025-05-12 09:00', 'handling', { comment: '答复函格式不符。' }),
    ...sent('2025-05-14', answer, { due: { rating: '2025-06-05 24:00' } }),
    talk('2025-05-15 09:00', 'after', 'meet', 'replied'),
    rated('2025-05-20 09:00', 'satisfied', { state: 'archiving', due: { archiving: '2025-06-18 24:00' } }),
    step(office, 'archive', '2025-05-21 09:00', refusal('not-published')),
    step(office, 'publish', '2025-05-21 10:00', 'archiving', { address: '兰台区政府网建议提案专栏' }),
    step(office, 'publish', '2025-05-21 10:10', refusal('published-already'), { address: '兰台区政府网' }),
    step(office, 'archive', '2025-05-21 11:00', 'closed'),
  ],
}

const givenBack: ExampleDefinition = {
  title: '退办：十个工作日内提出（跨国庆假期和调休上班）；同意后另行交办；不同意的由该单位办理',
  steps: [
    ...filed('2025-09-24', { number: '提案第61号', kind: 'proposal', occasion: 'between' }),
    dispatched('2025-09-25', {}, { due: { takeBack: '2025-10-15 24:00' } }),
    step(clerk(LEAD), 'askReturn', '2025-10-09 09:00', refusal('engine/not-permitted'), {
      reason: 'duty',
      explanation: '属于城管部门职责。',
    }),
    step(
      head(LEAD),
      'askReturn',
      '2025-10-10 09:00',
      { state: 'returning', due: { ruling: '2025-10-14 24:00' } },
      {
        reason: 'duty',
        explanation: '属于城管部门职责，见部门职责清单。',
        suggested: 'lantai-urban',
      },
    ),
    step(office, 'agreeReturn', '2025-10-11 10:00', 'filed', { reason: '情况属实。' }),
    step(office, 'dispatch', '2025-10-11 10:30', refusal('same-unit-again'), duty),
    step(office, 'dispatch', '2025-10-11 11:00', 'dispatched', { ...duty, leadUnit: 'lantai-urban' }),
    step(head('lantai-urban'), 'askReturn', '2025-10-13 09:00', 'returning', {
      reason: 'lead',
      explanation: '应由街道主办。',
    }),
    step(office, 'refuseReturn', '2025-10-14 09:00', 'handling', { reason: '职责清单写明由城管部门主办。' }),
    step(head('lantai-urban'), 'askReturn', '2025-10-15 09:00', refusal('engine/wrong-state'), {
      reason: 'lead',
      explanation: '仍有异议。',
    }),
    step(liaison, 'withdraw', '2025-10-16 09:00', 'withdrawn', { why: '提案人书面撤回。' }),
  ],
}

const together: ExampleDefinition = {
  title: '主办会办：会办意见三十个工作日内提出，不合要求的退回重提，意见齐了才能拟答复',
  steps: [
    ...filed('2025-03-03'),
    step(office, 'dispatch', '2025-03-03 13:30', refusal('helpers-missing'), { ...duty, mode: 'joint' }),
    step(office, 'dispatch', '2025-03-03 13:40', refusal('lead-is-co'), { ...duty, mode: 'joint', coUnits: [LEAD] }),
    dispatched(
      '2025-03-03',
      { mode: 'joint', coUnits: ['lantai-planning'] },
      { due: { coAnswer: '2025-04-15 24:00' } },
    ),
    step(clerk(LEAD), 'accept', '2025-03-04 09:00', 'handling'),
    step(office, 'invite', '2025-03-05 09:00', 'handling', { more: ['lantai-dongmen'], matter: '居民意愿征集。' }),
    talk('2025-03-10 09:00', 'before'),
    step(clerk(LEAD), 'draftReply', '2025-03-20 09:00', refusal('co-not-answered'), answer),
    step(clerk('lantai-planning'), 'coAnswer', '2025-03-21 09:00', 'handling', {
      opinion: '无规划限制。',
      letter: paper,
    }),
    step(clerk('lantai-dongmen'), 'coAnswer', '2025-03-24 09:00', 'handling', { opinion: '已征集。', letter: paper }),
    step(clerk('lantai-water'), 'coAnswer', '2025-03-24 09:10', refusal('engine/not-permitted'), {
      opinion: '无意见。',
      letter: paper,
    }),
    step(
      clerk(LEAD),
      'askCoAgain',
      '2025-03-25 09:00',
      { state: 'handling', due: { coAgain: '2025-04-01 24:00' } },
      {
        which: 'lantai-dongmen',
        why: '没有写明同意户数。',
      },
    ),
    step(clerk(LEAD), 'draftReply', '2025-03-26 09:00', refusal('co-again-open'), answer),
    step(clerk('lantai-dongmen'), 'coAnswer', '2025-03-27 09:00', 'handling', {
      opinion: '36户中33户同意。',
      letter: paper,
    }),
    ...sent('2025-04-10'),
  ],
}

const split: ExampleDefinition = {
  title: '分办：各单位分别答复代表委员，由牵头的汇总',
  steps: [
    ...filed('2025-03-03', { number: '建议案第1号', kind: 'resolution', subject: '关于完善社区养老服务的建议案' }),
    dispatched('2025-03-03', { mode: 'split', coUnits: ['lantai-civil', 'lantai-health'] }),
    step(clerk(LEAD), 'accept', '2025-03-04 09:00', 'handling'),
    talk('2025-03-10 09:00', 'before'),
    step(clerk('lantai-civil'), 'coAnswer', '2025-04-01 09:00', 'handling', {
      opinion: '食堂已开4处。',
      letter: paper,
    }),
    step(clerk(LEAD), 'draftReply', '2025-04-02 09:00', refusal('co-not-answered'), answer),
    ...sent('2025-04-28', { ...answer, coExplained: '卫健局人员培训至五月，另行答复。' }),
  ],
}

export const courseExamples: readonly ExampleDefinition[] = [straight, givenBack, together, split]

import type { ExampleDefinition } from '@jiannuo/engine'
import { refusal, step } from '../example.ts'
import { ruledExamples } from './whistle.examples-rulings.ts'
import {
  asked,
  call,
  checked,
  community,
  desk,
  done,
  gridWorker,
  handler,
  MARKET,
  matter,
  photo,
  solvedTogether,
  street,
  streetLead,
  supervisor,
  toCommunity,
  upToStreet,
  URBAN,
} from './whistle.examples-steps.ts'

const rising: ExampleDefinition = {
  title: '网格解决不了上呼社区，社区办结，街道另一人核实销号',
  steps: [
    step(gridWorker, 'report', '2025-09-26 09:00', { state: 'grid', due: { handling: '2025-09-28 24:00' } }, matter),
    step(gridWorker, 'record', '2025-09-26 09:30', 'grid', { progress: '已劝导。', force: 'own' }),
    step(gridWorker, 'amend', '2025-09-26 09:40', 'grid', { urgency: 'ordinary', reason: '复核紧急程度。' }),
    step(
      gridWorker,
      'raiseToCommunity',
      '2025-09-30 10:00',
      { state: 'toCommunity', due: { intake: '2025-10-09 24:00' } },
      toCommunity,
    ),
    step(community, 'takeInCommunity', '2025-09-30 11:00', {
      state: 'community',
      due: { handling: '2025-10-11 24:00' },
    }),
    step(community, 'finish', '2025-10-09 10:00', 'verify', done),
    step(community, 'strikeOff', '2025-10-09 11:00', refusal('own-work'), checked),
    step(street, 'strikeOff', '2025-10-10 09:00', 'closed', checked),
  ],
}

const blown: ExampleDefinition = {
  title: '街道吹哨，两部门按时到场，联合处置后双向评分，异议期满归档',
  steps: [
    ...upToStreet('2025-09-22'),
    step(street, 'askWhistle', '2025-09-22 14:20', refusal('called-twice'), { ...call, called2: URBAN }),
    step(street, 'askWhistle', '2025-09-22 14:25', refusal('street-called'), { ...call, called2: 'lantai-dongmen' }),
    step(street, 'askWhistle', '2025-09-22 14:30', 'street', call),
    step(streetLead, 'blow', '2025-09-22 15:00', { state: 'whistled', due: { arrival: '2025-09-23 24:00' } }),
    ...solvedTogether('2025-09-23'),
    step(handler(URBAN), 'rateWhistle', '2025-09-24 09:00', refusal('unfounded-why'), { points: 60, founded: false }),
    step(handler(URBAN), 'rateWhistle', '2025-09-24 09:10', 'scoring', { points: 95, founded: true }),
    step(street, 'score', '2025-09-24 10:00', refusal('score-missing'), { score1: 95 }),
    step(street, 'score', '2025-09-24 10:05', refusal('low-score-why'), { score1: 95, score2: 50 }),
    step(
      street,
      'score',
      '2025-09-24 10:10',
      { state: 'published', due: { objecting: '2025-09-28 24:00' } },
      { score1: 95, score2: 50, scoreNote2: '到场后未带执法文书。' },
    ),
    step(handler(MARKET), 'objectScore', '2025-09-25 09:00', 'scoreReview', {
      reason: 'facts',
      explanation: '文书当场出具，有送达回证。',
      material: photo,
    }),
    step(supervisor, 'correctScore', '2025-09-26 09:00', 'published', {
      score1: 95,
      score2: 90,
      reason: '送达回证属实，予以更正。',
    }),
    step(handler(URBAN), 'objectScore', '2025-09-28 09:00', 'scoreReview', {
      reason: 'standard',
      explanation: '到场处置均按标准完成，应评满分。',
      material: photo,
    }),
    step(supervisor, 'keepScore', '2025-09-29 09:00', 'published', { reason: '评分有据，予以维持。' }),
  ],
}

const resident: ExampleDefinition = {
  title: '微邻里报事，居民差评返工，再评好评后归档',
  steps: [
    step(desk, 'register', '2026-02-13 09:00', { state: 'toCommunity', due: { intake: '2026-02-14 24:00' } }, asked),
    step(community, 'takeInCommunity', '2026-02-13 10:00', {
      state: 'community',
      due: { handling: '2026-02-25 24:00' },
    }),
    step(community, 'sendToGrid', '2026-02-13 10:30', 'grid', {
      grid: 'lantai-dongmen-guihua-2',
      reason: '楼栋内事项，先由网格联系物业。',
    }),
    step(['gridWorker', 'lantai-dongmen-guihua-2'], 'finish', '2026-02-13 16:00', 'verify', done),
    step(community, 'sendBack', '2026-02-13 17:00', 'redo', { found: '水泵仍不转。', checkPhotos: photo }),
    step(['gridWorker', 'lantai-dongmen-guihua-2'], 'finish', '2026-02-14 10:00', 'verify', done),
    step(
      community,
      'strikeOff',
      '2026-02-14 11:00',
      { state: 'feedback', due: { feedback: '2026-02-26 24:00' } },
      checked,
    ),
    step(community, 'missResident', '2026-02-14 11:30', 'feedback'),
    step(community, 'takeFeedback', '2026-02-14 15:00', refusal('bad-means-redo'), { satisfaction: 'bad' }),
    step(community, 'workAgain', '2026-02-14 15:05', 'redo', { satisfaction: 'bad', remark: '积水只抽了一半。' }),
    step(['gridWorker', 'lantai-dongmen-guihua-2'], 'finish', '2026-02-14 18:00', 'verify', done),
    step(street, 'strikeOff', '2026-02-24 09:00', 'feedback', checked),
    step(community, 'takeFeedback', '2026-02-24 10:00', 'closed', { satisfaction: 'good' }),
  ],
}

const timed: ExampleDefinition = {
  title: '延期和暂停要批准；街道回退社区，社区再转出',
  steps: [
    ...upToStreet('2025-03-03', { ...matter, title: '后街老旧线杆倾斜' }),
    step(street, 'askExtension', '2025-03-04 09:00', 'street', { more: 3, explanation: '等待产权单位确认。' }),
    step(
      desk,
      'grantExtension',
      '2025-03-04 10:00',
      { state: 'street', due: { handling: '2025-03-13 24:00' } },
      { reason: '同意。' },
    ),
    step(street, 'askExtension', '2025-03-05 09:00', refusal('extension-used-up'), { more: 3, explanation: '再延。' }),
    step(street, 'askPause', '2025-03-05 09:10', 'street', { reason: 'weather', explanation: '连续大雨。' }),
    step(desk, 'refusePause', '2025-03-05 10:00', 'street', { reason: '雨量不影响作业。' }),
    step(street, 'askPause', '2025-03-06 09:10', 'street', { reason: 'procedure', explanation: '房屋鉴定期间。' }),
    step(desk, 'grantPause', '2025-03-06 10:00', 'street', { reason: 'procedure' }),
    step(street, 'finish', '2025-03-07 09:00', refusal('clock-paused'), done),
    step(street, 'resume', '2025-03-10 09:00', { state: 'street', due: { handling: '2025-03-17 24:00' } }),
    step(street, 'sendToCommunity', '2025-03-10 10:00', 'community', { reason: '社区可联系产权单位扶正。' }),
    step(community, 'askExtension', '2025-03-10 11:00', refusal('extension-used-up'), {
      more: 2,
      explanation: '再延。',
    }),
    step(community, 'transfer', '2025-03-11 10:00', 'transferred', {
      route: 'hotline',
      reason: '线杆属市级产权单位，转热线派单。',
    }),
  ],
}

const ended: ExampleDefinition = {
  title: '重复报事要写明与哪件重复；不同意吹哨；延期不同意',
  steps: [
    ...upToStreet('2025-03-03'),
    step(street, 'askExtension', '2025-03-03 14:10', 'street', { more: 5, explanation: '人手紧张。' }),
    step(desk, 'refuseExtension', '2025-03-03 14:20', 'street', { reason: '理由不充分。' }),
    step(street, 'askWhistle', '2025-03-03 14:30', 'street', call),
    step(streetLead, 'refuseWhistle', '2025-03-03 15:00', 'street', { reason: '综合执法队可以处置。' }),
    step(street, 'dismiss', '2025-03-03 15:10', refusal('duplicate-of-what'), {
      endedFor: 'duplicate',
      reason: '重复。',
    }),
    step(street, 'dismiss', '2025-03-03 15:20', 'dismissed', {
      endedFor: 'duplicate',
      duplicateOf: 'another-record',
      reason: '与巡查件为同一事项。',
    }),
  ],
}

/** Worked examples of reports and whistles. */
export const whistleExamples: readonly ExampleDefinition[] = [rising, blown, resident, timed, ended, ...ruledExamples]

// The straight life of a hotline case in the invented district, action by action, for benches and trials: no chance, all by rule.
import { instantOf, plainDate } from '../packages/kernel/dist/index.js'

export const DISTRICT = 'lantai'
export const MONDAY = instantOf(plainDate(2025, 3, 3), 9 * 60, 480)
const MINUTE = 60_000
/** A community of the district. */
const AREA = 'lantai-yanchi-xiyan'

/** Who does what, minutes after the case came in. `lead` stands for a person of the unit that leads. */
const STEPS = [
  { action: 'accept', by: `${DISTRICT}-operator-1`, after: 0 },
  { action: 'clear', by: `${DISTRICT}-dispatcher-1`, after: 10 },
  { action: 'dispatch', by: `${DISTRICT}-dispatcher-1`, after: 20 },
  { action: 'signIn', by: 'lead-a', after: 40 },
  { action: 'record', by: 'lead-a', after: 60, input: { progress: '已联系现场人员。' } },
  { action: 'finish', by: 'lead-a', after: 90, input: { contacted: true, solved: true, reply: '已到现场处理完毕。' } },
  { action: 'approve', by: 'lead-c', after: 120 },
  {
    action: 'callBack',
    by: `${DISTRICT}-callerBack-1`,
    after: 180,
    input: { contacted: true, solved: true, satisfaction: 'satisfied' },
  },
]

/** Actions of one life. */
export const LENGTH = STEPS.length

/** What a case of that number begins with. */
const opening = (number, categories) => ({
  title: `第${number}件来电`,
  channel: 'phone',
  kind: 'help',
  category: categories[number % categories.length],
  urgency: 'ordinary',
  area: AREA,
  content: `砚池路${(number % 200) + 1}号附近有情况，请处理。`,
})

/**
 * The next action of a case.
 *
 * @param step 0 is the opening
 * @param lead unit that leads it by now
 */
export function actionOf(number, step, lead, categories) {
  const { action, by, after, input = {} } = STEPS[step]
  return {
    person: by.startsWith('lead-') ? `${lead}-${by.slice(5)}` : by,
    at: MONDAY + after * MINUTE,
    command: {
      machine: 'hotline',
      action,
      input: step === 0 ? opening(number, categories) : input,
      record: recordOf(number),
      key: `${recordOf(number)}:${step}`,
    },
  }
}

export const recordOf = (number) => `b${String(number).padStart(7, '0')}`

/** Categories whose catalogue row names one department and nobody to help it. */
export function plainCategories(machine) {
  const table = machine.settings.directory.default ?? {}
  return Object.entries(table)
    .filter(([, row]) => typeof row === 'object' && typeof row.lead === 'string' && (row.co ?? []).length === 0)
    .map(([code]) => code)
}

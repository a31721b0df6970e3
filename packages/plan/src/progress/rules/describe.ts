import type { Reason } from '../../model.ts'
import { percent } from '../number.ts'
import { describeReason, reason } from '../reason.ts'
import type { ProgressCode } from '../wording.zh.ts'
import type { Band, LightRules, Mark, RuleLight, Shown, StepBand } from './types.ts'

const LIGHTS = {
  green: 'progress/light-green',
  yellow: 'progress/light-yellow',
  red: 'progress/light-red',
} as const satisfies Record<RuleLight, ProgressCode>

const MARKS = {
  slight: 'progress/mark-slight',
  blue: 'progress/mark-blue',
  orange: 'progress/mark-orange',
} as const satisfies Record<Mark, ProgressCode>

const STEPS = {
  start: 'progress/step-start',
  entry: 'progress/step-entry',
  other: 'progress/step-other',
} as const satisfies Record<keyof LightRules['steps'], ProgressCode>

const shownParams = ({ light, mark }: Shown): Reason['params'] => ({
  light: LIGHTS[light],
  ...(mark === undefined ? { shown: 'progress/shown' } : { shown: 'progress/shown-mark', mark: MARKS[mark] }),
})

const say = (code: ProgressCode, shown: Shown, params: Reason['params']): string =>
  describeReason(reason(code, { ...shownParams(shown), ...params }))

const bandLine = (code: ProgressCode, band: Band): string =>
  say(code, band, { from: band.from, clause: band.inclusive ? 'progress/clause-from' : 'progress/clause-over' })

function stepLine(step: keyof LightRules['steps'], band: StepBand): string {
  const params = { step: STEPS[step], after: band.after }
  if (band.after === 0) return say('progress/rule-step-due', band, params)
  return say(band.count === 'months' ? 'progress/rule-step-months' : 'progress/rule-step-ends', band, params)
}

/** Light rules in Chinese, a line for each clause, the name first and what holds under every rule last (SPEC P80). */
export function describeLightRules(rules: LightRules): readonly string[] {
  const { title, version, source, outlook } = rules
  return [
    describeReason(reason('progress/rule-head', { title, version, source })),
    ...rules.progress.map((band) => bandLine('progress/rule-progress', band)),
    ...rules.value.map((band) => bandLine('progress/rule-value', band)),
    ...(outlook === undefined ? [] : [say('progress/rule-outlook', outlook, { below: percent(outlook.below) })]),
    ...rules.steps.start.map((band) => stepLine('start', band)),
    ...rules.steps.entry.map((band) => stepLine('entry', band)),
    ...rules.steps.other.map((band) => stepLine('other', band)),
    ...rules.overdue.map((band) => say('progress/rule-overdue', band, { days: band.days })),
    ...rules.nearing.map((band) => say('progress/rule-nearing', band, { days: band.days })),
    ...rules.unreported.map((band) => say('progress/rule-unreported', band, { percent: percent(band.left) })),
    describeReason(reason('progress/rule-always-met')),
    describeReason(reason('progress/rule-always-red')),
    describeReason(reason('progress/rule-always-silent')),
  ]
}

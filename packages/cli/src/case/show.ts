import {
  type CaseView,
  caseView,
  clocksAtMoment,
  explainRefusal,
  type Office,
  type Session,
  unmask,
} from '@jiannuo/app'
import { cliProblem } from '../cli-problem.ts'
import { refuseUsage, refuseWork } from '../command/run-command.ts'
import { momentOf } from '../command/with-office.ts'
import { caseLabels, describeClock } from '../labels/case.zh.ts'
import { exitCode, writeErr, writeOut } from '../output.ts'

/** Options of `case show`. */
export interface ShowValues {
  /** Moments for which the clocks are asked, parted by commas. */
  readonly 'clocks-at'?: string
  /** Says of every other action why it cannot be done now. */
  readonly why?: true
  readonly json?: true
}

/** Shows a record: what it is, its clocks, the truths, its course, and what can be done. */
export async function showCase(
  office: Office,
  session: Session,
  words: readonly string[],
  values: ShowValues,
): Promise<number> {
  const [record, ...more] = words
  if (record === undefined || more.length > 0) return refuseUsage('case', [cliProblem('cli/one-record')])
  const moments = values['clocks-at']
  if (moments !== undefined) return showClocksThen(office, session, record, moments.split(/[,，]/))
  const seen = await caseView(office, session, record)
  if (!seen.ok) return refuseWork(seen.problems)
  writeOut(values.json ? `${JSON.stringify(seen.value, null, 1)}\n` : describeCase(seen.value, values.why === true))
  return exitCode.read
}

/** The clocks as they stood at past moments. */
async function showClocksThen(
  office: Office,
  session: Session,
  record: string,
  moments: readonly string[],
): Promise<number> {
  for (const text of moments) {
    const at = await momentOf(text.trim())
    if (!at.ok) return refuseWork(at.problems)
    const clocks = await clocksAtMoment(office, session, record, at.value ?? office.now())
    if (!clocks.ok) return refuseWork(clocks.problems)
    const lines = clocks.value.filter(({ reading }) => reading !== undefined).map(describeClock)
    writeOut(`${text.trim()} 的时限\n${lines.map((line) => `  ${line}\n`).join('')}`)
  }
  return exitCode.read
}

function describeCase(seen: CaseView, why: boolean): string {
  const parts: readonly (readonly [string, readonly string[]])[] = [
    [`${seen.noun} ${seen.id}　${seen.title}`, caseLabels.facts(seen)],
    ['内容', seen.fields.map(caseLabels.field)],
    ['时限', seen.clocks.filter(({ reading }) => reading !== undefined).map(describeClock)],
    ['三方说法', seen.truths.map(caseLabels.truth)],
    [
      '历次办理',
      seen.rounds.flatMap((round) => [caseLabels.round(round), ...round.truths.map((t) => `  ${caseLabels.truth(t)}`)]),
    ],
    ['申请', seen.requests.map(caseLabels.request)],
    ['经过', seen.timeline.flatMap(caseLabels.entry)],
    ['现在能做', seen.actions.filter(({ allowed }) => allowed).map(({ action, title }) => `${action}（${title}）`)],
    [
      '现在不能做',
      why ? seen.actions.filter(({ allowed }) => !allowed).map((action) => action.why ?? action.title) : [],
    ],
  ]
  return parts
    .filter(([, lines]) => lines.length > 0)
    .map(([title, lines]) => `${title}\n${lines.map((line) => `  ${line}\n`).join('')}`)
    .join('\n')
}

/** `case unmask ID FIELD --reason …` */
export async function showUnmasked(
  office: Office,
  session: Session,
  words: readonly string[],
  reason: string | undefined,
  machine: string,
): Promise<number> {
  const [record, field] = words
  if (record === undefined || field === undefined || reason === undefined)
    return refuseUsage('case', [cliProblem('cli/unmask-words')])
  const value = await unmask(office, session, record, field, reason)
  if (!value.ok) {
    writeErr(`${explainRefusal(office, machine, value.refusal)}\n`)
    return exitCode.failed
  }
  writeOut(`${value.value}\n`)
  return exitCode.read
}

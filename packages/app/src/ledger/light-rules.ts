import type { Result } from '@jiannuo/kernel'
import {
  assess,
  describeLightRules,
  describeReason,
  LIGHT_PRESETS,
  type Light,
  type LightRules,
  lightRulesOf,
} from '@jiannuo/plan'
import type { Office } from '../office/office.ts'
import { refuse } from '../office/problem.ts'
import { administers, type Session } from '../organisation/session.ts'
import { phrase } from '../wording.zh.ts'
import { setSetting } from '../settings.ts'
import { judgedBy, judgingAt } from './assess.ts'
import { COMMITMENTS } from './machines.ts'
import { lightOf } from './overview.ts'

/** A set of light rules in words. */
export interface LightRulesTold {
  readonly id: string
  readonly title: string
  /** Where it was published. */
  readonly source: string
  readonly clauses: readonly string[]
}

const told = (rules: LightRules): LightRulesTold => ({
  id: rules.id,
  title: rules.title,
  source: rules.source,
  clauses: describeLightRules(rules),
})

/** The rules in force and the published sets that a district can take. */
export async function lightRulesTold(
  office: Office,
  session: Session,
): Promise<{ readonly current: LightRulesTold; readonly presets: readonly LightRulesTold[] }> {
  const view = await office.districts.view(session.district)
  return { current: told(judgingAt(office, view, office.now()).rules), presets: LIGHT_PRESETS.map(told) }
}

/** A light that another set of rules would turn. */
export interface WouldTurn {
  readonly record: string
  readonly title: string
  readonly from: Light
  readonly to: Light
  readonly why: string
}

const noPreset = (preset: string): Result<never> =>
  refuse('app/no-preset', {
    preset: preset.slice(0, 80),
    allowed: LIGHT_PRESETS.map(({ id }) => id).join(phrase('list')),
  })

/**
 * What would change if another set of rules held now. Nothing is written.
 *
 * @returns how many were judged and which lights would turn, or `app/not-administrator`, `app/no-preset`
 */
export async function previewLightRules(
  office: Office,
  session: Session,
  preset: string,
): Promise<Result<{ readonly judged: number; readonly changes: readonly WouldTurn[] }>> {
  if (!administers(session)) return refuse('app/not-administrator')
  const rules = lightRulesOf({ preset })
  if (!rules.ok) return noPreset(preset)
  const changes: WouldTurn[] = []
  let judged = 0
  for await (const { state, input } of judgedBy(office, session.district, rules.value)) {
    judged += 1
    const { light, why } = assess(input)
    const from = lightOf(state)
    if (light === from) continue
    const title = typeof state.fields['title'] === 'string' ? state.fields['title'] : ''
    const [first] = why
    changes.push({ record: state.id, title, from, to: light, why: first === undefined ? '' : describeReason(first) })
  }
  return { ok: true, value: { judged, changes } }
}

/** Takes a published set of rules from now on. @returns nothing, or why not */
export async function takeLightRules(office: Office, session: Session, preset: string): Promise<Result<void>> {
  const rules = lightRulesOf({ preset })
  if (!rules.ok) return noPreset(preset)
  return setSetting(office, session, COMMITMENTS, 'lightRules', { preset })
}

import { explainRefusal, type Office, type Performed } from '@jiannuo/app'
import type { Answer } from '@jiannuo/contract'
import type { Result } from '@jiannuo/kernel'
import { refusedByRules } from '../http/handler.ts'

/** What a command left behind, or why the rules of its system refuse it. */
export function doneAnswer(office: Office, machine: string, performed: Performed): Result<Answer<'act'>> {
  if (!performed.ok) return refusedByRules(performed.refusal.code, explainRefusal(office, machine, performed.refusal))
  const { record, seq, state, repeated } = performed.value
  const stateTitle = office.machines.kit(machine)?.machine.states[state]?.title ?? state
  return { ok: true, value: { record, seq, state, stateTitle, repeated } }
}

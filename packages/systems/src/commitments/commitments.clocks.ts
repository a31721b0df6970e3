import type { ClockDefinition, Grant } from '@jiannuo/engine'
import { constant, now, setting } from '@jiannuo/engine'
import { dueMark, officeRule, promisedRule, tellAll } from './clock-parts.ts'
import { concernedHeads, leadHeads, leadStaff, supervisors } from './roles.ts'
import { ledgerSources as sources } from './sources.ts'

/** A clock whose running out is told to somebody. */
const plain = (
  title: string,
  limit: string,
  message: string,
  source: string,
  ...told: readonly (readonly Grant[])[]
): ClockDefinition => ({
  title,
  limit: setting(limit),
  rule: officeRule,
  marks: { due: dueMark(...tellAll(message, ...told)) },
  source,
})

const toBeJudged = { set: 'pending', to: constant(true) } as const

/** When the next return is owed. It is started with the days that the rhythm of returns leaves, as the commitment is assessed. */
const returning: ClockDefinition = {
  title: '报送时限',
  limit: setting('returnLimit'),
  rule: officeRule,
  marks: {
    soon: {
      title: '到期前3日提醒',
      at: { before: { value: 3, unit: 'day' } },
      effects: tellAll('return-soon', leadStaff),
    },
    due: dueMark(toBeJudged, ...tellAll('return-due', leadStaff, supervisors)),
  },
  source: `${sources.panjin}；${sources.civilCode}`,
}

/** To the end of the day that was promised. */
const delivery: ClockDefinition = {
  title: '任务期限',
  limit: setting('deliveryLimit'),
  rule: promisedRule,
  marks: {
    due: dueMark({ set: 'overdueAt', to: now }, toBeJudged, ...tellAll('delivery-due', leadStaff, supervisors)),
  },
  source: sources.table,
}

/** The time limits of a commitment (systems.md S01; domain.md 1.2, 16). */
export const commitmentClocks: Readonly<Record<string, ClockDefinition>> = {
  consultation: plain(
    '征求意见时限',
    'consultationLimit',
    'consultation-due',
    sources.proposal,
    supervisors,
    concernedHeads,
  ),
  acceptance: plain('签收时限', 'acceptanceLimit', 'acceptance-due', sources.proposal, leadStaff, supervisors),
  return: returning,
  explain: plain('红灯说明时限', 'explainLimit', 'explain-due', sources.proposal, leadHeads, supervisors),
  review: plain('销号复核时限', 'reviewLimit', 'review-due', sources.proposal, supervisors),
  delivery,
}

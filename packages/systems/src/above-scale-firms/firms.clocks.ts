import type { ClockDefinition, Grant } from '@jiannuo/engine'
import { setting } from '@jiannuo/engine'

const clock = (title: string, limit: string, message: string, ...told: readonly Grant[]): ClockDefinition => ({
  title,
  limit: setting(limit),
  rule: { lastDay: 'midnight', roll: true },
  marks: { due: { title: '到期', at: { due: true }, effects: told.map((notify) => ({ notify, message })) } },
  source: '时长为本项目建议值，请按本地规定核定；计算按《民法典》第201条至第203条',
})

const sector: Grant = { role: 'sector', at: 'lead' }
const street: Grant = { role: 'streetClerk', at: 'area' }
const statistician: Grant = { role: 'statistician', at: 'district' }

/** Rhythm of the libraries: visits, filing once ready, following the filing up, the check of those that are in. */
export const firmClocks: Readonly<Record<string, ClockDefinition>> = {
  visit: clock('走访周期', 'visitLimit', 'visit-due', street, sector),
  keyVisit: clock('重点走访周期', 'keyVisitLimit', 'visit-due', street, sector),
  filing: clock('申报时限', 'filingLimit', 'filing-due', sector, statistician),
  approval: clock('审批跟踪时限', 'approvalLimit', 'approval-due', statistician),
  check: clock('在库核查周期', 'checkLimit', 'check-due', statistician, sector),
}

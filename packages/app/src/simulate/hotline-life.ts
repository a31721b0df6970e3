import type { Json, OfficeCalendar, RecordState } from '@jiannuo/engine'
import type { Instant } from '@jiannuo/kernel'
import type { Chance } from './chance.ts'
import type { CaseDraft } from './hotline-case.ts'
import type { TaskName } from './hotline-tasks.ts'
import type { WorkTime } from './work-time.ts'

/** What somebody of the simulated district does next. */
export interface Act {
  readonly role: string
  /** The unit whose people act; the district for the line itself. */
  readonly unit: string
  readonly action: string
  readonly input: Readonly<Record<string, Json>>
  /** Who must not do it. */
  readonly except?: string
}

/** Something planned for a case. */
export interface Task {
  readonly at: Instant
  readonly name: TaskName
}

/** One simulated case from its opening to its end, with what is planned for it. */
export interface Life {
  readonly number: number
  readonly record: string
  readonly chance: Chance
  readonly draft: CaseDraft
  /** The case whose matter it repeats. */
  readonly head?: Life
  /** The unit forgets it: nothing is finished before it is urged. */
  readonly silent: boolean
  /** It cannot be solved, whatever is done. */
  readonly hard: boolean
  /** The caller is hardly ever reached. */
  readonly elusive: boolean
  /** Sorted by time. */
  agenda: Task[]
  /** State for which the agenda was made. */
  planned: string
  /** Requests already made, so that none is made twice. */
  readonly asked: Set<string>
}

/** What lives look at besides themselves. */
export interface LifeWorld {
  readonly district: string
  readonly calendar: OfficeCalendar
  readonly work: WorkTime
  /** Departments that an order may be sent to by hand. */
  readonly departments: readonly string[]
  /** Hash of a file that stands for every evidence. */
  readonly evidence: string
}

/** Finds a record by its id, as it stands at the moment. */
export type Look = (record: string) => RecordState | undefined

/** Whether a case cannot wait for office hours. */
export const atOnce = (life: Life): boolean => life.draft.urgency === 'critical' || life.draft.urgency === 'urgent'

import type { Catalogue, OfficeCalendar } from '@jiannuo/engine'
import type { Instant, Problem } from '@jiannuo/kernel'
import type { Store } from '@jiannuo/store'
import type { Done } from '../command/command.ts'
import type { Kept } from '../command/kept.ts'
import type { Districts } from './districts.ts'
import type { Machines } from './machines.ts'
import type { Recent } from './recent.ts'

/** What follows a command that was carried out, by machine: the light of a commitment follows its return. */
export type Follower = (office: Office, district: string, machine: string, done: Done) => Promise<void>

/** An open office: the definitions it runs, its store, its calendar and its clock, with what it remembers of them. */
export interface Office {
  readonly catalogue: Catalogue
  readonly machines: Machines
  readonly store: Store
  readonly calendar: OfficeCalendar
  /** The office's clock. It is the only one that decides anything. */
  readonly now: () => Instant
  /** What people should know about the database, such as a fallback. */
  readonly notices: readonly Problem[]
  readonly districts: Districts
  /** Records as last seen or written, by `kept` key. Never trusted blindly: the store refuses what was decided on an old one. */
  readonly records: Recent<Kept>
  /** What follows every command that was carried out. */
  readonly followers: readonly Follower[]
  /** Text cut into words for the search. */
  readonly segment: (text: string) => string
  close(): Promise<void>
}

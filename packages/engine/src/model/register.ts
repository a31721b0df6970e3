import type { Condition } from './value.ts'
import type { ActionDefinition, Effect, Grant, Machine } from './definition.ts'

/**
 * A stage (梯次) of a register, in order. Registers are declared by their rules; `defineRegister` makes the machine
 * of them, with the actions `enter` (`enter:<stage>` for each further stage of `entersAt`), `change`,
 * `promote:<stage>`, `return:<stage>` with its `reason`, and `leave` with its `reason` from `exitReasons`, which is
 * kept in the field `exitReason`.
 */
export interface StageDefinition {
  readonly title: string
  /** What an entry must meet to stand here; tested on entering and on promotion, and shown with each part's answer. */
  readonly test: Condition
  /** Clock that ends the stay (a title's term, a review date), or why there is none. */
  readonly clock?: string
  readonly noClock?: string
  readonly waitsFor?: string
  /** Stages it may be promoted to from here; the next one unless said, none for an empty list. */
  readonly promotesTo?: readonly string[]
  /** Stages it may be sent back to. */
  readonly returnsTo?: readonly string[]
  /** Counts as being in: 已入统. Filed is not in. */
  readonly counted?: boolean
  /** Where an entry stands that leaves from here; the first of `exits` unless said. */
  readonly exit?: string
}

/** What `defineRegister` takes. */
export interface RegisterInput
  extends Omit<Machine, 'kind' | 'states' | 'actions' | 'requests' | 'urging' | 'examples' | 'migrations'> {
  readonly stages: Readonly<Record<string, StageDefinition>>
  /** Stages by which an entry may come in. */
  readonly entersAt: readonly string[]
  /** Reasons for leaving: code → title. */
  readonly exitReasons: Readonly<Record<string, string>>
  /** Final states besides: where an entry that left stands. */
  readonly exits: Readonly<Record<string, string>>
  /**
   * Field of type `unit` whose unit leads the entry, from entering and every change on; the unit that enters it
   * unless said.
   */
  readonly leadField?: string
  /** Field of type `unit` whose unit is the area of the entry. */
  readonly areaField?: string
  /** Fields of the forms; all fields of the record for `enter` and `change`, none for the others, unless said. */
  readonly forms?: Readonly<Partial<Record<keyof RegisterInput['grants'], readonly string[]>>>
  /** Effects of the made actions besides their own, carried out after them. */
  readonly effects?: Readonly<Partial<Record<keyof RegisterInput['grants'], readonly Effect[]>>>
  /** Who may do which of the made actions. An action that nobody may do is not made. */
  readonly grants: {
    readonly enter: readonly Grant[]
    readonly change: readonly Grant[]
    readonly promote: readonly Grant[]
    readonly sendBack: readonly Grant[]
    readonly leave: readonly Grant[]
  }
  /** Further actions of its own (filing, approval, warning). */
  readonly actions?: Readonly<Record<string, ActionDefinition>>
  readonly requests?: Machine['requests']
  readonly urging?: Machine['urging']
  readonly examples?: Machine['examples']
  readonly migrations?: Machine['migrations']
}

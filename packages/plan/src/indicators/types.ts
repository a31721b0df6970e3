import type { StatementKind } from '@jiannuo/reader'
import type { Adding, Direction } from '../model.ts'

/**
 * 指标: what is measured. An indicator has one id for ever; a report writes it by its name or one of its aliases, often with
 * words in front that narrow it (规上, 省级以上, 中心城区), which are kept apart as qualifiers.
 */
export interface Indicator {
  /** Stable, ASCII, in kebab-case: `gdp`, `urban-new-jobs`. */
  readonly id: string
  /** The name that the statistics or the offices use. */
  readonly name: string
  /** Other wordings of real reports, in normal form (see `normalForm`). */
  readonly aliases: readonly string[]
  /**
   * Units that fit. Each group is a dimension of the kernel (`money`, `area`) or classifiers that mean the same thing here
   * (家 户 个 of firms): only inside a group can two figures be set against one another.
   */
  readonly units: readonly (readonly string[])[]
  /** Kinds of statement that are made about it. */
  readonly kinds: readonly StatementKind[]
  readonly direction: Direction
  /** How values of each kind make a whole; a kind that is missing is not put together at all. */
  readonly adding: Readonly<Partial<Record<StatementKind, Adding>>>
  /** Department that usually leads, by its generic title. */
  readonly department: string
  /** One of the expected targets that economic steering watches each month (systems.md S02). */
  readonly headline?: true
  /** Its name alone says too little (项目, 贷款): it is known only together with a word that narrows it. */
  readonly narrowed?: true
}

/** A thing that the dictionary does not hold. The same normal words give the same id, so that next year's figure finds it. */
export interface Unknown {
  /** `x:` and a hash of the normal words, or the id that a person merged it into. */
  readonly id: string
  /** The words in normal form. */
  readonly name: string
  readonly unknown: true
  /** The words name a class of things, not one thing (企业, 项目): two figures with this id need not speak of the same. */
  readonly generic: boolean
}

/** How an indicator was found. */
export type FoundBy = 'name' | 'alias' | 'pattern' | 'unknown'

/** What a statement says besides its words; each hint narrows the choice. */
export interface Hints {
  readonly kind?: StatementKind | undefined
  readonly unit?: string | undefined
  /** A part or place that narrows it. */
  readonly scope?: string | undefined
  /** The verb: 签约 with 项目 is 签约项目. */
  readonly action?: string | undefined
}

/** What words were taken for. */
export interface Identity {
  readonly indicator: Indicator | Unknown
  readonly by: FoundBy
  /** Words that narrow it, in the order of the text, in normal form: 省级以上, 规上, 中心城区. */
  readonly qualifiers: readonly string[]
}

/** Whether the dictionary holds the indicator. */
export const isKnown = (indicator: Indicator | Unknown): indicator is Indicator => !('unknown' in indicator)

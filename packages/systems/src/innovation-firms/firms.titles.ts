import type { Condition } from '@jiannuo/engine'
import { any, field, inState, present } from '@jiannuo/engine'

/** One title (称号) that a firm may hold, beside others (domain.md 8). */
export interface Title {
  readonly name: string
  readonly level: 'national' | 'provincial' | 'local'
  /** Stage of a firm whose highest title it is. */
  readonly stage: Stage
}

/** Stages from the lowest; a firm stands where its highest title in force puts it. */
export const stageIds = ['potential', 'sme', 'highTech', 'growing', 'giant', 'newSpecies'] as const
export type Stage = (typeof stageIds)[number]

/** Titles from the lowest. 瞪羚 and 专精特新 stand side by side. */
export const titles = {
  sme: { name: '科技型中小企业', level: 'national', stage: 'sme' },
  highTech: { name: '高新技术企业', level: 'national', stage: 'highTech' },
  gazelle: { name: '瞪羚企业', level: 'local', stage: 'growing' },
  specialised: { name: '省级专精特新中小企业', level: 'provincial', stage: 'growing' },
  giant: { name: '国家级专精特新“小巨人”企业', level: 'national', stage: 'giant' },
  species: { name: '科创“新物种”企业（独角兽等）', level: 'local', stage: 'newSpecies' },
} as const satisfies Readonly<Record<string, Title>>

export type TitleId = keyof typeof titles

export const titleIds: readonly TitleId[] = ['sme', 'highTech', 'gazelle', 'specialised', 'giant', 'species']

export const titleNames: Readonly<Record<string, string>> = Object.fromEntries(
  titleIds.map((id) => [id, titles[id].name]),
)

/** Name of the field of a title that an entry keeps. */
export const of = (
  title: TitleId,
  part: 'From' | 'Until' | 'Since' | 'Renewed' | 'Lapsed' | 'Due' | 'Applied',
): string => `${title}${part}`

/** The clock of its term. */
export const termOf = (title: TitleId): string => `${title}Term`

/** The title is in force: it has an end, and has neither lapsed nor been revoked since. */
export const holds = (title: TitleId): Condition => present(field(of(title, 'Until')))

const rank = (stage: Stage): number => stageIds.indexOf(stage)

/** Stages in which a firm may stand that holds the title. */
export const stagesFrom = (title: TitleId): readonly Stage[] => stageIds.slice(rank(titles[title].stage))

/** Stages in which a title may be given: where it is the only one, who stands there has it. */
export function givenIn(title: TitleId): readonly Stage[] {
  const { stage } = titles[title]
  const alone = titleIds.filter((id) => titles[id].stage === stage).length === 1
  return alone ? stageIds.filter((id) => id !== stage) : stageIds
}

/** Where a firm stands that is given the title: there, or where it stands if that is higher. */
export function riseBy(title: TitleId): readonly { readonly when?: Condition; readonly to: string }[] {
  const { stage } = titles[title]
  const higher = stageIds.slice(rank(stage) + 1)
  return higher.length === 0 ? [{ to: stage }] : [{ when: inState(...higher), to: 'same' }, { to: stage }]
}

/** Where a firm stands that has lost the title: where it stood if that rests on a higher one, else by its highest that is left. */
export function fallBy(title: TitleId): readonly { readonly when?: Condition; readonly to: string }[] {
  const here = rank(titles[title].stage)
  const higher = stageIds.slice(here + 1)
  const left = stageIds.slice(1, here + 1).toReversed()
  const byTitle = left.flatMap((stage) => {
    const holding = titleIds.filter((id) => id !== title && titles[id].stage === stage)
    return holding.length === 0 ? [] : [{ when: any(...holding.map(holds)), to: stage }]
  })
  return [...(higher.length === 0 ? [] : [{ when: inState(...higher), to: 'same' }]), ...byTitle, { to: 'potential' }]
}

import type { Json } from '@jiannuo/engine'
import type { Proposal } from '@jiannuo/plan'
import type { OrganisationTree } from '../organisation/tree.ts'
import { given } from './fields.ts'

/** What a person changes of a proposal as they confirm it; what is absent stays as it was read. */
export interface Correction {
  readonly title?: string
  readonly leadUnit?: string
  readonly partners?: readonly string[]
  readonly leader?: string
  readonly due?: string
  readonly from?: string
  readonly indicator?: string
  readonly indicatorName?: string
  readonly value?: number
  readonly valueTo?: number
  readonly unit?: string
  readonly comparator?: string
  readonly direction?: string
  readonly base?: number
}

/** Departments are called 区教育局, 教育局 or 兰台区教育局: a unit answers to the end of its name. */
export function unitNamed(tree: OrganisationTree, words: string): string | undefined {
  const name = words.replace(/^[市区县]/u, '')
  if (name.length < 2) return undefined
  const open = tree.all.filter(({ closed, kind }) => closed !== true && kind !== 'district')
  const exact = open.filter((unit) => unit.name === words || unit.id === words)
  const found = exact.length > 0 ? exact : open.filter((unit) => unit.name.endsWith(name))
  return found.length === 1 ? found[0]?.id : undefined
}

const firstUnit = (tree: OrganisationTree, names: readonly string[]): string | undefined => {
  for (const name of names) {
    const unit = unitNamed(tree, name)
    if (unit !== undefined) return unit
  }
  return undefined
}

/** What a commitment is opened with: the words and values of the document, with what a person has changed laid over them. */
export function commitmentInput(
  tree: OrganisationTree,
  document: string,
  proposal: Proposal,
  change: Correction = {},
): Readonly<Record<string, Json>> {
  const { target } = proposal
  const [value, valueTo] = target === undefined ? [] : typeof target.value === 'number' ? [target.value] : target.value
  const leadUnit = firstUnit(tree, [...proposal.lead, ...proposal.departments])
  const partners = proposal.partners.flatMap((name) => unitNamed(tree, name) ?? []).filter((unit) => unit !== leadUnit)
  return given({
    title: proposal.title,
    year: proposal.year,
    chapter: proposal.chapter,
    document,
    item: proposal.item,
    sentence: proposal.sentence,
    quote: proposal.quote,
    start: proposal.start,
    end: proposal.end,
    path: proposal.path.join(' › '),
    indicator: proposal.indicator?.id,
    indicatorName: proposal.indicator?.name,
    kind: target?.kind,
    direction: target?.direction,
    adding: target?.adding,
    comparator: target?.comparator,
    value,
    valueTo,
    unit: target?.unit,
    from: proposal.from,
    due: proposal.due,
    numbers: proposal.numbers.map(({ statement, quote, value: number, unit, indicator }) =>
      given({ item: statement, quote, unit, indicator, value: typeof number === 'number' ? number : number[0] }),
    ),
    leadUnit,
    partners: partners.length === 0 ? undefined : partners,
    reports: target === undefined ? undefined : reportsBy(target.adding, target.kind),
    needsValue: target !== undefined,
    ...change,
    ...(change.partners === undefined ? {} : { partners: [...change.partners] }),
  })
}

/** Increments and year totals are returned as the year's sum so far, which cannot be added up by mistake; all else as it stands. */
const reportsBy = (adding: string, kind: string): string =>
  adding === 'increments' || kind === 'increase' ? 'toDate' : 'moment'

import type { CaseQuery, CaseRow, CaseSetup, Duplicate, RelatedGroup, RowClock } from '@jiannuo/app'
import type { Answer, CaseLine, ClockBar, DuplicateLine, SystemSetup } from '@jiannuo/contract'
import type { Input } from '../http/handler.ts'
import { given } from './given.ts'
import { amountText, formField } from './record.ts'
import { viewWords } from './words.zh.ts'

const parts = (text: string | undefined, sign: string): readonly string[] | undefined =>
  text === undefined || text === '' ? undefined : text.split(sign)

/** Facets of one field are alternatives, those of several fields must all hold. */
function facetGroups(text: string | undefined): readonly (readonly string[])[] {
  const byField = new Map<string, string[]>()
  for (const facet of parts(text, '|') ?? []) {
    const [id = ''] = facet.split('=', 1)
    byField.set(id, [...(byField.get(id) ?? []), facet])
  }
  return [...byField.values()]
}

/** What a query of a list means. */
export function caseQuery(machine: string, query: Input<'cases'>['query']): CaseQuery {
  const { mine, show, state, lead, area, category, facet, due, q, order, after, limit } = query
  return {
    machine,
    mine: mine === 'true',
    newest: order === 'newest',
    facets: facetGroups(facet),
    ...given({ show, states: parts(state, ','), lead, area, category, due, words: q, after, limit }),
  }
}

function bar({ title, reading, due }: RowClock): ClockBar {
  const { used, limit, left, unit, state, overdue, provisional } = reading
  return {
    title,
    used,
    limit,
    usedText: amountText(used, unit),
    leftText: amountText(left, unit),
    state,
    overdue,
    ...given({ due: due === undefined ? undefined : `${due}${provisional ? viewWords.provisional : ''}` }),
  }
}

/** A row of a list for a page. */
export function caseLine(row: CaseRow): CaseLine {
  const { id, title, state, stateTitle, category, openedAt, overdue, rounds, mine, cells, clock } = row
  return {
    id,
    title,
    state,
    stateTitle,
    category,
    openedAt,
    overdue,
    rounds,
    mine,
    cells: [...cells],
    ...given({
      leadName: row.leadName,
      areaName: row.areaName,
      closedAt: row.closedAt,
      urging: row.urgingTitle,
      clock: clock === undefined ? undefined : bar(clock),
      lacks: row.lacks === undefined ? undefined : [...row.lacks],
    }),
  }
}

/** What a system's pages are made of. */
export function systemSetup({ openings, facets, sheet, ...rest }: CaseSetup): SystemSetup {
  return {
    ...rest,
    states: [...rest.states],
    columns: [...rest.columns],
    categories: [...rest.categories],
    facets: facets.map(({ values, ...facet }) => ({ ...facet, values: [...values] })),
    openings: openings.map(({ form, action, title, allowed, why, areaField }) => ({
      action,
      title,
      allowed,
      form: form.map(formField),
      ...given({ why, areaField }),
    })),
    ...given({
      sheet:
        sheet === undefined
          ? undefined
          : {
              columns: sheet.columns.map(({ id, header, required, writtenAs, example }) => {
                return { id, header, required, writtenAs, example }
              }),
              mappings: [...sheet.mappings],
            },
    }),
  }
}

/** A record that may be about the same matter. */
export const duplicateLine = (one: Duplicate): DuplicateLine => ({
  id: one.id,
  title: one.title,
  stateTitle: one.stateTitle,
  openedAt: one.openedAt,
  why: one.why,
  alike: one.alike,
  ...given({ areaName: one.areaName }),
})

/** Records that point to another. */
export const relatedGroups = (groups: readonly RelatedGroup[]): Answer<'related'> => ({
  groups: groups.map(({ machine, noun, field, fieldTitle, rows, more }) => ({
    machine,
    noun,
    field,
    fieldTitle,
    more,
    rows: rows.map(({ id, title, stateTitle, openedAt, overdue }) => ({
      id,
      name: title,
      stateTitle,
      openedAt,
      overdue,
    })),
  })),
})

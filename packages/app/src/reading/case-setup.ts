import {
  availableActions,
  choicesOf,
  type FieldDefinition,
  formModel,
  type FormField,
  type SheetColumn,
} from '@jiannuo/engine'
import type { Result } from '@jiannuo/kernel'
import { contextAt } from '../command/decide.ts'
import { whyNot } from '../command/explain.ts'
import { importPlan } from '../import/mapping.ts'
import type { DistrictView } from '../office/district-view.ts'
import type { Kit } from '../office/machines.ts'
import type { Office } from '../office/office.ts'
import { refuse } from '../office/problem.ts'
import type { Session } from '../organisation/session.ts'
import { phrase } from '../wording.zh.ts'
import { type CaseColumn, listColumns } from './case-list.ts'
import { areaFieldOf } from './effects.ts'
import { withColleagues } from './forms.ts'
import { readsMachine } from './seen.ts'
import { mayImport } from './systems.ts'

/** A value that lists can be narrowed by, in words. */
export interface Offered {
  readonly value: string
  readonly title: string
}

/** An action that opens records, with its form. */
export interface Opening {
  readonly action: string
  readonly title: string
  readonly allowed: boolean
  /** Why not, in words. */
  readonly why?: string
  readonly form: readonly FormField[]
  /** The field that says where the matter lies. */
  readonly areaField?: string
}

/** What pages need to know of a system before they show any record of it. */
export interface CaseSetup {
  readonly machine: string
  readonly system: string
  readonly title: string
  readonly noun: string
  readonly kind: 'loop' | 'register'
  readonly purpose: string
  readonly states: readonly {
    readonly id: string
    readonly title: string
    readonly final: boolean
    readonly counted: boolean
    /** What an entry must meet is declared: a stage. */
    readonly stage: boolean
  }[]
  readonly columns: readonly CaseColumn[]
  readonly categories: readonly Offered[]
  readonly categoryTitle: string
  readonly facets: readonly { readonly id: string; readonly title: string; readonly values: readonly Offered[] }[]
  readonly hasClocks: boolean
  readonly openings: readonly Opening[]
  /** Absent where the session may not import. */
  readonly sheet?: { readonly columns: readonly SheetColumn[]; readonly mappings: readonly string[] }
}

/**
 * What a system's pages are made of: its states, columns, what its lists can be narrowed by, and how its records are opened.
 *
 * @returns the setup, or `app/no-machine`, `app/not-a-reader`
 */
export async function caseSetup(office: Office, session: Session, machine: string): Promise<Result<CaseSetup>> {
  const kit = office.machines.kit(machine)
  if (kit === undefined) return refuse('app/no-machine', { machine: machine.slice(0, 80) })
  if (!readsMachine(kit, session)) return refuse('app/not-a-reader', { machine: kit.machine.title })
  const view = await office.districts.view(session.district)
  const [facets, sheet] = await Promise.all([facetsOf(office, session, view, kit), sheetOf(office, session, view, kit)])
  const { id, system, title, noun, kind, purpose, states, clocks, categoryField = '', fields } = kit.machine
  return {
    ok: true,
    value: {
      machine: id,
      system,
      title,
      noun,
      kind,
      purpose,
      states: Object.entries(states).map(([state, { title: words, kind: end, counted, test }]) => ({
        id: state,
        title: words,
        final: end === 'final',
        counted: counted === true,
        stage: test !== undefined,
      })),
      columns: listColumns(kit),
      categories: choicesIn(office, view, kit, fields[categoryField]),
      categoryTitle: fields[categoryField]?.title ?? '',
      facets,
      hasClocks: Object.keys(clocks).length > 0,
      openings: openingsOf(office, session, view, kit),
      ...(sheet === undefined ? {} : { sheet }),
    },
  }
}

function choicesIn(
  office: Office,
  view: DistrictView,
  kit: Kit,
  field: FieldDefinition | undefined,
): readonly Offered[] {
  if (field === undefined || (field.choices === undefined && field.choicesFrom === undefined)) return []
  const choices = choicesOf(field, kit.machine, view.settingsAt(kit.machine.id, office.now()))
  return Object.entries(choices).map(([value, title]) => ({ value, title }))
}

/** Values offered of a facet that has no choices of its own: those that records have, the most frequent first. */
const MOST_VALUES = 60

/** Facets by which a person chooses: those with choices, yes or no, units, and plain values that records have. References are followed, not chosen. */
async function facetsOf(office: Office, session: Session, view: DistrictView, kit: Kit): Promise<CaseSetup['facets']> {
  const { id: machine, fields, categoryField } = kit.machine
  const named = Object.entries(fields).filter(
    ([id, { facet, type }]) => facet === true && id !== categoryField && type !== 'record',
  )
  return Promise.all(
    named.map(async ([id, field]) => {
      const chosen = choicesIn(office, view, kit, field)
      if (chosen.length > 0) return { id, title: field.title, values: chosen }
      if (field.type === 'boolean') return { id, title: field.title, values: yesOrNo() }
      const counts = await office.store.counts(session.scope, { machine }, id)
      const word = (value: string): string => (field.type === 'unit' ? view.tree.name(value) : value)
      const values = counts.slice(0, MOST_VALUES).map(({ value }) => ({ value, title: word(value) }))
      return { id, title: field.title, values }
    }),
  )
}

const yesOrNo = (): readonly Offered[] => [
  { value: 'true', title: phrase('yes') },
  { value: 'false', title: phrase('no') },
]

function openingsOf(office: Office, session: Session, view: DistrictView, { machine }: Kit): readonly Opening[] {
  const context = contextAt(office, view, machine.id, office.now())
  return availableActions(machine, undefined, session.actor, context).flatMap(({ action, allowed, why }): Opening[] => {
    const definition = machine.actions[action]
    if (definition?.from !== 'new') return []
    const areaField = areaFieldOf(definition)
    return [
      {
        action,
        title: definition.title,
        allowed,
        form: allowed ? withColleagues(view, session, formModel(machine, action, context.settings)?.fields ?? []) : [],
        ...(why === undefined ? {} : { why: whyNot(machine, why) }),
        ...(areaField === undefined ? {} : { areaField }),
      },
    ]
  })
}

async function sheetOf(office: Office, session: Session, view: DistrictView, kit: Kit): Promise<CaseSetup['sheet']> {
  const plan = importPlan(office, view, kit.machine.id)
  if (!plan.ok || !mayImport(office, session, view, kit)) return undefined
  const rows = await office.store.mappings(session.scope)
  const mappings = rows.filter(({ machine }) => machine === kit.machine.id).map(({ id }) => id)
  return { columns: plan.value.columns, mappings }
}

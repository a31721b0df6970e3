import {
  type CaseView,
  type ClockView,
  type FieldView,
  type FilledField,
  formsOf,
  type Office,
  type Session,
  type TruthView as CaseTruth,
} from '@jiannuo/app'
import type {
  ActionView,
  FormField,
  RecordClock,
  RecordField,
  RecordView,
  StageView,
  TimelineEntry,
  TruthView,
} from '@jiannuo/contract'
import type { Result } from '@jiannuo/kernel'
import { given } from './given.ts'
import { viewWords } from './words.zh.ts'

const round = (value: number): string => String(Math.round(value * 100) / 100)

/** An amount of a clock in words: 3个工作日. */
export const amountText = (value: number, unit: keyof typeof viewWords.timeUnits): string =>
  `${round(value)}${viewWords.timeUnits[unit]}`

function clock({ clock: id, title, source, reading, due, changes }: ClockView): RecordClock {
  const told = changes.map((change) => given(change))
  if (reading === undefined) return { id, title, source, state: viewWords.notStarted, changes: told }
  const { unit, used, limit, state, overdue } = reading
  const late = overdue ? viewWords.overdue : ''
  return {
    id,
    title,
    source,
    state: `${viewWords.clockStates[state]}${late}`,
    used: amountText(used, unit),
    left: amountText(reading.left, unit),
    bar: { used, limit, state, overdue },
    changes: told,
    ...given({ due: due === undefined ? undefined : `${due}${reading.provisional ? viewWords.provisional : ''}` }),
  }
}

const offered = (choices: FilledField['choices']): FormField['choices'] =>
  choices.length === 0 ? undefined : choices.map(({ code, title }) => ({ value: code, title }))

/** A field of a form for a page. */
export function formField(field: FilledField): FormField {
  const { id, title, type, required, help, choices, min, max, maxLength, columns, value, unit, pattern } = field
  return {
    id,
    title,
    type,
    required,
    ...given({
      help,
      min,
      max,
      maxLength,
      value,
      unit,
      pattern,
      choices: offered(choices),
      columns: columns?.map((one) => ({
        id: one.id,
        title: one.title,
        type: one.type,
        required: one.required,
        ...given({ choices: offered(one.choices) }),
      })),
    }),
  }
}

const entry = (one: CaseView['timeline'][number]): TimelineEntry => ({
  seq: one.seq,
  at: one.at,
  time: one.time,
  personName: one.personName,
  unitName: one.unitName,
  action: one.action,
  title: one.title,
  lines: [...one.lines],
  hash: one.hash,
  previous: one.previous,
})

/** Entries of a course for a page. */
export const timeline = (entries: CaseView['timeline']): TimelineEntry[] => entries.map(entry)

const told = (fields: CaseTruth['fields']): TruthView['fields'] =>
  fields.map(({ title, text, files }) => ({ title, text, files: [...files] }))

const truth = ({ truth: kind, at, by, unit, fields }: CaseTruth): TruthView => ({
  truth: kind,
  at,
  byName: by,
  unitName: unit,
  fields: told(fields),
})

function request(
  { kind, title, granted, at, byName, unitName, fields, decidedAt }: CaseView['requests'][number],
  place: number,
): RecordView['requests'][number] {
  return {
    id: `${kind}:${place}`,
    title,
    state: granted === undefined ? 'open' : granted ? 'granted' : 'refused',
    text: granted === undefined ? viewWords.waiting : granted ? viewWords.granted : viewWords.declined,
    at,
    byName,
    unitName,
    fields: told(fields),
    ...given({ decidedAt }),
  }
}

function recordField({ id, title, type, text, personal, mayUnmask, table, files, record }: FieldView): RecordField {
  const lines = table?.rows.map((row) => [...row]) ?? []
  return {
    id,
    title,
    type,
    text,
    masked: personal !== undefined,
    sealed: personal === 'sealed',
    mayUnmask: mayUnmask === true,
    ...given({
      table: table === undefined ? undefined : { columns: [...table.columns], rows: lines },
      files: files === undefined ? undefined : [...files],
      record,
    }),
  }
}

const stage = ({ lines, ...rest }: CaseView['stages'][number]): StageView => ({
  ...rest,
  lines: lines.map((line) => ({ ...line, values: [...line.values] })),
})

/** The records that a record is grouped or linked with, those out of sight left out. */
function company({
  head,
  members,
  links,
  names,
}: CaseView): Pick<RecordView, 'head' | 'members' | 'memberCount' | 'links'> {
  return {
    members: members.flatMap((id) => names.get(id) ?? []),
    memberCount: members.length,
    links: links.flatMap(({ title, record }) => {
      const name = names.get(record)
      return name === undefined ? [] : [{ ...name, link: title }]
    }),
    ...given({ head: head === undefined ? undefined : names.get(head) }),
  }
}

/** A record for a page: what it says, what can be done with which form, what was done. */
export async function recordView(office: Office, session: Session, view: CaseView): Promise<Result<RecordView>> {
  const forms = await formsOf(office, session, view.id)
  return forms.ok ? { ok: true, value: recordWith(view, forms.value) } : forms
}

/** The same with the forms at hand. */
export function recordWith(view: CaseView, forms: ReadonlyMap<string, readonly FilledField[]>): RecordView {
  const action = (one: CaseView['actions'][number]): ActionView => ({
    action: one.action,
    title: one.title,
    allowed: one.allowed,
    form: one.allowed ? (forms.get(one.action) ?? []).map(formField) : [],
    ...given({ why: one.why, joins: one.joins }),
  })
  return {
    id: view.id,
    machine: view.machine,
    noun: view.noun,
    title: view.title,
    seq: view.seq,
    state: view.state,
    stateTitle: view.stateTitle,
    openedAt: view.openedAt,
    co: view.co.map(({ name, answeredAt }) => ({ name, answered: answeredAt !== undefined })),
    fields: view.fields.map(recordField),
    clocks: view.clocks.map(clock),
    truths: view.truths.map(truth),
    rounds: view.rounds.map(({ truths, ...rest }) => ({ ...rest, truths: truths.map(truth) })),
    ...company(view),
    stages: view.stages.map(stage),
    requests: view.requests.map(request),
    actions: view.actions.map(action),
    timeline: timeline(view.timeline),
    ...given({
      waitsFor: view.waitsFor,
      closedAt: view.closedAt,
      leadName: view.leadName,
      areaName: view.areaName,
      basis: view.basis,
      urging: view.urging,
    }),
  }
}

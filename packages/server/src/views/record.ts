import { type CaseView, type ClockView, type FilledField, formsOf, type Office, type Session } from '@jiannuo/app'
import type { ActionView, FormField, RecordView, TimelineEntry } from '@jiannuo/contract'
import type { Result } from '@jiannuo/kernel'
import { given } from './given.ts'
import { viewWords } from './words.zh.ts'

const round = (value: number): string => String(Math.round(value * 100) / 100)

function clock({ clock: id, title, source, reading, due }: ClockView): RecordView['clocks'][number] {
  if (reading === undefined) return { id, title, source, state: viewWords.notStarted }
  const unit = viewWords.timeUnits[reading.unit]
  const late = reading.overdue ? viewWords.overdue : ''
  return {
    id,
    title,
    source,
    state: `${viewWords.clockStates[reading.state]}${late}`,
    used: `${round(reading.used)}${unit}`,
    left: `${round(reading.left)}${unit}`,
    ...given({ due: due === undefined ? undefined : `${due}${reading.provisional ? viewWords.provisional : ''}` }),
  }
}

function formField(field: FilledField): FormField {
  const { id, title, type, required, help, choices, min, max, maxLength, columns, value } = field
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
      choices:
        choices.length === 0 ? undefined : choices.map(({ code, title: words }) => ({ value: code, title: words })),
      columns: columns?.map((one) => ({ id: one.id, title: one.title, type: one.type, required: one.required })),
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

const request = (
  { kind, title, granted }: CaseView['requests'][number],
  at: number,
): RecordView['requests'][number] => ({
  id: `${kind}:${at}`,
  title,
  state: granted === undefined ? 'open' : granted ? 'granted' : 'refused',
  text: granted === undefined ? viewWords.waiting : granted ? viewWords.granted : viewWords.declined,
})

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
    ...given({ why: one.why }),
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
    fields: view.fields.map(({ id, title, text, personal }) => ({ id, title, text, masked: personal !== undefined })),
    clocks: view.clocks.map(clock),
    requests: view.requests.map(request),
    actions: view.actions.map(action),
    timeline: timeline(view.timeline),
    ...given({ waitsFor: view.waitsFor, closedAt: view.closedAt, leadName: view.leadName }),
  }
}

import {
  actOnMany,
  caseFile,
  caseList,
  caseSetup,
  caseSheet,
  choicesForMany,
  duplicatesOf,
  duplicatesOfRecord,
  endingOf,
  explainRefusal,
  importCases,
  type Imported,
  keepFile,
  perform,
  readSheet,
  relatedTo,
  systemsOf,
  unmask,
} from '@jiannuo/app'
import type { Answer } from '@jiannuo/contract'
import { refused, type Result } from '@jiannuo/kernel'
import { file, type Handlers, type Input, refusedByRules, serverProblem } from '../http/handler.ts'
import { caseLine, caseQuery, duplicateLine, relatedGroups, systemSetup } from '../views/cases.ts'
import { given } from '../views/given.ts'
import { problemBody } from '../views/problem.ts'
import { formField } from '../views/record.ts'
import { viewWords } from '../views/words.zh.ts'
import { doneAnswer } from './done.ts'
import { XLSX } from './media.ts'

type CaseNames =
  | 'systems'
  | 'system'
  | 'cases'
  | 'openCase'
  | 'exportCases'
  | 'importCases'
  | 'duplicates'
  | 'manyChoices'
  | 'actOnMany'
  | 'unmask'
  | 'related'
  | 'recordFile'
  | 'keepFile'

/** Rows of a sheet that a preview shows as they stand. */
const SAMPLE = 5
/** Problems that one answer lists; a sheet with more is mended first. */
const PROBLEMS = 500

/** The mapping that a query gives by the place of each column. */
function mappingOf(header: readonly string[], { columns, mapping }: Input<'importCases'>['query']) {
  if (columns === undefined) return mapping === undefined || mapping === '' ? {} : { mapping }
  const ids = columns.split(',')
  const pairs = header.flatMap((title, at): readonly (readonly [string, string])[] => {
    const id = ids[at] ?? ''
    return title === '' || id === '' ? [] : [[title, id]]
  })
  return { mapping: Object.fromEntries(pairs) }
}

function imported(
  {
    header,
    rows,
  }: { readonly header: readonly string[]; readonly rows: readonly { readonly cells: readonly string[] }[] },
  done: Imported,
): Answer<'importCases'> {
  return {
    header: [...header],
    columns: header.map((title) => done.mapping[title] ?? ''),
    sample: rows.slice(0, SAMPLE).map(({ cells }) => [...cells]),
    rows: done.rows,
    opened: done.opened,
    repeated: done.repeated,
    failed: done.failed,
    problems: done.problems.slice(0, PROBLEMS).map((one) => {
      const { message, place } = problemBody(one)
      return { message, ...given({ place }) }
    }),
  }
}

/** What is known of a sheet whose columns cannot all be told: the page shows it, so that a person says what fills what. */
const unmapped = (
  header: readonly string[],
  rows: readonly { readonly cells: readonly string[] }[],
  query: Input<'importCases'>['query'],
  problems: readonly Parameters<typeof problemBody>[0][],
): Answer<'importCases'> => ({
  header: [...header],
  columns: header.map((_, at) => query.columns?.split(',')[at] ?? ''),
  sample: rows.slice(0, SAMPLE).map(({ cells }) => [...cells]),
  rows: rows.length,
  opened: 0,
  repeated: 0,
  failed: rows.length,
  problems: problems.map((one) => ({ message: problemBody(one).message })),
})

/** Refusals of a mapping that a person mends on the page. */
const MENDED = ['app/columns-missing', 'app/column-unknown', 'app/header-unknown']

/** Systems, their lists, what is opened, imported, done with many. */
export const caseHandlers: Pick<Handlers, CaseNames> = {
  systems: async ({ office, session }) => ({ ok: true, value: { rows: [...(await systemsOf(office, session))] } }),
  system: async ({ office, session }, { params }) => {
    const found = await caseSetup(office, session, params.machine)
    return found.ok ? { ok: true, value: systemSetup(found.value) } : found
  },
  cases: async ({ office, session }, { params, query }) => {
    const found = await caseList(office, session, caseQuery(params.machine, query))
    if (!found.ok) return found
    const { rows, next, states } = found.value
    const counts = states?.map(({ value, count }) => ({ state: value, count }))
    return { ok: true, value: { rows: rows.map(caseLine), ...given({ next, states: counts }) } }
  },
  openCase: async ({ office, session }, { params, body }) => {
    const { machine } = params
    const { action, input, key } = body
    const opens = office.machines.kit(machine)?.machine.actions[action]?.from === 'new'
    if (!opens) return refused(serverProblem('server/no-opening', { action: action.slice(0, 60) }))
    return doneAnswer(office, machine, await perform(office, session, { machine, action, input, key }))
  },
  exportCases: async ({ office, session }, { params, query }) => {
    const made = await caseSheet(office, session, caseQuery(params.machine, query))
    return made.ok ? file(made.value.bytes, XLSX, viewWords.caseFile(made.value.name)) : made
  },
  importCases: async ({ office, session, upload }, { params, query }) => {
    const bytes = await upload()
    if (!bytes.ok) return bytes
    const sheet = await readSheet(bytes.value, query.name)
    if (!sheet.ok) return sheet
    const { header, rows } = sheet.value
    const saving = query.saveAs === undefined || query.saveAs === '' ? {} : { saveAs: query.saveAs }
    const options = { dryRun: query.take !== 'true', ...mappingOf(header, query), ...saving }
    const done = await importCases(office, session, params.machine, sheet.value, options)
    if (done.ok) return { ok: true, value: imported(sheet.value, done.value) }
    const mended = query.take !== 'true' && done.problems.every(({ code }) => MENDED.includes(code))
    return mended ? { ok: true, value: unmapped(header, rows, query, done.problems) } : done
  },
  duplicates: async ({ office, session }, { params, body }) => {
    const { record, input = {}, area } = body
    const found =
      record === undefined
        ? await duplicatesOf(office, session, { machine: params.machine, input, ...given({ area }) })
        : await duplicatesOfRecord(office, session, record)
    return found.ok ? { ok: true, value: { rows: found.value.map(duplicateLine) } } : found
  },
  manyChoices: async ({ office, session }, { params, body }) => {
    const found = await choicesForMany(office, session, params.machine, body.ids)
    if (!found.ok) return found
    return { ok: true, value: { rows: found.value.map((one) => ({ ...one, form: one.form.map(formField) })) } }
  },
  actOnMany: async ({ office, session }, { params, body }) => {
    const done = await actOnMany(office, session, { machine: params.machine, ...body })
    return done.ok ? { ok: true, value: { rows: [...done.value] } } : done
  },
  unmask: async ({ office, session }, { params, body }): Promise<Result<Answer<'unmask'>>> => {
    const shown = await unmask(office, session, params.id, body.field, body.reason, body.key)
    if (shown.ok) return { ok: true, value: { value: shown.value } }
    const { refusal } = shown
    const machine = (await office.store.record(session.scope, params.id))?.machine ?? ''
    return refusedByRules(refusal.code, explainRefusal(office, machine, refusal))
  },
  related: async ({ office, session }, { params }) => {
    const found = await relatedTo(office, session, params.id)
    return found.ok ? { ok: true, value: relatedGroups(found.value) } : found
  },
  recordFile: async ({ office, session }, { params }) => {
    const found = await caseFile(office, session, params.id, params.hash)
    if (!found.ok) return found
    const { bytes, mediaType, name } = found.value
    return file(bytes, mediaType, name)
  },
  keepFile: async ({ office, session, upload }) => {
    const bytes = await upload()
    if (!bytes.ok) return bytes
    const kept = await keepFile(office, session, bytes.value)
    if (!kept.ok) return kept
    const { hash, size, mediaType } = kept.value
    return { ok: true, value: { hash, size, ending: endingOf(mediaType) } }
  },
}

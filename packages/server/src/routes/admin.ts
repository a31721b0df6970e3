import {
  addPerson,
  addUnit,
  appoint,
  calendarOf,
  closeUnit,
  endPost,
  importOrganisation,
  indicatorsOf,
  lightRulesTold,
  logPage,
  mergeIndicators,
  previewLightRules,
  readSheet,
  renameUnit,
  setSetting,
  settingsOf,
  takeLightRules,
} from '@jiannuo/app'
import { instant } from '@jiannuo/kernel'
import type { Handlers } from '../http/handler.ts'
import { given } from '../views/given.ts'
import { organisation } from '../views/organisation.ts'
import { problemBody } from '../views/problem.ts'
import { closeAccount, issueAccount, openAccount, removeFactor, renewPassword } from './people-accounts.ts'
import { settingView } from '../views/setting.ts'
import { plainId } from './plain-id.ts'
import { unitKind } from '../views/organisation.ts'

type AdminNames =
  | 'organisation'
  | 'addUnit'
  | 'renameUnit'
  | 'closeUnit'
  | 'addPerson'
  | 'addPost'
  | 'endPost'
  | 'resetPassword'
  | 'openAccount'
  | 'closeAccount'
  | 'removeFactor'
  | 'importOrganisation'
  | 'settings'
  | 'setSetting'
  | 'lightRules'
  | 'previewLightRules'
  | 'setLightRules'
  | 'calendar'
  | 'indicators'
  | 'mergeIndicators'
  | 'log'

const NOTHING = { ok: true, value: {} } as const

/** Units, people, settings, rules, calendar, indicators, the log. Who may is decided by the use cases, not here. */
export const adminHandlers: Pick<Handlers, AdminNames> = {
  organisation: async ({ office, session, accounts }) => ({
    ok: true,
    value: await organisation(office, session, accounts),
  }),
  addUnit: async ({ office, session }, { body }) => {
    const { name, kind, parent } = body
    const id = body.id ?? plainId('u')
    const done = await addUnit(office, session, { id, name, kind: unitKind(kind), parent })
    return done.ok ? { ok: true, value: { id } } : done
  },
  renameUnit: async ({ office, session }, { params, body }) => {
    const done = await renameUnit(office, session, params.id, body.name)
    return done.ok ? NOTHING : done
  },
  closeUnit: async ({ office, session }, { params }) => {
    const done = await closeUnit(office, session, params.id)
    return done.ok ? NOTHING : done
  },
  addPerson: async (context, { body }) => {
    const { office, session } = context
    const id = plainId('p')
    const person = { id, name: body.name, ...given({ account: body.account }) }
    const added = await addPerson(office, session, person)
    if (!added.ok) return added
    const posted = await appoint(office, session, { person: id, role: body.role, unit: body.unit })
    if (!posted.ok) return posted
    if (body.account === undefined) return { ok: true, value: { id } }
    const issued = await issueAccount(context, { name: body.account, label: body.name, person: id })
    return issued.ok ? { ok: true, value: { id, password: issued.value } } : issued
  },
  addPost: async ({ office, session }, { params, body }) => {
    const done = await appoint(office, session, { person: params.id, role: body.role, unit: body.unit })
    return done.ok ? NOTHING : done
  },
  endPost: async ({ office, session }, { params }) => {
    const done = await endPost(office, session, params.id)
    return done.ok ? NOTHING : done
  },
  resetPassword: (context, { params }) => renewPassword(context, params.id),
  openAccount: (context, { params, body }) => openAccount(context, params.id, body.name),
  closeAccount: async (context, { params, body }) => {
    const done = await closeAccount(context, params.id, body.closed)
    return done.ok ? NOTHING : done
  },
  removeFactor: async (context, { params }) => {
    const done = await removeFactor(context, params.id)
    return done.ok ? NOTHING : done
  },
  importOrganisation: async ({ office, session, upload }, { query }) => {
    const bytes = await upload()
    if (!bytes.ok) return bytes
    const sheet = await readSheet(bytes.value, 'organisation.xlsx')
    if (!sheet.ok) return sheet
    const done = await importOrganisation(office, session, sheet.value, { dryRun: query.take !== 'true' })
    if (!done.ok) return done
    const { problems, ...counts } = done.value
    return { ok: true, value: { ...counts, problems: problems.map(problemBody) } }
  },
  settings: async ({ office, session }) => {
    const rows = await Promise.all(
      office.machines.ids.map(async (machine) => {
        const found = await settingsOf(office, session, machine)
        const machineTitle = office.machines.kit(machine)?.machine.title ?? machine
        return found.ok ? found.value.map((one) => settingView(machine, machineTitle, one)) : []
      }),
    )
    return { ok: true, value: { rows: rows.flat() } }
  },
  setSetting: async ({ office, session }, { body }) => {
    const { machine, setting, value, from } = body
    const at = from === undefined ? {} : { from: instant(from) }
    const done = await setSetting(office, session, machine, setting, value, at)
    return done.ok ? NOTHING : done
  },
  lightRules: async ({ office, session }) => {
    const { current, presets } = await lightRulesTold(office, session)
    const told = (one: typeof current) => ({ ...one, clauses: [...one.clauses] })
    return { ok: true, value: { current: told(current), presets: presets.map(told) } }
  },
  previewLightRules: async ({ office, session }, { body }) => {
    const done = await previewLightRules(office, session, body.preset)
    if (!done.ok) return done
    const changes = done.value.changes.map(({ record, ...rest }) => ({ id: record, ...rest }))
    return { ok: true, value: { judged: done.value.judged, changes } }
  },
  setLightRules: async ({ office, session }, { body }) => {
    const done = await takeLightRules(office, session, body.preset)
    return done.ok ? NOTHING : done
  },
  calendar: (_, { query }) => {
    const { days, ...rest } = calendarOf(query.year)
    return Promise.resolve({ ok: true, value: { ...rest, days: [...days] } })
  },
  indicators: async ({ office, session }, { query }) => {
    const { rows, total } = await indicatorsOf(office, session, query.q)
    return { ok: true, value: { total, rows: rows.map((one) => ({ ...one, aliases: [...one.aliases] })) } }
  },
  mergeIndicators: async ({ office, session }, { body }) => {
    const done = await mergeIndicators(office, session, body.from, body.into)
    return done.ok ? NOTHING : done
  },
  log: async ({ office, session }, { query }) => {
    const found = await logPage(office, session, given({ before: query.before, stream: query.stream }))
    if (!found.ok) return found
    return { ok: true, value: { rows: [...found.value.rows], ...given({ next: found.value.next }) } }
  },
}

import type { Office, OpenOfficeOptions, Session } from '@jiannuo/app'
import type { Instant, Result } from '@jiannuo/kernel'
import { cliProblem } from '../cli-problem.ts'
import { placeOf, placeOptions } from './place.ts'
import { refuseWork, sayProblems } from './run-command.ts'

/** Options of every command that works in an office. */
export const officeOptions = { ...placeOptions, district: { type: 'string' } } as const

/** Options of every command that somebody does: who, and at which moment. */
export const actorOptions = { ...officeOptions, as: { type: 'string' }, at: { type: 'string' } } as const

/** Values of those options. */
export interface OfficeValues {
  readonly data?: string
  readonly district?: string
  readonly as?: string
  readonly at?: string
}

/** Opens the office of the data, works in it, and closes it again, whatever comes of the work. */
export async function withOffice(
  values: OfficeValues,
  work: (office: Office) => Promise<number>,
  options: Pick<OpenOfficeOptions, 'now' | 'remembered' | 'settings'> = {},
): Promise<number> {
  const [{ openOffice }, { optionsFromEnvironment }] = await Promise.all([
    import('@jiannuo/app'),
    import('@jiannuo/store'),
  ])
  const at = await momentOf(values.at)
  if (!at.ok) return refuseWork(at.problems)
  const moment = at.value
  const masterKey = process.env.JIANNUO_MASTER_KEY
  const opened = await openOffice({
    ...placeOf(values, optionsFromEnvironment(process.env)),
    ...(masterKey ? { masterKey } : {}),
    ...(moment === undefined ? {} : { now: () => moment }),
    ...options,
  })
  if (!opened.ok) return refuseWork(opened.problems)
  const office = opened.value
  try {
    await sayProblems(office.notices)
    return await work(office)
  } finally {
    await office.close()
  }
}

/** The same, as a person of a district. */
export const withSession = (
  values: OfficeValues,
  work: (office: Office, session: Session) => Promise<number>,
): Promise<number> =>
  withOffice(values, async (office) => {
    const { sessionOf } = await import('@jiannuo/app')
    const district = await districtOf(office, values.district)
    if (!district.ok) return refuseWork(district.problems)
    if (values.as === undefined) return refuseWork([cliProblem('cli/who')])
    const session = await sessionOf(office, district.value, values.as)
    return session.ok ? work(office, session.value) : refuseWork(session.problems)
  })

/** The district that is meant: the one named, or the only one there is. */
export async function districtOf(office: Office, named: string | undefined): Promise<Result<string>> {
  if (named !== undefined) return { ok: true, value: named }
  const all = await office.store.districts()
  const [only] = all
  if (only !== undefined && all.length === 1) return { ok: true, value: only }
  return {
    ok: false,
    problems: [
      only === undefined ? cliProblem('cli/no-district') : cliProblem('cli/which-district', { all: all.join('、') }),
    ],
  }
}

/** A moment given as `2025-10-01 09:30`, local time; undefined when none was given. */
export async function momentOf(text: string | undefined): Promise<Result<Instant | undefined>> {
  if (text === undefined) return { ok: true, value: undefined }
  const { parseInstant } = await import('@jiannuo/kernel')
  return parseInstant(text)
}

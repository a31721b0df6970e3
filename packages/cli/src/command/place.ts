import { resolve } from 'node:path'
import type { OpenOptions } from '@jiannuo/store'

/** Options of every command that works on the data. */
export const placeOptions = { data: { type: 'string' } } as const

/** Where the data lie when nobody says: a folder of the working directory. */
const DEFAULT_FOLDER = 'jiannuo-data'

interface PlaceValues {
  readonly data?: string
}

/**
 * Which database is meant: `--data`, else `DATABASE_URL`, else the folder `JIANNUO_DATA`, else `jiannuo-data` here.
 *
 * @param fromEnvironment the store's own reading of the environment
 */
export function placeOf(values: PlaceValues, fromEnvironment: OpenOptions): OpenOptions & { readonly folder: string } {
  const folder = resolve(values.data ?? fromEnvironment.folder ?? DEFAULT_FOLDER)
  // A folder named on the command line is meant, whatever else is set.
  const { url, appUrl, ...here } = fromEnvironment
  const server =
    values.data === undefined && url !== undefined ? { url, ...(appUrl === undefined ? {} : { appUrl }) } : {}
  return { ...here, ...server, folder }
}

import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { guardServer, SHARED_FOLDER, SHARED_SERVER } from '../src/database/testing.ts'
import { stopEmbedded } from '../src/database/launcher/launcher.ts'

/**
 * What the test files of one run share: a folder in which the first that needs one starts an embedded server, and keeps what it has
 * prepared. Nothing is started here, so that a run without databases pays nothing. Afterwards server and folder are gone, also when the
 * run is killed.
 */
export function setup(): () => Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'jiannuo-tests-'))
  const server = join(folder, SHARED_SERVER)
  const callOff = guardServer(server, folder)
  process.env[SHARED_FOLDER] = folder
  return async () => {
    if (existsSync(server)) await stopEmbedded(server)
    rmSync(folder, { recursive: true, force: true })
    callOff()
  }
}

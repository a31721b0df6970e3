import { spawn } from 'node:child_process'
import type { ServiceUser } from './service-user.ts'

/** How a program ended. */
export interface Ended {
  /** Exit code; absent when it could not be started or was killed. */
  readonly code?: number
  /** What it said, or why it could not be started. */
  readonly output: string
}

/** Where and as whom a program runs. */
export interface RunOptions {
  readonly folder?: string
  readonly user?: ServiceUser | undefined
}

/** Runs a program of Postgres to its end. */
export const runProgram = (file: string, args: readonly string[], options: RunOptions = {}): Promise<Ended> =>
  new Promise((resolve) => {
    let output = ''
    const child = spawn(file, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: programEnvironment(),
      ...identityOf(options.user),
      ...(options.folder === undefined ? {} : { cwd: options.folder }),
    })
    const hear = (chunk: Buffer): void => {
      output = (output + chunk.toString()).slice(-LONGEST)
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.on('error', (error) => resolve({ output: error.message }))
    child.on('close', (code, signal) =>
      resolve(code === null ? { output: `${output}${signal ?? ''}` } : { code, output }),
    )
  })

const LONGEST = 20_000

/** User and group for a program, as Node takes them. */
export const identityOf = (user: ServiceUser | undefined): { readonly uid?: number; readonly gid?: number } =>
  user === undefined ? {} : { uid: user.uid, gid: user.gid }

/**
 * The environment for Postgres: nothing of ours but the search path, for PG… variables and locales of whoever starts it must
 * not change how it works. Windows needs its own variables to run anything.
 */
export const programEnvironment = (): NodeJS.ProcessEnv =>
  process.platform === 'win32' ? process.env : { PATH: process.env.PATH ?? '', LC_ALL: 'C', TZ: 'UTC' }

import { type ChildProcess, spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'rolldown'

const packages = fileURLToPath(new URL('../../', import.meta.url))
const bundle = fileURLToPath(new URL(`../../../node_modules/.cache/jiannuo-store/${process.pid}.mjs`, import.meta.url))

let built: Promise<unknown> | undefined

/** A process of its own that runs a piece of code on this package. */
export interface Child {
  readonly process: ChildProcess
  /** Waits for a line of output that begins so, and gives the rest of it. */
  line(begin: string): Promise<string>
  /** Waits for its end: exit code, or the signal that ended it. */
  readonly ended: Promise<number | string>
}

/**
 * Runs code in a process of its own. It finds this package as `store` and its words as `args`, and says things by `say`.
 */
export async function runChild(code: string, ...args: readonly string[]): Promise<Child> {
  return runChildWith({}, code, ...args)
}

/** As `runChild`, with variables of the environment besides ours. */
export async function runChildWith(
  env: Readonly<Record<string, string>>,
  code: string,
  ...args: readonly string[]
): Promise<Child> {
  built ??= bundleStore()
  await built
  const script = `import * as store from ${JSON.stringify(pathToFileURL(bundle).href)}
const args = ${JSON.stringify(args)}
const say = (...words) => console.log(words.join(' '))
const must = (result) => { if (!result.ok) { say('refused', JSON.stringify(result.problems)); process.exit(9) } return result.value }
const open = async (options) => must(await store.openDatabase(options))
${code}`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  })
  let output = ''
  let errors = ''
  const waiting = new Set<() => void>()
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString()
    for (const look of waiting) look()
  })
  child.stderr.on('data', (chunk: Buffer) => {
    errors += chunk.toString()
  })
  const ended = new Promise<number | string>((resolve) => {
    child.on('close', (status, signal) => resolve(status ?? signal ?? ''))
  })
  const line = (begin: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const look = () => {
        const found = output
          .split('\n')
          .slice(0, -1)
          .find((each) => each.startsWith(begin))
        if (found === undefined) return
        waiting.delete(look)
        resolve(found.slice(begin.length).trim())
      }
      waiting.add(look)
      look()
      void ended.then((how) => {
        look()
        reject(new Error(`no line "${begin}" before the end (${how}): ${output}${errors}`))
      })
    })
  return { process: child, line, ended }
}

/** Removes what `runChild` has made. */
export const removeBundle = (): void => rmSync(bundle, { force: true })

const bundleStore = (): Promise<unknown> =>
  build({
    input: `${packages}store/testing/child-entry.ts`,
    external: (id) => !id.startsWith('.') && !id.startsWith('/') && id !== '@jiannuo/kernel',
    resolve: { alias: { '@jiannuo/kernel': `${packages}kernel/src/index.ts` } },
    platform: 'node',
    logLevel: 'warn',
    output: { file: bundle, format: 'esm', codeSplitting: false },
  })

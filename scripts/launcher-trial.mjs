#!/usr/bin/env node
// The two halves of launcher-trial.sh that need more than a shell.
//
//   node launcher-trial.mjs copy PROJECT     a project of its own: the built store with all that it needs
//   node PROJECT/launcher-trial.mjs open FOLDER [hold]
//                                            opens the database of a data folder, brings its schema up to date, asks it something, and
//                                            prints one line of JSON; with "hold" it then stays until its input ends
import { cpSync, existsSync, mkdirSync, readFileSync, realpathSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))
const [what, folder, hold] = process.argv.slice(2)
if (what === 'copy') copyProject(folder)
else await open(folder)

function copyProject(to) {
  const modules = join(to, 'node_modules')
  const done = new Set()
  const copy = (name, from) => {
    if (done.has(name)) return
    const source = findPackage(name, from)
    if (source === undefined) return
    done.add(name)
    const filter = (path) =>
      !path.slice(source.length).includes('/node_modules') && !path.endsWith('.a') && !path.endsWith('.map')
    mkdirSync(dirname(join(modules, name)), { recursive: true })
    cpSync(source, join(modules, name), { recursive: true, verbatimSymlinks: true, filter })
    const { dependencies = {}, optionalDependencies = {} } = JSON.parse(
      readFileSync(join(source, 'package.json'), 'utf8'),
    )
    for (const other of Object.keys({ ...dependencies, ...optionalDependencies })) copy(other, source)
  }
  copy('@jiannuo/store', join(here, '..'))
  cpSync(fileURLToPath(import.meta.url), join(to, 'launcher-trial.mjs'))
}

/** The folder of a package, as Node looks for it from another folder; nothing for an optional one that is not installed. */
function findPackage(name, from) {
  for (let at = from; ; at = dirname(at)) {
    const path = join(at, 'node_modules', name)
    if (existsSync(join(path, 'package.json'))) return realpathSync(path)
    if (dirname(at) === at) return undefined
  }
}

async function open(data) {
  const store = join(here, 'node_modules', '@jiannuo', 'store')
  const load = (path) => import(pathToFileURL(join(store, 'dist', path)))
  const { databaseWording, openDatabase, optionsFromEnvironment, statusEmbedded } = await load('database/index.js')
  const { describeProblem } = await import('@jiannuo/kernel')
  const opened = await openDatabase({ ...optionsFromEnvironment(process.env), folder: data })
  const words = (problems) => problems.map((problem) => describeProblem(problem, databaseWording))
  if (!opened.ok) {
    console.log(JSON.stringify({ refused: words(opened.problems) }))
    process.exit(1)
  }
  const database = opened.value
  const { migrate } = await load('migrations/migrate.js')
  const migrated = await migrate(database)
  if (!migrated.ok) throw new Error(JSON.stringify(migrated.problems))
  await database.once('app', {}, 'select 1')
  const ms = Math.round(performance.now())
  const { pid } = statusEmbedded(data)
  console.log(
    JSON.stringify({ engine: database.engine, version: database.version, ms, pid, notices: words(database.notices) }),
  )
  if (hold === 'hold') await new Promise((resolve) => process.stdin.on('end', resolve).resume())
  await database.close()
}

// Cold start of the office: from the start of the process to its first answer, in an empty folder (the database is made, started and migrated) and
// again with the data there (the server was stopped in between), beside an empty Node process.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { median } from './office.mjs'

const command = fileURLToPath(new URL('../packages/cli/bin/jiannuo.js', import.meta.url))
const once = (args) => {
  const began = performance.now()
  execFileSync(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] })
  return performance.now() - began
}
const first = []
const later = []
const empty = []
for (let run = 0; run < 7; run++) {
  const folder = mkdtempSync(join(tmpdir(), 'jiannuo-start-'))
  try {
    empty.push(once(['-e', '0']))
    first.push(once([command, 'migrate', '--data', folder]))
    later.push(once([command, 'migrate', '--data', folder]))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
console.log(
  `start   node -e 0 ${median(empty).toFixed(0)} ms; first start, to the end of the process ${(median(first) / 1000).toFixed(2)} s (at most 3), later ${(median(later) / 1000).toFixed(2)} s (at most 1.5)`,
)

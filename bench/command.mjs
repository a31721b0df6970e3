// The whole command: cold start against an empty Node process, and the memory of reading a folder of 1,000 documents.
import { execFileSync, spawnSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadTexts, median, root } from './texts.mjs'

const command = join(root, 'packages', 'cli', 'bin', 'jiannuo.js')
const { folder } = loadTexts()
const documents = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => join(folder, name))
const seeds = join(root, '..', 'shared', 'seeds')
const subject = (() => {
  try {
    return join(
      seeds,
      readdirSync(seeds)
        .filter((n) => n.endsWith('.txt'))
        .sort()[0],
    )
  } catch {
    return documents[0]
  }
})()

const once = (args) => {
  const began = process.hrtime.bigint()
  execFileSync(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'], maxBuffer: 1 << 28 })
  return Number(process.hrtime.bigint() - began) / 1e6
}
const empty = []
const reading = []
for (let i = 0; i < 24; i++) {
  empty.push(once(['-e', '0']))
  reading.push(once([command, 'read', subject, '--json']))
}
const ratios = reading.slice(3).map((ms, i) => ms / empty[i + 3])
console.log(
  `cold    node -e 0 ${median(empty.slice(3)).toFixed(0)} ms, read --json ${median(reading.slice(3)).toFixed(0)} ms, ratio ${median(ratios).toFixed(2)}  (at most 3)`,
)

const many = mkdtempSync(join(tmpdir(), 'jiannuo-bench-'))
try {
  for (let i = 0; i < 1000; i++)
    copyFileSync(documents[i % documents.length], join(many, `${String(i).padStart(4, '0')}.txt`))
  const report = join(many, 'rss.log')
  const began = performance.now()
  const { status } = spawnSync(
    process.execPath,
    ['--import', join(root, 'bench', 'rss.mjs'), command, 'read', many, '--jsonl'],
    {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, JIANNUO_BENCH_RSS: report },
    },
  )
  const seconds = (performance.now() - began) / 1000
  const peak = execFileSync('tail', ['-n', '1', report], { encoding: 'utf8' }).trim()
  console.log(
    `memory  1,000 documents, ${seconds.toFixed(1)} s, exit ${status}, peak ${(Number(peak) / 1024).toFixed(0)} MB  (at most 400)`,
  )
} finally {
  rmSync(many, { recursive: true, force: true })
}

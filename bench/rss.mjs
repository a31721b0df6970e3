// Preloaded into the measured command: writes the process's peak resident size in KiB when it ends.
import { appendFileSync } from 'node:fs'
import { isMainThread } from 'node:worker_threads'

if (isMainThread)
  process.on('exit', () => appendFileSync(process.env.JIANNUO_BENCH_RSS, `${process.resourceUsage().maxRSS}\n`))

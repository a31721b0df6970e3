import { parentPort, workerData } from 'node:worker_threads'
import { processFile } from './outcome.ts'
import type { WorkerTask } from './pool.ts'

const { product, facts }: WorkerTask = workerData

// One file at a time; the bytes of the answer change hands instead of being copied.
parentPort?.on('message', (file: string) => {
  void processFile(file, product, facts).then((outcome) => {
    const buffer = outcome.line?.buffer
    parentPort?.postMessage(outcome, buffer instanceof ArrayBuffer ? [buffer] : [])
  })
})

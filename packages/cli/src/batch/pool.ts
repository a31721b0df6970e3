import { Worker } from 'node:worker_threads'
import { cliProblem } from '../cli-problem.ts'
import type { Facts } from '../read/arguments.ts'
import { reasonOf } from '../read/document.ts'
import { failedOutcome, type Outcome, type Product } from './outcome.ts'

/** What every worker is told when it starts. */
export interface WorkerTask {
  readonly product: Product
  readonly facts: Facts
}

/** Threads that read files. */
export interface Pool {
  /** Reads one file on the next free thread. Never rejects: a thread that dies is the outcome of its file. */
  readonly run: (file: string) => Promise<Outcome>
  readonly close: () => Promise<void>
}

interface Slot {
  worker: Worker | undefined
  /** Ends the file that the worker is at. */
  finish: ((outcome: Outcome) => void) | undefined
}

interface Waiting {
  readonly file: string
  readonly resolve: (outcome: Outcome) => void
}

/** The new space of a thread is kept small: memory is for documents, and short-lived tokens are cheap to sweep often. */
const RESOURCES = { maxYoungGenerationSizeMb: 16 }

/**
 * Starts threads as files come, up to `size`. A thread that a file brings down is replaced; the other files go on.
 *
 * @param script the worker's module
 */
export function createPool(size: number, task: WorkerTask, script: URL): Pool {
  const slots: Slot[] = Array.from({ length: size }, () => ({ worker: undefined, finish: undefined }))
  const queue: Waiting[] = []

  const next = (slot: Slot): void => {
    const waiting = queue.shift()
    if (waiting !== undefined) start(slot, waiting)
  }

  const start = (slot: Slot, { file, resolve }: Waiting): void => {
    const worker = slot.worker ?? startWorker(slot, task, script)
    slot.worker = worker
    const crash = (reason: string) =>
      slot.finish?.(failedOutcome(file, task.product, [cliProblem('cli/crashed', { name: file, reason })]))
    const onMessage = (outcome: Outcome) => slot.finish?.(outcome)
    const onError = (error: unknown) => crash(reasonOf(error))
    const onExit = (code: number) => crash(`线程以代码${code}退出`)
    worker.once('message', onMessage).once('error', onError).once('exit', onExit)
    slot.finish = (outcome) => {
      slot.finish = undefined
      worker.off('message', onMessage).off('error', onError).off('exit', onExit)
      resolve(outcome)
      next(slot)
    }
    worker.postMessage(file, [])
  }

  const run = (file: string): Promise<Outcome> =>
    new Promise((resolve) => {
      queue.push({ file, resolve })
      const free = slots.find(({ finish }) => finish === undefined)
      if (free !== undefined) next(free)
    })
  const close = async (): Promise<void> => {
    // A terminated thread looks like a crashed one; it must not be given the next file.
    queue.length = 0
    await Promise.all(slots.map(async ({ worker }) => worker?.terminate()))
  }
  return { run, close }
}

function startWorker(slot: Slot, task: WorkerTask, script: URL): Worker {
  const worker = new Worker(script, { workerData: task, resourceLimits: RESOURCES })
  // A dead worker is forgotten first, so that the next file of its slot gets a new one.
  const forget = () => {
    if (slot.worker === worker) slot.worker = undefined
  }
  worker.on('error', forget).on('exit', forget)
  return worker
}

import type { Result, SourceText } from '@jiannuo/kernel'
import { Worker } from 'node:worker_threads'
import { refuse } from '../limits.ts'
import type { SourceFile } from '../read-source.ts'
import { readPdfHere } from './read-here.ts'

// Running from sources, as unit tests do, there is no built worker to start.
const FROM_SOURCES = import.meta.url.endsWith('.ts')

let worker: Worker | undefined
let turn: Promise<unknown> = Promise.resolve()

/**
 * Reads a PDF in a thread of its own. The PDF library can lose a rejected promise over a damaged file, which would end the process, and
 * can compute for a very long time over a damaged font; a thread takes the first alone and can be ended for the second.
 * Files are read one after the other.
 */
export function readPdf(file: SourceFile): Promise<Result<SourceText>> {
  if (FROM_SOURCES) return readPdfHere(file)
  const mine = turn.then(() => readApart(file))
  turn = mine.catch(() => undefined)
  return mine
}

function readApart(file: SourceFile): Promise<Result<SourceText>> {
  const thread = (worker ??= new Worker(new URL('./pdf-worker.js', import.meta.url)))
  thread.ref()
  return new Promise((resolve) => {
    const limit = setTimeout(
      () => end(refuse('files/slow-pdf', { name: file.name, seconds: file.limits.pdfSeconds }), true),
      file.limits.pdfSeconds * 1000,
    )
    const onMessage = (result: Result<SourceText>): void => end(result, false)
    const onError = (): void => end(refuse('files/broken-pdf', { name: file.name, detail: '结构损坏' }), true)
    const end = (result: Result<SourceText>, lost: boolean): void => {
      clearTimeout(limit)
      thread.off('message', onMessage)
      thread.off('error', onError)
      thread.off('exit', onError)
      // an idle thread must not keep the process alive
      thread.unref()
      if (lost) {
        worker = undefined
        void thread.terminate()
      }
      resolve(result)
    }
    thread.on('message', onMessage)
    thread.on('error', onError)
    thread.on('exit', onError)
    thread.postMessage(file)
  })
}

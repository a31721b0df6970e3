import { parentPort } from 'node:worker_threads'
import type { SourceFile } from '../read-source.ts'
import { readPdfHere } from './read-here.ts'

// A rejection that the PDF library forgot to handle says nothing that its awaited promises do not say as well; this thread has no others.
process.on('unhandledRejection', () => undefined)

parentPort?.on('message', (file: SourceFile) => {
  readPdfHere(file).then(
    (result) => parentPort?.postMessage(result),
    (error: unknown) => {
      // a fault of our own: let it end the thread, which the reader reports for this file
      setImmediate(() => {
        throw error
      })
    },
  )
})

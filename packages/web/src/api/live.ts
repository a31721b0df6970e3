import { type Changed, EVENTS_PATH } from '@jiannuo/contract'
import type { QueryClient } from '@tanstack/react-query'

/** Changes come in bursts: what shows them is read again once for all of a burst. */
const QUIET_MS = 400

const isChanged = (value: unknown): value is Changed =>
  typeof value === 'object' && value !== null && 'machine' in value && 'record' in value

/** Lets pages follow what others do. @returns what ends it */
export function followChanges(queries: QueryClient): () => void {
  const source = new EventSource(EVENTS_PATH)
  const records = new Set<string>()
  let timer: ReturnType<typeof setTimeout> | undefined
  const refresh = (): void => {
    timer = undefined
    for (const key of ['overview', 'commitments', 'returns', 'documents', 'messages', 'systems', 'cases', 'related'])
      void queries.invalidateQueries({ queryKey: [key] })
    for (const record of records)
      for (const key of ['commitment', 'record']) void queries.invalidateQueries({ queryKey: [key, record] })
    records.clear()
  }
  source.addEventListener('changed', ({ data }: MessageEvent<string>) => {
    const change: unknown = JSON.parse(data)
    if (isChanged(change)) records.add(change.record)
    timer ??= setTimeout(refresh, QUIET_MS)
  })
  return () => {
    if (timer !== undefined) clearTimeout(timer)
    source.close()
  }
}

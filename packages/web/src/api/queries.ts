import type { EndpointName, Request } from '@jiannuo/contract'
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { ApiError, call, type Loose } from './client.ts'

/** Reads an endpoint and keeps what it gave; the same call from two places is made once. */
export const useRead = <K extends EndpointName>(name: K, request: Request<K> & Loose, enabled = true) =>
  useQuery({
    queryKey: [name, idOf(request), request],
    queryFn: () => call(name, request),
    enabled,
    placeholderData: keepPreviousData,
    retry: (count, error) => !(error instanceof ApiError) && count < 2,
  })

/** The id that a call is about, so that what changed can be read again by it. */
function idOf(request: unknown): string {
  if (typeof request !== 'object' || request === null || !('params' in request)) return ''
  const { params } = request
  return typeof params === 'object' && params !== null && 'id' in params && typeof params.id === 'string'
    ? params.id
    : ''
}

/** A change by an endpoint. What it may have changed is read again. */
export function useChange<K extends EndpointName>(name: K) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (request: Request<K> & Loose) => call(name, request),
    onSuccess: () => queries.invalidateQueries(),
  })
}

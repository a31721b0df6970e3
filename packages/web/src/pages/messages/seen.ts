import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRead } from '../../api/queries.ts'
import { useMe } from '../../app/session.tsx'

const keyOf = (person: string): string => `jiannuo-messages-${person}`

/** The newest message that was looked at on this machine, and how to note a newer one. */
export function useSeen(): { readonly seen: number; readonly note: (id: number) => void } {
  const { person = '' } = useMe()
  const queries = useQueryClient()
  const queryKey = ['messages-seen', person]
  const found = useQuery({
    queryKey,
    queryFn: () => Number(localStorage.getItem(keyOf(person)) ?? 0),
    initialData: () => Number(localStorage.getItem(keyOf(person)) ?? 0),
  })
  return {
    seen: found.data,
    note: (id) => {
      localStorage.setItem(keyOf(person), String(id))
      queries.setQueryData(queryKey, id)
    },
  }
}

/** How many messages are new on this machine, in words; empty where none is. */
export function useFresh(): string {
  const { seen } = useSeen()
  const found = useRead('messages', { query: {} })
  const fresh = (found.data?.rows ?? []).filter(({ id }) => Number(id) > seen).length
  if (fresh === 0) return ''
  return fresh === found.data?.rows.length && found.data.next !== undefined ? `${fresh}+` : String(fresh)
}

import type { DocumentDetail, ProposalView } from '@jiannuo/contract'
import { useCallback } from 'react'
import { useChange } from '../../api/queries.ts'

/** Deciding about proposals of a document; whoever decides one goes on to the next. */
export function useDeciding(detail: DocumentDetail, listed: readonly ProposalView[], pick: (item: string) => void) {
  const decide = useChange('decide')
  const { id } = detail.row
  const next = useCallback(
    (item: string) => {
      const at = listed.findIndex((one) => one.item === item)
      const after = listed[at + 1] ?? listed[at - 1]
      if (after !== undefined) pick(after.item)
    },
    [listed, pick],
  )
  return {
    error: decide.error,
    confirm: (item: string) => {
      decide.mutate({ params: { id }, body: { decide: 'confirm', items: [item] } })
      next(item)
    },
    reject: (item: string, reason: string) => {
      decide.mutate({ params: { id }, body: { decide: 'reject', items: [item], reason } })
      next(item)
    },
    reopen: (item: string) => decide.mutate({ params: { id }, body: { decide: 'reopen', items: [item] } }),
    merge: (items: readonly string[], title: string) =>
      decide.mutate({ params: { id }, body: { decide: 'merge', items: [...items], title } }),
  }
}

/** What a key does: to the proposal that is looked at where it is still open, and up and down among all. */
export interface Keys {
  readonly move: (by: number) => void
  readonly confirm: () => void
  readonly reject: () => void
  readonly edit: () => void
  readonly split: () => void
  readonly choose: () => void
}

/** Carries out a key pressed on the list itself. */
export function pressed(event: React.KeyboardEvent, open: boolean, keys: Keys): void {
  const acts: Readonly<Record<string, () => void>> = {
    ArrowDown: () => keys.move(1),
    ArrowUp: () => keys.move(-1),
    ...(open ? { Enter: keys.confirm, x: keys.reject, e: keys.edit, s: keys.split, ' ': keys.choose } : {}),
  }
  const act = acts[event.key]
  if (act === undefined || event.target !== event.currentTarget) return
  event.preventDefault()
  act()
}

import type { Store } from '@jiannuo/store'
import { type DistrictView, loadDistrict } from './district-view.ts'

/** The districts that this office works with, as last read. */
export interface Districts {
  /** The district's view; read again when it was dropped or has grown old. */
  readonly view: (district: string) => Promise<DistrictView>
  /** The view when it is at hand and fresh, so that a command need not wait for a turn of the event loop. */
  readonly atHand: (district: string) => DistrictView | undefined
  /** Forgets a view: something in it was changed. */
  readonly drop: (district: string) => void
}

interface Kept {
  readonly loading: Promise<DistrictView>
  value?: DistrictView
  until: number
}

/**
 * @param freshMs how long a view is trusted: another process may have ended a post or changed a setting meanwhile
 * @param ticks running time in milliseconds; not the office's clock, which a simulation moves
 */
export function districtsOf(store: Store, freshMs: number, ticks: () => number): Districts {
  const kept = new Map<string, Kept>()
  const fresh = (district: string): Kept | undefined => {
    const found = kept.get(district)
    return found !== undefined && found.until > ticks() ? found : undefined
  }
  const load = (district: string): Kept => {
    const entry: Kept = { loading: loadDistrict(store, district), until: Number.POSITIVE_INFINITY }
    kept.set(district, entry)
    entry.loading.then(
      (value) => {
        entry.value = value
        entry.until = ticks() + freshMs
      },
      // The caller hears of it through its own wait; the next one tries again.
      () => {
        if (kept.get(district) === entry) kept.delete(district)
      },
    )
    return entry
  }
  return {
    view: (district) => (fresh(district) ?? load(district)).loading,
    atHand: (district) => fresh(district)?.value,
    drop: (district) => {
      kept.delete(district)
    },
  }
}

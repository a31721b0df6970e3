/**
 * Works on items side by side and hands the results over in the order of the items. At most `window` items are under way or
 * finished and waiting, so memory does not grow with their number, and a slow taker slows the work.
 *
 * @param take is waited for before the next result is handed over; false ends the work
 */
export async function inOrder<Item, Outcome>(
  items: readonly Item[],
  work: (item: Item) => Promise<Outcome>,
  window: number,
  take: (outcome: Outcome) => Promise<boolean>,
): Promise<void> {
  const pending: Promise<Outcome>[] = []
  for (let next = 0; next < items.length || pending.length > 0; ) {
    while (next < items.length && pending.length < Math.max(1, window)) {
      const [item] = items.slice(next, next + 1)
      next++
      if (item !== undefined) pending.push(work(item))
    }
    const outcome = await pending.shift()
    if (outcome !== undefined && !(await take(outcome))) return
  }
}

import { describe, expect, it } from 'vitest'
import { eyes, type Kit, onEveryEngine, all, shared } from '../testing/contract.ts'
import { acting, assigning, at, commitOf, DISTRICT, opening, step, stateOf } from '../testing/toy.ts'
import { isUnchanged, wasQuiet } from './read/mark.ts'

onEveryEngine('reading at once', (kit) => {
  describe('marks', () => marks(kit))
  describe('pages', () => pages(kit))
})

function marks(kit: Kit): void {
  const store = shared(kit)

  it('S79 two marks tell whether something was written between them', async () => {
    const empty = await store().mark(DISTRICT)
    expect(isUnchanged(empty, await store().mark(DISTRICT))).toBe(true)
    await store().commit(all, acting(undefined, 'a', opening()))
    const first = await store().mark(DISTRICT)
    expect([empty.head, isUnchanged(empty, first)]).toEqual([0, false])
    expect(isUnchanged(first, await store().mark(DISTRICT))).toBe(true)
    await store().commit({ ...all, district: 'harbour' }, commitOf([step(undefined, 'x', opening(), 'harbour')]))
    expect(isUnchanged(first, await store().mark(DISTRICT))).toBe(true)
  })

  it.skipIf(kit.engine === 'pglite')(
    'S79 a command that comes in behind one with a larger position counts',
    async () => {
      let release = (): void => {}
      const held = new Promise<void>((resolve) => {
        release = resolve
      })
      let begun = (): void => {}
      const written = new Promise<void>((resolve) => {
        begun = resolve
      })
      const slow = store().database.transaction('owner', {}, async (session) => {
        await session.query(
          `insert into log (district, stream, seq, at, position, key, body, hash)
          values ($1, 'slow', 1, $2, nextval('log_position'), 'slow', '{}', '\\x00')`,
          [DISTRICT, at(3)],
        )
        begun()
        await held
      })
      await written
      await store().commit(all, acting(undefined, 'b', opening()))
      const before = await store().mark(DISTRICT)
      release()
      await slow
      const after = await store().mark(DISTRICT)
      expect(after.head).toBe(before.head)
      expect(isUnchanged(before, after)).toBe(false)
      expect(isUnchanged(after, await store().mark(DISTRICT))).toBe(true)
    },
  )

  it('S82 what came in behind a mark is found, with what a new record points to', async () => {
    const first = step(undefined, 'c1', opening())
    await store().commit(all, commitOf([first]))
    const before = await store().mark(DISTRICT)
    expect(wasQuiet(before)).toBe(true)
    await store().commit(all, acting(undefined, 'c2', opening({ fields: { facets: ['kind=a'] } })))
    await store().commit(all, acting(stateOf(first), 'c1', assigning('roads')))
    const changes = await store().changes(DISTRICT, before.head, 10)
    expect(changes.map(({ stream, facets }) => [stream, facets])).toEqual([
      ['record:c2', ['kind=a']],
      ['record:c1', []],
    ])
    expect(changes.every(({ position }) => position > before.head)).toBe(true)
    expect(await store().changes(DISTRICT, before.head, 1)).toEqual(changes.slice(0, 1))
    expect((await store().changes('harbour', 0, 10)).filter(({ stream }) => /c[12]$/.test(stream))).toEqual([])
  })
}

function pages(kit: Kit): void {
  const store = shared(kit)

  it('S80 a page comes with its records whole, the same rows in the same order', async () => {
    for (let n = 0; n < 9; n += 1) {
      const first = step(
        undefined,
        `r${n}`,
        opening({ at: at(n), fields: { facets: [n % 2 === 0 ? 'kind=road' : 'kind=water'] } }),
      )
      await store().commit(all, commitOf([first]))
      if (n < 6) await store().commit(all, acting(stateOf(first), `r${n}`, assigning(n < 3 ? 'roads' : 'water')))
    }
    const filters = [{}, { facets: [['kind=road']] }, { leads: ['roads', 'water'] }, { states: ['open'] }]
    for (const scope of [all, eyes('roads'), eyes()])
      for (const filter of filters)
        for (const order of ['due', 'newest'] as const) {
          const asked = { machine: 'toy', order, limit: 4, ...filter }
          const whole = await store().listWhole(scope, asked)
          expect(whole.map(({ row }) => row)).toEqual(await store().list(scope, asked))
          expect(whole.map(({ state }) => state)).toEqual(
            await store().records(
              scope,
              whole.map(({ row }) => row.id),
            ),
          )
        }
  })

  it('S81 reads asked for at once answer as if each had been asked alone', async () => {
    const asked = { machine: 'toy', order: 'newest' as const, limit: 50 }
    const scopes = [all, eyes('roads'), all, eyes('nobody'), all]
    const answers = await Promise.all([
      ...scopes.map((scope) => store().list(scope, asked)),
      ...Array.from({ length: 20 }, (_, n) =>
        store()
          .record(all, `r${n % 9}`)
          .then((state) => [state?.id]),
      ),
    ])
    expect(answers.slice(0, 5)).toEqual(await Promise.all(scopes.map((scope) => store().list(scope, asked))))
    expect(answers.slice(5).flat()).toEqual(Array.from({ length: 20 }, (_, n) => `r${n % 9}`))
    const [good, bad] = await Promise.allSettled([
      store().list(all, asked),
      store().list(all, { ...asked, openedFrom: Number.NaN as never }),
    ])
    expect(good.status === 'fulfilled' && good.value.length).toBe(9)
    expect(bad.status).toBe('rejected')
  })
}

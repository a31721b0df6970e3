import type pg from 'pg'
import { expect, it } from 'vitest'
import { type Flight, Flights } from './flights.ts'

const results = ({ statements }: Flight): readonly pg.QueryResult[] =>
  statements.map(({ text }) => ({ command: text, rowCount: 0, oid: 0, fields: [], rows: [] }))

/** Flights that note what flew; a statement `bad` fails whatever flies with it. */
function noted() {
  const flown: string[][] = []
  const flights = new Flights(async (flight) => {
    flown.push(flight.statements.map(({ text }) => text))
    if (flight.statements.some(({ text }) => text === 'bad')) throw new Error('bad')
    return results(flight)
  })
  const ask = async (text: string, opening = 'begin'): Promise<string> =>
    (await flights.join('app', opening, { text })).command
  return { flown, ask }
}

it('what is asked at once under the same settings flies together, eight at most', async () => {
  const { flown, ask } = noted()
  const texts = Array.from({ length: 10 }, (_, n) => `q${n}`)
  expect(await Promise.all([...texts.map((text) => ask(text)), ask('other', 'begin;set local x')])).toEqual([
    ...texts,
    'other',
  ])
  expect(flown).toEqual([texts.slice(0, 8), texts.slice(8), ['other']])
  expect(await ask('later')).toBe('later')
  expect(flown.at(-1)).toEqual(['later'])
})

it('one that fails fails alone', async () => {
  const { flown, ask } = noted()
  const settled = await Promise.allSettled([ask('a'), ask('bad'), ask('b')])
  expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect(flown).toEqual([['a', 'bad', 'b'], ['a'], ['bad'], ['b']])
})

import { expect, it } from 'vitest'
import { play } from '../../testing/play.ts'
import { step, told } from '../example.ts'
import { supervisor } from './examples-people.ts'
import { feeds } from './feeds.loop.ts'

const start = step(supervisor, 'start', '2026-02-10 09:00', 'running', {
  title: '“四上”企业 净增',
  address: 'above-scale-firms.netIncrease@2026;by=toDate',
  series: 'm:above-scale-firms.netIncrease@2026;by=toDate',
  by: 'toDate',
})
const counted = (at: string, version: string, value: number) =>
  told('gather', at, 'running', { period: '2026-02', version, covers: 'toDate', value, unit: '户' })

it('Y57 each count is a reading of its own beside those before', () => {
  const { record, office } = play(feeds, [
    start,
    counted('2026-02-10 09:01', 'preliminary', 3),
    counted('2026-03-12 09:00', 'final', 4),
    counted('2026-05-06 09:00', 'final', 5),
  ])
  const read = office
    .entries()
    .flatMap(({ transition }) => transition.entry.events.filter(({ type }) => type === 'read'))
  expect(read).toMatchObject([
    { version: 'preliminary', value: 3, source: 'measure' },
    { version: 'final', value: 4 },
    { version: 'final', value: 5 },
  ])
  expect(record.fields).toMatchObject({ lastPeriod: '2026-02', lastValue: 5 })
})

it('Y57 people start and stop a feed, and none of them counts', () => {
  const byHand = step(supervisor, 'gather', '2026-02-10 10:00', 'running', { period: '2026-02', value: 99 })
  const stop = step(supervisor, 'stop', '2026-02-11 09:00', 'stopped', { reason: '口径有争议。' })
  const late = counted('2026-02-12 09:00', 'preliminary', 7)
  const { record, refusals } = play(feeds, [start, byHand, stop, late])
  expect(refusals.map(({ code }) => code)).toEqual(['engine/system-action', 'engine/wrong-state'])
  expect(record.fields['lastValue']).toBeUndefined()
})

import { expect, it } from 'vitest'
import { play } from '../../testing/play.ts'
import { step } from '../example.ts'
import { documents } from './documents.loop.ts'
import { supervisor } from './examples-people.ts'

const taken = step(supervisor, 'import', '2026-01-15 09:00', 'read', { title: '兰台区政府工作报告' })
const decide = (at: string, ...decided: readonly { readonly item: string; readonly decision: string }[]) =>
  step(supervisor, 'decide', at, 'confirming', { decided })

it('Y36 a later decision takes the place of the one before, and the log keeps both', () => {
  const { record, office } = play(documents, [
    taken,
    decide('2026-01-15 10:00', { item: 's1', decision: 'rejected' }, { item: 's2', decision: 'confirmed' }),
    decide('2026-01-15 11:00', { item: 's1', decision: 'confirmed' }),
  ])
  expect(record.fields['decisions']).toEqual([
    { item: 's1', decision: 'confirmed' },
    { item: 's2', decision: 'confirmed' },
  ])
  const put = office.entries().flatMap(({ transition }) => transition.entry.events.filter((e) => e.type === 'rowsPut'))
  expect(put.map((event) => event.type === 'rowsPut' && event.rows.length)).toEqual([2, 1])
})

it('Y36 only what nobody has begun to decide is thrown away', () => {
  const discard = step(supervisor, 'discard', '2026-01-15 12:00', 'discarded', { reason: '传错。' })
  expect(play(documents, [taken, discard]).record.state).toBe('discarded')
  const begun = play(documents, [taken, decide('2026-01-15 10:00', { item: 's1', decision: 'confirmed' }), discard])
  expect([begun.record.state, begun.refusals.map(({ code }) => code)]).toEqual(['confirming', ['engine/wrong-state']])
})

it('Y36 taken up again, the time to confirm begins anew', () => {
  const { record } = play(documents, [
    taken,
    step(supervisor, 'finish', '2026-01-16 09:00', 'confirmed'),
    step(supervisor, 'reopen', '2026-02-02 09:00', 'confirming', { reason: '漏读一条。' }),
  ])
  expect(record.closedAt).toBeUndefined()
  expect(record.clocks['confirm']?.run.stoppedAt).toBeUndefined()
  expect(record.clocks['confirm']?.former).toHaveLength(1)
})

it('Y36 who confirms is told when the time has run out', () => {
  const { office } = play(documents, [taken], {}, '2026-01-30 09:00')
  const told = office.entries().at(-1)?.transition
  expect(told?.entry.action).toBe('mark:confirm.due')
  expect(told?.effects.map((effect) => effect.type === 'notify' && effect.role)).toEqual([
    'administrator',
    'supervisor',
  ])
})

it('Y37 results become readings with the version that they had', () => {
  const row = { series: 'i:lantai:gdp:level', covers: 'period', unit: '亿元', source: 'document' }
  const { office, record } = play(documents, [
    taken,
    step(supervisor, 'readResults', '2026-01-15 10:00', 'read', {
      results: [
        { id: 'a', ...row, period: '2025', version: 'forecast', value: 602 },
        { id: 'b', ...row, period: '2024', version: 'final', value: 571.3 },
      ],
    }),
  ])
  const events = office.entries().at(-1)?.transition.entry.events ?? []
  expect(events).toMatchObject([
    { type: 'read', period: '2025', version: 'forecast', value: 602 },
    { type: 'read', period: '2024', version: 'final', value: 571.3 },
  ])
  expect(record.fields['decisions']).toBeUndefined()
})

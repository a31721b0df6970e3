import { describe, expect, it } from 'vitest'
import { CASE, lantai, offices, testClock } from '../../testing/kit.ts'

const open = offices()

describe('commands', () => {
  it('A10 a case goes from the call to the archive', async () => {
    const clock = testClock('2025-09-26 09:00')
    const office = await open(clock)
    const { act } = await lantai(office)
    const opened = await act('lantai-operator-1', { action: 'accept', input: CASE })
    console.log(opened)
    const record = 'record' in opened ? opened.record : ''
    const log = []
    for (const [person, action, input] of [
      ['lantai-dispatcher-1', 'clear', {}],
      ['lantai-dispatcher-1', 'dispatch', {}],
      ['lantai-urban-a', 'signIn', {}],
      ['lantai-urban-a', 'finish', { contacted: true, solved: true, reply: '已修补。' }],
      ['lantai-urban-c', 'approve', {}],
      ['lantai-callerBack-1', 'callBack', { contacted: true, solved: true, satisfaction: 'satisfied' }],
    ] as const) {
      clock.pass(30)
      log.push(await act(person, { action, record, input }))
    }
    console.log(log)
    expect(log.at(-1)).toMatchObject({ state: 'archived', seq: 7 })
  })
})

import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { answerOf, type Browser, testServer } from '../testing/kit.ts'

const PLAN = new URL('../../../examples/lantai-2026-plan.txt', import.meta.url)

/** What a page hears, line by line, as far as it has come. */
async function listen(who: Browser) {
  const response = await who.get('/api/events')
  const heard: string[] = []
  let over = false
  const ended = (async () => {
    const decoder = new TextDecoder()
    for await (const chunk of response.body ?? []) heard.push(decoder.decode(chunk))
    over = true
  })()
  return { response, heard, ended, isOver: () => over }
}

async function until(isSo: () => boolean, ms = 10_000): Promise<boolean> {
  for (const began = Date.now(); Date.now() - began < ms; await new Promise((resolve) => setTimeout(resolve, 50)))
    if (isSo()) return true
  return isSo()
}

it('V18 pages hear of what they may see within seconds, and of nothing once their session is over', async () => {
  const { as, parts, browser } = await testServer({}, '2026-01-27 09:00')
  expect((await browser().get('/api/events')).status).toBe(401)
  const [supervisor, clerk] = [await as('lantai-supervisor-1'), await as('lantai-education-a')]
  const [one, two] = [await listen(supervisor), await listen(clerk)]
  expect(one.response.headers.get('content-type')).toContain('text/event-stream')
  expect(await until(() => parts.live.size === 2)).toBe(true)
  const { row } = await answerOf(
    'importDocument',
    supervisor.upload('/api/documents?name=plan.txt&own=true', readFileSync(PLAN)),
  )
  const { proposals } = await answerOf('document', supervisor.get(`/api/documents/${row.id}`))
  const item = proposals[0]?.item ?? ''
  const body = { decide: 'confirm', items: [item], corrections: { [item]: { leadUnit: 'lantai-health' } } }
  const { commitments } = await answerOf('decide', supervisor.post(`/api/documents/${row.id}/decisions`, body))
  const line = `event: changed\ndata: {"machine":"commitments","record":"${commitments[item]}"}`
  expect(await until(() => one.heard.join('').includes(line))).toBe(true)
  expect(two.heard.join('')).not.toContain(commitments[item])
  expect(one.heard.join('')).not.toContain('lantai-supervisor')
  await clerk.send('DELETE', '/api/session')
  expect(await until(two.isOver)).toBe(true)
  parts.live.close()
  await Promise.all([one.ended, two.ended])
  expect(parts.live.size).toBe(0)
})

import { beforeAll, describe, expect, it } from 'vitest'
import { CASE } from '../../app/testing/kit.ts'
import { answerOf, type Browser, codeIn, testServer } from '../testing/kit.ts'

type Server = Awaited<ReturnType<typeof testServer>>

const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 7])
const BASE = '/api/systems/hotline'
let keys = 0
const freshKey = (): string => `case-key-${++keys}`

/** A sheet as a person has it: other titles than ours, one good row and one that is not. */
const SHEET = new TextEncoder().encode(
  [
    '上级工单号,事项标题,来源渠道,诉求类型,诉求分类,紧急程度,诉求内容,备注',
    'LT900,书带街路灯不亮,市级热线,求助,路面破损,一般,书带街路灯连着三晚不亮。,甲',
    'LT901,芸阁巷积水,市级热线,唠叨,路面破损,一般,巷口积水。,乙',
  ].join('\r\n'),
)

describe('cases over HTTP', () => {
  let server: Server
  let operator: Browser
  let dispatcher: Browser
  let handler: Browser
  const openOne = async (more: object = {}) => {
    const body = { action: 'accept', input: { ...CASE, ...more }, key: freshKey() }
    return (await answerOf('openCase', operator.post(`${BASE}/cases`, body))).record
  }
  const act = (who: Browser, record: string, action: string, input: object = {}) =>
    who.post(`/api/records/${record}/actions/${action}`, { input, key: freshKey() })
  const rows = async (who: Browser, query = '') => (await answerOf('cases', who.get(`${BASE}/cases${query}`))).rows
  beforeAll(async () => {
    server = await testServer()
    operator = await server.as('lantai-operator-1')
    dispatcher = await server.as('lantai-dispatcher-1')
    handler = await server.as('lantai-urban-a')
  }, 60_000)

  it('V26 a system tells its forms and lists, and opens a record by its own opening actions alone', async () => {
    const setup = await answerOf('system', operator.get(BASE))
    expect(setup.openings[0]).toMatchObject({ action: 'accept', allowed: true, areaField: 'area' })
    const record = await openOne()
    expect(await rows(dispatcher, '?mine=true')).toMatchObject([{ id: record, stateTitle: '已受理', mine: true }])
    const wrong = { action: 'clear', input: {}, key: freshKey() }
    expect(await codeIn(await operator.post(`${BASE}/cases`, wrong))).toBe('server/no-opening')
    const body = { action: 'accept', input: CASE, key: freshKey() }
    expect((await handler.post(`${BASE}/cases`, body)).status).toBe(409)
    expect((await operator.get('/api/systems/nothing')).status).toBe(404)
    expect((await (await server.as('lantai-statistician-1')).get(BASE)).status).toBe(403)
    const tiles = await answerOf('systems', dispatcher.get('/api/systems'))
    expect(tiles.rows.find(({ machine }) => machine === 'hotline')).toMatchObject({ waiting: 1, open: 1 })
  })

  it('V27 lists are narrowed by their query, facets too, and say what is wrong with one', async () => {
    expect(await rows(dispatcher, '?state=ready')).toEqual([])
    expect(await rows(dispatcher, `?q=${encodeURIComponent('坑洞')}&area=lantai-yanchi`)).toHaveLength(1)
    expect(await rows(dispatcher, '?facet=kind=help|kind=complaint')).toEqual([])
    expect((await dispatcher.get(`${BASE}/cases?due=yesterday`)).status).toBe(422)
    expect((await dispatcher.get(`${BASE}/cases?lead=nowhere`)).status).toBe(404)
    const sheet = await dispatcher.get(`${BASE}/sheet?show=all`)
    expect(sheet.headers.get('content-disposition')).toContain('.xlsx')
    expect((await sheet.arrayBuffer()).byteLength).toBeGreaterThan(1000)
  })

  it('V28 candidates for duplicates while a record is written, and of one that is', async () => {
    const input = { title: '砚池路12号路面坑洞', content: '砚池路12号门前路面有坑洞，请修补。' }
    const draft = { input, area: CASE.area }
    const found = await answerOf('duplicates', operator.post(`${BASE}/duplicates`, draft))
    expect(found.rows[0]).toMatchObject({ why: expect.stringContaining('内容相近') })
    const record = await openOne(input)
    const again = await answerOf('duplicates', dispatcher.post(`${BASE}/duplicates`, { record }))
    expect(again.rows.map(({ why }) => why).join()).toContain('诉求人相同')
    const whole = await answerOf('record', dispatcher.get(`/api/records/${record}`))
    expect(whole.actions.find(({ action }) => action === 'merge')?.joins).toBe('head')
    expect(await codeIn(await act(dispatcher, record, 'merge', { head: found.rows[0]?.id }))).toBe('ok')
    const joined = await answerOf('record', dispatcher.get(`/api/records/${record}`))
    expect(joined.head?.id).toBe(found.rows[0]?.id)
  })

  it('V29 a personal value is shown whole with a reason, to whoever may, and that is in its history', async () => {
    const record = await openOne({ title: '韦编东路夜间施工' })
    const body = () => ({ field: 'callerPhone', reason: '回电核实地点', key: freshKey() })
    expect(await codeIn(await dispatcher.post(`/api/records/${record}/unmask`, body()))).not.toBe('ok')
    const shown = await answerOf('unmask', operator.post(`/api/records/${record}/unmask`, body()))
    expect(shown.value).toBe(CASE.callerPhone)
    const whole = await answerOf('record', operator.get(`/api/records/${record}`))
    expect(whole.timeline.at(-1)?.lines.join()).toContain('回电核实地点')
    expect(whole.fields.find(({ id }) => id === 'callerPhone')).toMatchObject({ masked: true, mayUnmask: true })
    expect(JSON.stringify(whole)).not.toContain(CASE.callerPhone)
  })

  it('V30 evidence goes up by its content and comes down with its record alone', async () => {
    const record = await openOne({ title: '印奁路垃圾清运' })
    const kept = await answerOf('keepFile', operator.upload('/api/files?name=a.png', PNG))
    expect(kept.ending).toBe('png')
    const exe = Uint8Array.from([0x4d, 0x5a, 0, 0])
    expect(await codeIn(await operator.upload('/api/files?name=a.png', exe))).toBe('app/file-kind')
    const file = `/api/records/${record}/files/${kept.hash}`
    expect((await operator.get(file)).status).toBe(404)
    await answerOf('act', act(operator, record, 'addWord', { said: '附照片。', files: [kept.hash] }))
    const got = await operator.get(file)
    expect([got.status, got.headers.get('content-type')]).toEqual([200, 'image/png'])
    expect(new Uint8Array(await got.arrayBuffer())).toEqual(PNG)
    expect((await (await server.as('lantai-education-a')).get(file)).status).toBe(404)
  })

  it('V31 one action for many, each result told; a sheet is looked through first, taken once', async () => {
    const ids = (await rows(dispatcher, '?state=accepted')).map(({ id }) => id)
    const choices = await answerOf('manyChoices', dispatcher.post(`${BASE}/many/choices`, { ids }))
    expect(choices.rows.find(({ action }) => action === 'clear')?.count).toBe(ids.length)
    const body = { ids: [...ids, 'no-such'], action: 'clear', input: {}, key: freshKey() }
    const done = await answerOf('actOnMany', dispatcher.post(`${BASE}/many`, body))
    expect(done.rows.map(({ ok }) => ok)).toEqual([...ids.map(() => true), false])
    const path = `${BASE}/sheet?name=a.csv`
    const seen = await answerOf('importCases', operator.upload(path, SHEET))
    expect(seen).toMatchObject({ rows: 2, opened: 0, failed: 1 })
    expect(seen.columns).toEqual(['cityNumber', 'title', 'channel', 'kind', 'category', 'urgency', 'content', ''])
    expect(seen.problems[0]?.place).toContain('第3行')
    const unsure = `${path}&columns=,title,,,,,,`
    expect((await answerOf('importCases', operator.upload(unsure, SHEET))).problems[0]?.message).toContain('缺少必填')
    const taking = `${path}&take=true&saveAs=city&columns=${seen.columns.join(',')}`
    expect(await answerOf('importCases', operator.upload(taking, SHEET))).toMatchObject({ opened: 1, repeated: 0 })
    expect(await answerOf('importCases', operator.upload(taking, SHEET))).toMatchObject({ opened: 0, repeated: 1 })
    expect((await answerOf('system', operator.get(BASE))).sheet?.mappings).toEqual(['city'])
    // Whoever may not register is told so row by row.
    expect(await answerOf('importCases', handler.upload(`${path}&take=true`, SHEET))).toMatchObject({ opened: 0 })
    expect((await answerOf('related', operator.get(`/api/records/${ids[0]}/related`))).groups).toEqual([])
  })
})

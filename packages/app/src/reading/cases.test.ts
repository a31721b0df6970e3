import { readSheet } from '@jiannuo/files'
import { beforeAll, describe, expect, it } from 'vitest'
import { advance, codeOf, lantai, offices, openCase, testClock, valueOf } from '../../testing/kit.ts'
import {
  actOnMany,
  caseFile,
  caseList,
  type CaseQuery,
  caseSetup,
  caseSheet,
  caseView,
  choicesForMany,
  duplicatesOfRecord,
  inbox,
  keepFile,
  type Office,
  relatedTo,
  systemsOf,
} from '../index.ts'

const open = offices()
const clock = testClock('2025-09-25 09:00')
let office: Office
let as: Awaited<ReturnType<typeof lantai>>['as']
let act: Awaited<ReturnType<typeof lantai>>['act']
/** Dispatched to the urban office; received only; dispatched and most urgent. */
let sent = ''
let fresh = ''
let urgent = ''

beforeAll(async () => {
  office = await open(clock)
  ;({ as, act } = await lantai(office))
  sent = await openCase(act)
  await advance(act, sent, 'dispatch')
  urgent = await openCase(act, {
    urgency: 'critical',
    title: '澄心路燃气异味',
    content: '澄心路有燃气异味，请马上查看。',
  })
  await advance(act, urgent, 'dispatch')
  fresh = await openCase(act, { title: '砚池路12号路面有坑洞', category: '040102' })
}, 60_000)

const listOf = async (person: string, query: Partial<CaseQuery> = {}) =>
  valueOf(await caseList(office, await as(person), { machine: 'hotline', ...query }))
const idsOf = async (person: string, query: Partial<CaseQuery> = {}) =>
  (await listOf(person, query)).rows.map(({ id }) => id)
const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3])

const FIRM = {
  name: '兰台区砚石精密仪器有限公司',
  creditCode: '91420000MA4K0ABCDE',
  industry: 'industry',
  origin: 'grown',
  street: 'lantai-yanchi',
  sector: 'lantai-industry',
}

describe('cases', () => {
  it('A122 a list shows what is due first, with the columns of the definition and how its clock stands', async () => {
    const page = await listOf('lantai-dispatcher-1')
    const due = page.rows.map(({ dueAt = 0 }) => dueAt)
    expect(due).toEqual(due.toSorted((a, b) => a - b))
    expect(page.rows.map(({ id }) => id).toSorted()).toEqual([urgent, fresh, sent].toSorted())
    const row = page.rows.find(({ id }) => id === sent)
    expect(row?.cells).toEqual(['投诉', '路面破损', '一般', '2025-09-25 09:00'])
    expect(row?.clock).toMatchObject({ title: expect.any(String), reading: { state: 'running', overdue: false } })
    expect(page.states).toEqual(
      expect.arrayContaining([
        { value: 'dispatched', count: 2 },
        { value: 'accepted', count: 1 },
      ]),
    )
    expect(JSON.stringify(page)).not.toMatch(/王文清|10012345678/)
    expect(codeOf(await caseList(office, await as('lantai-leader-1'), { machine: 'x' }))).toBe('app/no-machine')
    const nowhere = { machine: 'hotline', lead: 'nowhere' }
    expect(codeOf(await caseList(office, await as('lantai-leader-1'), nowhere))).toBe('app/no-unit')
  })

  it('A123 every part narrows: state, lead, area, category, due window, words and numbers; pages follow one another', async () => {
    const who = 'lantai-dispatcher-1'
    expect(await idsOf(who, { states: ['accepted'] })).toEqual([fresh])
    expect((await idsOf(who, { lead: 'lantai-urban' })).toSorted()).toEqual([sent, urgent].toSorted())
    expect(await idsOf(who, { lead: 'lantai-water' })).toEqual([])
    expect(await idsOf(who, { area: 'lantai-yanchi' })).toHaveLength(3)
    expect(await idsOf(who, { category: '040102' })).toHaveLength(3)
    expect(await idsOf(who, { words: '燃气异味' })).toEqual([urgent])
    expect(await idsOf(who, { words: '燃气异味', states: ['accepted'] })).toEqual([])
    expect(await idsOf(who, { words: sent })).toEqual([sent])
    expect(await idsOf(who, { show: 'closed' })).toEqual([])
    expect(await idsOf(who, { show: 'all' })).toHaveLength(3)
    expect(await idsOf(who, { due: 'overdue' })).toEqual([])
    const today = await idsOf(who, { due: 'today' })
    expect(today).toContain(urgent)
    expect((await idsOf(who, { due: 'week' })).length).toBeGreaterThanOrEqual(today.length)
    const first = await listOf(who, { limit: 2 })
    const second = await listOf(who, { limit: 2, ...(first.next ? { after: first.next } : {}) })
    expect([...first.rows, ...second.rows].map(({ id }) => id).toSorted()).toEqual([sent, urgent, fresh].toSorted())
  })

  it('A124 what waits for somebody is what their role moves on from here; a street is not told of what another unit leads', async () => {
    expect((await idsOf('lantai-urban-a', { mine: true })).toSorted()).toEqual([sent, urgent].toSorted())
    expect(await idsOf('lantai-dispatcher-1', { mine: true })).toEqual([fresh])
    // The street where it lies may see it all the same.
    expect(await idsOf('lantai-yanchi-a', { mine: true })).toEqual([])
    expect(await idsOf('lantai-yanchi-a')).toHaveLength(3)
    const old = valueOf(await inbox(office, await as('lantai-yanchi-a'), { machine: 'hotline', mine: true }))
    expect(old.rows).toEqual([])
  })

  it('A125 the systems that one may look into, with what waits, what is due today and what is late', async () => {
    const of = async (person: string) =>
      (await systemsOf(office, await as(person))).find(({ machine }) => machine === 'hotline')
    expect(await of('lantai-urban-a')).toMatchObject({ open: 2, waiting: 2, overdue: 0, mayOpen: false })
    expect(await of('lantai-operator-1')).toMatchObject({ open: 3, mayOpen: true })
    expect(await of('lantai-yanchi-a')).toMatchObject({ open: 3, waiting: 0 })
    expect(await of('lantai-statistician-1')).toBeUndefined()
    const today = await of('lantai-dispatcher-1')
    expect(today?.today).toBe((await idsOf('lantai-dispatcher-1', { due: 'today' })).length)
  })

  it('A126 a system tells its states, columns, choices and forms; the form of opening only to whoever may open', async () => {
    const setup = valueOf(await caseSetup(office, await as('lantai-operator-1'), 'hotline'))
    expect(setup.openings).toMatchObject([{ action: 'accept', allowed: true, areaField: 'area' }])
    expect(setup.openings[0]?.form.map(({ id }) => id)).toContain('callerPhone')
    expect(setup.sheet?.columns.map(({ id }) => id)).toContain('title')
    expect(setup.categories.length).toBeGreaterThan(5)
    const other = valueOf(await caseSetup(office, await as('lantai-urban-a'), 'hotline'))
    expect(other.openings).toMatchObject([{ allowed: false, form: [], why: expect.stringContaining('不能办理') }])
    expect(other.sheet).toBeUndefined()
    expect(codeOf(await caseSetup(office, await as('lantai-statistician-1'), 'hotline'))).toBe('app/not-a-reader')
  })

  it('A127 what can be done with several at once, and each result told by itself', async () => {
    const handler = await as('lantai-urban-a')
    const choices = valueOf(await choicesForMany(office, handler, 'hotline', [sent, urgent, fresh]))
    expect(choices.find(({ action }) => action === 'signIn')).toMatchObject({ count: 2, form: [] })
    const command = { machine: 'hotline', ids: [sent, fresh, urgent], action: 'signIn', input: {}, key: 'many-key-1' }
    const done = valueOf(await actOnMany(office, handler, command))
    expect(done.map(({ id, ok }) => [id, ok])).toEqual([
      [sent, true],
      [fresh, false],
      [urgent, true],
    ])
    expect(done[0]).toMatchObject({ text: '办理中', title: '砚池路12号路面破损' })
    expect(done[1]?.text).toContain('没有这一记录')
    // The same again does nothing twice.
    expect(valueOf(await actOnMany(office, handler, command)).map(({ ok }) => ok)).toEqual([true, false, true])
    expect(codeOf(await actOnMany(office, handler, { ...command, key: 'a#b' }))).toBe('app/bad-key')
  })

  it('A128 evidence is taken by what it is, and given to whoever may see the record that names it, nobody else', async () => {
    const handler = await as('lantai-urban-a')
    const { hash, mediaType } = valueOf(await keepFile(office, handler, PNG))
    expect(mediaType).toBe('image/png')
    const html = new TextEncoder().encode('<html><script>alert(1)</script></html>')
    expect(codeOf(await keepFile(office, handler, html))).toBe('app/file-kind')
    expect(codeOf(await keepFile(office, handler, Uint8Array.from([0x4d, 0x5a, 0, 0, 1])))).toBe('app/file-kind')
    expect(codeOf(await caseFile(office, handler, sent, hash))).toBe('app/no-such-file')
    const operator = 'lantai-operator-1'
    const word = { action: 'addWord', record: sent, input: { said: '又来电催问。', files: [hash] } }
    expect(await act(operator, word)).toMatchObject({ record: sent })
    expect(valueOf(await caseFile(office, handler, sent, hash))).toMatchObject({ mediaType: 'image/png' })
    expect(codeOf(await caseFile(office, await as('lantai-water-a'), sent, hash))).toBe('app/no-record')
  })

  it('A129 a record names the records it points to, joins and is joined by, and what may be the same matter', async () => {
    const dispatcher = await as('lantai-dispatcher-1')
    const same = valueOf(await duplicatesOfRecord(office, dispatcher, fresh))
    expect(same.map(({ id }) => id)).toContain(sent)
    expect(same.find(({ id }) => id === sent)?.reasons).toContain('sameCaller')
    const before = valueOf(await caseView(office, dispatcher, fresh))
    expect(before.actions.find(({ action }) => action === 'merge')).toMatchObject({ allowed: true, joins: 'head' })
    expect(await act('lantai-dispatcher-1', { action: 'merge', record: fresh, input: { head: sent } })).toMatchObject({
      state: 'merged',
    })
    const member = valueOf(await caseView(office, dispatcher, fresh))
    expect(member.names.get(sent)).toMatchObject({ title: '砚池路12号路面破损', noun: '工单' })
    const head = valueOf(await caseView(office, dispatcher, sent))
    expect(head.names.get(fresh)).toMatchObject({ stateTitle: '已合并' })
    expect(valueOf(await relatedTo(office, dispatcher, sent))).toEqual([])
    expect(codeOf(await relatedTo(office, await as('lantai-water-a'), sent))).toBe('app/no-record')
  })

  it('A130 a list goes out as a sheet with the columns of the definition and nothing personal', async () => {
    const session = await as('lantai-dispatcher-1')
    const made = valueOf(await caseSheet(office, session, { machine: 'hotline', show: 'all' }))
    expect(made).toMatchObject({ rows: 3, name: '市民热线案件办理闭环' })
    const sheet = valueOf(await readSheet(made.bytes, 'list.xlsx'))
    expect(sheet.header).toEqual(
      expect.arrayContaining(['编号', '标题', '诉求类型', '诉求分类', '状态', '主办单位', '到期', '登记时间']),
    )
    expect(sheet.rows).toHaveLength(3)
    expect(JSON.stringify(sheet.rows)).not.toMatch(/王文清|10012345678/)
  })

  it('A131 an entry of a register shows what it lacks for the next stage, in its list and on its page', async () => {
    const input = { ...FIRM, revenueThis: 1200, revenueLast: 1200, revenueMonth: '2025-08' }
    const entered = await act('lantai-statistician-1', { machine: 'above-scale-firms', action: 'enter', input })
    if (!('record' in entered)) throw new Error(JSON.stringify(entered))
    const session = await as('lantai-statistician-1')
    const page = valueOf(await caseList(office, session, { machine: 'above-scale-firms' }))
    expect(page.rows[0]?.lacks?.length).toBeGreaterThan(0)
    const seen = valueOf(await caseView(office, session, entered.record))
    expect(seen.stages.map(({ title, present, meets }) => [title, present, meets])).toEqual([
      ['培育库', true, true],
      ['重点库', false, false],
    ])
    expect(seen.stages[1]?.lines.some(({ holds }) => !holds)).toBe(true)
  })
})

import { beforeAll, describe, expect, it } from 'vitest'
import { advance, CASE, codeOf, lantai, moment, offices, openCase, testClock, valueOf } from '../../testing/kit.ts'
import {
  caseView,
  clocksAtMoment,
  duplicatesOf,
  erase,
  inbox,
  type Office,
  search,
  unmask,
  verifyOffice,
} from '../index.ts'

const open = offices()
const clock = testClock('2025-09-25 09:00')
let office: Office
let as: Awaited<ReturnType<typeof lantai>>['as']
let act: Awaited<ReturnType<typeof lantai>>['act']

beforeAll(async () => {
  office = await open(clock)
  ;({ as, act } = await lantai(office))
}, 60_000)

const viewOf = async (person: string, record: string) => valueOf(await caseView(office, await as(person), record))
const field = async (person: string, record: string, id: string) =>
  (await viewOf(person, record)).fields.find((one) => one.id === id)

describe('reading', () => {
  it('A30 an inbox shows what waits for one’s roles, the most urgent first, page by page', async () => {
    const records: string[] = []
    for (const urgency of ['ordinary', 'critical', 'urgent']) records.push(await openCase(act, { urgency }))
    for (const record of records) await advance(act, record, 'dispatch')
    const session = await as('lantai-urban-a')
    const page = valueOf(await inbox(office, session, { machine: 'hotline', mine: true }))
    expect(page.rows.map(({ id }) => id)).toEqual(expect.arrayContaining(records))
    expect(page.rows[0]).toMatchObject({
      stateTitle: '待签收',
      leadName: '兰台区城管局',
      areaName: '洗砚社区',
      category: '路面破损',
      overdue: false,
    })
    expect(JSON.stringify(page)).not.toContain('王')
    const first = valueOf(await inbox(office, session, { machine: 'hotline', mine: true, limit: 2 }))
    const second = valueOf(
      await inbox(office, session, {
        machine: 'hotline',
        mine: true,
        limit: 2,
        ...(first.next ? { after: first.next } : {}),
      }),
    )
    expect([...first.rows, ...second.rows].map(({ id }) => id).toSorted()).toEqual(records.toSorted())
    expect(
      valueOf(await inbox(office, await as('lantai-dispatcher-1'), { machine: 'hotline', mine: true })).rows,
    ).toEqual([])
    expect(valueOf(await inbox(office, session, { machine: 'hotline', unit: 'lantai-water' })).rows).toEqual([])
    expect(valueOf(await inbox(office, session, { machine: 'hotline', area: 'lantai-yanchi' })).rows).toHaveLength(3)
    expect(codeOf(await inbox(office, session, { machine: 'x' }))).toBe('app/no-machine')
    expect(codeOf(await inbox(office, session, { machine: 'hotline', unit: 'x' }))).toBe('app/no-unit')
    clock.pass(180)
    expect(
      valueOf(await inbox(office, session, { machine: 'hotline', mine: true })).rows.filter(({ overdue }) => overdue),
    ).toHaveLength(3)
  })

  it('A31 a role sees records in the relation that the definition names, whatever its unit may see', async () => {
    const record = await openCase(act, { title: '松烟社区井盖' })
    await advance(act, record, 'dispatch')
    const rows = async (person: string) =>
      valueOf(await inbox(office, await as(person), { machine: 'hotline', order: 'newest' })).rows.map(({ id }) => id)
    // The lead, the helper, the street where it lies; not another department.
    for (const person of ['lantai-urban-a', 'lantai-transport-a', 'lantai-yanchi-a', 'lantai-leader-1'])
      expect(await rows(person)).toContain(record)
    for (const person of ['lantai-water-a', 'lantai-dongmen-a']) expect(await rows(person)).not.toContain(record)
    // A leader of the helping department is among the readers only where the department leads.
    expect(await rows('lantai-transport-d')).not.toContain(record)
    expect(codeOf(await caseView(office, await as('lantai-transport-d'), record))).toBe('app/no-record')
    expect(valueOf(await search(office, await as('lantai-transport-d'), { query: '松烟社区' }))).toEqual([])
    // Who has no role of the system sees nothing of it.
    expect(await rows('lantai-statistician-1')).toEqual([])
    expect(codeOf(await caseView(office, await as('lantai-water-a'), record))).toBe('app/no-record')
    expect(codeOf(await caseView(office, await as('lantai-water-a'), 'nothing'))).toBe('app/no-record')
  })

  it('A32 a page shows fields masked, what can be done and why the rest cannot, and the whole course in words', async () => {
    const record = await openCase(act, { address: { text: '砚池街道洗砚社区砚池路12号3单元' } })
    await advance(act, record, 'finish')
    const view = await viewOf('lantai-urban-c', record)
    expect(view).toMatchObject({
      stateTitle: '办结待审',
      waitsFor: '主办单位审核员',
      leadName: '兰台区城管局',
      areaName: '洗砚社区',
    })
    const texts = Object.fromEntries(view.fields.map(({ id, text }) => [id, text]))
    expect(texts).toMatchObject({
      callerName: '王*',
      callerPhone: '100****5678',
      address: '砚池街道洗砚社区****',
      category: '路面破损',
      urgency: '一般',
    })
    expect(view.fields.find(({ id }) => id === 'callerPhone')).toMatchObject({ personal: 'masked', mayUnmask: false })
    expect(await field('lantai-urban-a', record, 'callerPhone')).toMatchObject({ mayUnmask: true })
    const actions = new Map(view.actions.map((one) => [one.action, one]))
    expect(actions.get('approve')).toMatchObject({ title: '审核通过', allowed: true })
    expect(actions.get('signIn')).toMatchObject({ allowed: false, why: '不能“签收”：“签收”只能在“待签收”时办理' })
    expect(view.truths).toMatchObject([{ truth: 'handler', unit: '兰台区城管局' }])
    expect(view.timeline.map(({ title }) => title)).toEqual([
      '受理登记',
      '判重通过（不重复）',
      '按目录派单',
      '签收',
      '协办答复',
      '提交办结',
    ])
    const lines = view.timeline.flatMap((entry) => entry.lines)
    expect(lines).toContain('“联系电话”已登记（加密保存）')
    expect(lines).toContain('主办单位：兰台区城管局（依据：派单目录 040102 路面破损）')
    expect(lines).toContain('“办理时限”开始计时，时限5个工作日')
    expect(lines).toContain('由“办理中”转为“办结待审”')
    expect(JSON.stringify(view.timeline)).not.toMatch(/10012345678|王文清|undefined|enc:/)
    expect(view.timeline[1]!.previous).toBe(view.timeline[0]!.hash)
  })

  it('A32 of a report the unit it is about learns nothing of the caller, the line does', async () => {
    const record = await openCase(act, { kind: 'report' })
    await advance(act, record, 'dispatch')
    expect(await field('lantai-urban-a', record, 'callerName')).toEqual({
      id: 'callerName',
      title: '诉求人',
      type: 'text',
      text: '',
      personal: 'sealed',
    })
    expect(await field('lantai-yanchi-a', record, 'callerPhone')).toMatchObject({ personal: 'sealed' })
    expect(await field('lantai-operator-1', record, 'callerName')).toMatchObject({ text: '王*', personal: 'masked' })
    expect(await unmask(office, await as('lantai-urban-a'), record, 'callerName', '需要联系')).toMatchObject({
      ok: false,
      refusal: { code: 'engine/sealed' },
    })
  })

  it('A33 clocks as they stood at past moments, with a pause over the National Day holiday', async () => {
    clock.to('2025-09-26 09:00')
    const record = await openCase(act)
    await advance(act, record, 'signIn')
    clock.to('2025-09-29 10:00')
    await act('lantai-urban-a', { action: 'askPause', record, input: { reason: 'testing', explanation: '等待检测。' } })
    clock.to('2025-09-30 10:00')
    await act('lantai-dispatcher-1', { action: 'grantPause', record, input: { reason: 'testing' } })
    clock.to('2025-10-09 10:00')
    await act('lantai-urban-a', { action: 'resume', record, input: {} })
    clock.to('2025-10-20 09:00')
    const session = await as('lantai-urban-a')
    const at = async (text: string) =>
      valueOf(await clocksAtMoment(office, session, record, moment(text))).find(({ clock: id }) => id === 'handling')
    expect(await at('2025-09-28 12:00')).toMatchObject({
      run: 1,
      due: '2025-10-10 24:00',
      pauses: [],
      reading: { state: 'running', left: 5 },
    })
    const paused = await at('2025-10-05 12:00')
    expect(paused).toMatchObject({ reading: { state: 'paused' }, pauses: [{ reason: 'testing' }] })
    expect(paused!.due).toBeUndefined()
    expect(await at('2025-10-10 12:00')).toMatchObject({ reading: { state: 'running', overdue: false } })
    expect((await at('2025-10-19 12:00'))!.reading!.overdue).toBe(true)
    expect(codeOf(await clocksAtMoment(office, session, record, moment('2025-09-25 09:00')))).toBe('app/no-record')
    expect(codeOf(await clocksAtMoment(office, await as('lantai-water-a'), record, moment('2025-10-01 09:00')))).toBe(
      'app/no-record',
    )
  })

  it('A34 a search finds words of title and content, in sight only, and nothing personal', async () => {
    const record = await openCase(act, {
      title: '韦编东路喷泉漏水',
      content: '韦编东路口袋公园的喷泉漏水，地面结冰。',
      callerName: '司马相如',
    })
    await advance(act, record, 'dispatch')
    const ids = async (person: string, query: string) =>
      valueOf(await search(office, await as(person), { query })).map(({ id }) => id)
    expect(await ids('lantai-urban-a', '喷泉漏水')).toEqual([record])
    expect(await ids('lantai-water-a', '喷泉漏水')).toEqual([])
    expect(await ids('lantai-operator-1', '司马相如')).toEqual([])
    expect(await ids('lantai-operator-1', ' ')).toEqual([])
    expect(codeOf(await search(office, await as('lantai-operator-1'), { query: '喷泉', machine: 'x' }))).toBe(
      'app/no-machine',
    )
  })

  it('A35 candidates for duplicates: the same caller, or similar words in the same street', async () => {
    const first = await openCase(act, {
      title: '墨海社区路灯不亮',
      content: '墨海社区北门的三盏路灯不亮，夜间出行不便。',
      area: 'lantai-yanchi-mohai',
      callerPhone: '10055550001',
    })
    const far = await openCase(act, {
      title: '柳荫社区路灯不亮',
      content: '柳荫社区北门的三盏路灯不亮，夜间出行不便。',
      area: 'lantai-beihe-liuyin',
      callerPhone: '10055550002',
    })
    const other = await openCase(act, {
      title: '占道经营',
      content: '早餐摊占用人行道。',
      area: 'lantai-beihe-liuyin',
      callerPhone: '10055550003',
    })
    const session = await as('lantai-operator-1')
    const draft = {
      machine: 'hotline',
      area: 'lantai-yanchi-xiyan',
      input: {
        ...CASE,
        title: '路灯不亮',
        content: '墨海社区北门路灯坏了三盏，晚上看不见路。',
        callerPhone: '10055550003',
      },
    }
    const found = valueOf(await duplicatesOf(office, session, draft))
    expect(found.map(({ id }) => id)).toEqual([other, first])
    expect(found[0]!.reasons).toContain('sameCaller')
    expect(found[0]!.why).toMatch(/^诉求人相同/)
    expect(found[1]!.reasons).toContain('similar')
    expect(found.map(({ id }) => id)).not.toContain(far)
    expect(valueOf(await duplicatesOf(office, session, { ...draft, except: other })).map(({ id }) => id)).toEqual([
      first,
    ])
    clock.pass(40 * 24 * 60)
    expect(valueOf(await duplicatesOf(office, session, { ...draft, except: other }))).toEqual([])
    expect(codeOf(await duplicatesOf(office, await as('lantai-statistician-1'), draft))).toBe('app/not-a-reader')
  })

  it('A36 nobody sees a personal value whole without leaving an entry with a reason', async () => {
    const record = await openCase(act)
    await advance(act, record, 'dispatch')
    const handler = await as('lantai-urban-a')
    expect(await unmask(office, handler, record, 'callerPhone', ' ')).toMatchObject({
      ok: false,
      refusal: { code: 'engine/no-reason' },
    })
    expect(await unmask(office, handler, record, 'title', '看看')).toMatchObject({
      ok: false,
      refusal: { code: 'engine/not-personal' },
    })
    expect(await unmask(office, await as('lantai-urban-c'), record, 'callerPhone', '看看')).toMatchObject({
      ok: false,
      refusal: { code: 'engine/not-permitted' },
    })
    expect(await unmask(office, await as('lantai-water-a'), record, 'callerPhone', '看看')).toMatchObject({
      ok: false,
      refusal: { code: 'app/no-record' },
    })
    expect(await unmask(office, handler, record, 'callerPhone', '回电核实地点')).toEqual({
      ok: true,
      value: '10012345678',
    })
    expect((await viewOf('lantai-urban-c', record)).timeline.at(-1)).toMatchObject({
      title: '查看个人信息',
      person: 'lantai-urban-a',
      lines: ['查看“联系电话”，理由：回电核实地点'],
    })
    // It stays masked for the next reader.
    expect(await field('lantai-urban-a', record, 'callerPhone')).toMatchObject({ text: '100****5678' })
  })

  it('A37 what is erased can never be read again, the caller is no longer found, and the chain holds', async () => {
    const record = await openCase(act, { callerPhone: '10077776666' })
    const draft = { machine: 'hotline', input: { callerPhone: '10077776666' } }
    const session = await as('lantai-operator-1')
    expect(valueOf(await duplicatesOf(office, session, draft)).map(({ id }) => id)).toEqual([record])
    const admin = await as('lantai-admin')
    expect(await erase(office, session, record, '本人要求')).toMatchObject({
      ok: false,
      refusal: { code: 'app/not-administrator' },
    })
    expect(await erase(office, admin, record, '')).toMatchObject({ ok: false, refusal: { code: 'engine/no-reason' } })
    expect(await erase(office, admin, 'nothing', '本人要求')).toMatchObject({
      ok: false,
      refusal: { code: 'app/no-record' },
    })
    expect(await erase(office, admin, record, '本人要求', 'erase-1')).toMatchObject({
      ok: true,
      value: { repeated: false },
    })
    expect(await erase(office, admin, record, '本人要求', 'erase-1')).toMatchObject({
      ok: true,
      value: { repeated: true },
    })
    expect(await erase(office, admin, record, '本人要求')).toMatchObject({
      ok: false,
      refusal: { code: 'app/nothing-personal' },
    })
    expect(valueOf(await duplicatesOf(office, session, draft))).toEqual([])
    const gone = await unmask(office, session, record, 'callerPhone', '核实')
    expect(gone.ok && gone.value).not.toBe('10077776666')
    expect((await viewOf('lantai-operator-1', record)).fields.map(({ id }) => id)).not.toContain('callerPhone')
    await advance(act, record, 'dispatch')
    expect((await verifyOffice(office)).findings).toEqual([])
  })
})

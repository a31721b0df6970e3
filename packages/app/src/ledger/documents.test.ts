import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { codeOf, lantai, offices, testClock, valueOf } from '../../testing/kit.ts'
import {
  commitmentView,
  decideProposals,
  importDocument,
  importOrganisation,
  previewDocument,
  proposalsOf,
  selectRecords,
  splitCommitment,
  verifyOffice,
} from '../index.ts'

const open = offices()
const file = (name: string) => ({ bytes: readFileSync(new URL(`../../../../examples/${name}`, import.meta.url)), name })
const PLAN = 'lantai-2026-plan.txt'

async function withPlan() {
  const clock = testClock('2026-01-27 09:00')
  const office = await open(clock)
  const { as, act } = await lantai(office)
  const supervisor = await as('lantai-supervisor-1')
  const document = valueOf(await importDocument(office, supervisor, file(PLAN)))
  return { clock, office, as, act, supervisor, document }
}

it('A100 a preview reads and keeps nothing', async () => {
  const office = await open(testClock('2026-01-27 09:00'))
  const { as } = await lantai(office)
  const supervisor = await as('lantai-supervisor-1')
  const preview = valueOf(await previewDocument(office, supervisor, file(PLAN)))
  expect(preview.items.length).toBeGreaterThan(60)
  expect(preview.items.every(({ decision }) => decision === undefined)).toBe(true)
  expect(await selectRecords(office, supervisor, 'documents')).toEqual([])
})

it('A100 an import keeps the original, and the same file again changes nothing', async () => {
  const { office, supervisor, document } = await withPlan()
  expect(document).toMatchObject({ repeated: false, kind: 'plan', place: '兰台区', own: true, year: 2026 })
  const [state] = await selectRecords(office, supervisor, 'documents')
  const [hash] = (state?.fields['original'] ?? []) as readonly string[]
  const kept = valueOf(await office.store.files.get(supervisor.scope, hash ?? ''))
  expect(Buffer.from(kept.bytes).equals(file(PLAN).bytes)).toBe(true)
  expect(valueOf(await importDocument(office, supervisor, file(PLAN)))).toMatchObject({
    record: document.record,
    repeated: true,
  })
})

it('A101 nothing counts before it is confirmed, and each commitment names its characters', async () => {
  const { office, supervisor, document } = await withPlan()
  expect(await selectRecords(office, supervisor, 'commitments')).toEqual([])
  const { items, open: waiting } = valueOf(await proposalsOf(office, supervisor, document.record))
  expect(waiting).toBe(items.length)
  const [first, second, third] = items.filter(({ proposal }) => proposal.target !== undefined)
  const item = (one: (typeof items)[number] | undefined) => one?.proposal.item ?? ''
  const done = valueOf(
    await decideProposals(office, supervisor, document.record, {
      decide: 'confirm',
      items: [item(first), item(second)],
      corrections: { [item(second)]: { title: '改写的题目', leadUnit: 'lantai-statistics' } },
    }),
  )
  expect(done.open).toBe(items.length - 2)
  for (const record of Object.values(done.commitments)) {
    const { source, record: state } = valueOf(await commitmentView(office, supervisor, record))
    expect(state.state).toBe('draft')
    expect(source?.quote).toBe(state.fields['quote'])
    expect(`${source?.before}${source?.quote}${source?.after}`).toBe(state.fields['sentence'])
  }
  const corrected = valueOf(await commitmentView(office, supervisor, done.commitments[item(second)] ?? ''))
  expect(corrected.record.fields).toMatchObject({ title: '改写的题目', leadUnit: 'lantai-statistics' })
  const again = await decideProposals(office, supervisor, document.record, { decide: 'confirm', items: [item(first)] })
  expect(codeOf(again)).toBe('app/item-decided')
  const rejecting = { decide: 'reject', items: [item(third)], reason: '总量指标，不分解' } as const
  expect(valueOf(await decideProposals(office, supervisor, document.record, rejecting)).open).toBe(items.length - 3)
  expect(
    valueOf(await decideProposals(office, supervisor, document.record, { decide: 'reopen', items: [item(third)] }))
      .open,
  ).toBe(items.length - 2)
  const all = valueOf(await decideProposals(office, supervisor, document.record, { decide: 'confirm' }))
  expect(all.open).toBe(0)
  expect((await selectRecords(office, supervisor, 'commitments')).length).toBe(items.length)
  expect((await verifyOffice(office)).findings).toEqual([])
})

it('A102 several become one commitment that owes every number', async () => {
  const { office, supervisor, document } = await withPlan()
  const { items } = valueOf(await proposalsOf(office, supervisor, document.record))
  const some = items.filter(({ proposal }) => proposal.target !== undefined).slice(4, 6)
  const merged = valueOf(
    await decideProposals(office, supervisor, document.record, {
      decide: 'merge',
      items: some.map(({ proposal }) => proposal.item),
      title: '两件并作一件',
    }),
  )
  const [record, ...more] = new Set(Object.values(merged.commitments))
  expect(more).toEqual([])
  const { fields } = valueOf(await commitmentView(office, supervisor, record ?? '')).record
  expect(fields['title']).toBe('两件并作一件')
  const owed = (fields['numbers'] as readonly { item: string }[]).map((number) => number.item)
  expect(owed).toEqual(expect.arrayContaining(some.map(({ proposal }) => proposal.item)))
})

it('A102 one becomes several, each under a title of its own; the number goes with the part that names it', async () => {
  const { office, supervisor, document } = await withPlan()
  const { items } = valueOf(await proposalsOf(office, supervisor, document.record))
  const { proposal } = items.find((one) => one.proposal.target !== undefined)!
  const split = (parts: readonly { title: string; leadUnit?: string }[]) =>
    decideProposals(office, supervisor, document.record, { decide: 'split', items: [proposal.item], parts })
  expect(codeOf(await split([{ title: '只有一件' }]))).toBe('app/parts-few')
  const done = valueOf(
    await split([{ title: `做到${proposal.quote}`, leadUnit: 'lantai-education' }, { title: '另外做的一件' }]),
  )
  expect(done).toMatchObject({ decided: 1, open: items.length - 1 })
  const opened = await selectRecords(office, supervisor, 'commitments')
  const said = opened.map(({ fields }) => [fields['title'], fields['item'], fields['value'] !== undefined])
  expect(said).toHaveLength(2)
  expect(said).toContainEqual(['另外做的一件', proposal.item, false])
  expect(said).toContainEqual([`做到${proposal.quote}`, proposal.item, true])
  expect(valueOf(await proposalsOf(office, supervisor, document.record)).items[0]).toBeDefined()
  expect(codeOf(await split([{ title: '再拆' }, { title: '一次' }]))).toBe('app/item-decided')
  expect((await verifyOffice(office)).findings).toEqual([])
})

it('A103 who may not, may not; and a wrong choice says which', async () => {
  const { office, as, supervisor, document } = await withPlan()
  const clerk = await as('lantai-education-a')
  expect(codeOf(await importDocument(office, clerk, file('lantai-2025-plan.txt')))).toBe('app/refused')
  expect(codeOf(await decideProposals(office, clerk, document.record, { decide: 'confirm' }))).toBe('app/item-refused')
  expect(await selectRecords(office, supervisor, 'commitments')).toEqual([])
  const wrong = { decide: 'confirm', items: ['s999', 's998'] } as const
  expect(codeOf(await decideProposals(office, supervisor, document.record, wrong))).toBe('app/no-item app/no-item')
  expect(
    codeOf(
      await decideProposals(office, supervisor, document.record, { decide: 'reject', items: ['s1'], reason: ' ' }),
    ),
  ).toBe('app/no-reason')
  expect(codeOf(await importDocument(office, supervisor, { bytes: new Uint8Array(), name: '空.txt' }))).toBe(
    'files/empty',
  )
})

it('A104 a commitment is split to units, whose parts reach the whole', async () => {
  const { office, supervisor, document } = await withPlan()
  const { items } = valueOf(await proposalsOf(office, supervisor, document.record))
  const beds = items.find(({ proposal }) => proposal.target?.kind === 'increase' && proposal.target.unit === '个')
  const done = valueOf(await decideProposals(office, supervisor, document.record, { decide: 'confirm' }))
  const record = done.commitments[beds?.proposal.item ?? ''] ?? ''
  const target = Number(beds?.proposal.target?.value)
  const units = ['lantai-education', 'lantai-housing', 'lantai-urban']
  const short = units.map((unit) => ({ unit, value: Math.floor(target / 4) }))
  expect(codeOf(await splitCommitment(office, supervisor, record, short))).toBe('app/split-sum')
  expect(codeOf(await splitCommitment(office, supervisor, record, [{ unit: 'lantai-urban', value: target }]))).toBe(
    'app/split-few',
  )
  const parts = units.map((unit, index) => ({ unit, value: index === 0 ? target - 2 : 1 }))
  const opened = valueOf(await splitCommitment(office, supervisor, record, parts))
  const { parts: shown, record: whole } = valueOf(await commitmentView(office, supervisor, record))
  expect(shown.map(({ id }) => id).sort()).toEqual([...opened].sort())
  expect(whole.fields['parts']).toBe(3)
  expect(shown.map(({ fields }) => Number(fields['value'])).reduce((a, b) => a + b)).toBe(target)
  expect(shown.every(({ fields }) => fields['quote'] === whole.fields['quote'])).toBe(true)
})

it('A105 units and people come from a sheet; a faulty row keeps all of it out', async () => {
  const { office, as } = await withPlan()
  const admin = await as('lantai-admin')
  const header = ['单位编号', '单位名称', '单位类别', '上级单位', '人员编号', '姓名', '岗位', '登录账号']
  const sheet = (...cells: readonly (readonly string[])[]) => ({
    sheet: '人员',
    header,
    rows: cells.map((row, index) => ({ number: index + 2, cells: row })),
  })
  const good = sheet(
    ['lantai-sport', '兰台区体育局', '部门', '', 'p-an', '安言', '单位负责人', 'anyan'],
    ['lantai-sport', '', '', '', 'p-bai', '白芸', '单位经办人', ''],
    ['lantai-urban', '兰台区城管局', '', '', 'p-bai', '白芸', 'unitClerk', ''],
  )
  expect(valueOf(await importOrganisation(office, admin, good, { dryRun: true }))).toMatchObject({
    units: 1,
    people: 2,
    posts: 3,
    problems: [],
  })
  expect((await office.districts.view('lantai')).tree.unit('lantai-sport')).toBeUndefined()
  expect(valueOf(await importOrganisation(office, admin, good))).toMatchObject({ units: 1, people: 2, posts: 3 })
  expect(valueOf(await importOrganisation(office, admin, good))).toMatchObject({
    units: 0,
    people: 0,
    posts: 0,
    known: 3,
  })
  const bad = sheet(
    ['', '', '', '', 'p-x', '某', '', ''],
    ['lantai-new', '新单位', '科室', '', '', '', '', ''],
    ['lantai-urban', '改名局', '', '', '', '', '', ''],
    ['lantai-urban', '', '', '', 'p-bai', '白芸', '没有的岗位', ''],
  )
  const refused = valueOf(await importOrganisation(office, admin, bad))
  expect(refused.problems.map(({ code, place }) => `${place} ${code}`)).toEqual([
    '第2行 app/org-no-unit',
    '第3行 app/org-kind',
    '第4行 app/org-renamed',
    '第5行 app/unknown-role',
  ])
  const clerk = await as('lantai-education-a')
  expect(codeOf(await importOrganisation(office, clerk, good))).toBe('app/not-administrator')
})

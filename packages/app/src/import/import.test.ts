import { type CellValue, readSheet, writeCsv, writeXlsx } from '@jiannuo/files'
import { engineWording, describeWording } from '@jiannuo/engine'
import { beforeAll, describe, expect, it } from 'vitest'
import { codeOf, lantai, moment, offices, testClock, valueOf } from '../../testing/kit.ts'
import {
  appWording,
  type ImportOptions,
  importCases,
  importProblemText,
  inbox,
  type Office,
  savedMapping,
  verifyOffice,
} from '../index.ts'

const open = offices()
const clock = testClock('2025-09-26 09:00')
let office: Office
let as: Awaited<ReturnType<typeof lantai>>['as']

beforeAll(async () => {
  office = await open(clock)
  ;({ as } = await lantai(office))
}, 60_000)

const HEADER = [
  '上级工单编号',
  '标题',
  '来源渠道',
  '诉求类型',
  '诉求分类',
  '紧急程度',
  '诉求内容',
  '事发地',
  '来电人姓名',
  '联系方式',
  '受理时间',
  '备注',
]
const good = (number: string, more: Partial<Record<(typeof HEADER)[number], CellValue>> = {}): CellValue[] => {
  const row: Record<string, CellValue> = {
    上级工单编号: number,
    标题: '砚池路路灯不亮',
    来源渠道: '市级热线',
    诉求类型: '投诉',
    诉求分类: '路面破损',
    紧急程度: '一般',
    诉求内容: '砚池路北段路灯不亮，请维修。',
    事发地: '洗砚社区',
    来电人姓名: '赵青简',
    联系方式: '10011112222',
    受理时间: '2025-09-25 16:40',
    备注: '转办',
    ...more,
  }
  return HEADER.map((title) => row[title])
}

async function sheetOf(rows: CellValue[][], header = HEADER, format: 'xlsx' | 'csv' = 'xlsx') {
  const table = { name: '工单', columns: header.map((title) => ({ title })), rows }
  const bytes = format === 'xlsx' ? await writeXlsx([table]) : writeCsv(table)
  return valueOf(await readSheet(bytes, `工单.${format}`))
}

const load = async (rows: CellValue[][], options: ImportOptions = {}, header = HEADER) =>
  importCases(office, await as('lantai-operator-1'), 'hotline', await sheetOf(rows, header), options)

describe('import', () => {
  it('A54 columns are found by their titles and the usual other names, the moment of receipt too', async () => {
    const done = valueOf(await load([good('LT001'), good('LT002', { 受理时间: '2025/9/25' })]))
    expect(done).toMatchObject({ rows: 2, opened: 2, repeated: 0, failed: 0, problems: [], unused: ['备注'] })
    expect(done.mapping).toMatchObject({
      上级工单编号: 'cityNumber',
      来电人姓名: 'callerName',
      联系方式: 'callerPhone',
      受理时间: 'openedAt',
      事发地: 'area',
    })
    const { rows } = valueOf(
      await inbox(office, await as('lantai-operator-1'), { machine: 'hotline', order: 'newest' }),
    )
    expect(rows.map(({ openedAt }) => openedAt)).toEqual([moment('2025-09-25 16:40'), moment('2025-09-25 00:00')])
    expect(rows[0]).toMatchObject({ title: '砚池路路灯不亮', areaName: '洗砚社区', category: '路面破损' })
    const kept = JSON.stringify(
      await office.store.records(
        { district: 'lantai', person: 'x', units: 'all' },
        rows.map(({ id }) => id),
      ),
    )
    expect(kept).not.toContain('10011112222')
  })

  it('A55 faults are listed with row and column, and good rows go in', async () => {
    const done = valueOf(
      await load([
        good('LT101'),
        good('LT102', { 诉求类型: '唠叨' }),
        good('LT103', { 联系方式: '123', 标题: '' }),
        good('LT104', { 受理时间: '昨天' }),
        good('LT105', { 受理时间: '2025-09-27 08:00' }),
        good('LT106', { 事发地: '火星街道' }),
        good('LT101'),
        good('LT107'),
      ]),
    )
    expect(done).toMatchObject({ rows: 8, opened: 2, failed: 6 })
    const wording = { ...engineWording, ...describeWording, ...appWording }
    const texts = done.problems.map((one) => importProblemText(one, wording))
    expect(texts.map((text) => /^第(\d+)行/.exec(text)![1])).toEqual(['3', '4', '4', '5', '6', '7', '8'])
    expect(texts[0]).toContain('诉求类型')
    expect(texts[1]).toContain('标题')
    expect(texts[3]).toBe('第5行：“昨天”不是有效的时间，请按“2025-01-31 09:30”的格式填写')
    expect(texts[6]).toBe('第8行：与第2行的来源编号相同，只导入前一行')
    for (const text of texts) expect(text).not.toMatch(/[{}]|engine\/|app\//)
  })

  it('A56 importing again changes nothing and says how many were there', async () => {
    const rows = [good('LT201'), good('LT202')]
    expect(valueOf(await load(rows))).toMatchObject({ opened: 2, repeated: 0 })
    expect(valueOf(await load([...rows, good('LT203')]))).toMatchObject({ opened: 1, repeated: 2, failed: 0 })
    // The number tells the row, whatever else was corrected since; another person imports the same rows.
    const other = await as('lantai-operator-2')
    const again = valueOf(
      await importCases(office, other, 'hotline', await sheetOf([good('LT201', { 标题: '另一标题' })]), {}),
    )
    expect(again).toMatchObject({ opened: 0, repeated: 1, failed: 0 })
    expect(valueOf(await load([good('LT\n204'), good('x'.repeat(40))]))).toMatchObject({ opened: 2 })
    expect(valueOf(await load([good('LT\n204'), good('x'.repeat(40))]))).toMatchObject({ repeated: 2 })
    // Without a number it is known by all that it says.
    const header = HEADER.slice(1)
    const bare = [good('x').slice(1), good('x', { 标题: '另一件' }).slice(1)]
    expect(valueOf(await load(bare, {}, header))).toMatchObject({ opened: 2 })
    expect(valueOf(await load(bare, {}, header))).toMatchObject({ opened: 0, repeated: 2 })
  })

  it('A57 a mapping can be given, saved and used again', async () => {
    const header = ['编', '题', '道', '型', '类', '急', '文', '地', '名', '话', '时', '备']
    expect(codeOf(await load([good('LT301')], {}, header))).toBe('app/columns-missing')
    const mapping = {
      编: 'cityNumber',
      题: 'title',
      道: 'channel',
      型: 'kind',
      类: 'category',
      急: 'urgency',
      文: 'content',
      地: 'area',
    }
    expect(codeOf(await load([good('LT301')], { mapping: { ...mapping, 甲: 'title' } }, header))).toBe(
      'app/header-unknown',
    )
    expect(codeOf(await load([good('LT301')], { mapping: { ...mapping, 名: 'nothing' } }, header))).toBe(
      'app/column-unknown',
    )
    expect(valueOf(await load([good('LT301')], { mapping, saveAs: 'city-line' }, header))).toMatchObject({ opened: 1 })
    expect(valueOf(await savedMapping(office, await as('lantai-operator-2'), 'hotline', 'city-line'))).toEqual(mapping)
    expect(valueOf(await load([good('LT302')], { mapping: 'city-line' }, header))).toMatchObject({ opened: 1 })
    expect(codeOf(await load([good('LT303')], { mapping: 'nothing' }, header))).toBe('app/no-mapping')
    expect(codeOf(await load([good('LT303')], { mapping, saveAs: 'a b' }, header))).toBe('app/bad-id')
  })

  it('A58 a trial run reads everything and writes nothing; who may not register may not import', async () => {
    expect(valueOf(await load([good('LT401'), good('LT402', { 诉求类型: '唠叨' })], { dryRun: true }))).toMatchObject({
      opened: 0,
      failed: 1,
    })
    const handler = await as('lantai-urban-a')
    const refused = valueOf(await importCases(office, handler, 'hotline', await sheetOf([good('LT401')])))
    expect(refused).toMatchObject({ opened: 0, failed: 1 })
    expect(importProblemText(refused.problems[0]!, appWording)).toContain('您现有的岗位不能办理“受理登记”')
    expect(codeOf(await importCases(office, handler, 'x', await sheetOf([good('LT401')])))).toBe('app/no-machine')
  })

  it('A59 a long sheet goes in by pieces and tells how far it is', async () => {
    const told: number[] = []
    const rows = Array.from({ length: 1100 }, (_, n) => good(`L${n}`))
    const sheet = await sheetOf(rows, HEADER, 'csv')
    const done = await importCases(office, await as('lantai-operator-1'), 'hotline', sheet, {
      progress: (count) => told.push(count),
    })
    expect(valueOf(done)).toMatchObject({ opened: 1100, failed: 0 })
    expect(told).toEqual([500, 1000, 1100])
    expect((await verifyOffice(office)).findings).toEqual([])
  })

  it('A54 firms are imported into the register the same way', async () => {
    const header = [
      '企业名称',
      '统一社会信用代码',
      '行业门类',
      '达标方式',
      '所在街道',
      '行业主管部门',
      '上年营业收入（万元）',
    ]
    const row = [
      '兰台区砚石精密仪器有限公司',
      '91420000MA4K0ABCDE',
      '工业',
      '规模成长企业',
      '砚池街道',
      '兰台区经信局',
      1200,
    ]
    const sheet = await sheetOf([row], header)
    const done = valueOf(await importCases(office, await as('lantai-statistician-1'), 'above-scale-firms', sheet))
    expect(done).toMatchObject({ opened: 1, failed: 0 })
    expect(
      valueOf(await importCases(office, await as('lantai-statistician-1'), 'above-scale-firms', sheet)),
    ).toMatchObject({ repeated: 1 })
  })
})

import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const BIN = fileURLToPath(new URL('../packages/cli/bin/jiannuo.js', import.meta.url))
const root = mkdtempSync(join(tmpdir(), 'jiannuo-office-'))
const data = join(root, '数据')

function run(args: readonly string[], folder = data) {
  const { DATABASE_URL: _url, JIANNUO_DATA: _data, ...env } = process.env
  const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, ...args, '--data', folder], {
    cwd: root,
    encoding: 'utf8',
    timeout: 120_000,
    maxBuffer: 1 << 26,
    env,
  })
  return { status, stdout, stderr }
}

const as = (person: string, at: string, ...words: readonly string[]) =>
  run(['case', ...words, '--as', person, '--at', at])

const accept = [
  'do',
  'accept',
  'channel=市级热线',
  'kind=投诉',
  'category=020101',
  'urgency=一般',
  'title=电梯停运三天',
  'content=小区三号楼电梯停运三天，物业没有安排维修。',
  'callerName=林知夏',
  'callerPhone=13800001234',
  'area=桂花社区',
  '--json',
] as const

beforeAll(() => {
  const made = run(['simulate', '--cases', '12', '--days', '12', '--from', '2025-08-01', '--seed', '3'])
  expect(made).toMatchObject({ status: 0 })
  // one server for all the commands that follow
  expect(run(['db', 'start']).status).toBe(0)
}, 180_000)

afterAll(() => {
  run(['db', 'stop'])
  rmSync(root, { recursive: true, force: true })
})

describe('the office on the command line', () => {
  test('a case is opened, worked and refused by rule; exit codes and words say so', () => {
    const opened = as('lantai-operator-1', '2025-09-22 09:00', ...accept)
    expect(opened).toMatchObject({ status: 0, stderr: '' })
    const { record } = JSON.parse(opened.stdout)
    expect(as('lantai-dispatcher-1', '2025-09-22 09:20', 'do', 'clear', record).status).toBe(0)
    expect(as('lantai-dispatcher-1', '2025-09-22 09:30', 'do', 'dispatch', record).status).toBe(0)
    const wrong = as('lantai-water-a', '2025-09-22 10:00', 'do', 'signIn', record)
    expect(wrong).toMatchObject({ status: 1, stdout: '' })
    expect(wrong.stderr).toContain('没有这一记录，或您无权查看')
    expect(as('lantai-housing-a', '2025-09-22 10:00', 'do', 'signIn', record).stdout).toContain('办理中')
    const early = as(
      'lantai-callerBack-1',
      '2025-09-22 10:30',
      'do',
      'callBack',
      record,
      'contacted=是',
      'solved=是',
      'satisfaction=满意',
    )
    expect(early.status).toBe(1)
    expect(early.stderr).toMatch(/只能在“待回访”时办理.*现为“办理中”/s)

    const shown = as('lantai-housing-a', '2025-09-23 09:00', 'show', record)
    expect(shown.stdout).toContain('138****1234（已脱敏）')
    expect(shown.stdout).not.toContain('13800001234')
    expect(shown.stdout).toContain('到期 2025-09-28 24:00')
    const whole = run([
      'case',
      'unmask',
      record,
      'callerPhone',
      '--reason',
      '核实住址',
      '--as',
      'lantai-housing-a',
      '--at',
      '2025-09-23 09:05',
    ])
    expect(whole).toMatchObject({ status: 0, stdout: '13800001234\n' })
    expect(as('lantai-leader-1', '2025-09-23 10:00', 'show', record).stdout).toContain('核实住址')

    const then = as(
      'lantai-leader-1',
      '2025-09-24 10:00',
      'show',
      record,
      '--clocks-at',
      '2025-09-22 09:10,2025-09-22 09:45',
    )
    expect(then.stdout.match(/签收时限：计时中/g)).toHaveLength(1)
    const before = run(['trace', 'hotline.received@2025-09', '--record', record, '--as', 'lantai-leader-1'])
    expect(before.stdout).toMatch(/受理.* 1（2025-09/)
    expect(before.stdout.match(/本笔　 [0-9a-f]{64}/g)).toHaveLength(5)
  }, 120_000)

  test('the same key twice does it once', () => {
    const first = as('lantai-operator-1', '2025-09-24 09:00', ...accept, '--key', '市-0001')
    const again = as('lantai-operator-1', '2025-09-24 09:00', ...accept, '--key', '市-0001')
    expect(JSON.parse(again.stdout)).toEqual({ ...JSON.parse(first.stdout), repeated: true })
  }, 60_000)

  test('a sheet is imported once, however often; bad rows are named', () => {
    const sheet = join(root, '工单.csv')
    const head = '上级工单号,标题,来源渠道,诉求类型,诉求分类,紧急程度,诉求内容,事发地（街道、社区或网格）'
    writeFileSync(
      sheet,
      `${head}\nA1,路灯不亮,市级热线,求助,020102,一般,三号楼前路灯不亮。,桂花社区\nA2,下水堵塞,市级热线,求助,没有这类,一般,下水堵塞两天。,桂花社区\n`,
    )
    const args = ['import', 'cases', sheet, '--as', 'lantai-operator-1', '--at', '2025-09-25 09:00']
    const first = run(args)
    expect(first.status).toBe(1)
    expect(first.stdout).toContain('2 行：登记 1 件，此前已导入 0 件，有误 1 行')
    expect(first.stderr).toMatch(/第3行.*诉求分类.*没有这类/)
    expect(run(args).stdout).toContain('登记 0 件，此前已导入 1 件，有误 1 行')
  }, 60_000)

  test('verify is clean; a backup goes into another folder and is verified there', () => {
    expect(run(['verify', '--seal'])).toMatchObject({ status: 0, stdout: expect.stringContaining('全部相符') })
    const file = join(root, '备份.jiannuo')
    const saved = run(['backup', file])
    expect(saved.status).toBe(0)
    const other = join(root, '另一处')
    expect(run(['restore', file], other)).toMatchObject({ status: 0 })
    expect(run(['verify'], other).stdout.replace(/\d+/g, '')).toBe(run(['verify']).stdout.replace(/\d+/g, ''))
    const list = (folder: string) =>
      run(['case', 'list', '--all', '--as', 'lantai-leader-1', '--at', '2025-10-01 09:00'], folder).stdout
    expect(list(other)).toBe(list(data))
  }, 180_000)

  test('wrong calls are told what is wrong, and change nothing', () => {
    expect(run(['case', 'do'])).toMatchObject({ status: 1 })
    expect(run(['db', 'begin']).stderr).toContain('start、stop 或 status')
    expect(run(['trace', 'hotline@2025', '--as', 'lantai-leader-1']).stderr).toContain('不是有效的指标地址')
    expect(run(['case', 'list', '--as', 'nobody']).stderr).toContain('没有编号为“nobody”的人员')
    expect(run(['case', 'do', 'signIn', 'x', 'y=1', '--as', 'lantai-housing-a']).stderr).toContain('“字段=值”')
  }, 60_000)

  test('the catalogue, a diagram and a page need no data', () => {
    const { stdout } = spawnSync(process.execPath, [BIN, 'systems'], { encoding: 'utf8' })
    expect(stdout).toMatch(/S05.*\n {2}hotline/)
    expect(spawnSync(process.execPath, [BIN, 'systems', 'S29', '--page'], { encoding: 'utf8' }).stdout).toContain(
      '培育库',
    )
    expect(spawnSync(process.execPath, [BIN, 'systems', 'S99'], { encoding: 'utf8' }).status).toBe(1)
  })
})

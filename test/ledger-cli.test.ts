import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'

const BIN = fileURLToPath(new URL('../packages/cli/bin/jiannuo.js', import.meta.url))
const EXAMPLES = fileURLToPath(new URL('../examples/', import.meta.url))
const root = mkdtempSync(join(tmpdir(), 'jiannuo-ledger-'))
const data = join(root, '数据')
const SUPERVISOR = 'lantai-supervisor-1'

function run(...args: readonly string[]) {
  const { DATABASE_URL: _url, JIANNUO_DATA: _data, ...env } = process.env
  const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, ...args], {
    cwd: root,
    encoding: 'utf8',
    timeout: 120_000,
    maxBuffer: 1 << 26,
    env,
  })
  return { status, stdout, stderr }
}
const as = (person: string, ...words: readonly string[]) => run(...words, '--as', person, '--data', data)

beforeAll(() => {
  expect(run('demo', '--cases', '5', '--data', data)).toMatchObject({ status: 0 })
  expect(run('db', 'start', '--data', data).status).toBe(0)
}, 180_000)

afterAll(() => {
  run('db', 'stop', '--data', data)
  rmSync(root, { recursive: true, force: true })
})

test('the demonstration has a ledger with every light, and a red one opens down to its sentence', () => {
  const overview = as('lantai-leader-1', 'ledger', 'overview')
  expect(overview).toMatchObject({ status: 0 })
  expect(overview.stdout).toMatch(/红[1-9]\d*　黄[1-9]\d*　绿[1-9]\d*　静默[1-9]/)
  const listed = as('lantai-leader-1', 'ledger', 'list', '--light', 'red', '--json')
  const [first] = listed.stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(first.fields.light).toBe('red')
  const shown = as('lantai-leader-1', 'ledger', 'show', first.id)
  expect(shown).toMatchObject({ status: 0 })
  expect(shown.stdout).toContain(`【${first.fields.quote}】`)
  expect(shown.stdout).toContain('←计入')
  expect(as('lantai-parks-a', 'ledger', 'show', first.id)).toMatchObject({ status: 1 })
})

test('a plan is previewed, imported, confirmed; a second import changes nothing', () => {
  const plan = join(EXAMPLES, 'lantai-2025-plan.txt')
  const preview = as(SUPERVISOR, 'doc', 'import', plan, '--own', '--preview')
  expect(preview.stdout).toContain('什么也没有写入')
  const imported = as(SUPERVISOR, 'doc', 'import', plan, '--own', '--json')
  const { record } = JSON.parse(imported.stdout)
  expect(JSON.parse(as(SUPERVISOR, 'doc', 'import', plan, '--own', '--json').stdout)).toMatchObject({
    record,
    repeated: true,
  })
  const confirmed = JSON.parse(
    as(SUPERVISOR, 'doc', 'confirm', record, 's1', 's2', '--lead', 'lantai-statistics', '--json').stdout,
  )
  expect(confirmed).toMatchObject({ decided: 2 })
  expect(as(SUPERVISOR, 'doc', 'confirm', record, 's1')).toMatchObject({ status: 1 })
  expect(as(SUPERVISOR, 'doc', 'reject', record, 's3')).toMatchObject({ status: 2 })
  expect(as(SUPERVISOR, 'doc', 'reject', record, 's3', '--reason', '口径不明')).toMatchObject({ status: 0 })
})

test('the split table, the circular and wrong calls', () => {
  const sheet = join(root, '分解表.xlsx')
  expect(as(SUPERVISOR, 'ledger', 'export', sheet)).toMatchObject({ status: 0 })
  expect(as(SUPERVISOR, 'ledger', 'import', sheet).stdout).toContain('可采纳的改动0处，不能采纳的0处')
  const paper = join(root, '通报.docx')
  const [first] = as('lantai-leader-1', 'ledger', 'list', '--light', 'green', '--json').stdout.trim().split('\n')
  const month = `${JSON.parse(first ?? '{}').fields.year}-06`
  expect(as('lantai-leader-1', 'ledger', 'circular', month, paper)).toMatchObject({ status: 0, stderr: '' })
  expect(readFileSync(paper).subarray(0, 2).toString()).toBe('PK')
  expect(as('lantai-leader-1', 'ledger', 'circular', '6月', paper)).toMatchObject({ status: 2 })
  expect(as('lantai-leader-1', 'ledger', 'nonsense')).toMatchObject({ status: 2 })
  expect(run('compare')).toMatchObject({ status: 2 })
})

test('a report is compared with itself and with another', () => {
  const report = join(EXAMPLES, 'lantai-2025-report.txt')
  const within = run('compare', report)
  expect(within).toMatchObject({ status: 0, stderr: '' })
  expect(within.stdout).toContain('低于上年实绩的目标')
  const promises = run('compare', join(EXAMPLES, 'lantai-2025-plan.txt'), report)
  expect(promises).toMatchObject({ status: 1 })
  expect(promises.stderr).toContain('承诺对照')
  const told = run('compare', join(EXAMPLES, 'lantai-2025-plan.txt'), report, '--promises', '--json')
  const silent = JSON.parse(told.stdout).promises.filter(
    (one: { outcome: string; sure: boolean }) => one.outcome === 'notMentioned' && one.sure,
  )
  expect(silent.map(({ title }: { title: string }) => title)).toEqual(['改造提升农贸市场6家', '新建公共充电桩500个'])
})

import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'

const BIN = fileURLToPath(new URL('../packages/cli/bin/jiannuo.js', import.meta.url))

const PLAN = `兰台区2025年政府工作报告

一、2024年工作回顾
全年地区生产总值完成126亿元，增长6.5%。新建学校3所。
二、2025年工作安排
新增市场主体1.2万户以上，改造老旧小区20个。年底前建成云溪路。
`
/** “新增市场主体5户。” in GB18030. */
const GBK = new Uint8Array(Buffer.from('d0c2d4f6cad0b3a1d6f7cce535bba7a1a3', 'hex'))

const folder = mkdtempSync(join(tmpdir(), 'jiannuo-cli-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const file = (name: string, content = PLAN): string => {
  const path = join(folder, name)
  mkdirSync(join(path, '..'), { recursive: true })
  writeFileSync(path, content)
  return path
}

const run = (args: readonly string[], input?: string | Uint8Array) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, ...args], {
    cwd: folder,
    encoding: 'utf8',
    timeout: 20_000,
    maxBuffer: 1 << 28,
    ...(input === undefined ? {} : { input }),
  })
  return { status, stdout, stderr }
}

const plan = file('报告.txt')
file('多/a.txt')
file('多/下级/b.txt')
file('多/旧.docx', 'PK\u0003\u0004broken')
file('多/空.txt', '')
file('多/INDEX.tsv', 'name\tyear')

describe('command', () => {
  test('help names what there is', () => {
    for (const args of [['--help'], ['-h'], ['help']]) {
      const { status, stdout } = run(args)
      expect(status).toBe(0)
      expect(stdout).toContain('jiannuo <命令>')
    }
    expect(run(['read', '--help']).stdout).toContain('--explain N')
  })

  test('version is that of the package', () => {
    const described = JSON.parse(readFileSync(new URL('../packages/cli/package.json', import.meta.url), 'utf8'))
    expect(run(['--version'])).toMatchObject({ status: 0, stdout: `${described.version}\n` })
  })

  test('an unknown command or option is a wrong call: 2, usage on the error stream, nothing on the other', () => {
    for (const args of [[], ['nonsense'], ['read'], ['read', plan, '--nope'], ['read', plan, '--json', '--csv']]) {
      const { status, stdout, stderr } = run(args)
      expect({ args, status, stdout }).toEqual({ args, status: 2, stdout: '' })
      expect(stderr).toContain('用法：')
    }
    for (const args of [
      ['serve', 'x'],
      ['serve', '--nope'],
    ]) {
      const { status, stdout, stderr } = run(args)
      expect({ args, status, stdout }).toEqual({ args, status: 2, stdout: '' })
      expect(stderr).toContain('serve')
    }
  })
})

describe('read one file', () => {
  test('a table without escape codes, with a summary', () => {
    const { status, stdout, stderr } = run(['read', plan, '--tasks'])
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(stdout).not.toContain('\u001b')
    expect(stdout).toMatch(/地区生产总值 +126 {2}亿元 +水平 {2}结果 {2}2024 /)
    expect(stdout).toMatch(/市场主体 +≥1\.2 {2}万户 +增量 {2}目标 {2}2025 /)
    expect(stdout).toContain('\n小结\n')
  })

  test('JSON: the reading with file, format and problems in words', () => {
    const { status, stdout } = run(['read', plan, '--json'])
    expect(status).toBe(0)
    expect(stdout.startsWith('{\n')).toBe(true)
    const reading = JSON.parse(stdout)
    expect(reading).toMatchObject({
      file: plan,
      format: 'txt',
      encoding: 'utf-8',
      meta: { kind: 'report', year: 2025 },
    })
    for (const key of ['outline', 'clauses', 'tasks', 'terms', 'problems', 'coverage'])
      expect(reading).toHaveProperty(key)
    for (const { start, end, quote } of reading.statements) expect(PLAN.slice(start, end)).toBe(quote)
    for (const { message } of reading.problems) expect(message).toMatch(/[\u4e00-\u9fff]/)
    expect(reading.statements.map((s: { quote: string }) => s.quote)).toContain('1.2万户以上')
  })

  test('standard input, in an encoding told by its bytes', () => {
    const { status, stdout } = run(['read', '-', '--json', '--year', '2030'], GBK)
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ file: '-', encoding: 'gb18030', statements: [{ quote: '5户' }] })
    expect(run(['read', '-'], PLAN).stdout).toContain('标准输入（TXT')
  })

  test('what the file does not say can be said', () => {
    const { stdout } = run(['read', plan, '--json', '--year=2031', '--kind', '计划', '--title', '另一个标题'])
    expect(JSON.parse(stdout).meta).toMatchObject({ year: 2031, kind: 'plan', title: '另一个标题' })
  })

  test('an explanation marks the number and words its rules', () => {
    const { status, stdout } = run(['read', plan, '--explain', '1'])
    expect(status).toBe(0)
    expect(stdout).toContain('【126亿元】')
    expect(stdout).toMatch(/R10\S* +阿拉伯数字/)
    expect(run(['read', plan, '--explain', '99'])).toMatchObject({ status: 2, stdout: '' })
  })

  test('CSV begins with a mark and the columns of the split table', () => {
    const { status, stdout } = run(['read', plan, '--csv'])
    expect(status).toBe(0)
    expect(stdout.startsWith('\uFEFF序号,工作任务/量化目标,指标,目标值,单位,')).toBe(true)
    expect(stdout).toMatch(/,市场主体,≥1\.2,万户,/)
    expect(stdout).not.toContain('地区生产总值完成')
  })

  test('XLSX is written whole, beside nothing left over', () => {
    const out = join(folder, '表.xlsx')
    const { status, stdout } = run(['read', plan, '--xlsx', out])
    expect({ status, stdout: stdout.includes(`已写入 ${out}`) }).toEqual({ status: 0, stdout: true })
    expect(readFileSync(out).subarray(0, 2).toString()).toBe('PK')
    expect(run(['read', plan, '--xlsx', join(folder, '没有', '表.xlsx')])).toMatchObject({ status: 1, stdout: '' })
    expect(run(['read', '--xlsx', plan]).status).toBe(2)
    expect(readFileSync(plan, 'utf8')).toBe(PLAN)
  })

  test('a file that cannot be read says what to do: 1', () => {
    const missing = run(['read', '没有.docx', '--json'])
    expect(missing).toMatchObject({ status: 1, stdout: '' })
    expect(missing.stderr).toContain('找不到“没有.docx”')
    const folderAsFile = run(['read', '多', '--json'])
    expect(folderAsFile.status).toBe(2)
    expect(folderAsFile.stderr).toContain('文件夹请用 --jsonl')
  })

  test('a control character of the file does not reach the terminal', () => {
    const evil = file('坏.txt', `兰台区2025年工作计划\n新增\u001b[2J市场主体5户。\n`)
    expect(run(['read', evil]).stdout).not.toContain('\u001b')
  })
})

describe('read many files', () => {
  const names = ['多/a.txt', '多/下级/b.txt', '多/旧.docx', '多/空.txt']

  test('JSON Lines: a line a document in order, the broken ones too', () => {
    const { status, stdout, stderr } = run(['read', '多', '--jsonl'])
    expect(status).toBe(1)
    const lines = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(lines.map((line) => line.file)).toEqual(names)
    expect(lines.map((line) => line.ok)).toEqual([true, true, false, false])
    expect(lines[0]).toHaveProperty('counts.statements.total', lines[0].statements.length)
    expect(lines[2].problems[0]).toMatchObject({ code: 'files/broken-docx' })
    expect(lines[2].problems[0].message).toContain('不是完整的 DOCX')
    expect(stderr).toMatch(/^4 份文件，2 份失败，\d+ 条陈述，\d+ 个问题\n$/)
  })

  test('a folder without a format is a row a document', () => {
    const { status, stdout, stderr } = run(['read', '多'])
    expect(status).toBe(1)
    expect(stdout).toContain('4 份文件，2 份失败')
    expect(stderr).toContain('“多/空.txt”里没有文字')
  })

  test('files named one by one are a table each; one that fails does not stop the others', () => {
    const { status, stdout, stderr } = run(['read', '没有.txt', plan, plan])
    expect(status).toBe(1)
    expect(stdout.match(/\n小结\n/g)).toHaveLength(2)
    expect(stderr).toContain('找不到“没有.txt”')
  })

  test('over threads: every document once, in order', { timeout: 60_000 }, () => {
    // Enough bytes for threads, few numbers, so that the test is quick.
    const paragraph = '坚持稳中求进工作总基调，完整、准确、全面贯彻新发展理念，加快构建新发展格局。\n'.repeat(40)
    for (let n = 0; n < 12; n++)
      file(`大/${String(n).padStart(2, '0')}.txt`, PLAN + `${paragraph}改造老旧小区20个。\n`.repeat(90))
    const { status, stdout, stderr } = run(['read', '大', '--jsonl'])
    expect(status).toBe(0)
    const lines = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(lines.map((line) => line.file.slice(2, 4))).toEqual(
      Array.from({ length: 12 }, (_, n) => String(n).padStart(2, '0')),
    )
    expect(new Set(lines.map((line) => line.statements.length)).size).toBe(1)
    expect(stderr).toContain('12 份文件，0 份失败')
  })

  test('a reader that has seen enough ends it quietly', { timeout: 60_000 }, async () => {
    const child = spawn(process.execPath, [BIN, 'read', '大', '--jsonl'], { cwd: folder })
    let stderr = ''
    child.stderr.on('data', (chunk) => (stderr += chunk))
    child.stdout.once('data', () => child.stdout.destroy())
    const status = await new Promise((resolve) => child.on('close', resolve))
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  })

  test.skipIf(process.platform === 'win32')(
    'Ctrl-C ends it at once, by the signal that a shell reports as 130',
    async () => {
      const child = spawn(process.execPath, [BIN, 'read', '大', '--jsonl'], { cwd: folder })
      child.stdout.once('data', () => child.kill('SIGINT'))
      child.stdout.resume()
      const ended = await new Promise((resolve) => child.on('exit', (code, signal) => resolve({ code, signal })))
      expect(ended).toEqual({ code: null, signal: 'SIGINT' })
    },
  )
})

test('the built command is there', () => {
  expect(existsSync(fileURLToPath(new URL('../packages/cli/dist/main.js', import.meta.url)))).toBe(true)
})

import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { inOrder } from './in-order.ts'
import { totalLine } from './many-files.ts'
import { processFile } from './outcome.ts'
import { createPool } from './pool.ts'
import { barLine, startProgress } from './progress.ts'
import { findDocuments } from './walk.ts'

const folder = mkdtempSync(join(tmpdir(), 'jiannuo-batch-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const later = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

const slowerFirst = async (n: number) => {
  await later((5 - n) * 4)
  return n
}

const line = async (path: string) => {
  const outcome = await processFile(path, 'jsonl', {})
  return { outcome, json: JSON.parse(new TextDecoder().decode(outcome.line)) }
}

describe('in order', () => {
  test('results come in the order of the items, however long each takes', async () => {
    const seen: number[] = []
    await inOrder([1, 2, 3, 4, 5], slowerFirst, 3, async (n) => seen.push(n) > 0)
    expect(seen).toEqual([1, 2, 3, 4, 5])
  })

  test('never more than the window is held, also when the taker is slow', async () => {
    let held = 0
    let most = 0
    const work = async (n: number) => {
      most = Math.max(most, ++held)
      return n
    }
    const take = async () => {
      await later(1)
      held--
      return true
    }
    await inOrder(
      Array.from({ length: 50 }, (_, n) => n),
      work,
      4,
      take,
    )
    expect(most).toBe(4)
  })

  test('a taker that has enough ends the work', async () => {
    let begun = 0
    await inOrder(
      [1, 2, 3, 4, 5, 6],
      async () => ++begun,
      2,
      async () => false,
    )
    expect(begun).toBe(2)
  })
})

describe('walk', () => {
  test('documents of a folder in the order of their names, all levels; lists, hidden and lock files left out', () => {
    const root = join(folder, 'walk')
    mkdirSync(join(root, 'b', '.git'), { recursive: true })
    for (const name of [
      'c.txt',
      'a.docx',
      'b/旧.DOC',
      'b/页.html',
      'INDEX.tsv',
      'r.json',
      '.x.txt',
      '~$a.docx',
      'b/.git/y.txt',
    ]) {
      writeFileSync(join(root, name), 'x')
    }
    symlinkSync(root, join(root, 'b', 'loop'))
    const { files, problems, skipped } = findDocuments([root, 'missing.txt', '-'])
    expect(files).toEqual([
      ...['a.docx', 'b/旧.DOC', 'b/页.html', 'c.txt'].map((name) => join(root, name)),
      'missing.txt',
      '-',
    ])
    expect(problems).toEqual([])
    expect(skipped).toBe(2)
  })

  test('a folder without documents is a problem', () => {
    const root = join(folder, 'empty')
    mkdirSync(root)
    expect(findDocuments([root]).problems).toMatchObject([{ path: root, problem: { code: 'cli/empty-folder' } }])
  })
})

describe('outcome of a file', () => {
  test('a file that is read', async () => {
    const path = join(folder, 'plan.txt')
    writeFileSync(path, '兰台区2025年工作计划\n一、2025年工作安排\n新增市场主体1.2万户。\n')
    const { outcome, json } = await line(path)
    expect(outcome).toMatchObject({ file: path, ok: true, statements: 1 })
    expect(json).toMatchObject({ file: path, ok: true, format: 'txt', counts: { statements: { total: 1, target: 1 } } })
    expect(json.statements[0].quote).toBe('1.2万户')
  })

  test('a file that is not there is a line too', async () => {
    const { outcome, json } = await line(join(folder, 'nope.txt'))
    expect(outcome.ok).toBe(false)
    expect(json).toMatchObject({ ok: false, problems: [{ code: 'cli/not-found' }] })
    expect(json.problems[0].message).toContain('找不到')
  })
})

describe('pool', () => {
  const script = join(folder, 'worker.mjs')
  writeFileSync(
    script,
    `import { parentPort, workerData } from 'node:worker_threads'
     parentPort.on('message', (file) => {
       if (file === 'throws') throw new Error('broken file')
       if (file === 'exits') process.exit(7)
       setTimeout(() => parentPort.postMessage({ file, ok: true, statements: workerData.facts.year, problems: 0, failure: [] }), 5)
     })`,
  )

  test('a thread that dies is the outcome of its file; the others are read', async () => {
    const pool = createPool(2, { product: 'jsonl', facts: { year: 2025 } }, pathToFileURL(script))
    const files = ['a', 'throws', 'b', 'exits', 'throws', 'c', 'd']
    const outcomes = await Promise.all(files.map(pool.run))
    await pool.close()
    expect(outcomes.map(({ file, ok }) => `${file} ${ok}`)).toEqual([
      'a true',
      'throws false',
      'b true',
      'exits false',
      'throws false',
      'c true',
      'd true',
    ])
    expect(outcomes[0].statements).toBe(2025)
    const failed = JSON.parse(new TextDecoder().decode(outcomes[1].line))
    expect(failed.problems[0]).toMatchObject({ code: 'cli/crashed', params: { name: 'throws', reason: 'broken file' } })
  })

  test('a closed pool starts nothing more', async () => {
    const pool = createPool(1, { product: 'jsonl', facts: {} }, pathToFileURL(script))
    const first = pool.run('a')
    void pool.run('b')
    await pool.close()
    expect((await first).ok).toBe(false)
  })
})

describe('progress', () => {
  test('draws on a terminal, at most as often as the eye follows, and cleans up', () => {
    const drawn: string[] = []
    let time = 0
    const progress = startProgress(3, { isTTY: true, columns: 60, write: (text) => drawn.push(text) }, () => time)
    progress.advance('甲.txt')
    progress.advance('乙.txt')
    time = 1000
    progress.advance('丙.txt')
    progress.end()
    expect(drawn).toHaveLength(3)
    expect(drawn[1]).toContain('3/3 丙.txt')
    expect(drawn[2]).toBe('\r\u001b[K')
  })

  test('is silent elsewhere', () => {
    const drawn: string[] = []
    const progress = startProgress(3, { write: (text) => drawn.push(text) })
    progress.advance('甲')
    progress.end()
    expect(drawn).toEqual([])
  })

  test('shows how far the work is', () => {
    expect(barLine(12, 24, '报告.txt')).toBe(`读取 [${'█'.repeat(12)}${'░'.repeat(12)}] 12/24 报告.txt`)
  })
})

test('the sums are one line', () => {
  expect(totalLine({ files: 40, failed: 0, statements: 7623, problems: 41 })).toBe(
    '40 份文件，0 份失败，7623 条陈述，41 个问题',
  )
})

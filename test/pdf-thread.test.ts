import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { content, pdf } from '../packages/files/testing/pdf.ts'

const command = fileURLToPath(new URL('../packages/cli/bin/jiannuo.js', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'jiannuo-pdf-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const run = (...args: string[]) =>
  spawnSync(process.execPath, [command, 'read', ...args], { encoding: 'utf8', timeout: 60_000 })

const SENTENCE = '全年新建学校3所，新增学位900个，培育企业20家。'
const whole = pdf([content([{ x: 74, y: 700, text: SENTENCE }])])

describe('PDF through the built command', () => {
  it('F86 a PDF is read in its thread, and the command ends', () => {
    const path = join(folder, '计划.pdf')
    writeFileSync(path, whole)
    const { status, stdout } = run(path, '--json', '--year', '2026')
    expect(status).toBe(0)
    const { statements } = JSON.parse(stdout) as { statements: { quote: string }[] }
    expect(statements.map((s) => s.quote)).toEqual(['3所', '900个', '20家'])
  })

  it('F86 damaged PDFs cost themselves alone: every file has its line', () => {
    const many = mkdtempSync(join(folder, 'damaged-'))
    // every sixteenth byte broken in turn: some of these lose a rejection inside the library
    for (let i = 0; i < 24; i++) {
      const bytes = whole.slice()
      for (let at = i; at < bytes.length; at += 61) bytes[at] = (bytes[at]! + 7 * i + 1) % 256
      writeFileSync(join(many, `${String(i).padStart(2, '0')}.pdf`), bytes)
    }
    writeFileSync(join(many, '99.pdf'), whole)
    const { status, stdout } = run(many, '--jsonl')
    const lines = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { file: string; ok: boolean })
    expect(lines).toHaveLength(25)
    expect(lines.at(-1)?.ok).toBe(true)
    expect([0, 1]).toContain(status)
  })
})

import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { mainHelp, readHelp, unknownCommand } from './help.zh.ts'
import { commandNames } from './main.ts'
import { messageOf } from './problems.ts'
import { cliWording, describeRule } from './wording.zh.ts'

const READER = fileURLToPath(new URL('../../reader/src', import.meta.url))

test('every rule that the reader names has wording', () => {
  const sources = readdirSync(READER, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'))
  const ids = sources.flatMap(
    (name) => readFileSync(join(READER, name), 'utf8').match(/(?<=')R\d+\.[A-Za-z]+(?=')/g) ?? [],
  )
  expect(ids.length).toBeGreaterThan(10)
  expect(ids.filter((id) => describeRule(id) === id)).toEqual([])
})

test('a rule falls back from its variant to its family to its id', () => {
  expect(describeRule('R13.tenths')).toContain('九成')
  expect(describeRule('R10.never-heard-of')).toBe(describeRule('R10'))
  expect(describeRule('Z9.x')).toBe('Z9.x')
})

test('every message is a Chinese sentence', () => {
  for (const words of Object.values(cliWording)) expect(words).toMatch(/[\u4e00-\u9fff].*(?:。|\{hint\}|[a-z0-9-])$/)
})

test('a code without wording is shown as it is', () => {
  expect(messageOf({ code: 'x/y', severity: 'note' })).toBe('x/y')
})

test('help names the commands that exist and no others', () => {
  const named = mainHelp.match(/^ {2}[a-z]+(?:、[a-z]+)*(?= )/gm)?.flatMap((names) => names.trim().split('、')) ?? []
  expect(named.filter((name) => name !== 'jiannuo').toSorted()).toEqual(commandNames.toSorted())
  for (const option of [
    '--json',
    '--jsonl',
    '--csv',
    '--xlsx',
    '--explain',
    '--tasks',
    '--year',
    '--kind',
    '--title',
    '--encoding',
  ]) {
    expect(readHelp).toContain(`  ${option} `)
  }
})

test('who forgets the command is told how to read the file', () => {
  expect(unknownCommand('报告.docx')).toContain('jiannuo read 报告.docx')
  expect(unknownCommand('serve')).not.toContain('jiannuo read serve')
})

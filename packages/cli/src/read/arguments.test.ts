import { describe, expect, test } from 'vitest'
import { messageOf } from '../problems.ts'
import { parseArguments } from './arguments.ts'

const parsed = (...argv: string[]) => {
  const result = parseArguments(argv)
  if (!result.ok) throw new Error(result.problems.map(messageOf).join('\n'))
  return result.value
}

const refusal = (...argv: string[]): string => {
  const result = parseArguments(argv)
  return result.ok ? '' : result.problems.map(messageOf).join('\n')
}

describe('arguments of read', () => {
  test('files alone make a table', () => {
    expect(parsed('a.txt', 'b.docx')).toEqual({
      files: ['a.txt', 'b.docx'],
      output: { to: 'table', tasks: false },
      facts: {},
    })
    expect(parsed('a.txt', '--tasks')).toMatchObject({ output: { to: 'table', tasks: true } })
  })

  test('each output', () => {
    expect(parsed('a', '--json')).toMatchObject({ output: { to: 'json' } })
    expect(parsed('--jsonl', 'a', 'b')).toMatchObject({ files: ['a', 'b'], output: { to: 'jsonl' } })
    expect(parsed('a', '--csv')).toMatchObject({ output: { to: 'csv' } })
    expect(parsed('a', '--xlsx', 'o.xlsx')).toMatchObject({ output: { to: 'xlsx', path: 'o.xlsx' } })
    expect(parsed('a', '--xlsx=-o.XLSX')).toMatchObject({ output: { to: 'xlsx', path: '-o.XLSX' } })
    expect(parsed('a', '--explain', 's12')).toMatchObject({ output: { to: 'explain', number: 12 } })
  })

  test('facts that the file does not say', () => {
    const facts = parsed('-', '--year', '2025', '--kind=计划', '--title', '计划', '--encoding', 'gbk')
    expect(facts).toMatchObject({ files: ['-'], facts: { year: 2025, kind: 'plan', title: '计划', encoding: 'gbk' } })
  })

  test('help wins over everything', () => {
    expect(parsed('-h')).toBe('help')
    expect(parsed('--nope', '--help')).toBe('help')
  })

  test('a name behind -- is a file', () => {
    expect(parsed('--', '--json')).toMatchObject({ files: ['--json'], output: { to: 'table' } })
  })

  test.each([
    [[], '没有给出要读的文件'],
    [['a', '--jsn'], '是不是想写“--json”'],
    [['a', '--zzz'], '没有“--zzz”这个选项'],
    [['a', '-x'], '没有“-x”这个选项'],
    [['a', '--json=1'], '请去掉“=1”'],
    [['a', '--year'], '选项“--year”后面缺少内容'],
    [['a', '--xlsx', '--json'], '选项“--xlsx”后面缺少内容'],
    [['a', '--year', '25'], '不是年份'],
    [['a', '--kind', '通知'], '不是文件种类'],
    [['a', '--kind', 'constructor'], '不是文件种类'],
    [['a', '--explain', '0'], '不是陈述的序号'],
    [['a', '--json', '--csv'], '--json 和 --csv 不能同时用'],
    [['a', '--csv', '--tasks'], '--tasks 只用于屏幕上的表'],
    [['a', 'b', '--json'], '这里给了2个'],
    [['a', 'b', '--title', 't'], '--title 只能用于一个文件'],
    [['-', '-'], '标准输入（-）只能读一次'],
    [['--xlsx', '报告.docx'], '应是要写的表格文件名'],
  ])('%j is refused', (argv, words) => {
    expect(refusal(...argv)).toContain(words)
  })

  test('all that is wrong is said at once', () => {
    expect(refusal('--year', 'x', '--kind', 'y').split('\n')).toHaveLength(3)
  })
})

import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { identifier, literal, openingScript, settingsScript } from './settings.ts'

describe('settings of a transaction', () => {
  it('S15 are literal SET LOCAL statements behind the begin', () => {
    expect(openingScript({ 'jiannuo.district': '兰台区', lock_timeout: '2s' })).toBe(
      "begin;set local jiannuo.district = '兰台区';set local lock_timeout = '2s'",
    )
  })

  it('S15 the role comes before the settings, access and isolation with the begin', () => {
    expect(openingScript({}, { readOnly: true, isolation: 'repeatable read' }, 'jiannuo_app')).toBe(
      'begin isolation level repeatable read read only;set local role "jiannuo_app"',
    )
  })

  it.each([
    'role',
    'session_authorization',
    'search_path',
    'row_security',
    'jiannuo.x; drop table a',
    'jiannuo.X',
    'jiannuo.',
  ])('S15 the name %s is not allowed', (name) => {
    expect(() => settingsScript({ [name]: '1' })).toThrow(RangeError)
  })

  it('S15 a value is quoted, whatever it holds; a NUL sign or an endless one is refused', () => {
    expect(literal("a'; drop table x; --")).toBe("'a''; drop table x; --'")
    expect(literal('a\\b')).toBe(" E'a\\\\b'")
    expect(() => literal('a\0b')).toThrow(RangeError)
    expect(() => settingsScript({ 'jiannuo.units': 'u'.repeat(100_001) })).toThrow(RangeError)
  })

  it('S15 a quoted value ends where its text ends', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }).filter((text) => !text.includes('\0')),
        (text) => {
          expect(readLiteral(literal(text))).toBe(text)
        },
      ),
    )
  })

  it('S15 names of tables and columns are plain, with at most one dot', () => {
    expect(identifier('public.record')).toBe('"public"."record"')
    for (const bad of ['', 'a b', 'A', 'a"b', 'a.b.c', '1a', 'a;b']) expect(() => identifier(bad)).toThrow(RangeError)
  })
})

/** Reads an SQL literal as the server does, by the rules of the manual, and fails when anything follows it. */
function readLiteral(sql: string): string {
  const escapes = sql.startsWith(' E')
  let at = escapes ? 2 : 0
  expect(sql[at]).toBe("'")
  let value = ''
  for (at += 1; at < sql.length; at += 1) {
    if (sql[at] === "'") {
      if (sql[at + 1] !== "'") break
      at += 1
    } else if (sql[at] === '\\' && escapes) at += 1
    value += sql[at]
  }
  expect(at).toBe(sql.length - 1)
  return value
}

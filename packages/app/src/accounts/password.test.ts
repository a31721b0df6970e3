import { assert, constantFrom, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkPassword, initialPassword } from './password.ts'
import { isAccountName, nameForm } from './tables.ts'
import { accountsWording } from './wording.zh.ts'

const codes = (password: string) =>
  checkPassword(password, ['wangli', '王丽']).map(({ code }) => code.replace('accounts/password-', ''))

describe('account names', () => {
  it('A70 a name is kept in one form, whatever the keyboard sends', () => {
    expect(nameForm(' Wang.Li ')).toBe('wang.li')
    expect(nameForm('ＷＡＮＧ０１')).toBe('wang01')
    for (const name of ['wang.li', '3201', 'a_b-c', 'x'.repeat(32)]) expect(isAccountName(name), name).toBe(true)
    for (const name of ['', 'ab', '.abc', '-abc', 'wang li', '王丽丽', 'a@b.cn', 'x'.repeat(33), "o'brien"])
      expect(isAccountName(name), name).toBe(false)
  })
})

describe('password strength', () => {
  it('A72 twelve characters of any class, or ten of three classes', () => {
    expect(codes('tramlineorchard')).toEqual([])
    expect(codes('tramlineorch')).toEqual([])
    expect(codes('Tramline-7')).toEqual([])
    expect(codes('桥南-Drain7')).toEqual(['too-weak'])
    expect(codes('桥南-Drain71')).toEqual([])
    expect(codes('tramline-or')).toEqual(['too-weak'])
    expect(codes('Tramlines7')).toEqual([])
    expect(codes('Tramline7')).toEqual(['too-weak'])
    expect(codes('')).toContain('too-weak')
    expect(codes('a1-Q桥'.repeat(26))).toEqual(['too-long'])
  })

  it('A72 neither the account name nor the person’s name is in it', () => {
    expect(codes('xx-WangLi-2031')).toEqual(['holds-name'])
    expect(codes('桥南王丽-drain-31')).toEqual(['holds-name'])
  })

  it('A72 patterns and what everybody tries are refused', () => {
    const common = ['aaaaaaaaaaaa', '123456789012', 'abcabcabcabc', 'abcdefghijkl', '987654321098', 'Password2026!']
    const local = ['Admin@123456', 'P@ssw0rd1234', 'woaini1314520', 'qwertyuiop12', '1qaz2wsx3edc', 'Zhengfu@2026']
    for (const password of [...common, ...local]) expect(codes(password), password).toEqual(['common'])
    expect(codes('aaaaaaaaa')).toEqual(['too-weak', 'common'])
  })

  it('A71 an initial password satisfies the rule and is never the same twice', () => {
    const made = Array.from({ length: 200 }, () => initialPassword(['wangli', 'ab']))
    expect(made.filter((password) => codes(password).length > 0)).toEqual([])
    expect(made.every((password) => /^(?:[a-zA-Z2-9]{4}-){3}[a-zA-Z2-9]{4}$/.test(password))).toBe(true)
    expect(new Set(made).size).toBe(200)
  })

  it('A72 every answer has a wording and none quotes the password', () => {
    assert(
      property(string({ unit: constantFrom(...'aZ0-桥１ 😀é\u0000'), maxLength: 150 }), (password) => {
        for (const { code, params } of checkPassword(password, ['wangli'])) {
          expect(Object.keys(accountsWording)).toContain(code)
          expect(Object.values(params ?? {}).every((value) => typeof value === 'number')).toBe(true)
        }
      }),
    )
  })
})

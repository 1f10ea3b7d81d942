import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { passwordProblems, passwordRules } from './index.ts'

const codes = (password: string, userName = 'zhou.he') =>
  passwordProblems(password, { userName }).map(({ code }) => code)

describe('a password', () => {
  it.each(['Teapot-in-9-Gardens', 'x7#Kp2!vQz', '雨后Green-87路灯', 'Kx7m-Pq2t-Hw9d', 'garden-gate-2022'])(
    'may be %s',
    (password) => expect(codes(password)).toEqual([]),
  )

  it.each([
    ['Ab3!xyz', ['passwordTooShort']],
    ['teapot in gardens', ['passwordTooPlain']],
    ['TEAPOTgardens', ['passwordTooPlain']],
    ['Zhou-8847-lamp', ['passwordHasName']],
    ['lamp-UOHZ-8847', ['passwordHasName']],
    ['Passw0rd!', ['passwordCommon']],
    ['P@ssw0rd2024', ['passwordCommon']],
    ['Admin@123456', ['passwordCommon']],
    ['Qwerty123!', ['passwordCommon']],
    ['1qaz@WSX', ['passwordCommon']],
    ['1qaz2WSX!', ['passwordCommon']],
    ['Aaaaaaa1', ['passwordCommon']],
    ['Abcd1234', ['passwordCommon']],
    ['Anquan2024!', ['passwordCommon']],
    ['', ['passwordTooShort', 'passwordTooPlain', 'passwordCommon']],
  ])('%s: %j', (password, expected) => expect(codes(password)).toEqual(expected))

  it('says how many signs and kinds it has and should have, and which part of the name is in it', () => {
    expect(passwordProblems('zhou', { userName: 'zhou.he' })).toEqual([
      { code: 'passwordTooShort', field: 'password', values: { min: 8, given: 4 } },
      { code: 'passwordTooPlain', field: 'password', values: { min: 3, given: 1 } },
      { code: 'passwordHasName', field: 'password', values: { part: 'zhou' } },
    ])
  })

  it('is counted in signs as people see them', () => {
    expect(codes('𠮷𠮷𠮷𠮷')).toContain('passwordTooShort')
  })

  it('may hold two letters that are a name too, but not two characters', () => {
    expect(codes('Li-lamp-8847', 'li')).toEqual([])
    expect(codes('li', 'li')).toContain('passwordHasName')
    expect(codes('灯下周禾Gate-87', '周禾')).toEqual(['passwordHasName'])
  })
})

it('no password that holds the user name passes, wherever it stands', () => {
  const name = fc.stringMatching(/^[a-z]{3,9}$/)
  fc.assert(
    fc.property(name, fc.string(), fc.string(), (userName, before, after) => {
      expect(codes(`${before}${userName.toUpperCase()}${after}`, userName)).toContain('passwordHasName')
    }),
  )
})

it('whatever is typed is answered, with problems of the rules alone', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.string({ unit: 'binary' }),
      (password, userName) => {
        for (const code of codes(password, userName))
          expect(passwordRules.map((rule) => rule.code)).toContain(code)
      },
    ),
  )
})

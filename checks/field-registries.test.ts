import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { top } from './files.ts'
import { registries } from './make-registries.ts'

test('the registries of the field types are what their folders say', () => {
  for (const { path, text } of registries(top)) {
    expect(readFileSync(`${top}/${path}`, 'utf8'), `${path}: run npm run make:fields`).toBe(text)
  }
})

test('a type in the engine has its control', () => {
  const [engine, ui] = registries(top).map(({ text }) =>
    [...text.matchAll(/^ {2}(\w+),$/gm)].map(([, name]) => name),
  )
  expect(engine!.length).toBeGreaterThan(20)
  expect(ui).toEqual(engine)
})

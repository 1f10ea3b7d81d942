import { expect, it } from 'vitest'
import { namedFirst } from './use-found.ts'

const school = { id: '1', title: '汀鹭区滨河小学' }
const noodles = { id: '2', title: '砚浦一碗面馆' }
const gas = { id: '3', title: '砚浦液化气储配站' }

it('puts a record that is called so before one that only lies there', () => {
  expect(namedFirst([school, noodles, gas], ' 砚浦 ')).toEqual([noodles, gas, school])
  expect(namedFirst([school, noodles], '')).toEqual([school, noodles])
})

import { endpoints } from '@anzhi/engine/api'
import { expect, it } from 'vitest'
import { addresses } from './addresses.ts'

it('calls every endpoint by the method and path of the contract', () => {
  const ofContract = Object.entries(endpoints).map(([name, { method, path }]) => [name, { method, path }])
  expect(addresses).toEqual(Object.fromEntries(ofContract))
})

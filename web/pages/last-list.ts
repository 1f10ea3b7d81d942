import type { Address } from '@anzhi/ui/list'

const addresses = new Map<string, Address>()

/** Keeps how the list of a register was last looked at, for the way back to it. */
export function rememberList(register: string, address: Address): void {
  addresses.set(register, address)
}

export function lastList(register: string): Address {
  return addresses.get(register) ?? {}
}

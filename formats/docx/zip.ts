import { unzipSync, type Zippable, zipSync } from 'fflate'

/** The earliest time a zip can hold, by the machine's own clock face, so that it is the same bytes in every zone. */
const noTime = new Date(1980, 0, 1)

/** The same parts with the list of contents first and without times: the same parts are the same bytes. */
export function repack(file: Uint8Array): Uint8Array {
  const parts = Object.entries(unzipSync(file)).sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1))
  const entries = parts.map(([path, bytes]): [string, Zippable[string]] => [path, [bytes, { mtime: noTime }]])
  return zipSync(Object.fromEntries(entries), { level: 6 })
}

function rank(path: string): number {
  return path === '[Content_Types].xml' ? 0 : 1
}

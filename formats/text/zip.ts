import { Inflate } from 'fflate'
import { Refused } from './refusals.ts'

/** One file of a zip, as its central directory has it; sizes there are claims and are not believed. */
export interface ZipEntry {
  name: string
  method: number
  packed: number
  at: number
}

/** Most entries that are looked at; a .docx has some dozens. */
const mostEntries = 5000
/** Bytes given to the inflater at a time: at most 1032 times as much comes out, so a bomb is seen within 17 MB. */
const step = 16 * 1024

export function listEntries(bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endRecord(view)
  if (end < 0) throw new Refused('broken')
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  const entries: ZipEntry[] = []
  const names = new TextDecoder()
  while (
    entries.length < Math.min(count, mostEntries) &&
    at + 46 <= bytes.length &&
    view.getUint32(at, true) === 0x02014b50
  ) {
    if (view.getUint16(at + 8, true) & 1) throw new Refused('locked')
    const length = view.getUint16(at + 28, true)
    const name = names.decode(bytes.subarray(at + 46, at + 46 + Math.min(length, 512))).replaceAll('\\', '/')
    entries.push({
      name,
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      at: view.getUint32(at + 42, true),
    })
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}

/** The end record stands in the last 64 KB. */
function endRecord(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 0xffff); at--) {
    if (view.getUint32(at, true) === 0x06054b50) return at
  }
  return -1
}

/** Gives an entry's bytes piece by piece; more than `cap` bytes in all is refused while inflating. */
export function inflateEntry(
  bytes: Uint8Array,
  entry: ZipEntry,
  cap: number,
  take: (piece: Uint8Array) => void,
): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (entry.at + 30 > bytes.length || view.getUint32(entry.at, true) !== 0x04034b50)
    throw new Refused('broken')
  const from = entry.at + 30 + view.getUint16(entry.at + 26, true) + view.getUint16(entry.at + 28, true)
  const packed = bytes.subarray(from, Math.min(bytes.length, from + entry.packed))
  let total = 0
  const count = (piece: Uint8Array) => {
    total += piece.length
    if (total > cap) throw new Refused('tooLarge')
    if (piece.length > 0) take(piece)
  }
  if (entry.method === 0) return pieces(packed, count)
  if (entry.method !== 8) throw new Refused('broken')
  const inflate = new Inflate((piece) => count(piece))
  pieces(packed, (piece, isLast) => inflate.push(piece, isLast))
}

function pieces(bytes: Uint8Array, take: (piece: Uint8Array, isLast: boolean) => void): void {
  for (let at = 0; at < bytes.length || at === 0; at += step) {
    take(bytes.subarray(at, at + step), at + step >= bytes.length)
  }
}

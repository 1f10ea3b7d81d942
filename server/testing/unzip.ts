import { inflateRawSync } from 'node:zlib'

/** The parts of a zip archive by name, read from its directory at the end. */
export function unzip(archive: Buffer): Record<string, Buffer> {
  const end = archive.lastIndexOf('PK\u0005\u0006')
  const parts: Record<string, Buffer> = {}
  let at = archive.readUInt32LE(end + 16)
  for (let n = archive.readUInt16LE(end + 10); n > 0; n -= 1) {
    const [packed, local] = [archive.readUInt32LE(at + 20), archive.readUInt32LE(at + 42)]
    const [name, extra, comment] = [28, 30, 32].map((offset) => archive.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ]
    const from = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28)
    const content = archive.subarray(from, from + packed)
    const method = archive.readUInt16LE(at + 10)
    parts[archive.toString('utf8', at + 46, at + 46 + name)] =
      method === 0 ? content : inflateRawSync(content)
    at += 46 + name + extra + comment
  }
  return parts
}

import { createHash } from 'node:crypto'
import { crc32, deflateSync } from 'node:zlib'

const width = 320
const height = 240

// Enough to tell one from the next; drawing and keeping a hundred would only make the first start slow.
const different = 12
const drawn = new Map<number, Uint8Array>()

/** A picture that stands for a photo: some boxes on a ground, one of a few, the same for a name every time. */
export function drawPicture(name: string): Uint8Array {
  const number = createHash('sha256').update(name).digest().readUInt32BE() % different
  const picture = drawn.get(number) ?? draw(number)
  drawn.set(number, picture)
  return picture
}

function draw(number: number): Uint8Array {
  const seed = createHash('sha256').update(`picture ${number}`).digest()
  const pixels = Buffer.alloc((width * 3 + 1) * height)
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) pixels.set(colourAt(seed, x, y), y * (width * 3 + 1) + 1 + x * 3)
  }
  return pngOf(pixels)
}

function colourAt(seed: Buffer, x: number, y: number): [number, number, number] {
  for (let box = 0; box < 4; box += 1) {
    const [left, top, wide, high, tone] = seed.subarray(box * 5, box * 5 + 5)
    const inside =
      x > left! && x < left! + 30 + wide! / 3 && y > top! / 2 + 60 && y < top! / 2 + 80 + high! / 3
    if (inside) return [tone!, (tone! + 40 * box) % 256, (200 - tone! / 2) | 0]
  }
  return y < 100 ? [188, 206, 222] : [150 - (y >> 3), 146 - (y >> 3), 138 - (y >> 3)]
}

/** An RGB picture as PNG (ISO/IEC 15948): signature, header, one block of data, end. */
function pngOf(pixels: Buffer): Uint8Array {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(pixels)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'ascii'), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const check = Buffer.alloc(4)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, check])
}

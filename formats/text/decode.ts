/** Text of bytes in UTF-8, UTF-16 or GB18030 (which holds GBK); undefined when it is no text. */
export function decodeText(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return tidy(tryDecode('utf-16le', bytes.subarray(2)))
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return tidy(tryDecode('utf-16be', bytes.subarray(2)))
  if (bytes.indexOf(0) >= 0) return undefined
  const text = tryDecode('utf-8', bytes) ?? tryDecode('gb18030', bytes)
  return tidy(text)
}

function tryDecode(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** Line ends become \n; a text full of control signs is none. */
function tidy(text: string | undefined): string | undefined {
  if (text === undefined) return undefined
  let controls = 0
  for (let i = 0; i < Math.min(text.length, 100_000); i++) {
    const code = text.charCodeAt(i)
    if (code < 32 && code !== 9 && code !== 10 && code !== 13 && code !== 12) controls++
  }
  if (controls > Math.min(text.length, 100_000) / 50) return undefined
  return text.replace(/\r\n?/g, '\n')
}

import { expect, it } from 'vitest'
import { deviceOf } from './device.ts'

const webkit = 'AppleWebKit/537.36 (KHTML, like Gecko)'

it.each([
  [
    `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${webkit} Chrome/120.0.0.0 Safari/537.36`,
    'Chrome 120 · Windows',
  ],
  [
    `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${webkit} Chrome/120.0.0.0 Safari/537.36 Edg/121.0.0.0`,
    'Edge 121 · Windows',
  ],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:121.0) Gecko/20100101 Firefox/121.0', 'Firefox 121 · Linux'],
  [`Mozilla/5.0 (X11; Linux x86_64) ${webkit} Chrome/108.0.0.0 Safari/537.36 UOS`, 'Chrome 108 · UOS'],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 17_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.1 Mobile/15E148 Safari/604.1',
    'Safari 17 · iPhone',
  ],
  [
    `Mozilla/5.0 (Linux; Android 13; X) ${webkit} Version/4.0 Chrome/107.0.0.0 Mobile Safari/537.36 MicroMessenger/8.0.40`,
    'WeChat 8 · Android',
  ],
  ['curl/8.4.0', null],
  ['', null],
  [undefined, null],
])('%s', (said, device) => expect(deviceOf(said)).toBe(device))

it('is short, whatever is said', () => {
  expect(deviceOf(`Chrome/${'9'.repeat(5_000)}`)!.length).toBeLessThan(20)
  expect(deviceOf(`Windows${'<script>'.repeat(900)}`)).toBe('Windows')
})

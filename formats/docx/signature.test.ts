import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { signaturePlaces } from './signature.ts'
import { block } from './testing/sample.ts'

const edge = 11906 - 1588 - 1474
const signed = (...texts: string[]) => signaturePlaces(texts.map((text) => block('signature', text)))

describe('a signature without a seal (GB/T 9704-2012, 7.3.5.2)', () => {
  it('ends the organ two characters before the edge and begins the date two after it', () => {
    // 13 characters of 15.75 pt end 32 pt before the edge; the date begins 32 pt after the first of them.
    expect(signed('青禾区安全生产委员会办公室', '2026年9月30日')).toEqual([
      { alignment: 'right', indent: { right: 640 } },
      { alignment: 'left', indent: { left: edge - 13 * 315 } },
    ])
  })

  it('ends a longer date two characters before the edge and moves the organ left', () => {
    // 8 digits of 7.75 pt and 3 characters of 15.75 pt.
    const date = 8 * 155 + 3 * 315
    expect(signed('安委办', '2026年12月30日')).toEqual([
      { alignment: 'left', indent: { left: edge - 640 - date - 640 } },
      { alignment: 'right', indent: { right: 640 } },
    ])
  })

  it('places the date by the last of several organs', () => {
    const [main, other, date] = signed('青禾区安全生产委员会办公室', '青禾区消防救援大队', '2026年9月30日')
    expect([main, other]).toEqual([
      { alignment: 'right', indent: { right: 640 } },
      { alignment: 'right', indent: { right: 640 } },
    ])
    expect(date).toEqual({ alignment: 'left', indent: { left: edge - 9 * 315 } })
  })

  it.each(['2026-09-30', '二〇二六年九月三十日', '2026年 9月30日'])('knows %s for a date', (date) => {
    expect(signed('青禾区安全生产委员会办公室', date).at(-1)?.alignment).toBe('left')
  })

  it('takes two organs without a date for organs', () => {
    const right = { alignment: 'right', indent: { right: 640 } }
    expect(signed('青禾区安全生产委员会办公室', '青禾区消防救援大队')).toEqual([right, right])
    expect(signed('2026年9月30日')).toEqual([right])
  })

  it('never leaves the block, however long the organ', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 80 }), (length) => {
        for (const { indent } of signed('办'.repeat(length), '2026年12月30日')) {
          const inset = Number(indent?.left ?? indent?.right)
          expect(inset).toBeGreaterThanOrEqual(0)
          expect(inset).toBeLessThan(edge - 8 * 155 - 3 * 315)
        }
      }),
    )
  })
})

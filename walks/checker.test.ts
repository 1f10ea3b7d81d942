import { mkdir } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { build } from 'vite'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { checkCommand } from '../cli/check.ts'
import { openBrowser } from './browser.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const file = `${root}build/checker/核数.html`
const screens = `${root}build/screens`

const drafts = [
  '全区共排查隐患1871处，已整改1824处，整改率98.9%。其中一般隐患1802处，重大隐患59处。',
  '今年以来，全县发生事故8起，去年同期10起，同比下降25%。检查企业*家。',
  '乡镇\t排查隐患（处）\t已整改（处）\n青石镇\t120\t118\n云溪镇\t96\t90\n合计\t226\t208',
  '全区排查隐患320处，整改312处，整改率97.5%，其余8处正在整改。',
]

let browser: Browser
let page: Page
let faults: string[]

beforeAll(async () => {
  await build({ configFile: `${root}checker/vite.config.ts`, logLevel: 'error' })
  await mkdir(screens, { recursive: true })
  browser = await openBrowser()
}, 120_000)

afterAll(async () => {
  await browser?.close()
})

beforeEach(async () => {
  await page?.close()
  page = await browser.newPage({ viewport: { width: 1280, height: 860 }, locale: 'zh-CN' })
  faults = []
  page.on('console', (message) => faults.push(message.text()))
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('request', (request) => {
    if (!/^(?:file|data|blob):/.test(request.url())) faults.push(`request ${request.url()}`)
  })
  await page.goto(pathToFileURL(file).href)
})

async function onCommandLine(text: string) {
  let out = ''
  const sink = {
    write: (piece: string) => {
      out += piece
    },
  }
  await checkCommand(['--json'], { stdin: Readable.from([text]), stdout: sink, stderr: sink })
  return (JSON.parse(out) as { findings: { quote: string; why: string }[] }).findings.map(
    ({ quote, why }) => ({ quote, why }),
  )
}

async function onPage(text: string) {
  await page.locator('textarea').fill(text)
  await page.getByRole('button', { name: '核对' }).click()
  await page.waitForSelector('#page[data-drawn]')
  return page.locator('.finding').evaluateAll((items) =>
    items.map((item) => ({
      quote: item.querySelector('.quote')?.textContent ?? '',
      why: item.querySelector('.why')?.textContent ?? '',
    })),
  )
}

describe('核数.html, opened from disk', () => {
  it.each(drafts)('finds what the command line finds: %s', async (text) => {
    const expected = await onCommandLine(text)
    expect(await onPage(text)).toEqual(expected)
    expect(faults).toEqual([])
  })

  it('marks findings in the text, jumps between both, and speaks English', async () => {
    await page.getByRole('button', { name: '看一个例子' }).click()
    await page.waitForSelector('#page[data-drawn]')
    await page.screenshot({ path: `${screens}/checker-zh.png` })
    await page.locator('.finding', { hasText: '35%' }).click()
    expect(await page.locator('mark.on').textContent()).toBe('35%')
    await page.locator('mark', { hasText: '98.9%' }).click()
    expect(await page.locator('.finding.on .quote').textContent()).toBe('98.9%')
    await page.getByRole('button', { name: 'English' }).click()
    await page.waitForSelector('text=wrong rate')
    expect(await page.locator('.finding', { hasText: 'wrong rate' }).locator('.why').textContent()).toContain(
      'printed 98.9%',
    )
    await page.screenshot({ path: `${screens}/checker-en.png` })
    expect(faults).toEqual([])
  })

  it('reads a dropped file and refuses another in one sentence', async () => {
    await page.setInputFiles('input[type=file]', {
      name: '稿.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from(drafts[0]!),
    })
    await page.waitForSelector('#page[data-drawn]')
    expect(await page.locator('mark', { hasText: '98.9%' }).count()).toBe(1)
    await page.setInputFiles('input[type=file]', {
      name: '稿.docx',
      mimeType: '',
      buffer: Buffer.from('%PDF-1.4'),
    })
    expect(await page.getByRole('alert').textContent()).toContain('PDF')
    expect(faults).toEqual([])
  })

  it('puts no text in as markup', async () => {
    const hostile =
      '<img src=x onerror="document.title=1"><b>检查企业*家</b>，</script><script>document.title=2</script>'
    await onPage(hostile)
    expect(await page.locator('article.paper').textContent()).toBe(hostile)
    expect(await page.locator('article.paper img, article.paper b, article.paper script').count()).toBe(0)
    expect(await page.title()).toBe('核数')
  })

  it('stays awake while a paste of several million characters is checked', async () => {
    await page.evaluate(() => {
      const watch = { longest: 0, last: performance.now() }
      Object.assign(window, { watch })
      setInterval(() => {
        watch.longest = Math.max(watch.longest, performance.now() - watch.last)
        watch.last = performance.now()
      }, 20)
      const text =
        '全区共排查隐患1871处，已整改1824处，整改率97.49%。检查企业1250家，同比增长25%（去年同期1000家）。\n'.repeat(
          40_000,
        )
      const data = new DataTransfer()
      data.setData('text/plain', text)
      document
        .querySelector('textarea')
        ?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
    })
    await page.waitForSelector('#page[data-findings]', { timeout: 90_000 })
    expect(await page.evaluate(() => document.getElementById('page')?.dataset.findings)).toBe('0')
    expect(
      await page.evaluate(() => (window as unknown as { watch: { longest: number } }).watch.longest),
    ).toBeLessThan(5000)
    expect(faults).toEqual([])
  }, 120_000)
})

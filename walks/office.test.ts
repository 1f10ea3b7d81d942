import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { drawPicture } from '../server/demo/picture.ts'
import { openBrowser } from './browser.ts'
import { type DemoServer, startDemo } from './demo-server.ts'
import { type Visitor, visit } from './visitor.ts'

let server: DemoServer
let browser: Browser
let visitor: Visitor
let page: Page

beforeAll(async () => {
  server = await startDemo()
  browser = await openBrowser()
  visitor = await visit(browser, server.url)
  page = visitor.page
}, 180_000)

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

const what = '二楼安全出口被杂物堵塞'
const photo = { name: '整改后.png', mimeType: 'image/png', buffer: Buffer.from(drawPicture('walk')) }

const button = (name: string) => page.getByRole('button', { name, exact: true })
const sheet = () => page.getByRole('dialog')

/** Types a part of a name and takes the record that it finds. */
async function choose(label: string, words: string, title: string): Promise<void> {
  await page.getByRole('textbox', { name: label }).fill(words)
  await page.getByRole('option', { name: title, exact: true }).click()
}

/** Sends the form at the side and waits until the record stands in its new state. */
async function send(act: string, state: string): Promise<void> {
  await sheet().getByRole('button', { name: act, exact: true }).click()
  await sheet().waitFor({ state: 'hidden' })
  await page.locator('h1 + span', { hasText: state }).waitFor()
}

/** Opens the hazard as somebody else. */
async function openAs(userName: string, address: string): Promise<void> {
  await visitor.signOut()
  await visitor.signIn(userName)
  await visitor.go(address)
}

/** A hazard from its finding to its striking off, each step by who is responsible for it. */
describe('a hazard', () => {
  let address = ''

  it('is found by an inspector; a form that is not complete says where', async () => {
    await visitor.signIn('fire')
    await visitor.go('/registers/hazard')
    await page.getByRole('link', { name: '登记隐患' }).click()
    await button('登记隐患').click()
    expect(await page.getByText('必须填写').count()).toBe(3)
    await page.getByRole('textbox', { name: '隐患内容' }).fill(what)
    await choose('隐患所在单位', '宾馆', '砚浦星汀宾馆')
    await page.getByRole('radio', { name: '一般事故隐患' }).check()
    await visitor.look('walk-1-found')
    await button('登记隐患').click()
    await page.waitForURL(/registers\/hazard\/[0-9a-f-]{36}$/)
    await page.locator('h1 + span', { hasText: '待交办' }).waitFor()
    expect(await page.locator('h1').textContent()).toMatch(new RegExp(`^YH-2022-\\d+ ${what}$`))
    address = new URL(page.url()).pathname
  })

  it('is not overwritten unseen when two correct it at once', async () => {
    await button('更正').click()
    await page.getByRole('textbox', { name: '具体部位' }).fill('二楼东侧')
    await correctElsewhere(address, { spot: '二楼西侧', basis: '现场检查' })
    await sheet().getByRole('button', { name: '更正', exact: true }).click()
    await page.getByText('这条记录刚刚被别人改过').waitFor()
    await visitor.look('walk-2-stale')
    expect(await visitor.barriers()).toEqual([])
    const spot = sheet().getByRole('region', { name: '具体部位' })
    for (const seen of ['二楼西侧', '二楼东侧']) await spot.getByText(seen).waitFor()
    await sheet().getByRole('region', { name: '判定依据' }).getByText('现场检查').waitFor()
    const go = sheet().getByRole('button', { name: '按这样提交' })
    expect(await go.isDisabled()).toBe(true)
    await spot.getByRole('radio', { name: '用我填的' }).check()
    await go.click()
    await sheet().waitFor({ state: 'hidden' })
    await page.getByRole('definition').filter({ hasText: '二楼东侧' }).first().waitFor()
    await page.getByRole('definition').filter({ hasText: '现场检查' }).first().waitFor()
  })

  it('is handed over with owner, measures and a day; what is missing is said at its field', async () => {
    await button('下达整改').click()
    await sheet().getByRole('button', { name: '下达整改', exact: true }).click()
    await page.getByText('还有 4 处需要改').waitFor()
    await visitor.look('walk-3-problems')
    expect(await visitor.barriers()).toEqual([])
    await choose('整改责任单位', '砚浦', '砚浦街道办事处')
    await choose('整改责任人', '简', '简宁屿')
    await page.getByRole('textbox', { name: '整改措施' }).fill('清理杂物，保持通道畅通')
    await sheet().getByRole('textbox', { name: '日期', exact: true }).fill('2022年11月5日')
    await page.keyboard.press('Tab')
    await visitor.look('walk-4-notify')
    await send('下达整改', '整改中')
  })

  it('waits on the desk of its owner, who submits it with a photo', async () => {
    await visitor.signOut()
    await visitor.signIn('yanpu')
    await visitor.look('walk-5-desk')
    await page
      .getByRole('link', { name: new RegExp(what) })
      .first()
      .click()
    await button('报送整改').click()
    await sheet().locator('input[type=file]').setInputFiles(photo)
    await sheet().getByRole('img', { name: '整改后.png' }).waitFor()
    await visitor.look('walk-6-submit')
    await send('报送整改', '待复查')
    const width = await page
      .getByRole('img', { name: '整改后.png' })
      .first()
      .evaluate((image) => (image as HTMLImageElement).naturalWidth)
    expect(width).toBe(320)
  })

  it('is looked at again by who found it, and struck off by the office', async () => {
    await openAs('fire', address)
    await button('复查合格').click()
    await send('复查合格', '复查合格')
    await openAs('office', address)
    await button('销号').click()
    await send('销号', '已销号')
    await visitor.look('walk-7-struck-off')
    const acts = await page.locator('ol li strong').allTextContents()
    expect(acts).toEqual(['销号', '复查合格', '报送整改', '下达整改', '更正', '更正', '登记隐患'])
    expect(await visitor.barriers()).toEqual([])
  })
})

/** Corrects the hazard behind the back of the open form, in the same session. */
async function correctElsewhere(address: string, values: Record<string, string>): Promise<void> {
  const id = address.split('/').at(-1)!
  const record = await page.request.get(`${server.url}/api/registers/hazard/records/${id}`)
  const { version } = (await record.json()) as { version: number }
  const answer = await page.request.post(`${server.url}/api/acts`, {
    headers: { 'x-anzhi': 'walk' },
    data: { register: 'hazard', act: 'correct', id, version, values },
  })
  expect(answer.status()).toBe(200)
}

describe('a figure', () => {
  it('opens exactly the records that it counts, the new one among them', async () => {
    await visitor.go('/figures')
    const pressed = page.getByRole('button', { name: /^排查隐患：/ }).last()
    const value = Number(await pressed.textContent())
    expect(value).toBe(94)
    await pressed.click()
    await sheet().getByText(`明细逐条相加得 ${value}，与此数一致`).waitFor()
    const titles = await allTitles()
    expect(titles).toHaveLength(value)
    expect(new Set(titles).size).toBe(value)
    expect(titles.filter((title) => title.endsWith(what))).toHaveLength(1)
    await visitor.look('walk-8-figure')
    await button('关闭').click()
  })

  it('that is a rate shows its two parts, each with its records', async () => {
    await page.getByRole('button', { name: /^隐患整改率：/ }).click()
    await sheet()
      .getByRole('button', { name: /^整改完成：80/ })
      .click()
    await sheet().getByText('共 80 条').waitFor()
    expect(new URL(page.url()).search).toContain('figure=fixedRate&part=0')
    await button('返回 隐患整改率').click()
    await sheet()
      .getByRole('button', { name: /^排查隐患：94/ })
      .waitFor()
    await page.keyboard.press('Escape')
    await sheet().waitFor({ state: 'hidden' })
  })

  /** The titles of all records in the panel, page by page. */
  async function allTitles(): Promise<string[]> {
    const rows = sheet().locator('tbody a')
    const titles: string[] = []
    for (let number = 1; ; number += 1) {
      await sheet().locator('section[aria-busy=false]').waitFor()
      titles.push(...(await rows.allTextContents()))
      const next = button('下一页')
      if (!(await next.isEnabled())) return titles
      await next.click()
      await sheet()
        .getByText(`第 ${number + 1} 页`)
        .waitFor()
    }
  }
})

describe('the report', () => {
  it('prints the same figures, opens them, and comes as a Word file', async () => {
    await page.getByRole('link', { name: '情况汇报' }).click()
    const found = page.locator('article').getByRole('button', { name: '94处' })
    await found.click()
    await sheet().getByText('共 94 条').waitFor()
    await visitor.look('walk-9-report')
    await page.keyboard.press('Escape')
    await sheet().waitFor({ state: 'hidden' })
    const waiting = page.waitForEvent('download')
    await page.getByRole('link', { name: '下载 Word（.docx）' }).click()
    const download = await waiting
    expect(download.suggestedFilename()).toMatch(/三年行动情况汇报.*\.docx$/)
    const chunks: Buffer[] = []
    for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer)
    expect(Buffer.concat(chunks).subarray(0, 2).toString()).toBe('PK')
  })

  it('was walked without one complaint of the browser', () => {
    // The stale correction is refused with 409, which the browser notes.
    expect(visitor.faults.filter((fault) => !fault.includes('409'))).toEqual([])
  })
})

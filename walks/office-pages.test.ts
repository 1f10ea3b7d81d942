import { gzipSync } from 'node:zlib'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from './browser.ts'
import { type DemoServer, startDemo } from './demo-server.ts'
import { visit } from './visitor.ts'

let server: DemoServer
let browser: Browser

beforeAll(async () => {
  server = await startDemo()
  browser = await openBrowser()
}, 180_000)

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

const pages = [
  ['home', '/'],
  ['hazards', '/registers/hazard'],
  ['hazards-filtered', '/registers/hazard?state=notified,submitted&due=..2022-10-30&order=due'],
  ['inspections', '/registers/inspection'],
  ['organs', '/registers/organ'],
  ['my-account', '/account'],
  ['people', '/registers/person'],
  ['new-hazard', '/registers/hazard/new'],
  ['figures', '/figures'],
  ['figures-september', '/figures?from=2022-09-01&to=2022-09-30'],
  ['figure', '/figures?figure=hazardsFound'],
  ['rate', '/figures?figure=fixedRate'],
  ['report', '/reports/situation'],
  ['nothing', '/registers/unicorn'],
  ['nowhere', '/no/such/place'],
] as const

describe.each(['zh', 'en'] as const)('every page, in %s', (language) => {
  it('is drawn without a fault and without a barrier', async () => {
    const somebody = await visit(browser, server.url, language)
    await somebody.go('/')
    await somebody.look('sign-in')
    const barriers = [...(await somebody.barriers())]
    await somebody.signIn('office')
    for (const [name, path] of pages) {
      await somebody.go(path)
      expect(await somebody.page.locator('main h1').count(), name).toBeGreaterThan(0)
      expect(await somebody.page.locator('nav a').count(), name).toBeGreaterThan(5)
      await somebody.look(name)
      barriers.push(...(await somebody.barriers()).map((barrier) => `${name}: ${barrier}`))
    }
    expect(barriers).toEqual([])
    // Asking who one is before signing in is answered with 401, which the browser notes.
    expect(somebody.faults.filter((fault) => !fault.includes('401'))).toEqual([])
    await somebody.close()
  }, 180_000)
})

describe('the script of the first page', () => {
  it('is at most 300 KiB, compressed', async () => {
    const somebody = await visit(browser, server.url)
    const scripts = new Map<string, number>()
    somebody.page.on('response', async (response) => {
      if (!response.url().endsWith('.js')) return
      const body = await response.body().catch(() => Buffer.alloc(0))
      scripts.set(response.url(), gzipSync(body).length)
    })
    await somebody.signIn('office')
    await somebody.page.getByText('逾期未整改').first().waitFor()
    const sizes = [...scripts.values()]
    expect(sizes.length).toBeGreaterThan(2)
    expect(sizes.every((size) => size > 20)).toBe(true)
    const total = sizes.reduce((sum, size) => sum + size, 0)
    expect(total).toBeLessThan(300 * 1024)
    await somebody.close()
  })
})

describe('the shell', () => {
  it('leads from a deep address to the sign-in page and back to it', async () => {
    const somebody = await visit(browser, server.url)
    const { page } = somebody
    await somebody.go('/registers/hazard?grade=major')
    await page.locator('input[autocomplete=username]').fill('office')
    await page.locator('input[autocomplete=current-password]').fill('wrong')
    await page.keyboard.press('Enter')
    expect(await page.getByRole('alert').textContent()).toBe('用户名或密码不对')
    await page.locator('input[autocomplete=current-password]').fill('anzhi-demo-2022')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/registers/hazard?grade=major')
    await page.getByText('共 9 条').waitFor()
    await somebody.close()
  })

  it('keeps the language that was chosen', async () => {
    const somebody = await visit(browser, server.url)
    const { page } = somebody
    await somebody.signIn('office')
    await page.getByRole('button', { name: '切换到 English' }).click()
    await page.getByRole('heading', { name: 'Desk' }).waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    expect(await page.evaluate(() => localStorage.getItem('anzhi.language'))).toBe('en')
    await somebody.close()
  })

  it('is walked by keyboard alone: skip link, filter, record', async () => {
    const somebody = await visit(browser, server.url)
    const { page } = somebody
    await somebody.signIn('office')
    await somebody.go('/registers/hazard')
    await page.keyboard.press('Tab')
    expect(await page.locator(':focus').textContent()).toBe('跳到正文')
    await page.getByRole('button', { name: '状态 不限' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('checkbox', { name: '待交办' }).waitFor()
    await page.keyboard.press('Space')
    await page.keyboard.press('Escape')
    await page.waitForURL('**/registers/hazard?state=found')
    await page.getByText('共 1 条').waitFor()
    await page.locator('tbody a').first().focus()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: '办理过程' }).waitFor()
    await somebody.close()
  })

  it('turns pages forth and back, and the address says where one is', async () => {
    const somebody = await visit(browser, server.url)
    const { page } = somebody
    await somebody.signIn('office')
    await somebody.go('/registers/hazard')
    const first = (await page.locator('tbody a').first().textContent()) ?? ''
    await page.getByRole('button', { name: '下一页' }).click()
    await page.waitForURL(/after=/)
    await page.getByText('第 2 页').waitFor()
    expect(await page.locator('tbody tr').count()).toBe(20)
    await page.reload()
    await page.getByText('第 2 页').waitFor()
    await page.getByRole('button', { name: '上一页' }).click()
    await page.getByText('第 1 页').waitFor()
    await page.getByRole('link', { name: first, exact: true }).waitFor()
    await somebody.close()
  })
})

describe('a form half filled in', () => {
  const words = '灭火器被货物遮挡'
  const sheetButton = '登记隐患'

  async function halfFilled() {
    const somebody = await visit(browser, server.url)
    const { page } = somebody
    await somebody.signIn('fire')
    await somebody.go('/registers/hazard/new')
    await page.getByRole('textbox', { name: '隐患内容' }).fill(words)
    await page.getByRole('textbox', { name: '隐患所在单位' }).fill('宾馆')
    await page.getByRole('option', { name: '砚浦星汀宾馆' }).click()
    await page.getByRole('radio', { name: '一般事故隐患' }).check()
    return somebody
  }

  it('is kept when the session has ended, and can be sent after signing in beside it', async () => {
    const somebody = await halfFilled()
    const { page } = somebody
    await page.request.delete(`${server.url}/api/session`, { headers: { 'x-anzhi': 'walk' } })
    await page.getByRole('button', { name: sheetButton }).click()
    const link = page.getByRole('link', { name: '在新窗口登录，然后回到这里再提交' })
    const opening = page.context().waitForEvent('page')
    await link.click()
    const beside = await opening
    await beside.locator('input[autocomplete=username]').fill('fire')
    await beside.locator('input[autocomplete=current-password]').fill('anzhi-demo-2022')
    await beside.keyboard.press('Enter')
    await beside.waitForURL(`${server.url}/`)
    await page.bringToFront()
    await page.getByRole('button', { name: sheetButton }).click()
    await page.getByRole('heading', { name: new RegExp(words) }).waitFor()
    await somebody.close()
  })

  it('is sent once, though the answer to the first sending is lost', async () => {
    const somebody = await halfFilled()
    const { page } = somebody
    // The first request arrives and does its work; its answer never comes back.
    const keys: (string | undefined)[] = []
    await page.route('**/api/acts', async (route) => {
      keys.push(route.request().headers()['idempotency-key'])
      if (keys.length > 1) return route.continue()
      await route.fetch()
      await route.abort()
    })
    await page.getByRole('button', { name: sheetButton }).click()
    await page.getByText('连接不上服务器，请检查网络后重试。').waitFor()
    await page.getByRole('button', { name: sheetButton }).click()
    await page.getByRole('heading', { name: new RegExp(words) }).waitFor()
    expect(keys).toHaveLength(2)
    expect(keys[0]).toBe(keys[1])
    await page.getByText('办理过程').waitFor()
    await page.getByText('1 次', { exact: true }).waitFor()
    await somebody.close()
  })

  it('is not lost by a careless click', async () => {
    const somebody = await halfFilled()
    const { page } = somebody
    page.once('dialog', (dialog) => dialog.dismiss())
    await page.getByRole('link', { name: '工作台' }).click()
    expect(new URL(page.url()).pathname).toBe('/registers/hazard/new')
    expect(await page.getByRole('textbox', { name: '隐患内容' }).inputValue()).toBe(words)
    page.once('dialog', (dialog) => dialog.accept())
    await page.getByRole('link', { name: '工作台' }).click()
    await page.waitForURL(`${server.url}/`)
    await somebody.close()
  })
})

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

const paper = { name: '检查记录.png', mimeType: 'image/png', buffer: Buffer.from(drawPicture('paper')) }
const button = (name: string) => page.getByRole('button', { name, exact: true })
const sheet = () => page.getByRole('dialog')
const history = () =>
  page.getByRole('region', { name: /办理过程/ }).or(page.locator('section', { hasText: '办理过程' }))

async function choose(label: string, words: string, title: string): Promise<void> {
  await page.getByRole('textbox', { name: label }).fill(words)
  await page.getByRole('option', { name: title, exact: true }).click()
}

/** Opens a list of options and takes the first that has this in its name. */
async function pick(label: string, words: string): Promise<void> {
  await page
    .getByRole('combobox', { name: label })
    .or(page.getByRole('textbox', { name: label }))
    .first()
    .click()
  await page.getByRole('option', { name: words }).first().click()
}

async function handPaper(): Promise<void> {
  await page.locator('fieldset input[type=file]').setInputFiles(paper)
  await page.locator('fieldset').getByText(paper.name).or(page.locator('fieldset img')).first().waitFor()
}

async function send(act: string): Promise<void> {
  await sheet().getByRole('button', { name: act, exact: true }).click()
  await sheet().waitFor({ state: 'hidden' })
}

describe('the office', () => {
  let address = ''

  it('types an inspection for an organ, with its paper, though it makes none itself', async () => {
    await visitor.signIn('office')
    await visitor.go('/registers/inspection')
    await page.getByRole('link', { name: '登记检查' }).click()
    await choose('受检单位', '宾馆', '砚浦星汀宾馆')
    await pick('检查方式', '专项检查')
    await page.getByRole('textbox', { name: '执法人员数' }).fill('2')
    await page.getByRole('textbox', { name: '出动人数' }).fill('3')
    await button('登记检查').click()
    await page.getByText('还有').first().waitFor()
    await choose('填报单位', '消防', '汀鹭区消防救援大队')
    await handPaper()
    await visitor.look('acts-1-behalf')
    expect(await visitor.barriers()).toEqual([])
    await button('登记检查').click()
    await page.waitForURL(/registers\/inspection\/[0-9a-f-]{36}$/)
    await page.getByText('代「汀鹭区消防救援大队」填报').waitFor()
    await visitor.look('acts-2-behalf-history')
  })

  it('says something about a record, and offers what may be done for others', async () => {
    await button('备注').click()
    await sheet().getByRole('textbox', { name: '备注' }).fill('与市级督导同日')
    await visitor.look('acts-3-remark')
    await send('备注')
    await history().getByText('与市级督导同日').first().waitFor()
    await button('代单位办理').click()
    await visitor.look('acts-4-for-others')
    await page.getByRole('menuitem', { name: '更正' }).click()
    await sheet().getByText('代其他单位填报').waitFor()
    expect(await sheet().getByRole('textbox', { name: '填报单位' }).inputValue()).toBe('汀鹭区消防救援大队')
    await visitor.look('acts-5-correct-for-others')
    expect(await visitor.barriers()).toEqual([])
    await sheet().getByRole('button', { name: '取消' }).click()
  })

  it('takes a slip back at once', async () => {
    await visitor.go('/registers/site/new')
    await page.getByRole('textbox', { name: '名称' }).fill('砚浦星汀宾馆（东楼）')
    await pick('类型', '企业')
    await pick('行业领域', '商贸')
    await choose('属地', '砚浦', '砚浦街道办事处')
    await button('新增监管对象').click()
    await page.waitForURL(/registers\/site\/[0-9a-f-]{36}$/)
    address = new URL(page.url()).pathname
    await button('更正').click()
    await sheet().getByRole('textbox', { name: '地址' }).fill('星汀路 9 号')
    await send('更正')
    await button('撤回').click()
    await visitor.look('acts-7-undo')
    expect(await visitor.barriers()).toEqual([])
    await send('撤回')
    await history().getByText('撤回').first().waitFor()
    expect(await button('撤回').count()).toBe(0)
  })

  it('says that two sites are one, and each leads to the other', async () => {
    await visitor.go(address)
    await button('合并').click()
    await choose('并入', '星汀宾馆', '砚浦星汀宾馆')
    await sheet().getByRole('textbox', { name: '理由' }).fill('同一家宾馆登记了两次')
    await visitor.look('acts-8-merge')
    expect(await visitor.barriers()).toEqual([])
    await send('合并')
    await page.locator('h1 + span', { hasText: '已合并' }).waitFor()
    await page.getByText('已并入').waitFor()
    await visitor.look('acts-9-merged')
    await page.locator('main').getByRole('link', { name: '砚浦星汀宾馆', exact: true }).first().click()
    await page.locator('h1', { hasText: '砚浦星汀宾馆' }).waitFor()
    expect(visitor.faults).toEqual([])
  })
})

it('the same in English', async () => {
  const other = await visit(browser, server.url, 'en')
  await other.signIn('office')
  await other.go('/registers/inspection')
  await other.page.locator('tbody a').first().click()
  await other.page.getByRole('button', { name: 'Remark', exact: true }).waitFor()
  await other.page.getByRole('button', { name: 'For another organ', exact: true }).click()
  await other.look('acts-10-for-others')
  await other.page.getByRole('menuitem', { name: 'Correct' }).click()
  await other.page.getByText('Entered for another organ').waitFor()
  await other.look('acts-11-correct')
  expect(other.faults).toEqual([])
  await other.close()
})

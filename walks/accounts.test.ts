import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from './browser.ts'
import { type DemoServer, startDemo } from './demo-server.ts'
import { type Visitor, visit } from './visitor.ts'

let server: DemoServer
let browser: Browser
/** The administrator, and somebody new at another desk. */
let keeper: Visitor
let newcomer: Visitor

beforeAll(async () => {
  server = await startDemo()
  browser = await openBrowser()
  keeper = await visit(browser, server.url)
  newcomer = await visit(browser, server.url)
}, 180_000)

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

const own = 'Lantern-at-9-bridges'
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const sheet = (page: Page) => page.getByRole('dialog')

async function openAccount(userName: string): Promise<void> {
  await keeper.go(`/accounts?search=${userName}`)
  await button(keeper.page, userName).click()
  await sheet(keeper.page).getByText('建立时间').waitFor()
}

async function tryToSignIn({ page, go }: Visitor, userName: string, password: string): Promise<void> {
  await go('/sign-in')
  await page.locator('input[autocomplete=username]').fill(userName)
  await page.locator('input[autocomplete=current-password]').fill(password)
  await page.keyboard.press('Enter')
}

/** The one-time password that stands at the side, as it is copied. */
async function copied(): Promise<string> {
  const { page } = keeper
  const input = sheet(page).getByRole('textbox', { name: '一次性密码' })
  const password = await input.inputValue()
  await button(page, '复制').click()
  await page.getByText('已复制').waitFor()
  return password
}

async function setOwn(page: Page, oneTime: string, password: string): Promise<void> {
  await page.getByLabel('一次性密码').fill(oneTime)
  await page.getByLabel(/^新密码/).fill(password)
  await page.getByLabel('再输一遍新密码').fill(password)
}

describe('a new account', () => {
  let oneTime = ''

  it('is made by an administrator for somebody in the register; a name that is taken is told', async () => {
    const { page } = keeper
    await keeper.signIn('admin')
    await addPerson('沈望舒', '区商务局')
    await page.getByRole('link', { name: '账号', exact: true }).click()
    await page.getByText('共 14 条').waitFor()
    await keeper.look('accounts-1-list')
    expect(await keeper.barriers()).toEqual([])
    await button(page, '新建账号').click()
    await sheet(page).getByRole('textbox', { name: '姓名' }).fill('沈望')
    await page.getByRole('option', { name: '沈望舒' }).click()
    await sheet(page).getByLabel('用户名').fill('office')
    await sheet(page).getByRole('checkbox', { name: '整改经办人' }).check()
    await button(page, '建立账号').click()
    await page.getByText('这个用户名已经有人用了').waitFor()
    await keeper.look('accounts-2-refused')
    await sheet(page).getByLabel('用户名').fill('shen.ws')
    await button(page, '建立账号').click()
    oneTime = await copied()
    expect(oneTime).toMatch(/^\w{4}-\w{4}-\w{4}$/)
    await keeper.look('accounts-3-made')
    expect(await keeper.barriers()).toEqual([])
  })

  it('opens with the one-time password to its change alone, wherever one wanted to go', async () => {
    const { page } = newcomer
    await tryToSignIn(newcomer, 'shen.ws', oneTime)
    await page.getByText('请先设置自己的密码').waitFor()
    await newcomer.look('accounts-4-first')
    expect(await newcomer.barriers()).toEqual([])
    await newcomer.go('/registers/hazard')
    await page.waitForURL('**/first-password?back=*')
    await setOwn(page, oneTime, 'Shen.ws-2022')
    expect(await button(page, '改密码').isDisabled()).toBe(true)
    expect(await page.getByRole('list', { name: '密码要求' }).locator('[data-met]').count()).toBe(3)
    await newcomer.look('accounts-5-rules')
    await setOwn(page, 'wrong', own)
    await button(page, '改密码').click()
    await page.getByText('原密码不对').waitFor()
    await setOwn(page, oneTime, own)
    await button(page, '改密码').click()
    await page.waitForURL('**/registers/hazard')
    await page.getByRole('heading', { name: '隐患' }).waitFor()
  })

  it('works: its person sees the work of their organ, and no page of accounts', async () => {
    const { page } = newcomer
    expect(await page.getByRole('link', { name: '账号', exact: true }).count()).toBe(0)
    await newcomer.go('/accounts')
    await page.getByText('只有管理员可以办理').waitFor()
    await newcomer.look('accounts-6-refused')
    await page.getByRole('link', { name: '我的账号' }).first().click()
    await page.getByText('登录的设备').waitFor()
  })

  it('is signed in twice and ends the other; its password is changed with the old one', async () => {
    const { page } = newcomer
    const elsewhere = await visit(browser, server.url)
    await tryToSignIn(elsewhere, 'shen.ws', own)
    await elsewhere.page.getByRole('heading', { name: '工作台' }).waitFor()
    await newcomer.go('/account')
    await page
      .getByText(/Chrome \d+ · Linux/)
      .first()
      .waitFor()
    expect(await page.locator('tbody tr').count()).toBe(2)
    await newcomer.look('accounts-7-mine')
    expect(await newcomer.barriers()).toEqual([])
    await page.getByRole('button', { name: /^退出 Chrome/ }).click()
    await expect.poll(() => page.locator('tbody tr').count()).toBe(1)
    await elsewhere.go('/')
    await elsewhere.page.waitForURL('**/sign-in?back=*')
    await elsewhere.close()
    await page.getByLabel('原密码').fill(own)
    await page.getByLabel(/^新密码/).fill(`${own}!`)
    await page.getByLabel('再输一遍新密码').fill(`${own}?`)
    await page.getByText('两次输入的不一样').waitFor()
    await page.getByLabel('再输一遍新密码').fill(`${own}!`)
    await button(page, '改密码').click()
    await page.getByText('密码已改').waitFor()
  })
})

describe('what an administrator does about an account', () => {
  it('other roles hold at once', async () => {
    await openAccount('shen.ws')
    await sheet(keeper.page).getByRole('checkbox', { name: '管理员' }).check()
    await button(keeper.page, '保存角色').click()
    await keeper.page.getByText('角色已保存').waitFor()
    await newcomer.go('/accounts')
    await newcomer.page.getByText('共 15 条').waitFor()
  })

  it('a new one-time password throws out whoever is signed in', async () => {
    const { page } = keeper
    await openAccount('shen.ws')
    await button(page, '重置密码').click()
    await keeper.look('accounts-8-sure')
    await button(page, '确定重置').click()
    const password = await copied()
    await keeper.look('accounts-9-reset')
    expect(await keeper.barriers()).toEqual([])
    await newcomer.go('/')
    await newcomer.page.waitForURL('**/sign-in?back=*')
    await tryToSignIn(newcomer, 'shen.ws', password)
    await newcomer.page.getByText('请先设置自己的密码').waitFor()
  })

  it('an account that has ended opens nothing; what waited for it is listed, and it can be opened again', async () => {
    const { page } = keeper
    await openAccount('commerce')
    await page.getByRole('heading', { name: '还等着此人办的' }).waitFor()
    await button(page, '停用账号').click()
    await button(page, '确定停用').click()
    await page.getByText('账号已停用').waitFor()
    await button(page, '恢复账号').waitFor()
    await keeper.look('accounts-10-ended')
    expect(await keeper.barriers()).toEqual([])
    await tryToSignIn(newcomer, 'commerce', 'anzhi-demo-2022')
    await newcomer.page.getByText('用户名或密码不对').waitFor()
    await button(page, '恢复账号').click()
    await button(page, '确定恢复').click()
    expect(await copied()).toMatch(/^\w{4}-\w{4}-\w{4}$/)
  })

  it('the way from what waits leads to a list of as many records', async () => {
    const { page } = keeper
    await openAccount('office')
    const way = sheet(page).locator('li a').first()
    const [, n] = /再没有别人能办的 (\d+) 条/.exec((await way.textContent()) ?? '') ?? []
    expect(Number(n)).toBeGreaterThan(0)
    await keeper.look('accounts-11-work')
    await way.click()
    await page.getByText(`共 ${n} 条`).waitFor()
  })

  it('the last administrator stays', async () => {
    const { page } = keeper
    await openAccount('shen.ws')
    await button(page, '停用账号').click()
    await button(page, '确定停用').click()
    await button(page, '恢复账号').waitFor()
    await openAccount('admin')
    await button(page, '停用账号').click()
    await button(page, '确定停用').click()
    await page.getByText('至少要保留一个能登录的管理员账号').waitFor()
    await keeper.look('accounts-12-last')
  })

  it('too many guesses are told until when, at the door and in the list', async () => {
    for (let n = 0; n < 6; n += 1) {
      await tryToSignIn(newcomer, 'fire', `guess-${n}`)
      await newcomer.page.getByRole('alert').waitFor()
    }
    expect(await newcomer.page.getByRole('alert').textContent()).toMatch(
      /请在 \d{4}-\d\d-\d\d \d\d:\d\d 以后再试/,
    )
    await newcomer.look('accounts-13-locked')
    await keeper.go('/accounts?search=fire')
    await keeper.page.getByText('暂时锁定').waitFor()
    await keeper.look('accounts-14-locked')
  })
})

describe('the same in English', () => {
  it('is drawn without a barrier', async () => {
    const visitor = await visit(browser, server.url, 'en')
    await visitor.signIn('admin')
    await visitor.go('/accounts')
    await visitor.look('accounts')
    await button(visitor.page, 'yanpu').click()
    await sheet(visitor.page).getByText('Made').waitFor()
    await visitor.look('account')
    expect(await visitor.barriers()).toEqual([])
    await visitor.go('/account')
    await visitor.look('my-account')
    expect(await visitor.barriers()).toEqual([])
    await visitor.close()
  })
})

it('no page complained of anything but what was refused', () => {
  const unforeseen = [...keeper.faults, ...newcomer.faults].filter((fault) => !/40[139]|422|423/.test(fault))
  expect(unforeseen).toEqual([])
})

/** Somebody new in the register of people. */
async function addPerson(name: string, organ: string): Promise<void> {
  const { page } = keeper
  await keeper.go('/registers/person/new')
  await page.getByRole('textbox', { name: '姓名' }).fill(name)
  await page.getByRole('textbox', { name: '单位' }).fill(organ)
  await page.getByRole('option').first().click()
  await page.locator('form button[type=submit]').click()
  await page.waitForURL(/registers\/person\/[0-9a-f-]{36}$/)
}

import { mkdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'

const screens = fileURLToPath(new URL('../build/screens', import.meta.url))
const password = 'anzhi-demo-2022'

/** Somebody before a browser of their own. */
export interface Visitor {
  page: Page
  /** What the browser complained about: faults of scripts, refusals of the page's policy, failed requests. */
  faults: string[]
  signIn: (userName: string) => Promise<void>
  signOut: () => Promise<void>
  go: (path: string) => Promise<void>
  /** Waits until nothing is read any more, and keeps a picture. */
  look: (name: string) => Promise<void>
  /** What axe holds for serious on this page, each with the place where it is. */
  barriers: () => Promise<string[]>
  close: () => Promise<void>
}

/** A new visitor on the screen that most offices have. */
export async function visit(browser: Browser, url: string, language: 'zh' | 'en' = 'zh'): Promise<Visitor> {
  await mkdir(screens, { recursive: true })
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    locale: 'zh-CN',
    reducedMotion: 'reduce',
  })
  await context.addInitScript((chosen) => localStorage.setItem('anzhi.language', chosen), language)
  const page = await context.newPage()
  const faults: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') faults.push(message.text())
  })
  page.on('pageerror', (error) => faults.push(error.message))
  const settled = () => page.waitForLoadState('networkidle')
  return {
    page,
    faults,
    signIn: async (userName) => {
      await page.goto(`${url}/sign-in`)
      await page.locator('input[autocomplete=username]').fill(userName)
      await page.locator('input[autocomplete=current-password]').fill(password)
      await page.keyboard.press('Enter')
      await page.waitForURL(`${url}/`)
      await settled()
    },
    signOut: async () => {
      await page.getByRole('button', { name: language === 'zh' ? '退出登录' : 'Sign out' }).click()
      await page.waitForURL(`${url}/sign-in`)
    },
    go: async (path) => {
      await page.goto(`${url}${path}`)
      await settled()
    },
    look: async (name) => {
      await settled()
      await page.screenshot({ path: `${screens}/${name}-${language}.png` })
    },
    barriers: async () => {
      const { violations } = await new AxeBuilder({ page }).analyze()
      return violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
    },
    close: () => context.close(),
  }
}

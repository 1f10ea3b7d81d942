import { copyFile, mkdir } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Browser } from 'playwright-core'

/** Flags of the packed Chromium that would kill it at the end of a run, or hide real faults of a page. */
const unwanted = /^--(?:single-process|no-zygote|disable-web-security|allow-running-insecure-content)/

/**
 * A headless Chromium that `npm ci` alone brings, with Chinese glyphs. It carries its own system libraries
 * and unpacks them only when this variable is set before the package is loaded. The caller closes it.
 */
export async function openBrowser(): Promise<Browser> {
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs20.x'
  const { default: packed } = await import('@sparticuz/chromium')
  const { chromium } = await import('playwright-core')
  const executablePath = await packed.executablePath()
  await addChineseFont()
  return chromium.launch({
    executablePath,
    args: packed.args.filter((flag) => !unwanted.test(flag)),
    headless: true,
  })
}

/** The font goes where the unpacked fontconfig of this Chromium looks. */
async function addChineseFont(): Promise<void> {
  const fonts = join(tmpdir(), 'fonts')
  const from = join(dirname(createRequire(import.meta.url).resolve('@embedpdf/fonts-sc')), '..', 'fonts')
  await mkdir(fonts, { recursive: true })
  await copyFile(join(from, 'NotoSansHans-Regular.otf'), join(fonts, 'NotoSansHans-Regular.otf'))
  await copyFile(join(from, 'NotoSansHans-Bold.otf'), join(fonts, 'NotoSansHans-Bold.otf'))
}

import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { defineConfig, type Plugin } from 'vite'

const vocabularyFile = fileURLToPath(new URL('../packs/base/figures-vocabulary.json', import.meta.url))

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: './',
  build: {
    outDir: fileURLToPath(new URL('../build/checker', import.meta.url)),
    emptyOutDir: true,
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    target: 'es2022',
    cssCodeSplit: false,
  },
  worker: { format: 'iife', plugins: () => [vocabulary()] },
  plugins: [vocabulary(), oneFile('核数.html')],
})

/** Packs are loaded by path, never imported: the base pack's reporting words come in as data. */
function vocabulary(): Plugin {
  const id = 'virtual:figures-vocabulary'
  return {
    name: 'figures-vocabulary',
    resolveId: (source) => (source === id ? `\0${id}` : undefined),
    load(source) {
      if (source !== `\0${id}`) return undefined
      const { entries } = JSON.parse(readFileSync(vocabularyFile, 'utf8')) as { entries: unknown }
      return `export default ${JSON.stringify(entries)}`
    },
  }
}

/** Puts script and style into the page, and a policy that allows these and nothing from any network. */
function oneFile(name: string): Plugin {
  return {
    name: 'one-file',
    enforce: 'post',
    generateBundle(_options, bundle) {
      let script = ''
      let style = ''
      let html = ''
      for (const [file, item] of Object.entries(bundle)) {
        if (item.type === 'chunk') script += item.code
        else if (file.endsWith('.css')) style += String(item.source)
        else if (file.endsWith('.html')) html = String(item.source)
        delete bundle[file]
      }
      this.emitFile({ type: 'asset', fileName: name, source: inlined(html, script, style) })
    },
  }
}

function inlined(html: string, script: string, style: string): string {
  const code = script.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--').trim()
  const css = style.trim()
  const policy = [
    "default-src 'none'",
    `script-src ${hash(code)}`,
    `style-src ${hash(css)}`,
    'worker-src blob:',
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
  return html
    .replace(/\s*<script\b[^>]*\ssrc=[^>]*><\/script>/g, '')
    .replace(/\s*<link\b[^>]*rel="(?:stylesheet|modulepreload)"[^>]*>/g, '')
    .replace(
      '<meta charset="utf-8" />',
      () => `<meta charset="utf-8" />\n    <meta http-equiv="Content-Security-Policy" content="${policy}" />`,
    )
    .replace('</head>', () => `  <style>${css}</style>\n  </head>`)
    .replace('</body>', () => `  <script type="module">${code}</script>\n  </body>`)
}

const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

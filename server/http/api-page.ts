import type { OpenApi, Operation } from './documents.ts'

const style = `
  body { font: 15px/1.6 system-ui, "Noto Sans SC", "Microsoft YaHei", sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #1c2430 }
  h1 { font-size: 1.5rem } h2 { font-size: 1.05rem; margin: 2rem 0 .25rem }
  code { font: 13px/1.5 ui-monospace, monospace } .method { display: inline-block; min-width: 4.5em; font-weight: 600; color: #1a5fb4 }
  table { border-collapse: collapse; width: 100%; font-size: 14px } td, th { text-align: left; padding: .2rem .6rem .2rem 0; border-bottom: 1px solid #e3e7ee; vertical-align: top }
  a { color: #1a5fb4 }`

/** The OpenAPI document as one plain page: no script, nothing fetched. */
export function apiPage(document: OpenApi): string {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => operationPart(method, path, operation)),
  )
  const registers = Object.entries(document.components.schemas).map(([name, schema]) =>
    registerPart(name, schema as Schema),
  )
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escapeHtml(document.info.title)} API</title><style>${style}</style></head><body>
<h1>${escapeHtml(document.info.title)} API</h1>
<p>OpenAPI ${escapeHtml(document.openapi)}: <a href="/api/openapi.json">openapi.json</a>. Every write carries an <code>X-Anzhi</code> header
and may carry an <code>Idempotency-Key</code>. What cannot be done is answered with <code>{"problems":[{"code","field","values"}]}</code>, all at once.</p>
${operations.join('\n')}<h1>Registers</h1>${registers.join('\n')}</body></html>`
}

type Schema = {
  description?: string
  properties: Record<string, Record<string, unknown> & { title?: string }>
}

function operationPart(method: string, path: string, operation: Operation): string {
  const rows = (operation.parameters ?? []).map(
    ({ name, in: place, required, schema }) =>
      `<tr><td><code>${escapeHtml(name)}</code></td><td>${escapeHtml(place)}${required ? ', required' : ''}</td><td><code>${escapeHtml(brief(schema))}</code></td></tr>`,
  )
  const body =
    operation.requestBody === undefined
      ? ''
      : `<p>Body: <code>${escapeHtml(Object.keys(operation.requestBody.content).join(', '))}</code></p>`
  return `<h2><span class="method">${escapeHtml(method.toUpperCase())}</span> <code>${escapeHtml(path)}</code></h2>
<p>${escapeHtml(operation.summary ?? '')}</p>${body}${rows.length === 0 ? '' : `<table>${rows.join('')}</table>`}`
}

function registerPart(name: string, { description, properties }: Schema): string {
  const rows = Object.entries(properties).map(
    ([field, { title, ...schema }]) =>
      `<tr><td><code>${escapeHtml(field)}</code></td><td>${escapeHtml(title ?? '')}</td><td><code>${escapeHtml(brief(schema))}</code></td></tr>`,
  )
  return `<h2><code>${escapeHtml(name)}</code> ${escapeHtml(description ?? '')}</h2><table>${rows.join('')}</table>`
}

function brief(schema: unknown): string {
  return JSON.stringify(schema ?? {}).slice(0, 300)
}

function escapeHtml(text: string): string {
  const names: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
  return text.replace(/[&<>"]/g, (character) => names[character]!)
}

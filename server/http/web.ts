import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { problem } from '@anzhi/engine/problem'
import fastifyStatic from '@fastify/static'
import type { App, House } from './house.ts'

// Only our own files; Mantine writes its theme into <style> tags, hence the one exception.
const policy = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' blob: data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

/** Serves the built web application; every address that is not a file or the API is one of its pages. */
export async function addWeb(app: App, { web }: House): Promise<void> {
  const folder = web !== undefined && existsSync(join(web, 'index.html')) ? web : undefined
  if (folder !== undefined) await addFiles(app, folder)
  app.setNotFoundHandler((request, reply) => {
    const page = folder !== undefined && request.method === 'GET' && !request.url.startsWith('/api/')
    return page ? reply.sendFile('index.html') : reply.status(404).send({ problems: [problem('notFound')] })
  })
}

async function addFiles(app: App, folder: string): Promise<void> {
  await app.register(fastifyStatic, {
    root: folder,
    setHeaders: (reply, path) => {
      reply.header('content-security-policy', policy)
      // Built files carry their hash in their name; the page that names them does not.
      const hashed = path.startsWith(join(folder, 'assets'))
      reply.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
}

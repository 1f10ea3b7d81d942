import { endpoints } from '@anzhi/engine/api'
import { getRegister } from '@anzhi/engine/pack'
import type { Values } from '@anzhi/engine/record'
import type { App, House } from '../http/house.ts'
import { route } from '../http/route.ts'
import { refuse } from '../problem-error.ts'
import { readContent } from '../store/files.ts'
import { handIn } from '../store/hand-in.ts'
import { findRecord } from '../store/records.ts'

export function addFileRoutes(app: App, house: House): void {
  route(app, house, endpoints.uploadFile, async (context, { query, content }) => {
    if (content === undefined || content.length === 0) return refuse('required', 'body')
    return handIn(context, house.files, query.name, content, statedIn(query.stated))
  })

  route(app, house, endpoints.readFile, async (context, { params }) => {
    const file = await findRecord(context, getRegister(context.pack, 'file'), params.id)
    if (file === undefined) return refuse('notFound', 'id')
    const { name, mediaType, sha256 } = file.values as Record<string, string>
    const content = await readContent(house.files, sha256!)
    const picture = mediaType!.startsWith('image/')
    return { content, mediaType: mediaType!, ...(picture ? {} : { saveAs: name! }) }
  })
}

/** What is said of a file travels as JSON beside its bytes. */
function statedIn(text: string | undefined): Values {
  try {
    const stated: unknown = JSON.parse(text ?? '{}')
    if (typeof stated === 'object' && stated !== null && !Array.isArray(stated)) return stated as Values
  } catch {
    // Told below.
  }
  return refuse('badRequest', 'stated')
}

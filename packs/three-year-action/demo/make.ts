import { makeDemo } from './story.ts'

// Prints the demonstration, one act to a line; the formatter does the rest. From the top of the checkout:
//   npx tsx packs/three-year-action/demo/make.ts > packs/three-year-action/demo.json
//   npx biome format --write packs/three-year-action/demo.json
const parts = Object.entries(makeDemo()).map(([name, part]) => {
  const lines = Array.isArray(part)
    ? `[\n${part.map((item) => JSON.stringify(item)).join(',\n')}\n]`
    : undefined
  return `${JSON.stringify(name)}: ${lines ?? JSON.stringify(part)}`
})
console.log(`{\n${parts.join(',\n')}\n}`)

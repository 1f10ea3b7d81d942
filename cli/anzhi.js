#!/usr/bin/env node
// The program runs from its source: tsx reads the types away. See docs/decisions/0001.
import { register } from 'tsx/esm/api'

register()
const { main } = await import('./main.ts')
await main(process.argv.slice(2))

export { type Config, readConfig, socketPath } from './config.ts'
export { type Demonstration, loadDemonstration } from './demo/load.ts'
export { type Running, type StartOptions, startServer } from './start.ts'

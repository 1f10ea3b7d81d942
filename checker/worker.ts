import { type Job, runJob } from './job.ts'

self.onmessage = (event: MessageEvent<Job>) => {
  self.postMessage(runJob(event.data))
}

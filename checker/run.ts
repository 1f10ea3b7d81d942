import { type Answer, type Job, runJob } from './job.ts'
import CheckWorker from './worker.ts?worker&inline'

/** Runs a job beside the page, so that it never freezes; on the page itself where workers are forbidden. */
export function run(job: Job): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const worker = startWorker()
    if (!worker) {
      setTimeout(() => attempt(job, resolve, reject), 30)
      return
    }
    worker.onmessage = (event: MessageEvent<Answer>) => {
      worker.terminate()
      resolve(event.data)
    }
    worker.onerror = (event) => {
      event.preventDefault()
      worker.terminate()
      attempt(job, resolve, reject)
    }
    worker.postMessage(job)
  })
}

function startWorker(): Worker | undefined {
  try {
    return new CheckWorker()
  } catch {
    return undefined
  }
}

function attempt(job: Job, resolve: (answer: Answer) => void, reject: (reason: unknown) => void): void {
  try {
    resolve(runJob(job))
  } catch (error) {
    reject(error)
  }
}

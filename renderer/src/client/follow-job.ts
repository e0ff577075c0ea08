/** Follows a job to its end, whether its news arrives or has to be asked for. */
import type { Job } from '../../../core/contract/answers.ts'
import type { Client } from '../../../core/contract/contract.ts'

/**
 * @param onNews called with every state of the job, the last one included
 * @returns the job when it is done, failed or cancelled
 */
export function followJob(client: Client, jobId: string, onNews: (job: Job) => void): Promise<Job> {
  return new Promise((resolve, reject) => {
    const finish = client.subscribe((event) => {
      if (event.type === 'job' && event.job.id === jobId) take(event.job)
      // After a lost connection everything is said to have changed.
      if (event.type === 'changed' && event.topic === 'jobs') ask()
    })
    let isOver = false
    const take = (job: Job) => {
      if (isOver) return
      onNews(job)
      if (job.status === 'waiting' || job.status === 'running') return
      isOver = true
      finish()
      resolve(job)
    }
    const ask = () => {
      client.call('jobs.get', { jobId }).then(take, (error: unknown) => {
        if (isOver) return
        isOver = true
        finish()
        reject(error)
      })
    }
    ask()
  })
}

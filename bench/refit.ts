/** How long a project waits for its model after a decision, with a thousand before it. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Classifier, Taught } from '../core/classifier/classifier.ts'
import { learnerOf, loadStarter } from '../core/classifier/linear-classifier.ts'
import { createRandom } from '../core/random.ts'
import { keepTask } from '../electron/service/jobs/kept-task.ts'
import type { StoredModel } from '../electron/service/store/models.ts'
import type { TrainTask } from '../electron/workers/train.worker.ts'
import { openBench } from './door-calls.ts'
import { inventedComments, quantile, timed, withFolder, writeCsv } from './support.ts'

type Say = (line: string) => void

const before = 1000
const repeats = 21
const starterFile = path.join(import.meta.dirname, '../resources/starter/starter.bin')
const limits = { accusationLimit: 0.02 }
const twelve = Array.from({ length: 12 }, (_, at) => `label ${at + 1}`)

/** On invented comments of about 300 characters. */
export async function benchRefit(say: Say): Promise<void> {
  const texts = inventedComments(before + repeats).map(({ text }) => text)
  const ours = labelled(texts, ['troll', 'critic', 'critic', 'neither'])
  const own = labelled(texts, twelve)
  const random = (decisions: readonly Taught[]) =>
    decisions.map((decision, at): Taught => ({ ...decision, measures: at % 4 === 0 }))
  const starter = loadStarter(readFileSync(starterFile))
  say(
    `refit after a decision, ${before} before it; texts read before are remembered; processor time, in the thread wall time:`,
  )
  say(`  the fit and the file alone: ${refits(starter, ours)}`)
  say(`  with the judges of the calibration, a quarter measuring: ${refits(starter, random(ours))}`)
  say(`  12 labels of one's own: ${refits(learnerOf(twelve), own)}`)
  say(`  12 labels, with the calibration: ${refits(learnerOf(twelve), random(own))}`)
  say(`  in the thread, from the project file to the model, none measuring: ${await inThread(0)}`)
  say(`  the same, a quarter measuring: ${await inThread(0.25)}`)
}

function labelled(texts: readonly string[], labels: readonly string[]): readonly Taught[] {
  const random = createRandom(1)
  return texts.map((text, commentId) => ({
    commentId,
    text,
    label: labels[Math.floor(random() * labels.length)] ?? '',
    measures: false,
  }))
}

function refits(base: Classifier, decisions: readonly Taught[]): string {
  base.learn(decisions.slice(0, before), limits)
  const times: number[] = []
  for (let n = 1; n <= repeats; n += 1) {
    const cpu = process.threadCpuUsage()
    base.learn(decisions.slice(0, before + n), limits)
    const { user, system } = process.threadCpuUsage(cpu)
    times.push((user + system) / 1000)
  }
  return spread(times)
}

/** The way it goes in the app, once its thread is warm. */
function inThread(shareRandom: number): Promise<string> {
  return withFolder(async (folder) => {
    const file = path.join(folder, 'comments.csv')
    writeCsv(file, inventedComments(before + repeats))
    const { door, call, places } = await openBench(folder, file)
    const closing = new AbortController()
    try {
      await call('project.update', { suggestions: false })
      const filter = { show: 'all', text: '', importId: null } as const
      const blind = (await call('queue.open', { order: 'random', filter })).queueId
      const other = (await call('queue.open', { order: 'oldest-first', filter })).queueId
      const decide = (n: number) => {
        const label = ['troll', 'critic', 'critic', 'neither'][n % 4] ?? 'critic'
        const grounds =
          label === 'troll'
            ? { passage: { start: 0, end: 4 }, reason: 'threat' }
            : { passage: null, reason: null }
        return call('decisions.record', {
          commentId: n + 1,
          queueId: (n % 100) / 100 < shareRandom ? blind : other,
          label,
          suggestionShown: false,
          shownMs: 900,
          note: null,
          mode: 'code',
          ...grounds,
        })
      }
      for (let n = 0; n < before; n += 1) await decide(n)
      const training = keepTask<TrainTask, StoredModel | null>('train', closing.signal)
      const task = { project: path.join(places.projects, 'Bench.fairhearing'), starterFile }
      const first = await timed(() => training.run(task, closing.signal))
      const times: number[] = []
      for (let n = 0; n < repeats; n += 1) {
        await decide(before + n)
        times.push((await timed(() => training.run(task, closing.signal))).ms)
      }
      return `${spread(times)}; the first, with a new thread: ${first.ms.toFixed(0)} ms`
    } finally {
      closing.abort()
      await door.close()
    }
  })
}

const spread = (times: readonly number[]): string =>
  `least ${Math.min(...times).toFixed(0)} ms, median ${quantile(times, 0.5).toFixed(0)} ms of ${times.length}`

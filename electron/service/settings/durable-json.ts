/** A lowdb adapter that survives a power cut and a torn file, and checks what it reads. */
import { randomBytes } from 'node:crypto'
import { mkdir, open, readFile, rename } from 'node:fs/promises'
import path from 'node:path'
import type { Adapter } from 'lowdb'
import { Low } from 'lowdb'
import type { ZodType } from 'zod'

export interface DurableFile<T> {
  readonly get: () => T
  /** Applies the change and has it on the disk when the promise resolves. */
  update(change: (value: T) => T): Promise<T>
  /** The file that was set aside because it could not be read; null when all was well. */
  readonly damaged: string | null
}

/** Opens `file`, or the last good copy where it is torn, or starts from `initial`. */
export async function openDurableFile<T>(
  file: string,
  schema: ZodType<T>,
  initial: T,
): Promise<DurableFile<T>> {
  const adapter = new DurableAdapter(file, schema)
  const low = new Low<T>(adapter, initial)
  await low.read()
  let queue: Promise<unknown> = Promise.resolve()
  return {
    get: () => low.data,
    damaged: adapter.damaged,
    update(change) {
      const next = queue.then(async () => {
        const before = low.data
        low.data = change(before)
        try {
          await low.write()
        } catch (error) {
          low.data = before
          throw error
        }
        return low.data
      })
      queue = next.catch(() => undefined)
      return next
    },
  }
}

class DurableAdapter<T> implements Adapter<T> {
  damaged: string | null = null
  private readonly file: string
  private readonly schema: ZodType<T>

  constructor(file: string, schema: ZodType<T>) {
    this.file = file
    this.schema = schema
  }

  async read(): Promise<T | null> {
    const text = await readText(this.file)
    if (text === null) return null
    const value = this.parse(text)
    if (value !== null) return value
    this.damaged = `${this.file}.damaged`
    await rename(this.file, this.damaged)
    const copy = await readText(`${this.file}.bak`)
    return copy === null ? null : this.parse(copy)
  }

  async write(value: T): Promise<void> {
    await mkdir(path.dirname(this.file), { recursive: true })
    const text = `${JSON.stringify(value, null, 2)}\n`
    await replace(this.file, text)
    // What was just written is good: keep a copy for the day the file itself is torn.
    await replace(`${this.file}.bak`, text)
  }

  private parse(text: string): T | null {
    try {
      const parsed = this.schema.safeParse(JSON.parse(text))
      return parsed.success ? parsed.data : null
    } catch {
      // Not JSON: the caller sets the file aside and says so.
      return null
    }
  }
}

async function readText(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

/** Written beside the file, flushed, then renamed over it; the name is its own, so two writers do not collide. */
async function replace(file: string, text: string): Promise<void> {
  const beside = `${file}.${randomBytes(4).toString('hex')}.tmp`
  const handle = await open(beside, 'w', 0o600)
  try {
    await handle.writeFile(text)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(beside, file)
}

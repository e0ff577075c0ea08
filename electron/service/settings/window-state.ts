/** Where the window was when it was closed. */
import path from 'node:path'
import * as z from 'zod'
import { openDurableFile } from './durable-json.ts'

const Schema = z.object({
  x: z.number().int().nullable(),
  y: z.number().int().nullable(),
  width: z.number().int().min(600),
  height: z.number().int().min(400),
  maximized: z.boolean(),
})

/** `x` and `y` are null until the window has been moved: the system then places it. */
export type WindowState = z.infer<typeof Schema>

const initial: WindowState = { x: null, y: null, width: 1280, height: 800, maximized: false }

export async function loadWindowState(folder: string): Promise<WindowState> {
  return (await openDurableFile(stateFile(folder), Schema, initial)).get()
}

export async function saveWindowState(folder: string, state: WindowState): Promise<void> {
  await (await openDurableFile(stateFile(folder), Schema, initial)).update(() => state)
}

function stateFile(folder: string): string {
  return path.join(folder, 'window-state.json')
}

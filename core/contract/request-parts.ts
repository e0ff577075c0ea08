/** What requests of every kind are made of. */
import * as z from 'zod'

/** Stands for a file the person picked or a place they chose to save to; the window never names a path. */
export const FileRef = z.string().min(8).max(64)
export const Id = z.int().positive()
export const Offset = z.int().min(0)
export const Page = z.int().min(1).max(500)
export const Note = z.string().max(10_000)
export const LabelId = z.string().min(1).max(64)

/** What may be chosen about the app itself: how it looks, which keys it has, how one works. */
import * as z from 'zod'
import { modes } from '../records.ts'
import { CoderName, orders } from './request-parts.ts'

export const themes = ['system', 'light', 'dark'] as const
/** `more`: higher contrast whatever the system says; it is also had where the system asks for it. */
export const contrasts = ['system', 'more'] as const
export const densities = ['comfortable', 'compact'] as const
/** Sizes of text, in percent of the drawn one. */
export const textSizes = [80, 90, 100, 110, 125, 150, 175, 200] as const
export type TextSize = (typeof textSizes)[number]
/** Minutes of reading after which a break is suggested; 0 for never. */
export const breaks = [0, 25, 45, 60, 90] as const

/** Keys by the name of what they do, where they are not those of the table; all of them, each time. */
export const ChangedKeys = z
  .record(z.string().min(1).max(80), z.array(z.string().min(1).max(40)).max(9).readonly())
  .refine((keys) => Object.keys(keys).length <= 300)

export const choosing = {
  'settings.update': z.object({
    coder: CoderName.optional(),
    theme: z.enum(themes).optional(),
    /** In `teach` the order is the teaching one. Another order leaves it; the one chosen before is kept meanwhile. */
    mode: z.enum(modes).optional(),
    order: z.enum(orders).optional(),
    contrast: z.enum(contrasts).optional(),
    density: z.enum(densities).optional(),
    textSize: z.literal(textSizes).optional(),
    /** False: single letters, digits and signs do nothing (WCAG 2.1.4). */
    singleKeys: z.boolean().optional(),
    keys: ChangedKeys.optional(),
    coverSlurs: z.boolean().optional(),
    coverText: z.boolean().optional(),
    breakAfter: z.literal(breaks).optional(),
  }),
} satisfies Record<string, z.ZodType>

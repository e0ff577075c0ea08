/** Saves a plot or its table where the person says. */
import { type RefObject, useState } from 'react'
import type { ExportValue } from '../../../../../core/exporters/columns.ts'
import { csvText } from '../../../../../core/exporters/csv.ts'
import { failureOf, useClient, useReport } from '../../../client/client.ts'
import { en } from '../../../copy/en.ts'
import { useAnnounce } from '../../../ui/announcer.tsx'
import { type PlotWords, pngOf, svgOf } from './plot-file.ts'

export type FigureForm = 'png' | 'svg' | 'csv'

export interface SavableFigure extends PlotWords {
  /** Without its ending. */
  readonly fileName: string
  /** Names of the columns first. */
  readonly table: readonly (readonly ExportValue[])[]
}

export interface SaveFigure {
  readonly isBusy: boolean
  /** The name of what was saved last; null before. */
  readonly saved: string | null
  save(form: FigureForm): void
}

/** @param around holds the plot */
export function useSaveFigure(figure: SavableFigure, around: RefObject<HTMLElement | null>): SaveFigure {
  const client = useClient()
  const report = useReport()
  const announce = useAnnounce()
  const [isBusy, setBusy] = useState(false)
  const [saved, setSaved] = useState<string | null>(null)
  const run = async (form: FigureForm) => {
    const name = `${figure.fileName}.${form}`
    const file = await contentOf(form, figure, around.current)
    if (file === null) return
    const target = await client.pickTarget(name)
    if (target === null) return
    await client.call('files.save', { target, ...file })
    await client.deliver(target)
    setSaved(name)
    announce(en.progress.save.saved(name))
  }
  const save = (form: FigureForm) => {
    if (isBusy) return
    setBusy(true)
    run(form)
      .catch((error: unknown) => report(failureOf(error)))
      .finally(() => setBusy(false))
  }
  return { isBusy, saved, save }
}

/** Null while there is no plot. */
async function contentOf(form: FigureForm, figure: SavableFigure, around: HTMLElement | null) {
  if (form === 'csv') return { content: [...csvText(figure.table)].join(''), encoding: 'utf-8' } as const
  const drawn = around?.querySelector('svg[role=img]')
  if (!(drawn instanceof SVGSVGElement)) return null
  const svg = svgOf(drawn, figure)
  if (form === 'svg') return { content: svg, encoding: 'utf-8' } as const
  return { content: await pngOf(svg), encoding: 'base64' } as const
}
